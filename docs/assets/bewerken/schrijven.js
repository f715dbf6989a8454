// A record back to its file. Only what changed is written anew, in the form of the house; every
// other byte, comments and unknown keys too, stays as it was.

import { isBlock, isPerLine, itemOf, keysOf, valueSchema } from "./schema.js";
import { clean, writeText } from "./tekst.js";
import { isMap, isScalar, isSeq, stringify } from "./yaml.js";
import { lineStart, lineEnd, readBlock, isLiteral, textOf, show } from "./record.js";

/** Give the source of a record with what a form holds. */
export function writeRecord(record, value, schema) {
  const { text, root } = record;
  if (!root)
    return finish(
      record,
      (text && !text.endsWith("\n") ? `${text}\n` : text) + emitFields(value, schema, 0),
    );
  const [start, end] = regionOf(text, root);
  return finish(
    record,
    text.slice(0, start) + rewrite(text, root, value, schema) + text.slice(end),
  );
}

const finish = (record, text) => record.mark + text.replaceAll("\n", record.newline);

/** Give where the entries of a map or a list stand, each with the lines before it. */
function entriesOf(text, node) {
  const entries = [];
  let before = -1;
  node.items.forEach((item, index) => {
    const pair = isMap(node);
    const start = pair ? item.key.range[0] : dashOf(node, index);
    const value = pair ? item.value : item;
    const end = endOf(text, value, start);
    const begin = lineStart(text, start);
    entries.push({
      name: pair ? textOf(item.key) : index,
      start,
      end,
      value,
      lead: before < 0 ? "" : text.slice(before, begin),
      indent: start - begin,
    });
    before = end;
  });
  return entries;
}

/** Give where the hyphen of an item stands; comments at the end of a list are no items. */
function dashOf(node, index) {
  const dashes = node.srcToken.items.flatMap((item) =>
    item.start.filter((token) => token.type === "seq-item-ind"),
  );
  return dashes.at(index).offset;
}

function endOf(text, node, start) {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
    const last = node.items.at(-1);
    const from = isMap(node) ? last.key.range[0] : dashOf(node, -1);
    return endOf(text, isMap(node) ? last.value : last, from);
  }
  const at = Math.max(start, node?.range?.[1] ?? 0);
  return text[at - 1] === "\n" ? at : lineEnd(text, at);
}

function regionOf(text, node) {
  const entries = entriesOf(text, node);
  return [entries[0].start, entries.at(-1).end];
}

const isWhole = (node) => (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0;

/** Give the text of a map or a list with other content, from its first sign on. */
function rewrite(text, node, value, schema) {
  const entries = entriesOf(text, node);
  const column = columnOf(text, entries[0].start);
  const parts = isMap(node)
    ? joinFields(text, entries, value, schema, column)
    : joinItems(text, entries, value, schema, column);
  return parts
    .map(({ lead, body }, index) => (index ? lead + " ".repeat(column) + body : body))
    .join("");
}

/** A first key that stands behind a hyphen has the column that it would have on a line of its own. */
const columnOf = (text, at) => at - lineStart(text, at);

function joinFields(text, entries, value, schema, column) {
  const isOpen = !keysOf(schema).length;
  const names = new Map([...value.keys()].map((key) => [value.renamed?.get(key) ?? key, key]));
  const known = new Set(keysOf(schema));
  const kept = entries.filter(
    (entry) => names.has(entry.name) || !(isOpen || known.has(entry.name)),
  );
  const made = new Map(
    kept.map((entry) => [
      names.get(entry.name) ?? entry.name,
      { lead: entry.lead, body: patch(text, entry, names.get(entry.name), value, schema, column) },
    ]),
  );
  keepComments(entries, kept, names, made);
  return orderKeys([...made.keys()], [...value.keys()], isOpen).map(
    (key) =>
      made.get(key) ?? {
        lead: "",
        body: emitPair(key, value.get(key), valueSchema(schema, key), column),
      },
  );
}

/** Comments above a key that goes stay, above the next one. */
function keepComments(entries, kept, names, made) {
  let left = "";
  for (const entry of entries) {
    if (!kept.includes(entry)) left += entry.lead;
    else {
      made.get(names.get(entry.name) ?? entry.name).lead = left + entry.lead;
      left = "";
    }
  }
}

/** Old keys stay where they are; a new one comes right behind the one that it follows in the form. */
function orderKeys(old, wanted, isOpen) {
  if (isOpen && wanted.length) return wanted;
  const order = [...old];
  wanted.forEach((key, index) => {
    if (order.includes(key)) return;
    const previous = wanted.slice(0, index).findLast((each) => order.includes(each));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
  });
  return order;
}

function patch(text, entry, key, value, schema, column) {
  const source = text.slice(entry.start, entry.end);
  const whole = source.endsWith("\n") ? source : `${source}\n`;
  if (key === undefined) return whole;
  const body = patchValue(text, entry, value.get(key), valueSchema(schema, key), (fresh) =>
    emitPair(key, fresh, valueSchema(schema, key), column),
  );
  return key === entry.name ? body : quote(key) + body.slice(body.indexOf(":"));
}

function joinItems(text, entries, items, schema, column) {
  const inner = itemOf(schema);
  const shown = entries.map((entry) => show(text, entry.value, inner));
  let from = 0;
  return items.map((item) => {
    const found = item instanceof Map ? item.origin : shown.indexOf(item, from);
    const origin = found === undefined || found < 0 ? undefined : found;
    if (origin === undefined) return { lead: "", body: emitItem(item, inner, column) };
    if (!(item instanceof Map)) from = origin + 1;
    const entry = entries[origin];
    return {
      lead: entry.lead,
      body: patchValue(text, entry, item, inner, (fresh) => emitItem(fresh, inner, column)),
    };
  });
}

/** Give an entry with another value; the same text when that is what it had. */
function patchValue(text, entry, value, schema, emit) {
  const { start, end, value: node } = entry;
  const source = text.slice(start, end);
  if (
    isWhole(node) &&
    (isMap(node) ? value instanceof Map && value.size : Array.isArray(value) && value.length)
  ) {
    const [from] = regionOf(text, node);
    return text.slice(start, from) + rewrite(text, node, value, schema);
  }
  if (isSame(show(text, node, schema), value))
    return source.endsWith("\n") ? source : `${source}\n`;
  if (typeof value !== "string" || !isScalar(node)) return emit(value);
  if (isBlock(schema)) return patchBlock(text, entry, value, schema, emit);
  if (!node.value || node.type.startsWith("BLOCK")) return emit(value);
  return `${text.slice(start, node.range[0])}${quote(value)}${text.slice(node.range[1], end).replace(/\n?$/, "\n")}`;
}

function patchBlock(text, { start, value: node }, value, schema, emit) {
  if (!isLiteral(node) || /\d/.test(text.slice(node.range[0], lineEnd(text, node.range[0])))) {
    return emit(value);
  }
  const { head, indent, lines } = readBlock(text, node);
  const tail = [];
  while (lines.length > 1 && !lines.at(-1).trim()) tail.push(`${lines.pop()}\n`);
  const block = writeText(lines, value.trim(), isPerLine(schema), indent);
  return text.slice(start, node.range[0]) + head + indentAll(block, indent) + tail.join("");
}

const indentAll = (lines, indent) =>
  lines.map((line) => (line ? `${" ".repeat(indent)}${line}\n` : "\n")).join("");

function isSame(one, other) {
  if (one instanceof Map)
    return (
      other instanceof Map &&
      one.size === other.size &&
      [...one].every(([key, each]) => isSame(each, other.get(key)))
    );
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, index) => isSame(each, other[index]))
    );
  return one === other;
}

/** Write text on one line, between quotes where YAML would read it as something else. */
export function quote(value) {
  const line = clean(value)
    .replace(/\s*\n\s*/g, " ")
    .trim();
  return stringify(line, {
    schema: "failsafe",
    defaultStringType: "PLAIN",
    lineWidth: 0,
    singleQuote: true,
  }).trimEnd();
}

function emitPair(key, value, schema, column) {
  return `${quote(key)}:${emitValue(value, schema, column)}`;
}

function emitFields(value, schema, column) {
  return [...value]
    .map(
      ([key, each]) => " ".repeat(column) + emitPair(key, each, valueSchema(schema, key), column),
    )
    .join("");
}

function emitItem(value, schema, column) {
  if (value instanceof Map) return `- ${emitFields(value, schema, column + 2).trimStart()}`;
  return `-${emitValue(value, schema, column)}`;
}

function emitValue(value, schema, column) {
  if (value instanceof Map) return `\n${emitFields(value, schema, column + 2)}`;
  if (Array.isArray(value))
    return `\n${value.map((each) => " ".repeat(column) + emitItem(each, itemOf(schema), column)).join("")}`;
  if (!isBlock(schema)) return ` ${quote(value)}\n`;
  return ` |\n${indentAll(writeText([], value.trim(), isPerLine(schema), column + 2), column + 2)}`;
}
