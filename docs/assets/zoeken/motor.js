// Answers a question with pages, and says where each of them meets it.

import { rank, sumMass } from "./rang.js";
import { fetchPage, forget, openBase } from "./stukken.js";
import { read } from "./vraag.js";
import { makeKey, makeNameKeys, splitWords } from "./woorden.js";

const READ = 10;

/** Fetch what searching needs while the reader is still typing; what fails is told by the question. */
export function warmUp(root) {
  openBase(root).catch(forget);
}

/** The themes, as identifier and name. */
export async function findThemes(root) {
  return (await openBase(root)).themas;
}

/**
 * Answer a question, within the `choices` of kind (`soort`) and theme (`thema`): `hits` in order,
 * `counts` of them by kind, whichever is chosen,
 * `unknown` words that are nowhere, `elsewhere`: the terms that other places treat, `meant`: what
 * was perhaps meant (or null), `more()` for the next hits, and `isWhole`: false when
 * something did not come. Throws without an answer.
 */
export async function answer(query, choices, root) {
  try {
    return await find(query, choices, root);
  } catch {
    forget(); // after a new publication the pieces of the old one are gone: once more, with the new
    return await find(query, choices, root).catch((error) => {
      forget();
      throw error;
    });
  }
}

async function find(query, choices, root) {
  const base = await openBase(root);
  const question = await read(query, base, root);
  const { soort, thema } = choices;
  const inTheme = rank(question, base).filter(
    ([number]) => !thema || base.kinds[number].thema === thema,
  );
  const counts = {};
  for (const [number] of inTheme)
    counts[base.kinds[number].soort] = (counts[base.kinds[number].soort] ?? 0) + 1;
  const ranked = inTheme.filter(([number]) => !soort || base.kinds[number].soort === soort);
  const given = await show(ranked, question, base, root);
  if (!given.isWhole && !given.hits.length) throw new TypeError("no page came");
  if (!given.isWhole) forget();
  const unknown = question.words
    .filter(({ weight, mass }) => weight === 1 && !mass)
    .map(({ typed }) => typed);
  return {
    ...given,
    counts,
    question,
    unknown,
    elsewhere: base.elsewhere,
    meant: findMeant(question, given.hits),
  };
}

/** The first of these pages, and how to have the next. */
async function show(ranked, question, base, root) {
  const given = await Promise.allSettled(
    ranked.slice(0, READ).map(([number]) => fetchPage(base, number, root)),
  );
  const hits = given.flatMap(({ value: page }, at) =>
    page ? [{ ...page, thema: base.kinds[ranked[at][0]].thema, ...findWhere(page, question) }] : [],
  );
  const left = ranked.slice(READ);
  return {
    hits,
    isWhole: hits.length === given.length,
    more: left.length ? () => show(left, question, base, root) : null,
  };
}

/** Where a page meets the question: by which of its names, and in which passage. */
function findWhere({ title, names, passages }, { words, names: runs, postings }) {
  const asked = new Set(runs.filter(({ key }) => postings.has(key)).map(({ key }) => key));
  const isAsked = (name) => makeNameKeys(splitWords(name)).some((key) => asked.has(key));
  const marked = new Set(
    words.flatMap(({ keys, weight }) =>
      weight === 1 ? keys.filter(({ isKin }) => !isKin).map(({ key }) => key) : [],
    ),
  );
  const whole = sumMass(words) || 1;
  let place = null;
  for (const [anchor, voice, text] of passages) {
    const held = new Set([...splitWords(voice), ...splitWords(text)].map(makeKey));
    const covered =
      words.reduce(
        (sum, { keys, mass }) => sum + (keys.some(({ key }) => held.has(key)) ? mass : 0),
        0,
      ) / whole;
    if (
      covered > (place?.covered ?? 0) ||
      (voice && !place?.voice && covered && covered === place?.covered)
    )
      place = { anchor, voice, text, covered };
  }
  return {
    isNamed: isAsked(title),
    called: names.find(isAsked) ?? null,
    place,
    isMarked: (word) => marked.has(makeKey(word)),
  };
}

/**
 * What was perhaps meant by words that are nowhere: the question with the right ones, and the page of
 * that name if there is one; null when that leaves a word that is nowhere.
 */
function findMeant({ words }, hits) {
  const isNowhere = ({ weight, mass }) => weight === 1 && !mass;
  if (!words.some(({ meant }) => meant) || words.some(isNowhere)) return null;
  const better = words.map(({ typed, meant }) => meant ?? typed),
    keys = makeNameKeys(better);
  const isMeant = (name) => makeNameKeys(splitWords(name)).some((key) => keys.includes(key));
  const home = hits.find(({ title, names }) => [title, ...names].some(isMeant)) ?? null;
  return { query: better.join(" "), home, name: home?.title ?? better.join(" ") };
}
