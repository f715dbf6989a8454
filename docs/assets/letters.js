// The list from A to Z becomes shorter by theme and by what is typed; the theme stands in the address.

import { fold } from "./gedeeld.js";

const filter = document.querySelector("[data-filter]");
const items = [...document.querySelectorAll(".lemma")];
const links = [...filter.querySelectorAll("a[data-thema]")];
const field = document.querySelector(".typ");
const status = Object.assign(document.createElement("p"), { className: "alleen-voorlezen" });
status.setAttribute("role", "status");
filter.append(status);
let theme = "";

const show = () => {
  const asked = fold(field.value);
  for (const link of links) link.ariaCurrent = link.dataset.thema === theme ? "true" : null;
  for (const item of items) {
    item.hidden =
      (theme && item.dataset.thema !== theme) ||
      !fold(item.querySelector("strong").textContent).includes(asked);
  }
  for (const group of document.querySelectorAll(".letter")) {
    group.hidden = !group.querySelector(".lemma:not([hidden])");
    document.querySelector(`.letters a[href="#${group.querySelector("h2").id}"]`).hidden =
      group.hidden;
  }
  status.textContent = `${items.filter((item) => !item.hidden).length} begrippen`;
};

filter.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-thema]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  theme = link.ariaCurrent ? "" : link.dataset.thema;
  try {
    history.replaceState(null, "", theme ? `?thema=${theme}` : location.pathname);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // a frame may forbid it
  }
  show();
});
field.addEventListener("input", show);

const asked = new URLSearchParams(location.search).get("thema");
if (links.some((link) => link.dataset.thema === asked)) {
  theme = asked;
  show();
}
