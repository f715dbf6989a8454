// A hit as elements: kind, term, definition, where it matched.

/** Make an element with text or children. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Pagefind's excerpt holds nothing but text and <mark>; only these are taken over. */
function readMarks(excerpt) {
  const body = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent,
  );
}

/** The part of the page that has the words, with its heading. */
function findPlace(page) {
  const best = (page.sub_results ?? [])
    .filter((part) => part.weighted_locations.length)
    .sort((a, b) => score(b) - score(a))[0];
  if (!best) return null;
  const heading = best.title === page.meta.title ? "" : best.title;
  return { heading, url: best.url, excerpt: best.excerpt };
}

const score = (part) => part.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);

/** Where the words stand: in another name of the page, or in its text. */
function makePlace({ page, matched }, goesTo) {
  const line = make("p", "gevonden");
  if (matched.score > 0.75 && !matched.isName) {
    line.append(make("span", "bij", "Gevonden als"), " ", make("mark", "", matched.label));
    return line;
  }
  const place = findPlace(page);
  if (!place || matched.isName && matched.score > 0.75) return null;
  if (place.heading) line.append(goesTo ? link(place.url, place.heading, "bij") : make("span", "bij", place.heading), " ");
  line.append("… ", ...readMarks(place.excerpt), " …");
  return line;
}

function link(href, text, className = "") {
  const anchor = make("a", className, text);
  anchor.href = href;
  return anchor;
}

export const FAILED = "Zoeken lukt nu niet: een deel ervan komt niet binnen. Probeer het zo nog eens, of kijk bij";
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

/** A result of the page. */
export function makeResult(hit) {
  const { url, meta } = hit.page;
  const heading = make("h2", "", link(url, meta.title), " ", make("span", "soortnaam", meta.soort));
  const item = make("li", "treffer", heading, make("p", "uitleg", meta.uitleg ?? ""));
  const place = makePlace(hit, true);
  if (place) item.append(place);
  return item;
}

/** A choice below a field. */
export function makeOption(hit, id) {
  const { meta } = hit.page;
  const option = make(
    "li", "", make("span", "naam", meta.title), make("span", "soortnaam", meta.soort),
    make("span", "uitleg", meta.uitleg ?? ""),
  );
  Object.assign(option, { id, role: "option" });
  option.dataset.url = hit.page.url;
  return option;
}
