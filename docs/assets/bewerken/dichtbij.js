// What somebody meant: the record that is called so, the word that comes nearest, a date written
// in another way. It finds what lookup.py, difflib and guesses.py find: see test_editing_checks.py.

import { makeId } from "./kennis.js";

/** Give how many signs two lists have in common, as difflib counts them. */
function countCommon(one, other) {
  let [first, second, size] = [0, 0, 0];
  let before = new Map();
  for (const [at, sign] of one.entries()) {
    const now = new Map();
    for (let there = other.indexOf(sign); there >= 0; there = other.indexOf(sign, there + 1)) {
      const run = (before.get(there - 1) ?? 0) + 1;
      now.set(there, run);
      if (run > size) [first, second, size] = [at - run + 1, there - run + 1, run];
    }
    before = now;
  }
  if (!size) return 0;
  const left = countCommon(one.slice(0, first), other.slice(0, second));
  return size + left + countCommon(one.slice(first + size), other.slice(second + size));
}

/** Give the word that comes nearest, or undefined when none is near enough. */
export function findNear(written, words, least) {
  const wanted = [...written];
  let [best, found] = [least, undefined];
  for (const word of [...words].sort()) {
    const signs = [...word];
    const all = signs.length + wanted.length;
    if ((2 * Math.min(signs.length, wanted.length)) / all < best) continue;
    const ratio = (2 * countCommon(signs, wanted)) / all;
    if (ratio >= best) [best, found] = [ratio, word];
  }
  return found;
}

const idOf = (name) => makeId(name) || "naam";
const wordsOf = (record) => [...record.id.split("-"), ...idOf(record.title).split("-")];

/** Give the one record that is called so, or whose name alone holds all these words. */
export function findCalled(records, written) {
  const plain = idOf(written);
  const words = plain.split("-");
  const namesOf = (record) => [record.id, ...[record.title, ...(record.names ?? [])].map(idOf)];
  let called = records.filter((record) => namesOf(record).includes(plain));
  if (!called.length && words.some((word) => word.length >= 4)) {
    called = records.filter((record) => {
      const own = wordsOf(record);
      return words.every((word) => own.some((each) => each === word || each[0] === word));
    });
  }
  return new Set(called.map((each) => each.id)).size === 1 ? called[0] : undefined;
}

const AROUND = /^[^\p{L}\p{N}_]*(?:.*[/:])?|\.ya?ml$|[^\p{L}\p{N}_]+$/gu;

/** Give the record that is called so without what people put around an id, or that comes near. */
export function findMeant(records, written, kind) {
  const some = kind ? records.filter((record) => record.kind === kind) : records;
  if (written.includes("://")) return findCalled(some, written);
  const bare = written.replace(AROUND, "");
  const found = findCalled(some, written) ?? findCalled(some, bare);
  if (found || !kind) return found;
  const ids = some.map((record) => record.id);
  const near = findNear(idOf(bare), ids, 0.8);
  return some.find((record) => record.id === near);
}

const trimAll = (text, signs) => {
  const has = (sign) => sign !== undefined && signs.includes(sign);
  let [start, end] = [0, text.length];
  while (has(text[start])) start += 1;
  while (end > start && has(text[end - 1])) end -= 1;
  return text.slice(start, end);
};

/** Tell whether a year, month and day exist together. */
export function isDay(year, month = "01", day = "01") {
  const made = new Date(`${year.padStart(4, "0")}-01-01T00:00:00Z`);
  made.setUTCMonth(Number(month) - 1, Number(day));
  const is = [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()];
  return Number(year) > 0 && is.join() === [year, month, day].map(Number).join();
}

const YEAR_FIRST = /^(?:(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{4})(\d{2})(\d{2}))$/;
const DAY_FIRST = /^(\d{1,2})[-/. ]+(\d{1,2}|[a-zé]+)\.?[-/. ]+(\d{4})$/;

export function guessDate(written, { months }) {
  const text = trimAll(written, " .,:;").toLowerCase();
  let found = YEAR_FIRST.exec(text)?.slice(1).filter(Boolean);
  if (!found) {
    found = DAY_FIRST.exec(text)?.slice(1).reverse();
    if (!found) return "";
    const start = found[1].slice(0, 3);
    const named = { mrt: 3, may: 5 }[start] ?? months.indexOf(start) + 1;
    if (!/\d/.test(found[1])) found[1] = String(named);
  }
  const day = [found[0], found[1].padStart(2, "0"), found[2].padStart(2, "0")];
  return isDay(...day) ? day.join("-") : "";
}

/** The guesses of what was meant, by the names that they have in guesses.py. */
export const GUESSES = {
  guess_date: guessDate,
  guess_source_date(written, held) {
    const text = written.trim().toLowerCase();
    if (held.no_date.includes(text)) return "z.d.";
    const about = /^(?:ca?\.?|circa|rond|omstreeks|±) *(\d{4})$/.exec(text);
    return about ? `${about[1]}~` : guessDate(text, held);
  },
  guess_number: (written) =>
    /^0*([1-9]\d{0,3}) *(?:m|min[\p{L}\p{N}_]*|uur|keer|x|')?\.?$/u.exec(
      written.trim().toLowerCase(),
    )?.[1] ?? "",
  guess_web_address(written) {
    const bare = trimAll(written.trim(), "<>").replace(/^[a-z]*:?\/+/i, "");
    const plain = bare.split(/\s+/).filter(Boolean).join("%20");
    const isSite = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+(\/[^\s<>"'`{}|\\^]*)?$/u.test(plain);
    return isSite ? `https://${plain}` : "";
  },
  strip_quotes: (written) => trimAll(written.trim(), "\"'‘’“”„‚«»‹›").trim(),
};
