// A search field with its first results below it (ARIA combobox): arrows, Enter, Escape.

import { answer, warmUp } from "./motor.js";
import { FAILED, LIST, PATIENCE, SLOW, findList, make, makeOption } from "./weergave.js";

const SHOWN = 6;
const PAUSE = 10;
let count = 0;

/** Give a field its list; without a chosen one, Enter sends the form to the search page. */
export function attach(field, root) {
  warmUp(root);
  const id = `zoeklijst-${++count}`;
  const list = Object.assign(make("ul", "zoeklijst"), { id, role: "listbox", hidden: true });
  const status = Object.assign(make("p", "alleen-voorlezen"), { role: "status" });
  list.setAttribute("aria-label", "Zoekresultaten");
  field.form.append(list, status);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", id],
    ["aria-expanded", "false"],
  ])
    field.setAttribute(name, value);
  const box = { field, list, status, root, asked: 0 };

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask(box), PAUSE);
  });
  field.addEventListener("keydown", (event) => onKey(box, event));
  field.addEventListener("focus", () => list.childElementCount && show(box, true));
  field.form.addEventListener(
    "focusout",
    (event) => !field.form.contains(event.relatedTarget) && show(box, false),
  );
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => follow(event.target.closest("[role=option]")));
  if (field.value.trim()) ask(box);
}

async function ask(box) {
  const query = box.field.value.trim(),
    turn = ++box.asked;
  const isLast = () => turn === box.asked;
  if (query.length < 2) return fill(box, [], "");
  const slow = setTimeout(() => isLast() && fillWithList(box, SLOW), PATIENCE);
  let given = null;
  try {
    given = await answer(query, {}, box.root);
  } catch (error) {
    console.warn(error);
  }
  clearTimeout(slow);
  if (!isLast()) return;
  if (given) showHits(box, query, given);
  else fillWithList(box, FAILED);
}

function showHits(box, query, { hits, meant }) {
  if (!hits.length) return fillWithList(box, "Niets gevonden. Kijk bij");
  const options = hits
    .slice(0, SHOWN)
    .map((hit, place) => makeOption(hit, `${box.list.id}-${place}`));
  if (meant) options[0].prepend(make("span", "bedoel", `Bedoel je ${meant.name}?`));
  const address = new URL("zoeken/", box.root);
  address.searchParams.set("q", query);
  const said = `${options.length} suggesties`;
  options.push(makeLink(box, "Alle resultaten", address.href, options.length));
  fill(box, options, meant ? `Bedoel je ${meant.name}? ${said}` : said);
}

function fillWithList(box, words) {
  const sentence = `${words} ${LIST}.`;
  fill(box, [makeLink(box, sentence, findList(box.root), 0)], sentence);
}

function makeLink(box, words, address, place) {
  const option = Object.assign(make("li", "alles", words), {
    id: `${box.list.id}-${place}`,
    role: "option",
  });
  option.dataset.url = address;
  return option;
}

function fill(box, options, said) {
  box.list.replaceChildren(...options);
  box.status.textContent = said;
  choose(box, null);
  show(box, options.length > 0 && document.activeElement === box.field);
}

function show(box, isOpen) {
  box.list.hidden = !isOpen;
  box.field.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) choose(box, null);
}

function choose(box, option) {
  for (const each of box.list.children) each.setAttribute("aria-selected", String(each === option));
  if (option) {
    box.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else box.field.removeAttribute("aria-activedescendant");
}

function follow(option) {
  if (option) location.assign(option.dataset.url);
}

function onKey(box, event) {
  const options = [...box.list.children],
    isOpen = !box.list.hidden;
  const at = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") {
    if (!isOpen) return;
    show(box, false);
  } else if (event.key === "Enter") {
    if (!isOpen || at < 0) return;
    follow(options[at]);
  } else if (options.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    show(box, true);
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = at < 0 && step < 0 ? options.length - 1 : at + step;
    choose(box, options[next] ?? null);
  } else return;
  event.preventDefault();
}
