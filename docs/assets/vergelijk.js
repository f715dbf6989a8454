// Puts two concepts side by side. The choice stands in the address; the data come when they are asked for.

import { make } from "./gedeeld.js";

{
  const form = document.querySelector("[data-vergelijk]");
  const place = document.querySelector("[data-uitkomst]");
  const status = document.querySelector(".vergelijk-stand");
  const root = new URL("..", import.meta.url);
  const [first, second] = [form.elements.a, form.elements.b];
  second.append(...[...first.children].map((child) => child.cloneNode(true)));
  const title = document.title;

  const address = (path) => new URL(path, root).href;
  const link = (path, words) => make("a", { href: address(path), textContent: words });
  const conceptLink = (name) => link(`begrippen/${name.id}/`, name.naam);
  const join = (items) =>
    items.flatMap((item, index) =>
      index ? [index === items.length - 1 ? " en " : ", ", item] : [item],
    );
  const optionOf = (id) => [...first.options].find((option) => option.value && option.value === id);

  const known = new Map();
  const load = (id) => {
    if (!known.has(id)) {
      known.set(
        id,
        fetch(address(`data/begrippen/${id}.json`)).then((answer) => {
          if (!answer.ok) throw new TypeError(`${answer.status}`);
          return answer.json();
        }),
      );
      known.get(id).catch(() => known.delete(id)); // a next try asks again
    }
    return known.get(id);
  };

  const showClaim = (claim, index, claims) => {
    const place = [claim.bron, claim.plaats, claim.vorm].join();
    const next = claims[index + 1];
    const isNamedNext = next && place === [next.bron, next.plaats, next.vorm].join(); // a place is named once
    const kind =
      claim.vorm === "citaat"
        ? "Letterlijk · "
        : claim.vorm === "uitleg" && claim.via
          ? `Uitleg van ${claim.via.naam} · `
          : "";
    const where = link(
      `bronnen/${claim.bron}/#plaats-${claim.plaats}`,
      `${claim.bronnaam}, ${claim.plaatsnaam}`,
    );
    return [
      make(
        "p",
        {},
        claim.cijfer && make("strong", { textContent: `${claim.cijfer} · ` }),
        claim.tekst,
      ),
      claim.voorbehoud &&
        make("p", { className: "voorbehoud", textContent: `Let op: ${claim.voorbehoud}` }),
      !isNamedNext && make("p", { className: "vindplaats" }, kind, where),
    ].filter(Boolean);
  };
  const showVoices = (claims) => {
    const voices = new Map();
    for (const claim of claims) {
      const name = join(claim.wie.map((who) => who.naam)).join("");
      const through = claim.via ? ` volgens ${claim.via.naam}` : "";
      const said = voices.get(name + through) ?? { name, through, claims: [] };
      said.claims.push(claim);
      voices.set(name + through, said);
    }
    return [...voices.values()].map((voice) =>
      make(
        "div",
        { className: "vergelijk-stem" },
        make(
          "h4",
          {},
          ...join(voice.claims[0].wie.map((who) => link(`personen/${who.id}/`, who.naam))),
          voice.through && make("small", { textContent: voice.through }),
        ),
        ...voice.claims.flatMap(showClaim),
      ),
    );
  };
  const showSide = (concept) => {
    const theme = optionOf(concept.id).parentElement;
    const side = make(
      "section",
      { className: "kant" },
      make("h3", {}, conceptLink({ id: concept.id, naam: concept.voorkeursterm })),
      make(
        "p",
        { className: "vergelijk-thema" },
        "Thema: ",
        link(`themas/${theme.dataset.id}/`, theme.label),
      ),
      make("p", { textContent: concept.uitleg }),
      make(
        "p",
        { className: "definitie" },
        make("strong", { textContent: "Definitie" }),
        ` · ${concept.definitie} `,
        make("small", { className: "herkomst", textContent: origin(concept) }),
      ),
      ...showVoices(concept.uitspraken),
    );
    side.dataset.thema = theme.dataset.id;
    return side;
  };
  const showRelation = (one, other) => {
    const relations = one.relaties.filter((relation) => relation.begrip.id === other.id);
    if (!relations.length)
      return [
        make("p", { textContent: "Tussen deze twee is in de kennisbank geen relatie beschreven." }),
      ];
    return relations.map((relation) => {
      const words = relation.soort.replaceAll("_", " ");
      const pair = [one.id, other.id].sort().join("-");
      return make(
        "p",
        {},
        make("strong", { textContent: `${one.voorkeursterm} · ${words} · ${other.voorkeursterm}` }),
        make("br"),
        `${relation.reden} `,
        relation.van_redactie
          ? make("small", { className: "herkomst", textContent: "verband van de redactie " })
          : "",
        relation.soort === "spanning" &&
          link(`spanningen/${pair}/`, "Naar de pagina van deze spanning"),
      );
    });
  };
  const showShared = (one, other) => {
    const theirs = new Set(other.relaties.map((relation) => relation.begrip.id));
    const shared = new Map(
      one.relaties
        .filter((relation) => theirs.has(relation.begrip.id))
        .map((relation) => [relation.begrip.id, relation.begrip]),
    );
    if (!shared.size)
      return make("p", { textContent: "Ze hebben geen begrip dat met allebei verbonden is." });
    return make(
      "p",
      {},
      "Met allebei verbonden: ",
      ...join([...shared.values()].map(conceptLink)),
      ".",
    );
  };
  const show = (one, other) =>
    place.replaceChildren(
      make("h2", {
        id: "samen",
        textContent: `${one.voorkeursterm} en ${other.voorkeursterm.toLowerCase()}`,
      }),
      make("div", { className: "kort" }, ...showRelation(one, other), showShared(one, other)),
      make("div", { className: "naast-elkaar" }, showSide(one), showSide(other)),
    );

  const isUnknown = (id) => id && !optionOf(id);
  const findFault = (a, b, withdrawn) => {
    const unknown = [a, b].find(isUnknown);
    if (withdrawn.includes(`begrip/${unknown}`))
      return `Het begrip “${unknown}” is ingetrokken. Kies hierboven een ander.`;
    if (unknown) return `We kennen geen begrip “${unknown}”. Kies hierboven een ander.`;
    if (a && a === b) return "Dat is twee keer hetzelfde begrip. Kies er nog een.";
    if (Boolean(a) !== Boolean(b)) return "Kies nog een tweede begrip.";
    return "";
  };
  const compare = async () => {
    let here = location.search;
    const asked = new URLSearchParams(here);
    let [a, b] = [asked.get("a") ?? "", asked.get("b") ?? ""];
    const old = [a, b].some(isUnknown)
      ? await window.oudeNamen()
      : { verhuisd: {}, ingetrokken: [] };
    if (location.search !== here) return; // meanwhile another choice
    const nameNow = (id) => (old.verhuisd[`begrip/${id}`] ?? "").replace(/^begrip\//, "");
    const named = [a, b].map((id) => (isUnknown(id) && optionOf(nameNow(id)) ? nameNow(id) : id));
    if (named.join() !== [a, b].join()) {
      [a, b] = named;
      history.replaceState(null, "", `?${new URLSearchParams({ a, b })}`);
      here = location.search;
    }
    first.value = optionOf(a) ? a : "";
    second.value = optionOf(b) ? b : "";
    document.title = title;
    status.textContent = findFault(a, b, old.ingetrokken);
    if (status.textContent || !a) return place.replaceChildren();
    try {
      const [one, other] = (await Promise.all([load(a), load(b)])).map((data) => data.begrip);
      if (location.search !== here) return; // meanwhile another choice
      show(one, other);
      document.title = `${one.voorkeursterm} en ${other.voorkeursterm} – ${title}`;
      status.textContent = `${one.voorkeursterm} en ${other.voorkeursterm} staan hieronder naast elkaar.`;
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      place.replaceChildren();
      status.textContent =
        "De begrippen komen niet binnen. Kijk of je verbinding hebt en kies opnieuw Vergelijk.";
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new URLSearchParams(new FormData(form)).toString();
    try {
      if (`?${chosen}` !== location.search) history.pushState(null, "", `?${chosen}`);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return location.assign(`?${chosen}`); // a frame may forbid it
    }
    compare();
  });
  addEventListener("popstate", compare);
  compare();
}
const origin = ({ definitie_van: van }) =>
  van
    ? `naar ${van.wie.map((each) => each.naam).join(" en ")}${van.via ? `, volgens ${van.via.naam}` : ""}`
    : "omschrijving van de redactie";
