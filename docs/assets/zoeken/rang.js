// Ranks pages: every word counts by its rarity, pages with most of the question come first.

/** The kinds of pages, with how readily each answers. */
export const KIND = {
  begrip: 1,
  spanning: 0.9,
  persoon: 0.95,
  thema: 0.88,
  bron: 0.85,
  voorbeeld: 0.92,
  casus: 0.86,
  leerroute: 0.82,
  overzicht: 0.9,
  les: 0.7,
  oefening: 0.7,
};
// A word that nearly every page has says next to nothing.
const EVERYWHERE = 0.4,
  LEAST = 0.05;
// What a question is worth that is asked as people say it, in a whole sentence of so many words.
const SAYING = 0.7,
  SENTENCE = 7;
const NAME = 0.5,
  UNCOVERED = 0.65,
  LISTED = 0.3;
// How much a page of the kind that is asked for gains when it holds the subject; a route comes before its sheets,
// and another kind that is of use after the one that is asked for.
const WANTED = 0.6,
  BESIDE = { leerroute: 1.1, voorbeeld: 0.85, casus: 0.85 };
// Who names a subject as well wants a page of the list, not the list.
const LIST = 0.9;
// Who asks for the one kind has use of the other as well.
const ALSO = { les: ["leerroute"], voorbeeld: ["casus"], casus: ["voorbeeld"] };
// A year is asked of a source: "Baart 2001".
const YEAR = /^(19|20)\d\d$/;
// How well a page meets words that are its title or its first name: for a list those that ask for one of its pages.
const ASKING = 90;

/** Every page that meets the question with its worth, the best first. */
export function rank({ words, names, postings, said }, base) {
  const count = base.kinds.length;
  const rarity = (key) =>
    Math.max(
      LEAST,
      Math.log(1 + count / ((postings.get(key)?.length ?? 0) / 2 + 0.5)) - EVERYWHERE,
    );
  for (const word of words) word.mass = word.weight * weigh(word.keys);
  const whole = sumMass(words) || 1;
  // A word of the base is as rare as it is; of another the rarest that may be meant tells.
  function weigh([own, ...others]) {
    if (postings.has(own.key)) return rarity(own.key);
    return Math.max(
      0,
      ...others.map(({ key, worth }) => (postings.has(key) ? worth * rarity(key) : 0)),
    );
  }
  const asked = findAsked({ words, names, postings }, base);
  const pages = new Map();
  const pageOf = (number) =>
    pages.get(number) ?? pages.set(number, { text: 0, covered: 0, held: 0, name: 0 }).get(number);
  for (const word of words) {
    const { keys, weight, mass } = word;
    if (!mass) continue;
    const met = new Map();
    for (const { key, worth } of keys) {
      const list = postings.get(key) ?? [],
        rare = Math.min(mass, weight * rarity(key) * worth);
      for (let at = 0; at < list.length; at += 2) {
        const known = met.get(list[at]) ?? { text: 0, covered: 0 };
        met.set(list[at], {
          text: Math.max(known.text, (rare * list[at + 1]) / 99),
          covered: Math.max(known.covered, rare),
        });
      }
    }
    for (const number of asked.get(word)?.pages ?? []) {
      const known = met.get(number) ?? { text: 0, covered: 0 };
      met.set(number, { text: Math.max(known.text, LISTED * mass), covered: mass });
    }
    for (const [number, { text, covered }] of met) {
      const page = pageOf(number);
      page.text += text;
      page.covered += covered;
      if (weight === 1 && !asked.has(word)) page.held += covered;
    }
  }
  for (const { key, from, to, worth } of names) {
    const list = postings.get(key) ?? [];
    const share = sumMass(words.slice(from, to)) / whole;
    for (let at = 0; at < list.length; at += 2) {
      const page = pageOf(list[at]);
      page.name = Math.max(page.name, (worth * share * list[at + 1]) / 99);
    }
  }
  const wanted = new Set([...asked.values()].flatMap(({ pages }) => pages));
  const kinds = new Set([...asked.values()].map(({ kind }) => kind));
  const lists = new Set([...asked.values()].map(({ kind }) => base.lijsten[kind]));
  const subject = sumMass(words.filter((word) => word.weight === 1 && !asked.has(word)));
  const favour = (number, held) => {
    const { soort } = base.kinds[number];
    if (!wanted.has(number)) return KIND[soort] * (subject && lists.has(number) ? LIST : 1);
    return (1 + (WANTED * held) / (subject || 1)) * (kinds.has(soort) ? 1 : BESIDE[soort]);
  };
  const told = compare(words, said);
  for (const number of told.keys()) pageOf(number);
  const value = ([number, { text, covered, held, name }]) => {
    const worth = (text / whole) * (UNCOVERED + ((1 - UNCOVERED) * covered) / whole) + NAME * name;
    return [number, worth * favour(number, held) + SAYING * (told.get(number) ?? 0)];
  };
  return [...pages].map(value).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

/** By word the kind that it asks for, and the pages: it names their list, or one of them ("casus"). */
function findAsked({ words, names, postings }, base) {
  const asked = new Map();
  for (const { key, from, to } of names) {
    const list = postings.get(key) ?? [];
    for (const [kind, number] of Object.entries(base.lijsten)) {
      const at = list.indexOf(number);
      if (at < 0 || at % 2 || list[at + 1] < ASKING) continue;
      const pages = findOfKind([kind, ...(ALSO[kind] ?? [])], base);
      for (const word of words.slice(from, to)) asked.set(word, { kind, pages });
    }
  }
  for (const word of words)
    if (YEAR.test(word.typed)) asked.set(word, { kind: "bron", pages: findOfKind(["bron"], base) });
  return asked;
}

/** How like what people say of a page the question is: the cosine of both, less for a few words. */
function compare(words, said) {
  const told = new Map();
  let length = 0;
  for (const { keys } of new Map(words.map((word) => [word.typed, word])).values()) {
    const met = keys.find(({ key }) => said.has(key));
    if (!met) continue;
    const { rare, pages } = said.get(met.key);
    length += rare * rare;
    for (let at = 0; at < pages.length; at += 2) {
      const sum = told.get(pages[at]) ?? 0;
      told.set(pages[at], sum + (met.worth * rare * pages[at + 1]) / 100);
    }
  }
  const share = Math.min(1, words.length / SENTENCE) / Math.sqrt(length || 1);
  for (const [page, sum] of told) told.set(page, sum * share);
  return told;
}

function findOfKind(kinds, base) {
  return base.kinds.flatMap(({ soort }, page) => (kinds.includes(soort) ? [page] : []));
}

/** How much these words say. */
export function sumMass(words) {
  return words.reduce((sum, { mass }) => sum + mass, 0);
}
