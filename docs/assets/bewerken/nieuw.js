// Beginning a record: its name makes its id, and it is a draft until somebody says otherwise.

import { button, freshId, make, today } from "./dom.js";
import { makeId } from "./kennis.js";
import { keysOf } from "./schema.js";
import { quote } from "./schrijven.js";

export function askNew(kind, knowledge, begin, wanted = "") {
  const about = knowledge.kinds[kind];
  const dialog = make("dialog", { className: "vraag", "aria-label": about.begin });
  const name = make("input", {
    id: freshId(),
    type: "text",
    required: true,
    autocomplete: "off",
    value: wanted,
  });
  const told = make("p", { className: "hulp", role: "status" });
  const theme =
    about.in_theme &&
    make(
      "select",
      { id: freshId() },
      ...[...knowledge.namesOf("thema").byId].map(([id, title]) => new Option(title, id)),
    );
  const idOf = () => makeId(name.value);
  const pathOf = () =>
    ["concepts", about.folder, ...(theme ? [theme.value] : []), `${idOf()}.yml`].join("/");
  const refuse = () => {
    const id = idOf();
    if (!id) return "geef het een naam";
    if (id.length > knowledge.longest_id)
      return `dit id heeft ${id.length} tekens; kies een korter, van ten hoogste ${knowledge.longest_id}`;
    if (knowledge.records.some((each) => each.kind === kind && each.id === id))
      return `"${id}" bestaat al`;
    return "";
  };
  name.addEventListener(
    "input",
    () => (told.textContent = refuse() || `Het adres wordt ${about.folder}/${idOf()}/`),
  );
  const form = make(
    "form",
    { method: "dialog" },
    make("h2", { textContent: about.begin }),
    make("label", { for: name.id, textContent: "Naam of titel" }),
    name,
    ...(theme ? [make("label", { for: theme.id, textContent: "Thema" }), theme] : []),
    told,
    make(
      "div",
      { className: "knoppen" },
      make("button", { type: "submit", className: "hoofd", textContent: "Begin" }),
      button("Toch niet", () => dialog.close()),
    ),
  );
  form.addEventListener("submit", (event) => {
    told.textContent = refuse();
    if (told.textContent) return event.preventDefault();
    const record = { kind, id: idOf(), path: pathOf(), title: name.value.trim(), draft: true };
    begin(record, draft(about.schema, record.title));
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Give the first lines of a draft: what it is called, and that it is a draft. */
function draft(schema, title) {
  const first = keysOf(schema).find((key) => ["voorkeursterm", "naam", "titel"].includes(key));
  return `status: ontwerp\n${first}: ${quote(title)}\nwijzigingen: |\n  ${today()} Eerste versie\n`;
}
