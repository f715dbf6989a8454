// Messages at the field that they are about.

import { findMeant } from "./dichtbij.js";
import { button } from "./dom.js";
import { findPlace } from "./plek.js";

/** How a message tells to make a record in a terminal: here a button does. */
const COMMAND =
  /(?:schrijf "[^"]*" en )?(maak (?:het|dat record)) met: \S+ new (\S+) "(.*)"(?: --thema THEMA)?$/s;

/** Tell whether somebody is just filling in the row of a field, and has not come to that field. */
const isToCome = (box) =>
  box?.closest("[data-nieuw]") &&
  [...box.querySelectorAll("input, select, textarea")].every((each) => !each.value);

/** Show what is wrong with the open record at its fields, and the rest above the form. */
export function showProblems(problems, { path, text }, knowledge, makeNew) {
  for (const told of document.querySelectorAll(".fouten")) told.replaceChildren();
  for (const marked of document.querySelectorAll("[aria-invalid]"))
    marked.removeAttribute("aria-invalid");
  const others = document.getElementById("algemeen");
  for (const problem of problems) {
    const box = problem.path === path ? findBox(problem.where ?? placeOf(problem, text)) : null;
    if (isToCome(box)) continue;
    const item = document.createElement("li");
    item.dataset.regel = problem.rule;
    item.dataset.ernst = problem.level;
    const said = document.createElement("span");
    said.textContent =
      box || problem.path === path
        ? problem.message
        : `${knowledge.byPath.get(problem.path)?.title ?? problem.path}: ${problem.message}`;
    item.append(said);
    (box?.querySelector(":scope > .fouten") ?? others).append(item);
    offerNew(item, box, knowledge, makeNew);
    box?.querySelector("input, select, textarea")?.setAttribute("aria-invalid", "true");
    for (let fold = box?.closest("details"); fold; fold = fold.parentElement.closest("details"))
      fold.open = true;
  }
}

/** Give the place of a problem; a field that is missing stands among those of its part. */
function placeOf(problem, text) {
  const where = findPlace(text, problem);
  if (problem.rule !== "veld-ontbreekt") return where;
  return [...where.slice(0, -1), /"([^"]+)"/.exec(problem.message)[1]];
}

/** Let who names what is not there begin that record at once, or take the one that was meant. */
function offerNew(item, box, knowledge, makeNew) {
  const [said] = item.children;
  const [command, act, told, title] = COMMAND.exec(said.textContent) ?? [];
  const input = [...(box?.querySelectorAll('input[list^="ids-"]') ?? [])].find((each) => {
    const { byId, byName } = knowledge.namesOf(each.getAttribute("list").slice(4));
    const typed = each.value.trim();
    return typed && !byName.has(typed.toLowerCase()) && !byId.has(typed);
  });
  const isUnknown = input && /^(geen-id|onbekend)/.test(item.dataset.regel);
  if (!isUnknown && !command) return;
  const kind = isUnknown ? input.getAttribute("list").slice(4) : told;
  const name = isUnknown ? input.value.trim() : title;
  if (command) said.textContent = said.textContent.replace(command, `${act} hier:`);
  const meant = isUnknown && findMeant(knowledge.records, name, kind);
  const use = () => {
    input.value = meant.title;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  if (meant) item.append(" ", button(`Gebruik ${meant.title}`, use, { className: "klein" }));
  item.append(
    " ",
    button(`Maak ${name}`, () => makeNew(kind, name), { className: "klein" }),
  );
}

/** Give the smallest field around a place that can show a message. */
function findBox(where) {
  for (let length = where.length; length > 0; length -= 1) {
    const box = document.querySelector(
      `#vorm [data-pad="${CSS.escape(where.slice(0, length).join("/"))}"]`,
    );
    if (box?.querySelector(":scope > .fouten")) return box;
  }
  return null;
}
