// Asks Pagefind, puts what is called by the asked name on top, and finds a way home for misspellings.

import { findNearest } from "./labels.js";
import { guardPieces, throwFault } from "./stukken.js";
import { agreement, contentWords, fold } from "./woorden.js";

const READ = 10;
const SURE = 0.8;
const NEAR = { none: 0.62, some: 0.84 };
const BONUS = { Begrip: 0.08, Persoon: 0.05, Thema: 0.04, Bron: 0.02, Spanning: 0, Overzicht: -0.05 };
const RANKING = { pageLength: 0.6, termSaturation: 1.2, metaWeights: { title: 8, ook: 6, zoektermen: 4, uitleg: 2, soort: 0, keuze: 0 } };

let opened = null, times = 0;

function open(root) {
  opened ??= start(new URL("pagefind/pagefind.js", root), root);
  return opened;
}

async function start(address, root) {
  guardPieces(new URL(".", address));
  // A browser remembers that a script did not come: ask for another one.
  if (times++) address.searchParams.set("poging", times);
  const pagefind = await import(address);
  await pagefind.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 22, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/** Begin anew with the next question: Pagefind remembers a piece that did not come as an empty one. */
function forget() {
  opened?.then((pagefind) => pagefind.destroy()).catch(() => {});
  opened = null;
}

/** Fetch what searching needs while the reader is still typing; what fails is told by the question. */
export function warmUp(root) {
  open(root).catch(forget);
}

/** The word that marks a page of this kind or theme (overrides/delen/vindbaar.html). */
function mark([name, choice]) {
  return `zz${name}${choice.replaceAll("-", "")}zz`;
}

function labelsOf({ title, ook, zoektermen, soort }) {
  const split = (text) => (text ? text.split("; ") : []);
  const surname = soort === "Persoon" ? [title.split(" ").at(-1)] : [];
  return [
    ...[title, ...surname].map((label) => ({ label, worth: 1, isName: true })),
    ...split(ook).map((label) => ({ label, worth: 0.97 })),
    ...split(zoektermen).map((label) => ({ label, worth: 0.9 })),
  ];
}

/** The label of a page that meets the question best. */
function bestLabel(meta, words) {
  let best = { score: 0 };
  for (const { label, worth, isName } of labelsOf(meta)) {
    const score = agreement(words, label) * worth;
    if (score > best.score) best = { score, label, isName };
  }
  return best;
}

/** Pagefind falls back on the start of a word that it does not know: keep what really has the words. */
function holds(page, words) {
  const text = fold(`${Object.values(page.meta).join(" ")} ${page.content}`);
  return words.every((word) => text.includes(word.replace(/^(.{4,}?)[enst]+$/, "$1")));
}

/** The pages of these results; `isWhole` tells whether all of them came. */
async function read(results, words) {
  const given = await Promise.allSettled(results.map((result) => result.data()));
  const highest = results[0]?.score || 1;
  const hits = given.flatMap(({ value: page }, place) => {
    if (!page) return [];
    const matched = bestLabel(page.meta, words);
    const value = 0.7 * matched.score + 0.3 * (results[place].score / highest) + (BONUS[page.meta.soort] ?? 0);
    return [{ page, matched, value, isGenuine: holds(page, words) }];
  });
  const isWhole = hits.length === results.length;
  if (!isWhole && !hits.length) throw given[0].reason;
  return { hits, isWhole };
}

async function ask(pagefind, words, choices) {
  const found = await pagefind.search([...words, ...Object.entries(choices).map(mark)].join(" "));
  throwFault();
  const { hits, isWhole } = await read(found.results.slice(0, READ), words);
  hits.sort((a, b) => b.value - a.value);
  return { hits, isWhole, rest: found.results.slice(READ) };
}

/** When no page has all words: pages that have some, those with most of the question first. */
async function askApart(pagefind, words, choices) {
  const best = new Map();
  for (const word of words.filter((each) => each.length > 2).slice(0, 5)) {
    const { hits } = await ask(pagefind, [word], choices);
    for (const hit of hits.filter((each) => each.isGenuine).slice(0, 6)) {
      const known = best.get(hit.page.url);
      best.set(hit.page.url, known ? { ...known, value: known.value + hit.value } : hit);
    }
  }
  const whole = [...best.values()].map((hit) => {
    const matched = bestLabel(hit.page.meta, words);
    return { ...hit, matched, value: hit.value / words.length + matched.score };
  });
  return whole.sort((a, b) => b.value - a.value);
}

/** The results for the nearest label, its own page first. */
async function askNearest(pagefind, near, choices, root) {
  const words = contentWords(near.name);
  const { hits } = await ask(pagefind, words, choices);
  const address = new URL(near.address, root).pathname;
  const home = hits.find((hit) => hit.page.url === address);
  if (!home) return null;
  return { home, others: hits.filter((hit) => hit !== home && hit.isGenuine) };
}

/**
 * Answer a question, within the `choices` of kind (`soort`) and theme (`thema`): `hits` in order,
 * `nearest` when something else was probably meant (then it is the first hit), `more()` for the next
 * ones, and `isWhole`: false when something did not come. Throws when there is no answer at all.
 */
export async function answer(query, choices, root) {
  const words = contentWords(query);
  if (!words.length) return { words, hits: [], more: null, isWhole: true };
  let given;
  try {
    given = await find(words, choices, root);
  } catch {
    forget(); // after a new publication the pieces of the old one are gone: once more, with the new
    given = await find(words, choices, root).catch((error) => { forget(); throw error; });
  }
  if (!given.isWhole) forget();
  return given;
}

async function find(words, choices, root) {
  const pagefind = await open(root);
  const { hits, rest, ...first } = await ask(pagefind, words, choices);
  let genuine = hits.filter((hit) => hit.isGenuine || hit.matched.score >= SURE);
  let nearest = null, isWhole = first.isWhole;
  const surest = Math.max(0, ...genuine.map((hit) => hit.matched.score));
  if (surest < SURE) {
    const near = await findNearest(words, root).catch(() => (isWhole = false, null));
    const enough = near && near.score > surest && near.score >= (genuine.length ? NEAR.some : NEAR.none);
    const found = enough ? await askNearest(pagefind, near, choices, root) : null;
    if (found) {
      nearest = near;
      const others = genuine.length ? genuine : found.others;
      genuine = [found.home, ...others.filter((hit) => hit.page.url !== found.home.page.url)];
    } else if (!genuine.length) {
      genuine = await askApart(pagefind, words, choices);
    }
  }
  if (!isWhole && !genuine.length) throw new TypeError("no answer without all files");
  const keepsRest = genuine.length && !nearest && hits.some((hit) => hit.isGenuine);
  return { words, nearest, hits: genuine, isWhole, more: keepsRest && rest.length ? makeMore(rest, words) : null };
}

function makeMore(rest, words) {
  return async () => {
    const { hits, isWhole } = await read(rest.slice(0, READ), words);
    const left = rest.slice(READ);
    return { hits: hits.filter((hit) => hit.isGenuine), isWhole, more: left.length ? makeMore(left, words) : null };
  };
}
