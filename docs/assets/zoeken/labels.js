// "Bedoel je …?": the label nearest to what was typed, from a small list that is fetched when needed.

import { contentWords, fold, likeness, soundKey } from "./woorden.js";

// A long word of a label of several words counts for something by itself.
const LONG = 8, PART = 0.9;

let fetched = null, list = null;

/** Fetch the pages once: address, name and other labels (made by exports/labels.py). */
function fetchPages(root) {
  fetched ??= fetch(new URL("data/labels.json", root)).then((answer) => answer.json()).then(readPages);
  fetched.catch(() => (fetched = list = null)); // the next question asks again
  return fetched;
}

function readPages(folders) {
  const found = Object.entries(folders).flatMap(([folder, pages]) =>
    pages.map(([id, name, ...others]) => [`${folder}/${id || fold(name).replaceAll(" ", "-")}/`, name, ...others]));
  if (!found.length) throw new TypeError("no labels");
  return found;
}

/** The themes, as identifier and name. */
export async function findThemes(root) {
  const themes = (await fetchPages(root)).filter(([address]) => /^themas\/[^/]+\/$/.test(address));
  return themes.map(([address, name]) => [address.split("/")[1], name]);
}

async function fetchLabels(root) {
  const pages = await fetchPages(root);
  return pages.flatMap(([address, name, ...others]) =>
    [name, ...others].flatMap((label, place) => {
      const words = contentWords(label), whole = { address, name, worth: place ? 1 : 1.01, key: joinedKey(words) };
      const parts = words.length > 1 ? words.filter((word) => word.length >= LONG) : [];
      return [whole, ...parts.map((word) => ({ ...whole, worth: PART, key: soundKey(word) }))];
    }),
  );
}

/** Words as they sound when written as one: "ervarings deskundige" is "ervaringsdeskundige". */
function joinedKey(words) {
  return soundKey(words.join(""));
}

/** Runs of neighbouring words, written as one, with the share of the question that they cover. */
function findRuns(words) {
  const whole = words.join("").length, runs = [];
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= Math.min(words.length, start + 4); end++) {
      const run = words.slice(start, end), key = joinedKey(run);
      if (key.length > 3) runs.push({ key, share: run.join("").length / whole });
    }
  return runs;
}

/** The page whose label is most like (a part of) the question, with a score of 0 to 1; or null. */
export async function findNearest(words, root) {
  list ??= fetchLabels(root);
  let best = null;
  const runs = findRuns(words);
  for (const entry of await list)
    for (const run of runs) {
      const score = likeness(run.key, entry.key) * (0.55 + 0.45 * run.share) * entry.worth;
      if (!best || score > best.score) best = { ...entry, score };
    }
  return best;
}
