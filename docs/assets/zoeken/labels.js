// "Bedoel je …?": the label nearest to what was typed, from a small list that is fetched when needed.

import { contentWords, likeness, soundKey } from "./woorden.js";

let fetched, list;

/** Fetch the pages once: address, name and other labels. */
function fetchPages(root) {
  fetched ??= fetch(new URL("data/labels.json", root)).then((answer) => answer.json());
  return fetched;
}

/** The themes, as identifier and name. */
export async function findThemes(root) {
  const themes = (await fetchPages(root)).filter(([address]) => /^themas\/[^/]+\/$/.test(address));
  return themes.map(([address, name]) => [address.split("/")[1], name]);
}

async function fetchLabels(root) {
  const pages = await fetchPages(root);
  return pages.flatMap(([address, name, ...others]) =>
    [name, ...others].map((label, place) => ({
      address, name, label, isName: place === 0,
      key: contentWords(label).map(soundKey).join(""),
    })),
  );
}

/** Runs of neighbouring words, written as one, with the share of the question that they cover. */
function findRuns(words) {
  const keys = words.map(soundKey), whole = keys.join("").length, runs = [];
  for (let start = 0; start < keys.length; start++)
    for (let end = start + 1; end <= Math.min(keys.length, start + 4); end++) {
      const key = keys.slice(start, end).join("");
      if (key.length > 3) runs.push({ key, share: key.length / whole });
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
      const score = likeness(run.key, entry.key) * (0.55 + 0.45 * run.share) + (entry.isName ? 0.01 : 0);
      if (!best || score > best.score) best = { ...entry, score };
    }
  return best;
}
