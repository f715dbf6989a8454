// The search page: what is asked stands in the address, results follow while typing.

import { makeLines } from "./antwoord.js";
import { answer, findThemes } from "./motor.js";
import { KIND } from "./rang.js";
import { FAILED, PATIENCE, SLOW, explain, makeKinds, makeResult, showKinds } from "./weergave.js";

const PAUSE = 10;
const CHOICES = ["soort", "thema"];

/** Bring the page to life; what the address asks is asked at once. */
export function start(page, root) {
  const form = page.querySelector("form");
  const view = {
    root,
    form,
    field: form.elements.q,
    turn: 0,
    said: page.querySelector("[role=status]"),
    list: page.querySelector("ol"),
    above: page.querySelector("[data-antwoord]"),
    more: page.querySelector("[data-meer]"),
  };
  document.querySelector("[data-traag]").remove();
  page.querySelector(".naar-lijst a").href = new URL("begrippen/", root);
  form.querySelector(".soorten").append(...makeKinds(Object.keys(KIND)));
  readFirst(view);
  if (!matchMedia("(pointer: coarse)").matches || !view.field.value) view.field.focus();
  let pause;
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask(view), PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    ask(view);
  });
  page.addEventListener("keydown", (event) => onKey(view, event));
  addEventListener("popstate", () => {
    readAddress(view);
    ask(view);
  });
  if (view.field.value) ask(view);
}

/** Take over what the address asks; what the reader typed before this script came, stays. */
function readFirst(view) {
  const typed = view.field.value;
  readAddress(view);
  if (typed) view.field.value = typed;
  if (location.search) offerChoices(view);
}

/** The themes come with the first question: nothing is fetched before it. */
async function offerChoices(view) {
  const choices = view.form.querySelector(".keuzes"),
    field = view.form.elements.thema;
  if (!choices.hidden) return;
  choices.hidden = false;
  let themes;
  try {
    themes = await findThemes(view.root);
  } catch {
    choices.hidden = true; // the next question tries again
    return;
  }
  const chosen = field.value;
  field.replaceChildren(field.options[0], ...themes.map(([id, name]) => new Option(name, id)));
  field.value = chosen;
  if (field.selectedIndex >= 0) return;
  field.value = "";
  ask(view);
}

function readAddress({ form }) {
  const asked = new URLSearchParams(location.search),
    theme = asked.get("thema");
  // The names of the themes come later.
  if (theme && ![...form.elements.thema.options].some(({ value }) => value === theme))
    form.elements.thema.append(new Option(theme.replaceAll("-", " "), theme));
  for (const name of ["q", ...CHOICES]) {
    form.elements[name].value = ""; // a kind or theme that is none leaves it so
    form.elements[name].value = asked.get(name) ?? "";
  }
  if (form.elements.thema.selectedIndex < 0) form.elements.thema.value = "";
}

function writeAddress({ form }) {
  const address = new URL(location.href);
  for (const name of ["q", ...CHOICES]) {
    const value = form.elements[name].value.trim();
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  try {
    history.replaceState(null, "", address);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // a frame may forbid it
  }
}

async function ask(view) {
  const query = view.field.value.trim(),
    turn = ++view.turn;
  const isLast = () => turn === view.turn;
  writeAddress(view);
  if (query) offerChoices(view);
  const choices = {};
  for (const name of CHOICES)
    if (view.form.elements[name].value) choices[name] = view.form.elements[name].value;
  view.list.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => isLast() && explain(view.said, SLOW, view.root), PATIENCE);
  let given = null;
  try {
    given = await answer(query, choices, view.root);
  } catch (error) {
    console.warn(error);
  }
  clearTimeout(slow);
  if (!isLast()) return;
  view.list.replaceChildren(...(given?.hits ?? []).map(makeResult));
  view.list.removeAttribute("aria-busy");
  view.list.dataset.vraag = query;
  view.above.replaceChildren(...(given ? makeLines(query, given, view.root) : []));
  if (given) showKinds(view.form.elements.soort, given.counts);
  showMore(view, given ?? {});
  if (given) say(view, query, given);
  else explain(view.said, FAILED, view.root);
}

function say({ said, root }, query, { hits, more, isWhole }) {
  if (!query) {
    said.textContent = "";
    return;
  }
  if (!hits.length)
    return explain(
      said,
      `Niets gevonden voor “${query}”. Probeer een ander woord, of kijk bij`,
      root,
    );
  const number = more
    ? `De eerste ${hits.length} resultaten`
    : hits.length === 1
      ? "1 resultaat"
      : `${hits.length} resultaten`;
  if (isWhole) said.textContent = `${number}.`;
  else explain(said, `${number}. Een deel komt nu niet binnen; kijk ook bij`, root);
}

function showMore(view, { more }) {
  view.more.hidden = !more;
  view.more.onclick = async () => {
    let next;
    try {
      next = await more();
    } catch (error) {
      console.warn(error);
      return explain(view.said, FAILED, view.root);
    }
    const items = next.hits.map(makeResult);
    view.list.append(...items);
    showMore(view, next);
    items[0]?.querySelector("a").focus();
  };
}

/** Arrows walk from the field along the results, Escape goes back to the field. */
function onKey({ field, list }, event) {
  const stops = [field, ...list.querySelectorAll("h2 a")];
  const at = stops.indexOf(document.activeElement);
  if (event.key === "Escape" && at > 0) field.focus();
  else if (event.key === "ArrowDown" && at >= 0 && stops[at + 1]) stops[at + 1].focus();
  else if (event.key === "ArrowUp" && at > 0) stops[at - 1].focus();
  else return;
  event.preventDefault();
}
