// The lens over a case: mark a sentence, name what you see, then uncover what the knowledge base sees.
// What is marked stands in the address, so that it can be shared.

import { make } from "./gedeeld.js";

const story = document.querySelector("[data-casus] .verhaal");
const lens = document.querySelector("[data-lens]");
const answers = document.querySelector("[data-antwoorden]");
const sentences = [...story.querySelectorAll(".zin")];
const numberOf = (sentence) => Number(sentence.dataset.zin);
const marks = new Map(); // the number of a sentence, and the word for what is seen in it

const list = make("ol");
const status = make("p", { className: "lens-stand" });
status.setAttribute("role", "status");
const reveal = make("button", { type: "button", className: "knop hoofd" });
const copy = make("button", {
  type: "button",
  className: "knop",
  textContent: "Kopieer de link met wat je ziet",
});
const again = make("button", { type: "button", className: "knop", textContent: "Begin opnieuw" });
const name = make("button", { type: "button", className: "knop hoofd lens-noem" }); // stays in sight while reading
lens.before(name);
lens.append(list, make("p", {}, reveal, copy, again), status);

const save = () => {
  const url = new URL(location);
  const seen = [...marks].map(([number, word]) => `${number}.${word}`).join("_");
  if (seen) url.searchParams.set("zie", seen);
  else url.searchParams.delete("zie");
  try {
    history.replaceState(null, "", url);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // a frame may forbid it
  }
};

const ask = (sentence) => {
  const number = numberOf(sentence);
  const input = make("input", { value: marks.get(number), autocomplete: "off", maxLength: 60 });
  input.setAttribute("list", "begrippen");
  input.addEventListener("input", () => {
    marks.set(number, input.value.replaceAll("_", " "));
    save();
    tell();
  });
  return make(
    "li",
    {},
    make("q", { textContent: sentence.textContent }),
    make("label", {}, "Welk begrip zie je? ", input),
  );
};

const show = () => {
  for (const sentence of sentences)
    sentence.setAttribute("aria-pressed", String(marks.has(numberOf(sentence))));
  list.replaceChildren(...sentences.filter((sentence) => marks.has(numberOf(sentence))).map(ask));
  name.hidden = copy.hidden = again.hidden = marks.size === 0;
  name.textContent = `${marks.size} gemarkeerd: noem wat je ziet`;
  tell();
};

// Says at each answer whether its passage was marked, and with which word.
const tell = () => {
  for (const answer of answers.querySelectorAll("[data-antwoord]")) {
    answer.querySelector(".jij")?.remove();
    const passages = sentences.filter(
      (sentence) => sentence.dataset.begrip === answer.dataset.antwoord,
    );
    const mine = passages.filter((sentence) => marks.has(numberOf(sentence)));
    const words = mine.map((sentence) => marks.get(numberOf(sentence))).filter(Boolean);
    const said = words.length
      ? `Jij zag dit ook, en noemde: ${words.join(", ")}.`
      : "Jij markeerde deze passage ook.";
    if (mine.length) answer.append(make("p", { className: "jij", textContent: said }));
  }
  const others = sentences.filter(
    (sentence) => marks.has(numberOf(sentence)) && !sentence.dataset.begrip,
  ).length;
  status.textContent =
    !answers.hidden && others
      ? `Jij zag ook iets in ${others === 1 ? "een zin die wij niet noemen" : `${others} zinnen die wij niet noemen`}. Dat kan goed zijn: zeg erbij waarom.`
      : "";
};

const open = (isOpen) => {
  answers.hidden = !isOpen;
  story.classList.toggle("open-lens", isOpen);
  reveal.textContent = isOpen
    ? "Verberg wat de kennisbank ziet"
    : "Laat zien wat de kennisbank ziet";
  reveal.setAttribute("aria-expanded", String(isOpen));
  tell();
};

const toggle = (sentence) => {
  const number = numberOf(sentence);
  if (!marks.delete(number)) marks.set(number, "");
  save();
  show();
};
for (const sentence of sentences) {
  sentence.setAttribute("role", "button");
  sentence.tabIndex = 0;
  sentence.addEventListener("click", () => toggle(sentence));
  sentence.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle(sentence);
  });
}
reveal.addEventListener("click", () => {
  open(answers.hidden);
  if (!answers.hidden) answers.scrollIntoView();
});
name.addEventListener("click", () => {
  const inputs = [...list.querySelectorAll("input")];
  (inputs.find((input) => !input.value) ?? inputs[0])?.focus();
});
again.addEventListener("click", () => {
  marks.clear();
  save();
  open(false);
  show();
  sentences[0].focus();
});
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(location.href.replace(location.hash, ""));
    status.textContent = "Gekopieerd. Wie de link opent, ziet jouw zinnen en woorden.";
  } catch {
    status.textContent = "Kopiëren lukt hier niet. Kopieer het adres boven in je browser.";
  }
});

for (const seen of (new URL(location).searchParams.get("zie") ?? "").split("_")) {
  const [number, ...word] = seen.split(".");
  if (sentences.some((sentence) => sentence.dataset.zin === number))
    marks.set(Number(number), word.join(".").slice(0, 60));
}
const asked = () => location.hash === "#antwoorden";
open(asked());
show();
if (asked()) answers.scrollIntoView();
addEventListener("hashchange", () => {
  if (!asked()) return;
  open(true);
  answers.scrollIntoView();
});
