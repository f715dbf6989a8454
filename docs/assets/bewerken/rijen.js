// Rows that can be added, moved and taken away: items of a list, and keys of a mapping with their values.

import { button, freshId, label, make } from "./dom.js";
import { isBlock, isPart, itemOf, keyOf, valueSchema } from "./schema.js";
import { kindOf, makeValue } from "./velden.js";

/** Keep rows in their order; `change` tells when one comes, goes or moves. */
function keepRows(add, makeRow) {
  const rows = [];
  const box = make("div", { className: "rijen" });
  const element = make("div", {}, box, add);
  const move = (row, step) => {
    const at = rows.indexOf(row);
    if (!rows[at + step]) return;
    rows.splice(at, 1);
    rows.splice(at + step, 0, row);
    const here = document.activeElement;
    box.replaceChildren(...rows.map((each) => each.element));
    here?.focus();
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
      element.dispatchEvent(new Event("change", { bubbles: true }));
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
    return row;
  };
  add.addEventListener("click", () => {
    put().element.querySelector("summary, input, select, textarea").focus();
    element.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return { rows, put, element };
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
    if (isPart(item)) return foldPart(inner, called, each);
    inner.control.setAttribute("aria-label", label(context.key));
    const element = make(
      "div",
      { className: "rij", "data-pad": [...context.path, index()].join("/") },
      inner.element,
    );
    return { ...inner, element, name: () => inner.control.value || called };
  };
  const index = () => list.rows.length;
  const list = keepRows(
    button(`+ ${called}`, () => {}, { className: "erbij" }),
    makeRow,
  );
  for (const each of [value ?? []].flat()) list.put(each);
  const read = () => {
    const found = list.rows
      .map((row) => row.read())
      .filter((each) => each !== undefined && each !== "");
    if (!found.length) return undefined;
    return mayBeOne && found.length === 1 && !Array.isArray(value) ? found[0] : found;
  };
  if (mayBeOne && !list.rows.length) list.put();
  return { element: list.element, read };
}

function foldPart(inner, called, value) {
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
    { className: "rij", open: value === undefined },
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
  );
  for (const [key, each] of known) list.put(key, each);
  if (context.isFresh && !known.size) list.put();
  const read = () => {
    const found = new Map();
    found.renamed = new Map();
    for (const row of list.rows) {
      const [key, each] = [row.readKey(), row.read()];
      if (key === undefined || (each === undefined && row.origin === undefined)) continue;
      found.set(key, each ?? "");
      if (row.origin !== undefined) found.renamed.set(key, row.origin);
    }
    return found.size ? found : undefined;
  };
  return { element: list.element, read };
}
