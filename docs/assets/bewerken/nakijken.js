// What is wrong with one field: the limits that its model declares, in the words of the check.

import { findMeant, findNear, GUESSES, isDay } from "./dichtbij.js";
import { makeId } from "./kennis.js";
import {
  choicesOf,
  isList,
  isOpen,
  isPart,
  itemOf,
  keyOf,
  requiredOf,
  resolve,
  valueSchema,
} from "./schema.js";

export const fill = (said, values) => said.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const countWords = (text) => text.split(/\s+/).filter(Boolean).length;
export const linesOf = (text) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const patterns = new Map();

/** Give a pattern of Python for here: ends of a text, names of groups, letters of any alphabet. */
export function read(pattern, flags = "u") {
  const key = flags + pattern;
  if (!patterns.has(key)) {
    const here = pattern
      .replaceAll("(?P<", "(?<")
      .replaceAll("\\A", "(?<![\\s\\S])")
      .replaceAll("\\Z", "(?![\\s\\S])")
      .replaceAll("\\w", "[\\p{L}\\p{N}_]")
      .replace(/\\(["'`#<>~!])/g, "$1");
    patterns.set(key, new RegExp(here, flags));
  }
  return patterns.get(key);
}

/** Give what stands at each place of a record: parts, and texts with what may stand there. */
export function* walk(schema, value, where = [], around = null) {
  const found = resolve(schema);
  if (value instanceof Map) {
    if (isPart(found)) yield { sort: "part", schema: found, value, where };
    for (const [key, each] of value) {
      if (isOpen(found)) {
        yield {
          sort: "key",
          schema: keyOf(found),
          text: key,
          where: [...where, key],
          around: value,
        };
      }
      yield* walk(valueSchema(found, key), each, [...where, key], value);
    }
  } else if (Array.isArray(value) || (isList(found) && found.anyOf)) {
    const items = [value].flat();
    for (const [index, each] of items.entries()) {
      yield* walk(itemOf(found), each, [...where, index], around);
    }
  } else {
    yield { sort: "text", schema: found, text: String(value ?? "").trim(), where, around };
  }
}

/** Give the kind of record that a text names, and whether words will do too. */
export function namedIn(schema, ownKind) {
  const found = [schema, ...choicesOf(schema)].find((each) => "x-kind" in each);
  return found
    ? { kind: found["x-kind"] || ownKind, isOwn: !found["x-kind"], orWords: found !== schema }
    : null;
}

/** Give every fault of shape: what is missing, and texts that are over a limit of theirs. */
export function* checkShape(schema, value, context) {
  for (const found of walk(schema, value)) {
    if (found.sort === "part") {
      for (const key of requiredOf(found.schema).filter((each) => !found.value.has(each))) {
        yield tell("veld-ontbreekt", context.said["veld-ontbreekt"], [...found.where, key], {
          name: key,
        });
      }
    } else {
      yield* [...checkText(found, context)].slice(0, 1);
    }
  }
}

export const tell = (rule, said, where, values = {}, level = "fout") => ({
  rule,
  where,
  level,
  message: fill(said, values),
});

function* checkText({ sort, schema, text, where, around }, context) {
  const { said } = context;
  const name = where.findLast((step) => typeof step === "string");
  const own = (rule, message) => tell(rule, said.onder, where, { name, message });
  if (!text) {
    const isNeeded = requiredOf(context.schemaAt(where.slice(0, -1))).includes(where.at(-1));
    return yield own("leeg-veld", said[isNeeded ? "leeg-verplicht" : "leeg-veld"]);
  }
  const { maxLength } = choicesOf(schema)[0] ?? schema;
  if ([...text].length > (maxLength ?? Infinity)) {
    yield tell("te-lang", said["te-lang"], where, { name, most: maxLength });
  }
  if (schema.pattern && !read(schema.pattern).test(text)) {
    const inList = sort === "text" && typeof where.at(-1) === "number";
    yield {
      ...tell("geen-id", "", where),
      message: adviseId(text, schema, { ...context, inList, around }),
    };
  }
  if (schema["x-changes"]) return yield* checkChanges(schema, text, { ...context, own });
  for (const limit of schema["x-limits"] ?? []) {
    const over = findOver(limit, text, context);
    if (over) yield own(limit.rule, over);
  }
}

/** Give what is said of a text that is over a limit. */
function findOver(limit, text, { said, held }) {
  const found = limit.refuses && read(limit.refuses).exec(text);
  const parts = text.match(/\d+/g);
  const isOver =
    found ||
    (limit.wants && !read(`^(?:${limit.wants})$`).test(text)) ||
    (limit.words && countWords(text) > limit.words) ||
    (limit.is_day && parts && !isDay(...parts));
  if (!isOver) return "";
  const meant = limit.guess && GUESSES[limit.guess](text, held);
  const end = meant ? fill(said["bedoel-je"], { id: meant }) : (limit.otherwise ?? "");
  return fill(limit.said, { text, words: countWords(text), ...found?.groups }) + end;
}

function* checkChanges(schema, text, { own, ...context }) {
  let newest = "";
  const words = schema["x-changes"];
  for (const line of linesOf(text)) {
    if (!/^\p{Nd}/u.test(line)) return yield own("geen-datum", words.begin);
    const parts = line.split(/\s+/);
    const start = (count) => parts.slice(0, count).join(" ");
    const count = [1, 2, 3].find((each) => GUESSES.guess_date(start(each), context.held)) ?? 1;
    const day = start(count).replace(/:$/, "");
    for (const limit of schema["x-limits"]) {
      const over = findOver(limit, day, context);
      if (over) return yield own(limit.rule, over);
    }
    if (parts.length === count) return yield own("geen-datum", fill(words.words, { text: line }));
    if (newest && day > newest) return yield own("volgorde", words.order);
    newest = day;
  }
}

/** Say which place of a source was meant; a source of which the places are edited is none yet. */
function advisePlace(text, around, { said, records }) {
  const source = records.find((each) => each.kind === "bron" && each.id === around?.get("bron"));
  if (!source) return fill(said["geen-plaats"], { text });
  const wanted = makeId(text) || "naam";
  const places = Object.entries(source.places);
  const [meant] = places.find(([id, heading]) => id === wanted || makeId(heading) === wanted) ?? [];
  const end = meant
    ? fill(said["bedoel-je"], { id: meant })
    : fill(said["plaats-kies"], { places: places.map(([id]) => id).join(", ") });
  return fill(said["geen-plaats-in"], { text, source: source.id, hint: end.slice(2) });
}

/** Say what to write instead of a text that is no id. */
function adviseId(text, schema, { said, kinds, records, kind: ownKind, inList, around }) {
  const kind = namedIn(schema, ownKind)?.kind;
  if (kind === "plaats") return advisePlace(text, around, { said, records });
  const meant = findMeant(records, text, kind);
  const sign = [...text].find((each) => each > "\u007f" && !/\p{Script=Latin}/u.test(each));
  const code = sign?.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  const odd = sign ? fill(said["vreemd-teken"], { sign, code }) : "";
  if (meant) return fill(said["geen-id-bedoeld"], { text, odd, id: meant.id });
  const parts = text.split(/\s*[,;&+]\s*|\s+en\s+/).filter(Boolean);
  const ids = parts.map((part) => findMeant(records, part, kind)?.id).filter(Boolean);
  if (ids.length > 1 && ids.length === parts.length) {
    const items = ids.map((id) => `"- ${id}"`).join(", ");
    return fill(said[inList ? "geen-id-lijst" : "geen-id-kies"], {
      text,
      items,
      ids: ids.join(", "),
    });
  }
  if (!kind) return fill(said["geen-id"], { text });
  if (text.includes("://")) return fill(said["geen-id-webadres"], { text, kind });
  const made = fill(kinds[kind].new, { title: text });
  return fill(said["geen-id-nieuw"], { text, kind, id: makeId(text) || "naam", new: made });
}

/** Give the end of a message about an id that no record has. */
export function adviseUnknown(name, { kind, orWords }, { said, held, kinds, records }) {
  const some = records.filter((record) => record.kind === kind);
  const ids = some.map((record) => record.id);
  const meant = findMeant(some, name)?.id ?? findNear(name.toLowerCase(), ids, 0.7);
  if (meant) return fill(said["bedoel-je"], { id: meant });
  const other = records.find((record) => record.id === name);
  if (other) return fill(said["andere-soort"], { name, kind, other: other.kind });
  const words = name.split("-");
  const up = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  const shown =
    kind === "persoon"
      ? words.map((word) => (held.small_words.includes(word) ? word : up(word)))
      : words;
  const title = up(shown.join(" "));
  if (orWords) return fill(said["naam-met-hoofdletter"], { title });
  const made = fill(kinds[kind].new, { title });
  return fill(said[kind === "thema" ? "kies-of-maak" : "maak-het"], {
    ids: ids.join(", "),
    new: made,
  });
}
