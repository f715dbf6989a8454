// My lesson: pick pages, order them, take them along. The list stands in the address.
(async () => {
  const place = document.getElementById("les-kiezen");
  if (!place) return;
  const source = new URL("../data/les.json", document.currentScript.src);
  let given;
  try {
    given = await (await fetch(source)).json();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    place.textContent = "Kiezen lukt nu niet: de lijst komt niet binnen. Laad de pagina zo nog eens, of kopieer een link onder ‘Citeren en delen’ bij een begrip of leerroute.";
    return;
  }
  const { uitgever, paginas } = given;
  const byId = new Map(paginas.map((page) => [page.id, page]));
  const make = (tag, props = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const button = (words, action, label) => {
    const made = make("button", { type: "button", className: "lesknop", textContent: words });
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
  };
  const asked = (new URLSearchParams(location.search).get("les") ?? "").split(",");
  const isUnknown = (id) => id && !byId.has(id);
  const old = asked.some(isUnknown) ? await window.oudeNamen() : { verhuisd: {}, ingetrokken: [] };
  const named = asked.map((id) => (byId.has(old.verhuisd[id]) ? old.verhuisd[id] : id));
  const lost = [...new Set(named.filter(isUnknown))];
  let chosen = [...new Set(named)].filter((id) => byId.has(id));

  const search = make("input", { type: "search", id: "les-zoek", autocomplete: "off" });
  const group = make("select", { id: "les-groep" }, make("option", { value: "", textContent: "Alles" }));
  for (const name of new Set(paginas.map((page) => page.groep))) group.append(make("option", { textContent: name }));
  const found = make("ul", { className: "les-gevonden", tabIndex: 0 });
  found.setAttribute("aria-label", "Wat je kunt kiezen");
  const list = make("ol", { className: "les-lijst" });
  const empty = make("p", { className: "les-leeg", textContent: "Nog leeg. Zet er een begrip of leerroute bij." });
  const tellLost = (id) => `“${id.split("/").pop()}” ${old.ingetrokken.includes(id) ? "is ingetrokken" : "staat niet in de kennisbank"}`;
  const gone = make("p", { className: "les-weg", hidden: !lost.length, textContent: lost.length ? `Niet meer in je les: ${lost.map(tellLost).join("; ")}.` : "" });
  const status = make("p", { className: "alleen-voorlezen" });
  status.setAttribute("role", "status");

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const showFound = () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const fits = (page) =>
      (!group.value || page.groep === group.value) && words.every((word) => fold(`${page.titel} ${page.tekst}`).includes(word));
    found.replaceChildren(
      ...paginas.filter((page) => !chosen.includes(page.id) && fits(page)).map((page) =>
        make("li", {}, make("span", {}, make("b", { textContent: page.titel }), ` ${page.groep}`),
          button("Zet erbij", () => change([...chosen, page.id], `${page.titel} staat in je les`, () => search.focus()), `Zet ${page.titel} in je les`))),
    );
    if (!found.children.length) found.append(make("li", { textContent: "Niets gevonden" }));
  };
  const move = (index, step) => {
    const next = [...chosen];
    [next[index], next[index + step]] = [next[index + step], next[index]];
    const title = byId.get(chosen[index]).titel;
    change(next, `${title} is nu nummer ${index + step + 1}`, () => {
      const buttons = [...list.children[index + step].querySelectorAll("button")];
      (buttons[step < 0 ? 0 : 1].disabled ? buttons[step < 0 ? 1 : 0] : buttons[step < 0 ? 0 : 1]).focus();
    });
  };
  const showList = () => {
    list.replaceChildren(...chosen.map((id, index) => {
      const page = byId.get(id);
      const up = button("↑", () => move(index, -1), `${page.titel} omhoog`);
      const down = button("↓", () => move(index, 1), `${page.titel} omlaag`);
      up.disabled = index === 0;
      down.disabled = index === chosen.length - 1;
      const away = button("×", () => change(chosen.filter((one) => one !== id), `${page.titel} is eruit`, () => search.focus()), `Haal ${page.titel} eruit`);
      return make("li", {}, make("a", { href: page.adres, textContent: page.titel }), make("span", { className: "les-knoppen" }, up, down, away));
    }));
    empty.hidden = chosen.length > 0;
    take.hidden = chosen.length === 0;
  };
  const keepAddress = () => {
    try {
      history.replaceState(null, "", chosen.length ? `?les=${chosen.join(",")}${location.hash}` : location.pathname + location.hash);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // a frame may forbid it
    }
  };
  const change = (next, words, then) => {
    chosen = next;
    keepAddress();
    showList();
    showFound();
    status.textContent = words;
    then?.();
  };

  const pages = () => chosen.map((id) => byId.get(id));
  const escape = (text) => make("i", { textContent: text }).innerHTML;
  const plain = (html) => make("i", { innerHTML: html }).textContent;
  const result = make("textarea", { readOnly: true, rows: 6, hidden: true });
  result.setAttribute("aria-label", "Wat gekopieerd is");
  const give = async (text, html) => {
    result.hidden = false;
    result.value = text;
    try {
      if (html && window.ClipboardItem) {
        const blob = (type, content) => new Blob([content], { type });
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
      } else await navigator.clipboard.writeText(text);
      status.textContent = "Gekopieerd";
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      result.select();
      status.textContent = "Geselecteerd; kopieer met Ctrl en C";
    }
  };
  const links = () => `<ol>\n${pages().map((page) => `<li><a href="${page.adres}">${escape(page.titel)}</a></li>`).join("\n")}\n</ol>`;
  const ris = () => pages().map((page) =>
    ["TY  - ELEC", `AU  - ${uitgever}`, `TI  - ${page.titel}`, `PY  - ${page.dag.slice(0, 4)}`, `DA  - ${page.dag.replaceAll("-", "/")}/`, "LA  - nl", `UR  - ${page.adres}`, "ER  - ", ""].join("\n")).join("\n");
  const save = () => {
    const url = URL.createObjectURL(new Blob([ris()], { type: "application/x-research-info-systems" }));
    make("a", { href: url, download: "mijn-les.ris" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  const take = make("div", { className: "les-mee" },
    button("Kopieer als links", () => give(pages().map((page) => `${page.titel}: ${page.adres}`).join("\n"), links())),
    button("Kopieer als HTML", () => give(links())),
    button("Kopieer verwijzingen (APA)", () => {
      const rows = pages().map((page) => page.verwijzing).sort((a, b) => plain(a).localeCompare(plain(b), "nl"));
      return give(rows.map(plain).join("\n"), rows.map((row) => `<p>${row}</p>`).join(""));
    }),
    button("Bewaar als RIS", save),
    button("Kopieer het adres van deze lijst", () => give(location.href.replace(/#.*/, ""))),
    result);

  search.addEventListener("input", showFound);
  group.addEventListener("change", showFound);
  place.replaceChildren(
    make("div", { className: "les-bron" },
      make("p", { className: "les-velden" }, make("label", {}, "Zoek ", search), make("label", {}, "Toon ", group)), found),
    make("div", { className: "les-keuze" }, make("h3", { textContent: "Jouw les" }), gone, empty, list, take), status);
  if (asked.some(isUnknown)) keepAddress();
  showList();
  showFound();
})();
