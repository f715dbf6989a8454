// A form made from a schema. Each part gives its element and `read`: the value, or undefined when empty.

import { button, freshId, label, make, today } from "./dom.js";
import {
  choicesOf,
  isBlock,
  isList,
  isOpen,
  isPart,
  isPerLine,
  itemOf,
  keysOf,
  requiredOf,
  resolve,
  valueSchema,
} from "./schema.js";
import { listItems, listPairs } from "./rijen.js";

/** Make what stands behind a key. `context` has the kind, the path, the knowledge, and the fields around. */
export function makeValue(schema, value, context) {
  const found = resolve(schema);
  const word = choicesOf(found).find((each) => each.enum);
  if (word && isPart(found)) return makeWordOrPart(word.enum[0], found, value, context);
  if (isPart(found)) return makePart(found, value, context);
  if (isOpen(found)) return listPairs(found, value, context);
  if (isList(found) && !isPlainList(found)) return listItems(found, value, context);
  return makeText(found, value, context);
}

const isPlainList = (schema) => {
  const item = itemOf(schema);
  return !isPart(item) && !choicesOf(item).length && !("x-kind" in item);
};

/** Make fields with their labels; those that are optional and empty are folded. */
export function makePart(schema, value, context) {
  const known = value instanceof Map ? value : new Map();
  const fields = new Map();
  const inner = { ...context, around: fields, isGuided: false };
  const needed = new Set(requiredOf(schema));
  const shown = make("div", { className: "velden" });
  const rest = make("div", { className: "velden" });
  const names = [];
  for (const key of keysOf(schema)) {
    const each = valueSchema(schema, key);
    if (each.readOnly && !known.has(key)) continue;
    const field = makeField(key, each, known.get(key), {
      ...inner,
      key,
      required: needed.has(key),
      path: [...context.path, key],
    });
    fields.set(key, field);
    const isOpen = context.isGuided || needed.has(key) || known.has(key) || each.examples;
    (isOpen ? shown : rest).append(field.element);
    if (!isOpen) names.push(label(key).toLowerCase());
  }
  const fold =
    names.length &&
    make(
      "details",
      { className: "meer" },
      make("summary", { textContent: `Nog leeg: ${names.join(", ")}` }),
      rest,
    );
  const read = () => {
    const found = new Map(
      [...fields]
        .map(([key, field]) => [key, field.read()])
        .filter(([, each]) => each !== undefined),
    );
    if (known.origin !== undefined) found.origin = known.origin;
    return found.size ? found : undefined;
  };
  const element = make("div", { className: "deel" }, shown, ...(fold ? [fold] : []));
  return { element, fields, read };
}

function makeField(key, schema, value, context) {
  const field = makeValue(schema, value, context);
  const help = make("p", {
    className: "hulp",
    id: freshId("hulp"),
    textContent: schema.description ?? "",
  });
  const text = label(key) + (context.required ? "" : " (mag leeg)");
  const told = make("ul", { className: "fouten", id: freshId("fout") });
  const box = { className: "veld", "data-pad": context.path.join("/") };
  if (schema["x-changes"]) field.element = withToday(field.control);
  if (field.control) {
    field.control.id ||= freshId();
    field.control.setAttribute("aria-describedby", `${help.id} ${told.id}`);
    const name = make("label", { for: field.control.id, textContent: text });
    return { ...field, element: make("div", box, name, help, field.element, told) };
  }
  return {
    ...field,
    element: make(
      "fieldset",
      box,
      make("legend", { textContent: text }),
      help,
      field.element,
      told,
    ),
  };
}

/** Changes, with a way to begin the line of today. */
function withToday(area) {
  const begin = () => {
    area.value = `${today()} \n${area.value}`;
    area.focus();
    area.setSelectionRange(11, 11);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return make("div", {}, area, button("+ wijziging van vandaag", begin, { className: "klein" }));
}

/** One word, or fields in its place: whose a definition is. */
function makeWordOrPart(word, schema, value, context) {
  const part = makePart(
    { ...schema, anyOf: schema.anyOf.filter((each) => !resolve(each).enum) },
    value,
    context,
  );
  const select = make(
    "select",
    { "aria-label": label(context.key) },
    new Option(word, word),
    new Option("iemand anders", ""),
  );
  select.value = value instanceof Map ? "" : word;
  const show = () => (part.element.hidden = select.value !== "");
  select.addEventListener("change", show);
  show();
  const other = value instanceof Map || value === word || value === undefined ? undefined : value;
  const read = () => (select.value === "" ? part.read() : (other ?? word));
  return { element: make("div", {}, select, part.element), read };
}

function makeText(schema, value, context) {
  const control = isList(schema) ? makeArea(true) : makeControl(schema, context);
  const shown = isList(schema)
    ? [value ?? []].flat().join("\n")
    : toName(schema, value ?? "", context);
  if (
    control.tagName === "SELECT" &&
    ![...control.options].some((option) => option.value === shown)
  )
    control.add(new Option(shown, shown));
  if (control.type === "date" && shown && !/^\d{4}-\d{2}-\d{2}$/.test(shown)) control.type = "text";
  control.value = shown;
  control.required = Boolean(context.required);
  control.disabled = Boolean(schema.readOnly);
  if (control.rows)
    control.rows = Math.min(
      16,
      Math.max(2, Math.ceil(shown.length / 80) + shown.split("\n").length - 1),
    );
  const initial = control.value;
  const read = () => {
    const text = control.value.trim();
    const isKnownNow = initial === value && toId(schema, text, context) !== text;
    if (control.value === initial && !isKnownNow) return value;
    if (!text) return undefined;
    if (isList(schema))
      return text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
    return toId(schema, text, context);
  };
  return { element: control, control, read };
}

const makeArea = (perLine) =>
  make("textarea", {
    rows: 2,
    className: perLine ? "regels" : "tekst",
    spellcheck: true,
    lang: "nl",
  });

function makeControl(schema, context) {
  if (schema.enum)
    return make(
      "select",
      {},
      ...(context.required ? [] : [new Option("", "")]),
      ...schema.enum.map((each) => new Option(each.replaceAll("_", " "), each)),
    );
  const kind = kindOf(schema, context);
  if (kind === "plaats")
    return makePlaces(context, () => context.knowledge.places(context.around.get("bron")?.read()));
  if (schema["x-own-place"])
    return makePlaces(context, () => [...(context.around.get("plaatsen")?.read() ?? [])]);
  if (kind) return make("input", { type: "text", list: `ids-${kind}`, autocomplete: "off" });
  if (schema.format === "date") return make("input", { type: "date" });
  if (isBlock(schema)) return makeArea(isPerLine(schema));
  return make("input", { type: "text", autocomplete: "off" });
}

/** A place in the source that is chosen in another field; the choices follow that one. */
function makePlaces({ required }, list) {
  const select = make("select");
  const fill = () => {
    const chosen = select.value;
    const options = list().map(
      ([id, heading]) => new Option(heading ? `${heading} (${id})` : id, id),
    );
    select.replaceChildren(...(required && chosen ? [] : [new Option("", "")]), ...options);
    if (chosen && !options.some((option) => option.value === chosen))
      select.add(new Option(chosen, chosen));
    select.value = chosen;
  };
  select.addEventListener("focus", fill);
  select.addEventListener("pointerdown", fill);
  queueMicrotask(fill);
  return select;
}

/** Give the kind of record that a field names: "" is the kind of the record itself. */
export function kindOf(schema, context) {
  const found = [schema, ...choicesOf(schema)].find((each) => "x-kind" in each);
  return found && (found["x-kind"] || context.kind);
}

export function toName(schema, value, context) {
  const kind = kindOf(schema, context);
  return (kind && kind !== "plaats" && context.knowledge.namesOf(kind).byId.get(value)) || value;
}

export function toId(schema, text, context) {
  const kind = kindOf(schema, context);
  return (
    (kind && kind !== "plaats" && context.knowledge.namesOf(kind).byName.get(text.toLowerCase())) ||
    text
  );
}
