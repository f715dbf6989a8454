// What stands above the results: what is not in the base, what was perhaps meant, and one answer.

import { link, make } from "./weergave.js";
import { makeKey, readQuestion, splitWords, weighWord } from "./woorden.js";

const COVERED = 0.75,
  UNKNOWN = 3;
const ASKED = Object.fromEntries(
  Object.entries({
    citing: "apa citeren citeer bronvermelding verwijzen verwijzing refereren",
    practice: "oefenen oefen quiz toets tentamen overhoren flashcards",
    difference: "verschil tussen versus vs vergelijk vergelijken tegenover",
    example: "voorbeeld voorbeelden casus",
    figure: "hoeveel cijfer cijfers procent percentage",
    voice: "wie zei zegt schreef schrijft vindt noemde",
  }).map(([name, words]) => [name, new Set(words.split(" "))]),
);

/** Give the lines above the results, as elements; none when there is nothing to add. */
export function makeLines(query, given, root) {
  const words = readQuestion(query),
    asked = ` ${words.join(" ")} `;
  const holds = ({ words: term }) => asked.includes(` ${term.join(" ")} `);
  const elsewhere = given.elsewhere.filter(([terms]) => terms.some(holds));
  const told = new Set(
    elsewhere.flatMap(([terms]) => terms.filter(holds)).flatMap(({ words: term }) => term),
  );
  const nowhere = given.unknown.filter((word) => !told.has(word));
  return [
    ...elsewhere.map(([terms, place, address]) =>
      sayElsewhere(terms.find(holds).written, place, address),
    ),
    given.hits.length && nowhere.length ? sayUnknown(nowhere.slice(0, UNKNOWN)) : null,
    sayMeant(given.meant, root),
    elsewhere.length ? null : findCard(words, given, root),
  ].filter(Boolean);
}

/** A term of the field of which the articles do not speak. */
function sayElsewhere(term, place, address) {
  return make(
    "p",
    "onbekend",
    "Over ",
    make("b", "", `“${term}”`),
    " gaan de vijf artikelen niet. Kijk bij ",
    link(address, place),
    ". Hieronder staat wat er nog het dichtst bij komt.",
  );
}

/** Words that are nowhere: the results are for the others. */
function sayUnknown(words) {
  const quoted = words.map((word) => `“${word}”`),
    last = quoted.pop();
  const all = quoted.length ? `${quoted.join(", ")} en ${last}` : last;
  return make(
    "p",
    "onbekend",
    make("b", "", all),
    quoted.length ? " komen" : " komt",
    " in deze kennisbank niet voor.",
  );
}

function sayMeant(meant, root) {
  if (!meant) return null;
  const address = new URL("zoeken/", root);
  address.searchParams.set("q", meant.query);
  return make("p", "bedoel", "Bedoel je ", link(meant.home?.url ?? address.href, meant.name), "?");
}

function findCard(words, { hits, question }, root) {
  const asks = (name) => words.some((word) => ASKED[name].has(word));
  const named = hits.filter(({ isNamed, soort }) => isNamed && soort !== "overzicht");
  const [first] = named;
  if (asks("citing") && first && first.soort !== "persoon")
    return makeCard(
      "Verwijzen in APA",
      link(`${first.url}#citeren`, `${first.title}: de verwijzing staat klaar`),
    );
  if (asks("practice") && first?.thema)
    return makeCard(
      "Oefenen",
      link(
        new URL(`oefenen/thema-${first.thema}/`, root).href,
        `Kaartjes over het thema van ${first.title}`,
      ),
    );
  const example = asks("example") && hits.find(({ soort }) => soort === "voorbeeld");
  if (example) return makeCard("Voorbeeld", link(example.url, example.title));
  const concepts = named.filter(({ soort }) => soort === "begrip").slice(0, 2);
  if (concepts.length === 2 && (asks("difference") || hits[0].soort === "spanning")) {
    const askedAt = ({ title }) =>
      ` ${words.join(" ")} `.indexOf(` ${splitWords(title).join(" ")} `);
    concepts.sort((one, other) => askedAt(one) - askedAt(other));
    const [a, b] = concepts.map(({ url }) => url.split("/").at(-2));
    const both = concepts.map(({ title }) => title).join(" en ");
    return makeCard(
      "Vergelijken",
      link(new URL(`vergelijk/?a=${a}&b=${b}`, root).href, `${both} naast elkaar`),
    );
  }
  return findClaim(question.words, hits.slice(0, 5), asks);
}

/** The claim that answers: it holds most of a question of several words, or the figure that is asked. */
function findClaim(words, hits, asks) {
  const concepts = hits.filter(({ soort }) => soort === "begrip");
  if (asks("figure")) {
    const [anchor, voice, text] =
      concepts[0]?.passages.find(([, who, said]) => who && /\d/.test(said)) ?? [];
    return text ? showClaim(concepts[0], { anchor, voice, text }) : null;
  }
  const carrying = words.filter(({ typed, mass }) => mass && weighWord(typed) === 1);
  if (carrying.length < 2) return null;
  const said = concepts.flatMap((hit) =>
    hit.passages
      .filter(([, voice]) => voice)
      .map(([anchor, voice, text]) => ({
        hit,
        anchor,
        voice,
        text,
        covered: cover(carrying, voice, text),
      })),
  );
  const best = said.reduce((best, each) => (each.covered > best.covered ? each : best), {
    covered: 0,
  });
  if (best.covered < COVERED) return null;
  // Who typed no more than the name of a page asks for that page, unless for who says it.
  const isName = cover(carrying, best.hit.title, ...best.hit.names) === 1;
  return isName && !asks("voice") ? null : showClaim(best.hit, best);
}

/** The share of these words that stands in texts, by their mass. */
function cover(words, ...texts) {
  const held = new Set(texts.flatMap(splitWords).map(makeKey));
  const sum = (some) => some.reduce((total, { mass }) => total + mass, 0);
  return (
    sum(words.filter(({ keys }) => keys.some(({ key, isKin }) => !isKin && held.has(key)))) /
    sum(words)
  );
}

function showClaim({ url, title }, { anchor, voice, text }) {
  return makeCard(voice, make("q", "", text), " ", link(`${url}#${anchor}`, `Bij ${title}`));
}

function makeCard(title, ...content) {
  return make("p", "antwoord", make("b", "", title), " ", ...content);
}
