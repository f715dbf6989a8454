// The index in pieces, fetched when a question needs them and kept (made by scripts/kennisbank/search).

import { splitWords } from "./woorden.js";

const FOLDER = "data/zoeken/";
let base = null,
  pieces = new Map();

/** What every question needs: fetched once. Throws when it does not come. */
export function openBase(root) {
  base ??= fetchPiece(`${FOLDER}begin.json`, root, { cache: "no-cache" }).then(readBase);
  return base;
}

/** Begin anew with the next question: a piece did not come, or is of another publication. */
export function forget() {
  base = null;
  pieces = new Map();
}

async function fetchPiece(path, root, options = {}) {
  const answer = await fetch(new URL(path, root), options);
  if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`);
  return answer.json();
}

function readBase({ elders, soorten, namen, bekend, kringen, ...rest }) {
  const kinds = soorten.flatMap(([soort, thema, count]) =>
    Array.from({ length: count }, () => ({ soort, thema })),
  );
  const names = namen.split(" "),
    others = bekend.split(" ");
  const rings = kringen.map((ring) => ring.split(" "));
  const elsewhere = elders.map(([terms, ...where]) => [
    terms.map((written) => ({ written, words: splitWords(written) })),
    ...where,
  ]);
  return {
    ...rest,
    elsewhere,
    rings,
    kinds,
    names,
    others,
    known: new Set([...names, ...others]),
  };
}

function fetchOf(base, name, root) {
  const known = pieces.get(name);
  if (known) return known;
  const piece = fetchPiece(`${FOLDER}${name}.json?v=${base.versie}`, root).then(
    ([version, content]) => {
      if (version !== base.versie) throw new TypeError(`${name}: ${version} is not ${base.versie}`);
      return content;
    },
  );
  pieces.set(name, piece);
  piece.catch(() => pieces.delete(name));
  return piece;
}

/**
 * The pages that have these keys: `postings`: by key, pages and how well they meet it, in turn, and
 * `said`: by key, how rare it is in what people say, and pages with how much it belongs to them.
 */
export async function findPostings(base, keys, root) {
  const postings = new Map(),
    said = new Map();
  await Promise.all(
    [...new Set(keys)].map(async (key) => {
      const after = base.woorden.findLastIndex((first) => first && first <= key);
      const [words, sayings] = await fetchOf(base, `w-${Math.max(after, 0)}`, root);
      if (Object.hasOwn(words, key)) postings.set(key, unpack(words[key]));
      if (!Object.hasOwn(sayings, key)) return;
      const [rare, ...groups] = sayings[key];
      said.set(key, { rare: rare / 10, pages: unpack(groups) });
    }),
  );
  return { postings, said };
}

/** Pages with how well each meets a key, in turn; in the file a weight stands before its pages, those as steps. */
function unpack(groups) {
  const flat = [];
  for (const [weight, ...steps] of groups) {
    let page = 0;
    for (const step of steps) {
      page += step;
      flat.push(page, weight);
    }
  }
  return flat;
}

/** What is shown of a page: address, title, explanation, other names, passages (anchor, voice, text). */
export async function fetchPage(base, number, root) {
  const rows = await fetchOf(base, `p-${Math.floor(number / base.paginas)}`, root);
  const [address, title, explanation, names, passages] = rows[number % base.paginas];
  return {
    ...base.kinds[number],
    url: new URL(address, root).pathname,
    title,
    explanation,
    names,
    passages,
  };
}
