// Words as readers type them: folded, keyed by sound, compared.

const STOP_WORDS = new Set(
  ("de het een en of van in op te tot met voor naar om over bij door aan uit als dat die dit er is zijn was " +
    "wordt worden wat wie waar waarom hoe welke wanneer hoeveel ik je jij jouw mijn mij u we wij ze zij hun hem haar " +
    "niet geen wel ook nog maar dan dus zo kan kun kunt moet mag wil heb hebt heeft hebben ga gaat gaan doe doet " +
    "doen betekent betekenis definitie begrip uitleg verschil tussen volgens eigenlijk precies belangrijk belang the of and").split(" "),
);

/** Lower case without accents and marks, words parted by one space. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’‘`]/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The words that carry the question; all words when there is nothing else. */
export function contentWords(query) {
  const words = fold(query).split(" ").filter(Boolean);
  const carrying = words.filter((word) => !STOP_WORDS.has(word));
  return carrying.length ? carrying : words;
}

const SOUNDS = [
  [/c(?=[eiy])/g, "s"], [/ch/g, "g"], [/c|q/g, "k"], [/x/g, "ks"], [/ph/g, "f"], [/th/g, "t"],
  [/tie/g, "sie"], [/ij|ei|y/g, "i"], [/ou/g, "au"], [/z/g, "s"], [/v/g, "f"], [/dt?$/, "t"],
  [/(.)\1+/g, "$1"], [/^(.{4,}?)[ens]+$/, "$1"],
];

/** A word as it sounds, without its ending: "kontinuiteit" and "continuïteit" are one. */
export function soundKey(word) {
  return SOUNDS.reduce((key, [pattern, sound]) => key.replace(pattern, sound), word);
}

/** Damerau–Levenshtein distance (optimal string alignment). */
function distance(a, b) {
  let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** How alike two keys are, 0 to 1. */
export function likeness(a, b) {
  const longest = Math.max(a.length, b.length);
  if (!longest || Math.abs(a.length - b.length) / longest > 0.5) return 0;
  return 1 - distance(a, b) / longest;
}

/** How well one word of a question meets one word of a label, 0 to 1. */
function meet(asked, given, isTyping) {
  if (asked === given) return 1;
  if (asked.length < 3) return 0;
  if (given.startsWith(asked)) return isTyping ? 0.9 : 0.75;
  if (given.includes(asked) || (given.length > 4 && asked.includes(given))) return 0.5;
  const alike = likeness(asked, given);
  return alike >= 0.75 && asked.length > 4 ? alike * 0.85 : 0;
}

/** How well a question meets a label, 0 to 1: the same words, or the same letters written apart or together. */
export function agreement(question, label) {
  const asked = question.map(soundKey), given = contentWords(label).map(soundKey);
  if (asked.join("") === given.join("")) return 1;
  const weigh = (words, others, flip) => {
    let met = 0, all = 0;
    words.forEach((word, place) => {
      const best = Math.max(0, ...others.map((other) =>
        flip ? meet(other, word, false) : meet(word, other, place === words.length - 1)));
      met += best * word.length;
      all += word.length;
    });
    return all ? met / all : 0;
  };
  const precision = weigh(asked, given, false), recall = weigh(given, asked, true);
  return precision && recall ? 0.97 * ((2 * precision * recall) / (precision + recall)) : 0;
}
