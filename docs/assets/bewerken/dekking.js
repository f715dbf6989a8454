// The places of a source: what is said at each so far, and what is left uncovered.

import { button, freshId, make } from "./dom.js";

/** Show the places, each with a way to add what is said there. */
export function makeCover(source, knowledge, add) {
  const element = make("section", { className: "dekking", "aria-label": "Uitspraken per kop" });
  const places = knowledge.places(source.id);
  if (!places.length) {
    element.append(make("p", { textContent: "Vul eerst de koppen in, bij stap De koppen." }));
    return element;
  }
  const here = (place) =>
    knowledge.records.filter((each) =>
      each.said?.some(([bron, at]) => bron === source.id && at === place),
    );
  const silent = knowledge.records.find((each) => each.path === source.path)?.silent ?? [];
  const items = places.map(([place, heading]) => {
    const said = here(place).map((each) => each.title);
    const why = silent.includes(place) ? "geen uitspraak, met de reden hieronder" : "nog niets";
    return make(
      "li",
      { className: said.length || silent.includes(place) ? "" : "open" },
      make("strong", { textContent: heading || place }),
      make("span", { textContent: ` ${said.length ? said.join(", ") : why} ` }),
      button("+ uitspraak", () => askConcept(heading || place, knowledge, (to) => add(to, place)), {
        className: "klein",
        "aria-label": `+ uitspraak bij ${heading || place}`,
      }),
    );
  });
  const open = items.filter((item) => item.className === "open").length;
  const told = open
    ? `Nog ${open} van de ${places.length} koppen zonder uitspraak.`
    : "Bij elke kop staat iets.";
  element.append(make("p", { textContent: told }), make("ul", {}, ...items));
  return element;
}

/** Ask at which concept something is said; "" begins a new one. */
function askConcept(heading, knowledge, choose) {
  const names = knowledge.namesOf("begrip");
  const input = make("input", {
    id: freshId(),
    type: "text",
    list: "ids-begrip",
    autocomplete: "off",
    required: true,
  });
  const told = make("p", { className: "hulp", role: "status" });
  const dialog = make("dialog", { className: "vraag", "aria-label": "Bij welk begrip?" });
  const close = (value) => {
    dialog.close();
    choose(value);
  };
  const form = make(
    "form",
    {},
    make("h2", { textContent: `Bij welk begrip hoort wat er staat onder “${heading}”?` }),
    make("label", { for: input.id, textContent: "Begrip" }),
    input,
    told,
    make(
      "div",
      { className: "knoppen" },
      make("button", { type: "submit", textContent: "Kies" }),
      button("Een nieuw begrip", () => close({ title: input.value })),
      button("Toch niet", () => dialog.close()),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const id = names.byName.get(input.value.trim().toLowerCase()) ?? input.value.trim();
    const found = knowledge.records.find((each) => each.kind === "begrip" && each.id === id);
    if (found) close(found);
    else
      told.textContent =
        "Dat begrip is er nog niet. Kies er een uit de lijst, of begin een nieuw begrip.";
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
