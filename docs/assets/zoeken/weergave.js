// A hit as elements: kind, term, definition, where it matched.

import { splitWords } from "./woorden.js";

/** Make an element with text or children. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

const AROUND = 12;

/** The words around the first that was asked, with all that were asked marked. */
function excerpt(text, isMarked) {
  const parts = text.split(/\s+/),
    first = Math.max(0, parts.findIndex(isAsked));
  const from = Math.max(0, first - AROUND),
    to = first + 2 * AROUND;
  function isAsked(part) {
    return splitWords(part).some(isMarked);
  }
  const shown = parts
    .slice(from, to)
    .flatMap((part) => [isAsked(part) ? make("mark", "", part) : part, " "]);
  return [from ? "… " : "", ...shown, to < parts.length ? "…" : ""];
}

/** Where the words stand: in another name of the page, or in its text. */
function makePlace({ url, isNamed, called, place, isMarked }, goesTo) {
  const line = make("p", "gevonden");
  if (isNamed) return null;
  if (called) line.append(make("span", "bij", "Gevonden als"), " ", make("mark", "", called));
  else if (place) {
    const from =
      place.voice && goesTo
        ? link(`${url}#${place.anchor}`, place.voice, "bij")
        : make("span", "bij", place.voice);
    line.append(...(place.voice ? [from, " "] : []), ...excerpt(place.text, isMarked));
  } else return null;
  return line;
}

export function link(href, text, className = "") {
  const anchor = make("a", className, text);
  anchor.href = href;
  return anchor;
}

export const FAILED =
  "Zoeken lukt nu niet: een deel ervan komt niet binnen. Probeer het zo nog eens, of kijk bij";
export const SLOW = "Zoeken duurt lang. Wacht nog even, of kijk bij";
export const LIST = "alle begrippen van A tot Z";

/** Seconds, in thousandths, after which a reader is told that it takes long. */
export const PATIENCE = 4000;

/** Where every concept stands without searching. */
export function findList(root) {
  return new URL("begrippen/", root).href;
}

/** Say something that ends in a way on: the list of all concepts. */
export function explain(place, words, root) {
  place.replaceChildren(`${words} `, link(findList(root), LIST), ".");
}

/** The kind of a page, as readers see it. */
function nameKind({ soort }) {
  return make("span", "soortnaam", capitalise(soort));
}

function capitalise(word) {
  return word[0].toUpperCase() + word.slice(1);
}

/** Make the choice between all and each of the kinds, as buttons of which one is chosen. */
export function makeKinds(kinds) {
  return ["", ...kinds].map((kind) => {
    const radio = make("input");
    Object.assign(radio, { type: "radio", name: "soort", value: kind, checked: !kind });
    const label = make("label", "", radio, kind ? capitalise(kind) : "Alles", make("small"));
    label.hidden = Boolean(kind);
    return label;
  });
}

/** Show how many there are of each kind; a kind without any goes, unless it is chosen. */
export function showKinds(radios, counts) {
  for (const radio of radios) {
    const count = radio.value ? counts[radio.value] : sum(Object.values(counts));
    radio.parentNode.hidden = !count && !radio.checked;
    radio.nextElementSibling.textContent = count || 0;
    if (radio.checked) radio.parentNode.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

/** A result of the page. */
export function makeResult(hit) {
  const heading = make("h2", "", link(hit.url, hit.title), " ", nameKind(hit));
  const item = make("li", "treffer", heading, make("p", "uitleg", hit.explanation));
  if (hit.thema) item.dataset.thema = hit.thema;
  const place = makePlace(hit, true);
  if (place) item.append(place);
  return item;
}

/** A choice below a field. */
export function makeOption(hit, id) {
  const option = make(
    "li",
    "",
    make("span", "naam", hit.title),
    nameKind(hit),
    make("span", "uitleg", hit.explanation),
  );
  Object.assign(option, { id, role: "option" });
  option.dataset.url = hit.url;
  return option;
}
