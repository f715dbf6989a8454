// Rows that can be added, moved and taken away: items of a list, and keys of a mapping with their values.

import { button, freshId, label, make } from "./dom.js";
import { makeId } from "./kennis.js";
import { isBlock, isPart, itemOf, keyOf, valueSchema } from "./schema.js";
import { kindOf, makeValue } from "./velden.js";

/** Keep rows in their order; `change` tells when one comes, goes or moves. `stepOf` names a row. */
function keepRows(add, makeRow, stepOf) {
  const rows = [];
  const box = make("div", { className: "rijen" });
  const element = make("div", {}, box, add);
  /** Let messages find the fields of each row by the place that it has now. */
  const place = () => {
    const around = element.closest("[data-pad]")?.dataset.pad;
    if (around === undefined) return;
    for (const [index, row] of rows.entries()) {
      const [old, now] = [row.element.dataset.pad, `${around}/${stepOf(row, index)}`];
      for (const each of [row.element, ...row.element.querySelectorAll("[data-pad]")])
        each.dataset.pad = now + each.dataset.pad.slice(old.length);
    }
  };
  const move = (row, step) => {
    const at = rows.indexOf(row);
    if (!rows[at + step]) return;
    rows.splice(at, 1);
    rows.splice(at + step, 0, row);
    const here = document.activeElement;
    box.replaceChildren(...rows.map((each) => each.element));
    here?.focus();
    tell();
  };
  const tell = () => {
    place();
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const put = (...values) => {
    const row = makeRow(...values);
    const act = (text, name, action) =>
      button(text, action, {
        className: "klein",
        "aria-label": `${name}: ${row.name()}`,
        title: name,
      });
    const remove = () => {
      const at = rows.indexOf(row);
      rows.splice(at, 1);
      row.element.remove();
      tell();
      (
        rows[Math.min(at, rows.length - 1)]?.element.querySelector(
          "summary, input, select, textarea, button",
        ) ?? add
      ).focus();
    };
    const bar = make(
      "div",
      { className: "rijknoppen" },
      act("↑", "Naar boven", () => move(row, -1)),
      act("↓", "Naar beneden", () => move(row, 1)),
      act("Haal weg", "Haal weg", remove),
    );
    row.element.append(bar);
    rows.push(row);
    box.append(row.element);
    place();
    return row;
  };
  add.addEventListener("click", () => {
    const row = put().element;
    keepQuiet(row);
    row.querySelector("summary, input, select, textarea").focus();
    tell();
  });
  return { rows, put, place, element };
}

/** Say nothing of what is still empty in a new row, as long as somebody is in it. */
function keepQuiet(row) {
  row.dataset.nieuw = "";
  row.addEventListener("focusout", ({ relatedTarget }) => {
    if (row.contains(relatedTarget) || !("nieuw" in row.dataset)) return;
    delete row.dataset.nieuw;
    row.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Items: parts with fields of their own, or records that are named. */
export function listItems(schema, value, context) {
  const item = itemOf(schema);
  const called = item["x-called"] ?? kindOf(item, context) ?? label(context.key).toLowerCase();
  const mayBeOne = Boolean(schema.anyOf);
  const makeRow = (each) => {
    const inner = makeValue(item, each, {
      ...context,
      required: false,
      path: [...context.path, index()],
    });
    const pad = [...context.path, index()].join("/");
    if (isPart(item)) return foldPart(inner, called, each, pad);
    inner.control.setAttribute("aria-label", label(context.key));
    const element = make("div", { className: "rij", "data-pad": pad }, inner.element);
    return { ...inner, element, name: () => inner.control.value || called };
  };
  const index = () => list.rows.length;
  const list = keepRows(
    button(`+ ${called}`, () => {}, { className: "erbij" }),
    makeRow,
    (_, at) => at,
  );
  for (const each of [value ?? []].flat()) list.put(each);
  const read = () => {
    list.place();
    const found = list.rows
      .map((row) => row.read())
      .filter((each) => each !== undefined && each !== "");
    if (!found.length) return undefined;
    return mayBeOne && found.length === 1 && !Array.isArray(value) ? found[0] : found;
  };
  if (mayBeOne && !list.rows.length) list.put();
  return { element: list.element, read };
}

function foldPart(inner, called, value, pad) {
  const summary = make("summary");
  const name = () => {
    const [first, last] = [
      inner.element.querySelector("input, select"),
      inner.element.querySelector("textarea"),
    ];
    return (
      [first?.value, last?.value.slice(0, 60)].filter(Boolean).join(": ") || `nieuw (${called})`
    );
  };
  const element = make(
    "details",
    { className: "rij", open: value === undefined, "data-pad": pad },
    summary,
    inner.element,
  );
  const tell = () => (summary.textContent = name());
  element.addEventListener("input", tell);
  tell();
  return { ...inner, element, name };
}

/** Keys with their values: a relation with its reason, a source with a role, a place with its heading. */
export function listPairs(schema, value, context) {
  const known = value instanceof Map ? value : new Map();
  const keySchema = keyOf(schema);
  const called = keySchema.enum
    ? "soort"
    : (kindOf(keySchema, context) ?? label(context.key).toLowerCase());
  const inner = valueSchema(schema, "");
  const isNamed = keySchema.pattern && !("x-kind" in keySchema || keySchema["x-own-place"]);
  const makeRow = (key, each) => {
    const path = [...context.path, key ?? `+${list.rows.length}`];
    const head = makeValue(keySchema, key, { ...context, required: true, path });
    head.control.setAttribute(
      "aria-label",
      `${label(context.key)}: ${keySchema.enum ? "soort" : "welke"}`,
    );
    const body = makeValue(inner, each, {
      ...context,
      required: true,
      path,
      isFresh: key === undefined,
    });
    body.control?.setAttribute(
      "aria-label",
      `${label(context.key)}: ${isBlock(inner) ? "tekst" : "waarde"}`,
    );
    if (!isNamed && !keySchema.enum) head.control.placeholder = `${called}: begin te typen en kies`;
    if (isNamed) nameByWords(head.control, body.control);
    const told = make("ul", { className: "fouten", id: freshId("fout") });
    const element = make(
      "div",
      { className: "rij paar", "data-pad": path.join("/") },
      head.element,
      body.element,
      told,
    );
    return {
      element,
      name: () => head.control.value || "nieuw",
      origin: key,
      readKey: head.read,
      read: body.read,
    };
  };
  const list = keepRows(
    button(`+ ${called}`, () => {}, { className: "erbij" }),
    makeRow,
    (row, at) => row.readKey() ?? `+${at}`,
  );
  for (const [key, each] of known) list.put(key, each);
  if (context.isFresh && !known.size) list.put();
  const read = () => {
    list.place();
    const found = new Map();
    found.renamed = new Map();
    for (const row of list.rows) {
      const [key, each] = [row.readKey(), row.read()];
      const isHalf = row.origin === undefined && (key === undefined) !== (each === undefined);
      row.element.toggleAttribute("data-half", isHalf);
      if (key === undefined || (each === undefined && row.origin === undefined)) continue;
      found.set(key, each ?? "");
      if (row.origin !== undefined) found.renamed.set(key, row.origin);
    }
    return found.size ? found : undefined;
  };
  if (isNamed) list.element.append(makePaste(context.key, list));
  return { element: list.element, read };
}

/** The name of a place follows from its words, unless somebody chose another one. */
function nameByWords(key, words) {
  words.placeholder = "zoals het er staat";
  key.placeholder = "naam in het adres; komt vanzelf";
  words.addEventListener("change", () => {
    key.value ||= makeId(words.value);
  });
}

/** Many at once, as they were copied: one a line. */
function makePaste(key, list) {
  const area = make("textarea", { rows: 4, "aria-label": `${label(key)}, één per regel` });
  const put = () => {
    for (const line of area.value.split("\n").map((each) => each.trim())) {
      if (!line) continue;
      const [name, words] = list.put().element.querySelectorAll("input, textarea");
      words.value = line;
      name.value = makeId(line);
    }
    area.value = "";
    list.element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const summary = make("summary", { textContent: "Plak er meer tegelijk, één per regel" });
  return make("details", { className: "meer" }, summary, area, button("Zet erbij", put));
}
