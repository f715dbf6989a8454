// A draft is filled in steps, a few fields at a time; which those are says form_steps.py.

import { button, make } from "./dom.js";

/** The step at which each record was left, while this page is open. */
const left = new Map();

/** Show the fields of one step; `cover` is shown where a step asks for it. */
export function makeSteps(path, steps, fields, cover) {
  const title = make("h3", { tabIndex: -1 });
  const help = make("p", { className: "hulp" });
  const buttons = steps.map((step, index) => button(step.title, () => show(index, true)));
  const all = button("Alle velden", () => show(steps.length, true));
  const bar = make("ol", {}, ...[...buttons, all].map((each) => make("li", {}, each)));
  const back = button("← Vorige stap", () => show(left.get(path) - 1, true));
  const next = button("Volgende stap →", () => show(left.get(path) + 1, true));
  function show(index, isAsked = false) {
    const step = steps[index];
    left.set(path, index);
    for (const [key, field] of fields) field.element.hidden = step && !step.keys.includes(key);
    if (cover) cover.hidden = step && !step.covers;
    for (const [at, each] of [...buttons, all].entries()) {
      if (at === index) each.setAttribute("aria-current", "step");
      else each.removeAttribute("aria-current");
    }
    title.textContent = step
      ? `Stap ${index + 1} van ${steps.length}: ${step.title}`
      : "Alle velden";
    help.textContent = step?.help ?? "";
    back.hidden = index === 0 || !step;
    next.hidden = index >= steps.length - 1;
    if (isAsked) title.focus();
  }
  show(left.get(path) ?? 0);
  return {
    before: make("nav", { className: "stappen", "aria-label": "Stappen" }, bar, title, help),
    after: make("div", { className: "knoppen" }, back, next),
    /** Go to the step in which a field stands. */
    find: (key) => show(steps.findIndex((step) => step.keys.includes(key))),
    /** Say at each step how many mistakes there are in it. */
    mark() {
      for (const [index, each] of buttons.entries()) {
        const told = steps[index].keys.map(
          (key) => fields.get(key)?.element.querySelectorAll('.fouten [data-ernst="fout"]').length,
        );
        const count = told.reduce((sum, one) => sum + (one ?? 0), 0);
        each.textContent = count ? `${steps[index].title} (nog ${count})` : steps[index].title;
      }
    },
  };
}
