// A question as the index knows it: each word with the keys that may be meant by it.

import { distance, makeKey, makeNameKeys, readQuestion, soundKey, weighWord } from "./woorden.js";
import { findPostings } from "./stukken.js";

const HALF = { words: 8, worth: 0.75, known: 0.4 };
const LONGEST_NAME = 5,
  SHORTEST_PART = 4,
  PART = 0.6,
  KIN = 0.7,
  NEAREST = 3,
  LONG = 9;
// What begins like this ends a word; it is no word itself.
const ENDING = /^(lijk|heid|heden|baar|loos|zaam|schap|achtig)/;
// A word that so few pages have is looked for by its parts as well.
const RARE = 2;

/**
 * Read a question. Gives `words` ({ typed, weight, keys: [{ key, worth }], meant }), where `meant` is
 * the word that was probably meant by one that is not known, `names` ({ key, from, to, worth }) and
 * the `postings` of all keys and what is `said` with them.
 */
export async function read(query, base, root) {
  const typed = readQuestion(query);
  const words = typed.map((word) => ({
    typed: word,
    weight: weighWord(word),
    keys: [{ key: makeKey(word), worth: 1 }],
  }));
  const joined = words.slice(1).map(({ typed: next }, place) => makeKey(words[place].typed + next));
  const { postings, said } = await findPostings(
    base,
    [...words.map(({ keys }) => keys[0].key), ...joined],
    root,
  );
  joined.forEach((key, place) => {
    const pair = [words[place], words[place + 1]];
    if (!postings.has(key) || pair.every(({ weight }) => weight < 1)) return; // "bij een" is no "bijeen"
    for (const word of pair) {
      word.weight = 1;
      word.keys.push({ key, worth: 1 });
    }
  });
  words.forEach((word, place) => {
    if (word.weight === 1)
      meet(word, base, postings, place === words.length - 1 && !/\s$/.test(query));
  });
  const names = findNames(words);
  const more = [...words.flatMap(({ keys }) => keys), ...names]
    .map(({ key }) => key)
    .filter((key) => !postings.has(key));
  const others = await findPostings(base, more, root);
  for (const [key, pages] of others.postings) postings.set(key, pages);
  for (const [key, each] of others.said) said.set(key, each);
  return { words, names, postings, said };
}

/** Add what may be meant by a word: how it may go on, its parts, or what it is a slip of. */
function meet(word, base, postings, isLast) {
  const { typed, keys } = word;
  const count = Math.max(...keys.map(({ key }) => (postings.get(key)?.length ?? 0) / 2));
  let isHalf = false;
  if (isLast ? typed.length > 1 : !count && typed.length > 2) {
    const starts = (each) => each !== typed && each.startsWith(typed);
    const found = [...base.names.filter(starts), ...base.others.filter(starts)].slice(
      0,
      HALF.words,
    );
    const worth = base.known.has(typed) ? HALF.known : HALF.worth;
    for (const each of found) keys.push({ key: makeKey(each), worth, half: each });
    isHalf = found.length > 0;
  }
  for (const each of findKin(typed, base))
    keys.push({ key: makeKey(each), worth: KIN, isKin: true });
  if (typed.length < 4 || count > RARE || isElsewhere(typed, base)) return;
  const near = count || isHalf ? [] : findNearest(typed, base);
  const parts = near[0]?.off <= 1 ? null : splitCompound(typed, base);
  if (parts) for (const part of parts) keys.push({ key: makeKey(part), worth: PART });
  else for (const { each, worth } of near) keys.push({ key: makeKey(each), worth });
  if (!parts && near.length && isSlip(typed, near[0])) word.meant = near[0].each;
}

/**
 * Whether a word is so near to one of a name that it was probably meant: no other form, no short word,
 * and with one slip, or the same letters in another order, unless it is long.
 */
function isSlip(typed, { each, isName, off }) {
  const isNear =
    isName &&
    typed.length > 5 &&
    off <= (typed.length < LONG && sortLetters(typed) !== sortLetters(each) ? 1 : 2);
  return isNear && !each.startsWith(typed) && !typed.startsWith(each);
}

function sortLetters(word) {
  return [...word].sort().join("");
}

/** Whether a word is (part of) a term of which other places speak. */
function isElsewhere(typed, { elsewhere }) {
  return elsewhere.some(([terms]) => terms.some(({ words }) => words.includes(typed)));
}

/** Everyday words that say about the same. */
function findKin(typed, { rings }) {
  const key = makeKey(typed);
  return rings
    .filter((ring) => ring.some((each) => makeKey(each) === key))
    .flat()
    .filter((each) => makeKey(each) !== key);
}

/** The known words that are nearest to one that is not: by letters, or by sound. */
function findNearest(typed, base) {
  const most = typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3,
    sound = soundKey(typed),
    found = [];
  for (const [list, extra] of [
    [base.names, 0],
    [base.others, 0.5],
  ])
    for (const each of list) {
      if (each.length < 4 || Math.abs(each.length - typed.length) > most) continue;
      const letters = distance(typed, each, most);
      const off =
        soundKey(each) === sound ? Math.min(letters, 0.5) : typed.length < 5 ? most + 1 : letters;
      const first = each[0] === typed[0] ? 0 : 0.5;
      if (off <= most && off / typed.length <= 0.27 && (!first || off <= 1))
        found.push({ each, isName: !extra, off: off + extra + first, worth: 0.9 - 0.12 * off });
    }
  found.sort((a, b) => a.off - b.off);
  return found.filter(({ off }) => off <= found[0].off + 0.5).slice(0, NEAREST);
}

/** The two known words of which one is made, with or without "s" or "en" between them. */
function splitCompound(word, base) {
  base.keys ??= new Set([...base.known].map(makeKey));
  const isKnown = (part) =>
    part.length >= SHORTEST_PART && !ENDING.test(part) && base.keys.has(makeKey(part));
  for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place++) {
    const first = word.slice(0, place),
      last = word.slice(place);
    if (!isKnown(last)) continue;
    const part = [first, first.replace(/s$/, ""), first.replace(/e?n?$/, "")].find(isKnown);
    if (part) return [part, last];
  }
  // Of two words only one may be known: "wijkverkenning".
  for (let size = word.length - SHORTEST_PART; size >= SHORTEST_PART; size--) {
    const first = word.slice(0, size),
      last = word.slice(-size);
    if (!ENDING.test(word.slice(size))) {
      const known = [first, first.replace(/s$/, ""), first.replace(/e?n?$/, "")].find(isKnown);
      if (known) return [known];
    }
    if (isKnown(last)) return [last];
  }
  return null;
}

/** The runs of words that may be a whole name, as typed and as meant. */
function findNames(words) {
  const names = [],
    best = words.map(({ typed, meant }) => meant ?? typed);
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++)
      for (const key of makeNameKeys(best.slice(from, to)))
        names.push({
          key,
          from,
          to,
          worth: words.slice(from, to).some(({ meant }) => meant) ? 0.9 : 1,
        });
  const last = words.length - 1;
  for (const { half, key, worth } of words[last]?.keys ?? [])
    if (half) names.push({ key: `${key}=`, from: last, to: last + 1, worth });
  return names;
}
