// Shows a lesson on the wall: one part at a time, in large letters, with a clock.

import { make } from "./gedeeld.js";

const parts = [...document.querySelectorAll("[data-onderdeel]")];
const button = (text, act) => {
  const made = make("button", { type: "button", className: "knop", textContent: text });
  made.addEventListener("click", act);
  return made;
};
let place = 0;
let end = 0; // when the time of this part is over; 0 as long as the clock stands still
let left = 0; // seconds, while it stands still
let ticking = 0;

const text = make("div", { className: "scherm-tekst", tabIndex: -1 });
const clock = make("span", { className: "scherm-klok" });
clock.setAttribute("role", "timer");
const count = make("span");
const start = button("Start de klok", () => (end ? stop() : run()));
const before = button("Vorige", () => go(place - 1));
const after = button("Volgende", () => go(place + 1));
const code = document.querySelector(".papier svg").cloneNode(true); // leads to this sheet
code.setAttribute("role", "img");
code.setAttribute("aria-label", "QR-code van het studentenblad");
const screen = make(
  "dialog",
  { className: "scherm" },
  text,
  make(
    "div",
    { className: "scherm-balk" },
    before,
    after,
    count,
    start,
    button("Sluit", () => screen.close()),
    clock,
    code,
  ),
);
screen.setAttribute("aria-label", "De les op het scherm");
document.body.append(screen);

const seconds = () => (end ? Math.round((end - Date.now()) / 1000) : left);
const tick = () => {
  const now = Math.max(0, seconds());
  clock.textContent = `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")}`;
  clock.classList.toggle("op", now === 0);
};
const run = () => {
  end = Date.now() + left * 1000;
  ticking = setInterval(tick, 500);
  start.textContent = "Zet de klok stil";
};
const stop = () => {
  left = Math.max(0, seconds());
  end = 0;
  clearInterval(ticking);
  start.textContent = "Start de klok";
};
// A card fills the wall when it is pressed, and steps back when it is pressed again.
const enlarge = (card) => {
  const press = make("button", { type: "button" }, ...card.childNodes);
  press.setAttribute("aria-pressed", "false");
  press.addEventListener("click", () =>
    press.setAttribute("aria-pressed", String(press.getAttribute("aria-pressed") !== "true")),
  );
  card.append(press);
};
const go = (number) => {
  if (!parts[number]) return;
  stop();
  place = number;
  left = Number(parts[place].dataset.minuten) * 60;
  text.replaceChildren(...[...parts[place].cloneNode(true).childNodes]);
  for (const card of text.querySelectorAll(".kaartjes li")) enlarge(card);
  count.textContent = `${place + 1} van ${parts.length}`;
  before.disabled = place === 0;
  after.disabled = place === parts.length - 1;
  tick();
  screen.scrollTop = 0;
  text.focus({ preventScroll: true });
};
screen.addEventListener("keydown", (event) => {
  if (event.key === "ArrowRight" || event.key === "PageDown") go(place + 1);
  if (event.key === "ArrowLeft" || event.key === "PageUp") go(place - 1);
});
screen.addEventListener("close", () => {
  stop();
  if (document.fullscreenElement) document.exitFullscreen();
});
document.querySelector("[data-scherm]").append(
  button("Zet de les op het scherm", () => {
    screen.showModal();
    go(0);
    screen.requestFullscreen?.().catch(() => {}); // without it the page itself is full
  }),
  button("Print", () => print()),
);
