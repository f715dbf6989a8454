// Shows a card in the sizes in which others can embed it, each with its code.

import { make } from "./gedeeld.js";

const place = document.getElementById("maten");
const asked = new URLSearchParams(location.search);
const card = asked.get("kaart") ?? "";
const height = Math.min(Math.max(Number.parseInt(asked.get("hoogte"), 10) || 300, 160), 900);
const SIZES = [
  ["Klein", "De term met een link.", "320", 90],
  ["Middel", "Ook de korte uitleg.", "320", height],
  [
    "Rijk",
    "Zo breed als je pagina: waar plaats is ook de definitie en een vraag.",
    "100%",
    Math.max(height, 420),
  ],
];
const root = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];
const write = (title, width, tall) => {
  const frame = make("iframe", {
    src: new URL(`../${card}`, root).href,
    title,
    width,
    height: String(tall),
    loading: "lazy",
  });
  return frame.outerHTML.replace("></iframe>", ' style="border:0"></iframe>');
};
const show = ([name, text, width, tall], title) => {
  const frame = make("iframe", {
    src: new URL(`../${card}`, location.href).href,
    title: `${title}: ${name}`,
    width,
    height: tall,
  });
  const copy = make("button", { type: "button", className: "kopieer", textContent: "Kopieer" });
  copy.setAttribute("aria-label", `Kopieer: ${name}`);
  const code = make(
    "p",
    {},
    make("code", { className: "tekst", textContent: write(title, width, tall) }),
  );
  return make(
    "section",
    {},
    make("h2", { textContent: name }),
    make("p", { textContent: text }),
    frame,
    make("div", { className: "regel" }, code, copy),
  );
};
const start = async () => {
  const answer =
    /^insluiten\/(?:[a-z0-9-]+\/){1,2}$/.test(card) &&
    (await fetch(new URL(`../${card}`, location.href)));
  if (!answer?.ok) throw new TypeError("geen kaartje");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const title = page.querySelector("h1").textContent;
  place.replaceChildren(...SIZES.map((size) => show(size, title)));
};
start().catch((error) => {
  if (!(error instanceof TypeError)) throw error; // no such card, or no connection
  place.replaceChildren(
    make("p", {
      textContent:
        "Kies eerst een pagina: open een begrip, tik op ‘Deel’, en dan op ‘Kies een maat’.",
    }),
  );
});
