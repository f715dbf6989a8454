// The [[links]] in a text: to what they lead, and what readers see there. As text_links.py has it.

import { findNear } from "./dichtbij.js";
import { makeId } from "./kennis.js";
import { adviseUnknown, fill, tell, walk } from "./nakijken.js";

const LINK = /\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]/g;
const PART = /[\p{L}\p{N}_]+/gu;
const plain = (words) => words.replace(/[’‘‛]/g, "'").replace(/[“”„]/g, '"').replace(/[–—‑]/g, "-");
const tidy = (words) => words.trim().split(/\s+/).join(" ");

/** Give words without what a reader passes over: accents, capitals, forms of quotes, spaces. */
const fold = (words) =>
  tidy(plain(words).toLowerCase())
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\s*:\s*/g, ":");

const wordsOf = (record) =>
  record.kind === "begrip" ? [...record.labels, ...(record.forms ?? [])] : [record.title];

/** Give every record by its kind and its folded words; one that readers can open goes first. */
function gather(records) {
  const [owners, lesser] = [new Map(), new Map()];
  for (const record of records.filter((each) => each.kind !== "diagram")) {
    const into = record.draft ? lesser : owners;
    for (const name of new Set([record.id, ...wordsOf(record).map(fold)])) {
      const key = `${record.kind} ${name}`;
      into.set(key, [...(into.get(key) ?? []), record]);
    }
  }
  return new Map([...lesser, ...owners]);
}

function find(names, kind, written) {
  const key = fold(written);
  const found = names.get(`${kind} ${key}`) ?? [];
  const own = found.find((each) => each.id === key && wordsOf(each).map(fold).includes(key));
  return own ? [own] : found;
}

function readsAs(record, words) {
  const same = (each) => tidy(plain(each)).normalize("NFC");
  const known = wordsOf(record).map((each) => plain(each).normalize("NFC"));
  if (record.kind !== "begrip") return known.includes(same(words));
  return known.some((each) => each.toLowerCase() === same(words).toLowerCase());
}

/** Give the part of a term that has the words of what was written; the whole when all are. */
function findIn(term, written) {
  const wanted = fold(written).match(PART) ?? [];
  const parts = [...term.matchAll(PART)];
  for (let start = 0; wanted.length && start <= parts.length - wanted.length; start += 1) {
    const run = parts.slice(start, start + wanted.length);
    if (!run.every((part, at) => fold(part[0]) === wanted[at])) continue;
    const end = run.at(-1).index + run.at(-1)[0].length;
    return run.length === parts.length ? term : term.slice(run[0].index, end);
  }
  return "";
}

function chooseWords(record, written) {
  let words = record.title;
  if (record.kind === "begrip") {
    const found = wordsOf(record).map((term) => findIn(term, written));
    words = found.find(Boolean) ?? written.replaceAll("-", " ");
    const isName = words.slice(1) !== words.slice(1).toLowerCase() || /^\p{Lu}/u.test(written);
    if (!isName) words = words.charAt(0).toLowerCase() + words.slice(1);
  }
  return words.replace(/[[\]|]/g, (sign) => ({ "[": "(", "]": ")", "|": "/" })[sign]);
}

/** Give a fault for each link to nothing, to more than one, or that reads wrong. */
export function* checkLinks(value, context) {
  const { schema, said, kinds, records } = context;
  const names = gather(records);
  const prefixes = Object.entries(kinds).filter(([kind]) => kind !== "diagram");
  const known = new Map(prefixes.map(([kind, about]) => [about.prefix, kind]));
  const isDraft = value.get("status") === "ontwerp";
  for (const { sort, schema: inner, text, where } of walk(schema, value)) {
    if (sort !== "text" || !inner["x-prose"] || !/\[\[|\]\]/.test(text)) continue;
    for (const [, target, words] of text.matchAll(LINK)) {
      const [start, ...rest] = target.split(":");
      const hasKind = rest.length > 0 && known.has(start.trim());
      const kind = hasKind ? known.get(start.trim()) : "begrip";
      const link = {
        kind,
        id: tidy(hasKind ? rest.join(":") : target),
        words: (words ?? "").trim(),
      };
      const found = judge(link, { ...context, names, known, isDraft });
      if (found) yield { ...tell(found[0], "", where), message: found[1] };
    }
    if (/\[\[|\]\]/.test(text.replace(LINK, "x"))) {
      yield tell("kapotte-link", said["kapotte-link"], where);
    }
  }
}

function judge(link, context) {
  const { said, names, kinds, isDraft } = context;
  const write = (record, words) => {
    const prefix = record.kind === "begrip" ? "" : `${kinds[record.kind].prefix}:`;
    return `[[${prefix}${record.id}|${words}]]`;
  };
  const [{ kind, id, words }, shown] = [link, link.words || link.id];
  const found = find(names, kind, id);
  if (!found.length) return ["dode-link", sayUnknown(link, write, context)];
  if (found.length > 1) {
    const choices = found.map((each) => write(each, chooseWords(each, shown))).join(" of ");
    return ["dubbelzinnige-link", fill(said["dubbelzinnige-link"], { text: id, kind, choices })];
  }
  const [record] = found;
  if (record.draft && !isDraft) {
    return ["link-naar-ontwerp", fill(said["link-naar-ontwerp"], { kind, id: record.id })];
  }
  if (words || readsAs(record, shown)) return null;
  const better = chooseWords(record, shown);
  const values = { shown, kind, title: record.title, link: write(record, better) };
  return [
    "link-toont-id",
    fill(said[better === shown ? "link-geen-woord" : "link-toont-id"], values),
  ];
}

function sayUnknown({ kind, id }, write, context) {
  const { said, names, known, records } = context;
  const [prefix, ...rest] = id.split(":");
  if (rest.length && kind === "begrip") {
    const near = findNear(prefix.toLowerCase(), known.keys(), 0.7);
    const choices = [...known.keys()].sort().join(", ");
    const hint = near
      ? fill(said["bedoel-je"], { id: near })
      : fill(said["link-kies"], { kinds: choices });
    return fill(said["geen-linksoort"], { prefix, hint });
  }
  const start = fill(said["bestaat-niet"], { kind, name: id });
  const meant = (record, words) => fill(said["bedoel-link"], { link: write(record, words) });
  for (const other of known.values()) {
    const [record] = find(names, other, id);
    if (record) return start + meant(record, chooseWords(record, id));
  }
  const key = fold(id);
  const concepts = records.filter((each) => each.kind === "begrip");
  const hidden = concepts.find((each) => each.hidden?.some((word) => fold(word) === key));
  if (kind === "begrip" && hidden)
    return start + fill(said["wel-zoekterm"], { link: write(hidden, id) });
  const all = [...names.keys()].filter((name) => name.startsWith(`${kind} `));
  const near = findNear(
    key,
    all.map((name) => name.slice(kind.length + 1)),
    0.7,
  );
  if (near) {
    const [record] = names.get(`${kind} ${near}`);
    const words = chooseWords(record, near);
    const isWord = record.kind === "begrip" && readsAs(record, words);
    return start + (isWord ? fill(said["bedoel-je"], { id: words }) : meant(record, words));
  }
  const name = makeId(id) || "naam";
  return name === id ? start + adviseUnknown(name, { kind }, context) : start;
}
