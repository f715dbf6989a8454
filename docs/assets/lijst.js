// The list of a reader: what was kept, in order, with notes. It stays on this device. An address with
// ?lijst= holds a list too: that is the lesson that students open.

import { fold, make } from "./gedeeld.js";

(async () => {
  const place = document.getElementById("lijst");
  const root = new URL("../", import.meta.url);
  let given;
  try {
    given = await (await fetch(new URL("data/les.json", root))).json();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    place.textContent =
      "Dit lukt nu niet: de lijst komt niet binnen. Laad de pagina zo nog eens. Wat je bewaarde, is er dan nog.";
    return;
  }
  const byId = new Map(given.paginas.map((page) => [page.id, page]));
  const here = (address) => new URL(address.slice(given.adres.length), root).href; // this site, wherever it is served

  // What stands on the device: `bewaard` is filled by the button Bewaar of every page.
  const memory = {}; // what there is when storage is switched off
  const isExpected = (error) => error instanceof DOMException || error instanceof SyntaxError;
  const read = (name) => {
    try {
      return Object(JSON.parse(localStorage.getItem(name) ?? "{}"));
    } catch (error) {
      if (!isExpected(error)) throw error;
      return memory[name] ?? {};
    }
  };
  const write = (name, value) => {
    memory[name] = value;
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
  };

  // A voice is one person on the page of a concept: stem/<concept>.<person>.
  const split = (id) => id.split(/[/.]/);
  const findVoice = (id) => {
    const [, concept, person] = split(id);
    const page = byId.get(`begrip/${concept}`);
    const [name, sources] = page?.stemmen[person] ?? [];
    return (
      page && {
        id,
        titel: `${name ?? "Een stem"} over ${page.titel}`,
        groep: "Stem",
        tekst: "",
        adres: `${page.adres}#stem-${person}`,
        bronnen: sources ?? [],
      }
    );
  };
  const find = (id) => (id.startsWith("stem/") ? findVoice(id) : byId.get(id));
  const conceptOf = (id) => (id.startsWith("stem/") ? `begrip/${split(id)[1]}` : id);
  // A page that is not in the data, for it names somebody private: the device knows what it is called.
  const findKept = (id, title) => {
    const [kind, name] = split(id);
    return (
      typeof title === "string" &&
      given.mappen[kind] && {
        id,
        titel: title,
        groep: "",
        tekst: "",
        adres: `${given.adres}${given.mappen[kind]}/${name}/`,
      }
    );
  };

  // Gives the rows of which the names are known now, and the words for those that are gone.
  const update = async (rows, titles) => {
    const isUnknown = ({ id }) => !find(id);
    const old = rows.some(isUnknown) ? await window.oudeNamen() : { verhuisd: {}, ingetrokken: [] };
    const nameNow = (id) => {
      const moved = old.verhuisd[conceptOf(id)];
      if (find(id) || !moved) return id;
      return id.startsWith("stem/") ? `stem/${split(moved)[1]}.${split(id)[2]}` : moved;
    };
    const named = rows.map((row) => ({ ...row, id: nameNow(row.id) }));
    const pageOf = ({ id }) =>
      find(id) ?? (old.ingetrokken.includes(conceptOf(id)) ? null : findKept(id, titles[id]));
    const lost = named.filter((row) => !pageOf(row)).map(({ id }) => id);
    const kept = new Map();
    for (const row of named)
      if (pageOf(row))
        kept.set(row.id, { page: pageOf(row), note: row.note || kept.get(row.id)?.note || "" });
    const tell = (id) =>
      `“${split(id)[1]}” ${old.ingetrokken.includes(conceptOf(id)) ? "is ingetrokken" : "staat niet in de kennisbank"}`;
    return { rows: [...kept.values()], lost: [...new Set(lost)].map(tell).join("; ") };
  };

  const address = new URLSearchParams(location.search);
  const shared = address.get("lijst");
  const parse = () =>
    shared
      .split(",")
      .filter(Boolean)
      .map((id, index) => ({ id, note: address.get(`n${index + 1}`) ?? "" }));
  const stored = () => {
    const { noten = {} } = read("lijst");
    return Object.keys(read("bewaard")).map((id) => ({ id, note: noten[id] ?? "" }));
  };
  const { rows: start, lost } = await update(
    shared === null ? stored() : parse(),
    shared === null ? read("bewaard") : {},
  );
  let rows = start;
  let title = String((shared === null ? read("lijst").titel : address.get("titel")) ?? "").slice(
    0,
    80,
  );
  const nameOf = () => title.trim() || "Mijn lijst";
  const pages = () => rows.map(({ page }) => page);

  const query = () => {
    const asked = new URLSearchParams(title.trim() ? { titel: title.trim() } : {});
    rows.forEach(({ note }, index) => note.trim() && asked.set(`n${index + 1}`, note.trim()));
    return `?lijst=${pages()
      .map((page) => page.id)
      .join(",")}${asked.size ? `&${asked}` : ""}`;
  };
  const shareLink = () =>
    (document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0]) +
    query();
  const save = () => {
    write("bewaard", Object.fromEntries(rows.map(({ page }) => [page.id, page.titel])));
    const noten = Object.fromEntries(
      rows.filter(({ note }) => note).map(({ page, note }) => [page.id, note]),
    );
    const { sleutel, sleutelVan, ...others } = read("lijst");
    write("lijst", { ...others, titel: title, noten, ...(rows.length && { sleutel, sleutelVan }) });
  };
  const keepAddress = (asked) => {
    try {
      history.replaceState(null, "", asked + location.hash);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // a frame may forbid it
    }
  };

  const status = make("p", { className: "alleen-voorlezen" });
  status.setAttribute("role", "status");
  const gone = make("p", {
    className: "lijst-weg",
    hidden: !lost,
    textContent: lost && `Niet meer in de lijst: ${lost}.`,
  });
  const button = (words, action, label) => {
    const made = make("button", { type: "button", className: "knop", textContent: words });
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
  };
  const titleOf = (page) => [
    make("a", { href: here(page.adres), textContent: page.titel }),
    make("span", {
      className: "lijst-groep",
      textContent: page.id.startsWith("begrip/") ? `Begrip · ${page.groep}` : page.groep,
    }),
  ];

  // Cards of the concepts, by the script of the pages to practise.
  const practice = make("div", { className: "niet-op-papier" });
  // A route, a case and a theme bring the concepts that they are about; a source has none.
  const conceptsOf = ({ id, begrippen }) =>
    (begrippen?.map((name) => `begrip/${name}`) ?? [conceptOf(id)])
      .filter((name) => name.startsWith("begrip/") && byId.has(name))
      .map((name) => byId.get(name));
  const concepts = () => [...new Set(pages().flatMap(conceptsOf))];
  const practise = ({ practise: start }) => {
    const list = make(
      "dl",
      {},
      ...concepts().flatMap((page) => {
        const term = make("dt", {}, make("a", { href: here(page.adres), textContent: page.titel }));
        term.dataset.kaart = page.id;
        return [term, make("dd", { textContent: page.tekst })];
      }),
    );
    const box = make("div", { className: "oefenlijst" }, list);
    const cards = make("div", { className: "oefenen", tabIndex: -1 });
    practice.replaceChildren(
      cards,
      box,
      make("link", { rel: "stylesheet", href: new URL("assets/oefenen.css", root).href }),
    );
    start(cards, box);
    cards.scrollIntoView();
    cards.focus({ preventScroll: true });
  };
  const practiseButton = (ways) =>
    concepts().length
      ? [
          button(
            `Oefen met ${concepts().length === 1 ? "1 begrip" : `${concepts().length} begrippen`}`,
            withHelp(() => import("./oefenen.js"), practise),
          ),
          ...ways,
        ]
      : ways;

  // The lesson that students open: to read, to practise, and to take over.
  const showLesson = () => {
    if (title) document.querySelector("h1").textContent = title;
    document.querySelector("[data-eigen]")?.remove();
    const list = make(
      "ol",
      { className: "lijst lijst-les" },
      ...rows.map(({ page, note }) => {
        const parts = [
          note && make("p", { className: "lijst-noot", textContent: note }),
          page.tekst && make("p", { textContent: page.tekst }),
        ];
        return make(
          "li",
          {},
          make("p", { className: "lijst-titel" }, ...titleOf(page)),
          ...parts.filter(Boolean),
        );
      }),
    );
    const take = button("Zet dit op mijn lijst", () => {
      const mine = stored().filter(({ id }) => !rows.some(({ page }) => page.id === id));
      update(mine, read("bewaard")).then(({ rows: others }) => {
        if (others.length) title = String(read("lijst").titel ?? "");
        rows = [...others, ...rows];
        save();
        location.assign(location.pathname);
      });
    });
    place.replaceChildren(
      gone,
      list,
      make(
        "p",
        { className: "lijst-knoppen niet-op-papier" },
        ...practiseButton([button("Print", () => print()), take]),
      ),
      practice,
      status,
    );
    if (query() !== location.search) keepAddress(query());
  };

  // The own list: order, notes, and the ways out.
  const list = make("ol", { className: "lijst" });
  const empty = make("p", {
    textContent: "Je lijst is nog leeg. Tik op een pagina op ‘Bewaar’, of zoek hieronder.",
  });
  const take = make("div", { className: "lijst-mee niet-op-papier" });
  const change = (next, words, then) => {
    rows = next;
    save();
    show();
    status.textContent = words;
    then?.();
  };
  const move = (index, step) => {
    if (!rows[index] || !rows[index + step]) return; // a button of a list that is no longer shown
    const next = [...rows];
    [next[index], next[index + step]] = [next[index + step], next[index]];
    change(next, `${rows[index].page.titel} is nu nummer ${index + step + 1}`, () => {
      const [up, down] = list.children[index + step].querySelectorAll(".lijst-orde button");
      (step < 0 ? (up.disabled ? down : up) : down.disabled ? up : down).focus();
    });
  };
  const showRow = (row, index) => {
    const { page } = row;
    const up = button("↑", () => move(index, -1), `${page.titel} omhoog`);
    const down = button("↓", () => move(index, 1), `${page.titel} omlaag`);
    up.disabled = index === 0;
    down.disabled = index === rows.length - 1;
    const away = button(
      "×",
      () =>
        change(
          rows.filter((one) => one !== row),
          `${page.titel} is eruit`,
          () => name.focus(),
        ),
      `Haal ${page.titel} eruit`,
    );
    const paper = make("p", { className: "lijst-noot op-papier", textContent: row.note });
    const note = make("textarea", {
      value: row.note,
      rows: 1,
      maxLength: 400,
      placeholder: "Schrijf erbij",
      className: "niet-op-papier",
    });
    note.setAttribute("aria-label", `Aantekening bij ${page.titel}`);
    note.addEventListener("input", () => {
      row.note = paper.textContent = note.value;
      save();
      showWays();
    });
    return make(
      "li",
      {},
      make("p", { className: "lijst-titel" }, ...titleOf(page)),
      make("span", { className: "lijst-orde niet-op-papier" }, up, down, away),
      note,
      paper,
    );
  };

  const result = make("textarea", { readOnly: true, rows: 5, hidden: true });
  result.setAttribute("aria-label", "Wat gekopieerd is");
  const give = async (text, html) => {
    result.hidden = false;
    result.value = text;
    try {
      if (html && window.ClipboardItem) {
        const blob = (type, content) => new Blob([content], { type });
        await navigator.clipboard.write([
          new ClipboardItem({
            "text/plain": blob("text/plain", text),
            "text/html": blob("text/html", html),
          }),
        ]);
      } else await navigator.clipboard.writeText(text);
      status.textContent = "Gekopieerd";
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      result.select();
      status.textContent = "Geselecteerd; kopieer met Ctrl en C";
    }
  };
  const download = (content, type, file) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href: url, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    status.textContent = `${file} is gemaakt`;
  };
  // What is only needed to take the list along is fetched when it is asked for.
  const withHelp = (fetchModule, action) => async () => {
    try {
      await action(await fetchModule());
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // no connection
      status.classList.remove("alleen-voorlezen");
      status.textContent = "Dit lukt nu niet: er komt iets niet binnen. Probeer het zo nog eens.";
    }
  };
  const withOutput = (action) => withHelp(() => import("./lijst-mee.js"), action);
  const slug = () =>
    nameOf()
      .normalize("NFD")
      .replace(/[^\w]+/g, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase() || "lijst";
  const references = withOutput(({ writeReferences }) => give(...writeReferences(pages(), byId)));
  const ris = withOutput(async ({ writeRis }) =>
    download(
      await writeRis(pages(), byId, given, root),
      "application/x-research-info-systems",
      `${slug()}.ris`,
    ),
  );
  const html = withOutput(({ writeLinks }) => give(writeLinks(pages())));
  const course = withOutput(async ({ writeCourse }) => {
    // The name of the package in a course: it stays, so that a list that was changed is known again,
    // until the list has another name or was emptied. Two lists of one name would overwrite in Canvas.
    const kept = read("lijst");
    const isKnown = kept.sleutel && kept.sleutelVan === nameOf();
    const sleutel = isKnown ? kept.sleutel : `lijst-${Date.now().toString(36)}`;
    write("lijst", { ...kept, sleutel, sleutelVan: nameOf() });
    const content = await writeCourse(
      { key: sleutel, title: nameOf(), link: shareLink(), rows },
      given,
      root,
    );
    download(content, "application/vnd.ims.imsccv1p1", `${slug()}.imscc`);
  });
  const way = (words, text, ...buttons) =>
    make(
      "section",
      {},
      make("h2", { textContent: words }),
      make("p", { textContent: text }),
      make("p", { className: "lijst-knoppen" }, ...buttons),
    );
  const showWays = () => {
    take.hidden = rows.length === 0;
    take.replaceChildren(
      way(
        "Als les",
        "Wie de link opent, ziet je lijst op volgorde, met wat je erbij schreef.",
        make("a", { className: "knop", href: query(), textContent: "Bekijk de les" }),
        button("Kopieer de link", () => give(shareLink())),
      ),
      way(
        "Als literatuurlijst",
        "In APA 7, op alfabet. In Word blijven titels cursief.",
        button("Kopieer de lijst", references),
        button("Bewaar als RIS", ris),
      ),
      way(
        "Om te oefenen of op papier",
        `Kaartjes van je begrippen, ook die van een stem, casus of route. Of je lijst met wat je erbij schreef.${pages().every((page) => conceptsOf(page).length) ? "" : " Van een bron zijn er geen kaartjes."}`,
        ...practiseButton([button("Print", () => print())]),
      ),
      way(
        "In je cursus",
        "Eén bestand voor Brightspace, Canvas, Moodle of Blackboard. Of als links voor een pagina.",
        button("Maak een cursuspakket", course),
        button("Kopieer als HTML", html),
      ),
      result,
    );
  };
  const show = () => {
    list.replaceChildren(...rows.map(showRow));
    empty.hidden = rows.length > 0;
    showWays();
    showFound();
  };

  const name = make("input", {
    value: title,
    maxLength: 80,
    placeholder: "Mijn lijst",
    autocomplete: "off",
  });
  const paperName = make("p", { className: "lijst-kop op-papier", textContent: title });
  name.addEventListener("input", () => {
    title = paperName.textContent = name.value;
    save();
    showWays();
  });
  const search = make("input", { type: "search", autocomplete: "off" });
  const group = make("select", {}, make("option", { value: "", textContent: "Alles" }));
  for (const each of new Set(given.paginas.map((page) => page.groep)))
    group.append(make("option", { textContent: each }));
  const found = make("ul", { className: "lijst-gevonden", tabIndex: 0 });
  found.setAttribute("aria-label", "Wat je erbij kunt zetten");
  const showFound = () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const fits = (page) =>
      (!group.value || page.groep === group.value) &&
      words.every((word) => fold(`${page.titel} ${page.tekst}`).includes(word));
    const chosen = new Set(pages().map((page) => page.id));
    const add = (page) =>
      change([...rows, { page, note: "" }], `${page.titel} staat op je lijst`, () =>
        search.focus(),
      );
    found.replaceChildren(
      ...given.paginas
        .filter((page) => !chosen.has(page.id) && fits(page))
        .map((page) =>
          make(
            "li",
            {},
            make("span", {}, make("b", { textContent: page.titel }), ` ${page.groep}`),
            button(
              "Zet erbij",
              () => add(page),
              `Zet erbij: ${page.titel}${page.stemmen ? "" : ` (${page.groep.toLowerCase()})`}`,
            ),
          ),
        ),
    );
    if (!found.children.length) found.append(make("li", { textContent: "Niets gevonden" }));
  };
  search.addEventListener("input", showFound);
  group.addEventListener("change", showFound);

  if (shared !== null) return showLesson();
  if (rows.length || lost) save(); // under the names of now
  place.replaceChildren(
    gone,
    make(
      "p",
      { className: "lijst-naam niet-op-papier" },
      make("label", {}, "Naam van je lijst ", name),
    ),
    paperName,
    list,
    empty,
    make(
      "details",
      { className: "lijst-bron niet-op-papier", open: rows.length === 0 },
      make("summary", { textContent: "Zet er iets bij" }),
      make(
        "p",
        { className: "lijst-velden" },
        make("label", {}, "Zoek ", search),
        make("label", {}, "Toon ", group),
      ),
      found,
    ),
    take,
    practice,
    status,
  );
  show();
})();
