// Words as readers type them: folded, keyed as the index is (scripts/kennisbank/search/words.py), compared.

import { stemmer } from "./stam.js";

// Words that shape a question and say little of its subject. How rare others are tells the index.
const FILLERS = new Set(
  (
    "de het een en of van in op te tot met voor naar om over bij door aan uit als dat die dit deze er is zijn was waren ben bent " +
    "wordt worden word wat wie waar waarom hoe welke welk wanneer hoeveel ik je jij jouw mijn mij mn me m n u uw we wij ze zij hun hem haar hij ons onze " +
    "niet nie geen wel ook nog maar dan dus zo kan kun kunt kunnen moet moeten mag mogen wil willen zou zal heb hebt heeft hebben had ga gaat gaan doe doet doen " +
    "hadden gehad geweest werd werden geworden kon konden moest moesten mocht mochten wou wilde wilden zouden zullen ging gingen deed deden gedaan " +
    "jullie hen mezelf jezelf mijzelf waarin waarmee waarvan waarop daar daarom daarmee hier ermee eraan misschien soms vaak ooit graag omdat terwijl want " +
    "nou eens even alweer weer eigenlijk precies gewoon zeg zegt zeggen zei bijvoorbeeld ofzo iets iemand men toch nu al altijd heel erg zoveel veel alle alles elk elke " +
    "the of and a an is are what how who why when which i you your my they their we our for to on at by from with between about into do does can it its " +
    "betekent betekenis definitie begrip begrippen uitleg uitgelegd uitleggen samenvatting verschil tussen versus vs volgens belangrijk belang " +
    "makkelijk kort simpel leg info informatie theorie concept voorbeeld voorbeelden artikel schreef auteur apa citeren verwijzen bronvermelding " +
    "cijfer cijfers procent mensen client cliente clienten klant klanten hulpverlener hulpverleners"
  ).split(" "),
);
const LITTLE = 0.5;
const NUMBERS = new Map([
  ["2", "twee"],
  ["3", "drie"],
  ["4", "vier"],
  ["5", "vijf"],
]);
const MOST = 24,
  JOINED = 3;

/** The words of a text in small letters, without accents and apostrophes. */
export function splitWords(text) {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}|['’‘`]/gu, "")
      .match(/[a-z0-9]+/g) ?? []
  );
}

// Of more than one, of what is small ("dingetje"; "kamertje" loses its "t" as well), of a verb.
const ENDINGS = [/(?<=.{4})s$/, /(?<=ng)etje$|(?<=m)pje$|(?<=.{3})je$/, /(?<=.{4}[^aeiou])t$/];
const keys = new Map();

/** The key of a word: its stem, by which "sociaal" and "sociale" are one. */
export function makeKey(word) {
  let key = keys.get(word);
  if (key === undefined) {
    const stem = stemmer(ENDINGS.reduce((rest, ending) => rest.replace(ending, ""), word));
    key = stem.replace(/(.)\1+/g, "$1").replace(/[vz]$/, (end) => (end === "v" ? "f" : "s"));
    keys.set(word, key);
  }
  return key;
}

/** The keys of a run of words as a whole name: apart ("social=netwerk") and, if few, as one. */
export function makeNameKeys(words) {
  const [first, ...others] = words.map(makeKey);
  const apart = `${first}=${others.join("")}`;
  return words.length > JOINED ? [apart] : [apart, `${makeKey(words.join(""))}=`];
}

/** How much a word says of what is asked, beside what its rarity tells. */
export function weighWord(word) {
  return FILLERS.has(word) ? LITTLE : 1;
}

/** The first words of a question; a number in full. */
export function readQuestion(query) {
  return splitWords(query)
    .slice(0, MOST)
    .map((word) => NUMBERS.get(word) ?? word);
}

const SOUNDS = [
  [/eau/g, "o"],
  [/c(?=[eiy])/g, "s"],
  [/ch/g, "g"],
  [/c|q/g, "k"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/tie/g, "sie"],
  [/ij|ei|y/g, "i"],
  [/ou/g, "au"],
  [/z/g, "s"],
  [/v/g, "f"],
  [/dt?$/, "t"],
  [/(.)\1+/g, "$1"],
];

/** A word as it sounds: "kontinuiteit" and "continuïteit" are one. */
export function soundKey(word) {
  return SOUNDS.reduce((key, [pattern, sound]) => key.replace(pattern, sound), word);
}

/** Damerau–Levenshtein distance (optimal string alignment); `most` + 1 when it is larger. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [],
    last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
