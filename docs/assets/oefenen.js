// Makes cards of the list on a practice page, twelve a round. What you knew comes back later each time,
// by the boxes of Leitner. What is remembered stays on this device.

import { make } from "./gedeeld.js";

const DAYS = [0, 1, 3, 7, 14, 30]; // until a card of each box comes back
const ROUND = 12;
const NAME = "oefenen";

/** Put cards in a place, made of the terms and explanations of a list. */
export function practise(place, list) {
  const words = (element) => element.textContent.trim().replace(/\s+/g, " ");
  const cards = [...list.querySelectorAll("dt[data-kaart]")].map((question) => {
    const answers = [];
    for (
      let next = question.nextElementSibling;
      next?.tagName === "DD";
      next = next.nextElementSibling
    )
      answers.push(words(next));
    const id = question.dataset.kaart;
    return {
      id,
      question: words(question),
      answers,
      page: [...question.querySelectorAll("a")].at(-1),
    };
  });

  const button = (className, action, ...children) => {
    const made = make("button", { type: "button", className }, ...children);
    made.addEventListener("click", action);
    return made;
  };

  const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 6e4) / 864e5);
  // Until November 2026 a card was only "wist" or "nog".
  const asBox = (kept) =>
    Array.isArray(kept) ? kept : kept === "wist" ? [2, today + 1] : [0, today];
  // Storage may be switched off, full or hold something else: then nothing is remembered.
  const isExpected = (error) => error instanceof DOMException || error instanceof SyntaxError;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME) ?? "{}");
      return Object.fromEntries(
        Object.entries(Object(kept)).map(([id, value]) => [id, asBox(value)]),
      );
    } catch (error) {
      if (!isExpected(error)) throw error;
      return {};
    }
  };
  const keep = (next) => {
    marks = next;
    try {
      if (Object.keys(marks).length) localStorage.setItem(NAME, JSON.stringify(marks));
      else localStorage.removeItem(NAME);
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
  };

  let marks = read();
  let round = [];
  let size = 0;
  let knew = 0;
  let isFlipped = false;
  let isTermFirst = false;
  const boxOf = (card) => marks[card.id]?.[0] ?? 0;
  const isDue = (card) => (marks[card.id]?.[1] ?? today) <= today;
  const begin = (chosen) => {
    const asked = `begrip/${new URLSearchParams(location.search).get("begin")}`;
    round = chosen
      .toSorted((one, other) => (other.id === asked) - (one.id === asked))
      .slice(0, ROUND);
    size = round.length;
    knew = 0;
    turn(false);
  };

  // What was known of a concept stays known when it has another name, or is part of another one.
  const rename = async () => {
    const isHere = (key) => cards.some((card) => card.id === key);
    if (Object.keys(read()).every(isHere)) return;
    const { verhuisd } = await window.oudeNamen();
    const kept = read(); // meanwhile a card may have been judged
    const nameNow = (key) => {
      const [kind, name] = key.split("/");
      const [kindNow, now] = (verhuisd[`begrip/${name}`] ?? "").split("/");
      return !isHere(key) && kindNow === "begrip" ? `${kind}/${now}` : key;
    };
    const old = Object.keys(kept).filter((key) => nameNow(key) !== key);
    if (!old.length) return;
    const next = { ...Object.fromEntries(old.map((key) => [nameNow(key), kept[key]])), ...kept };
    for (const key of old) delete next[key];
    keep(next);
    if (cards.length) begin(cards.filter(isDue));
  };

  const when = (days) => (days === 0 ? "straks" : days === 1 ? "morgen" : `over ${days} dagen`);
  const ANSWERS = [
    ["Nog niet", () => 0],
    ["Bijna", () => 1],
    ["Wist ik", (box) => Math.min(Math.max(box + 1, 2), DAYS.length - 1)],
  ];
  const judge = (next) => {
    const card = round.shift();
    const box = next(boxOf(card));
    keep({ ...read(), [card.id]: [box, today + DAYS[box]] });
    if (box) knew += 1;
    else round.push(card); // it comes back, last
    turn(false);
    face.focus();
  };

  // A term that stands in its own explanation would give the answer away.
  const hideTerm = (text, term) =>
    text.replace(
      new RegExp(`(?<!\\p{L})${term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\p{L}*`, "giu"),
      "…",
    );
  const FORMS = {
    spanning: ["Spanning", "Tegenpool"],
    twee: ["Welk van de twee?", "Begrip"],
    stem: ["Wie zei dit?", "Stem"],
  };
  const sides = (card) => {
    const form = FORMS[card.id.split("/")[0]];
    if (form)
      return [
        [form[0], [card.question]],
        [form[1], card.answers],
      ];
    if (isTermFirst)
      return [
        ["Wat is dit?", [card.question]],
        ["In het kort", card.answers],
      ];
    return [
      ["Welk begrip is dit?", card.answers.map((answer) => hideTerm(answer, card.question))],
      ["Begrip", [card.question]],
    ];
  };
  const comingBack = () => {
    const days = cards
      .map((card) => (marks[card.id]?.[1] ?? today) - today)
      .filter((each) => each > 0);
    return days.length
      ? ` Er komen er ${days.filter((each) => each === Math.min(...days)).length} terug: ${when(Math.min(...days))}.`
      : "";
  };
  const turn = (flipped) => {
    const card = round[0];
    isFlipped = flipped;
    answers.hidden = more.hidden = !card || !isFlipped;
    face.classList.toggle("omgedraaid", isFlipped);
    const [label, texts] = card
      ? sides(card)[isFlipped ? 1 : 0]
      : ["Klaar voor nu", [`Dit waren je kaarten.${comingBack()}`]];
    const hint = !card
      ? cards.some(isDue)
        ? "Nog een ronde"
        : "Toch nog een keer"
      : isFlipped
        ? ""
        : "Zeg het eerst zelf. Tik dan op de kaart.";
    const text = make("span", {
      className: texts.join("").length < 60 ? "oefentekst oefenwoord" : "oefentekst",
    });
    text.append(...texts.map((each) => make("span", { textContent: `${each} ` })));
    face.replaceChildren(
      make("span", { className: "opschrift", textContent: label }),
      text,
      make("span", { className: "oefenhint", textContent: hint }),
    );
    count.textContent = card ? `${knew + 1} van ${size}` : `${size} van ${size}`;
    bar.max = size || 1;
    bar.value = knew;
    if (!card) return;
    more.href = card.page.href;
    choices.forEach(
      (choice, index) =>
        (choice.lastChild.textContent = when(DAYS[ANSWERS[index][1](boxOf(card))])),
    );
    status.textContent = isFlipped ? words(text) : "";
  };

  const count = make("span");
  const more = make("a", { textContent: "Lees dit begrip" });
  const bar = make("progress");
  bar.setAttribute("aria-hidden", "true");
  const face = button("oefenkaart", () =>
    round.length ? turn(!isFlipped) : begin(cards.some(isDue) ? cards.filter(isDue) : cards),
  );
  const choices = ANSWERS.map(([name, next]) =>
    button(
      "oefenknop",
      () => judge(next),
      name,
      make("span", { className: "alleen-voorlezen", textContent: ", komt terug: " }),
      make("small"),
    ),
  );
  const answers = make("div", { className: "oefenoordeel" }, ...choices);
  const status = make("p", { className: "alleen-voorlezen" });
  status.setAttribute("role", "status");

  const choice = (name, isTerm) => {
    const radio = make("input", {
      type: "radio",
      name: "richting",
      checked: isTerm === isTermFirst,
    });
    radio.addEventListener("change", () => {
      isTermFirst = isTerm;
      turn(false);
    });
    return make("label", {}, radio, ` ${name}`);
  };
  const ways = make(
    "fieldset",
    { className: "oefenrichting" },
    make("legend", { textContent: "Wat zie je eerst?" }),
    choice("De uitleg", false),
    choice("De term", true),
  );
  const toggle = button(
    "oefenknop",
    () => {
      const isShown = list.classList.toggle("op-scherm");
      toggle.setAttribute("aria-expanded", String(isShown));
      toggle.textContent = isShown ? "Verberg de lijst" : "Toon alles als lijst";
    },
    "Toon alles als lijst",
  );
  toggle.setAttribute("aria-expanded", "false");
  const wipe = button(
    "oefenknop",
    () => {
      keep({});
      begin(cards);
      status.textContent = "Gewist. Alle kaarten liggen er weer.";
    },
    "Wis wat ik wist",
  );
  const field = make(
    "div",
    { className: "oefenveld" },
    make("p", { className: "oefenstand" }, count, more),
    bar,
    face,
    answers,
  );
  place.append(field, status, ways, make("p", { className: "oefenmeer" }, toggle, wipe));
  place.addEventListener("keydown", (event) => {
    if (isFlipped && "123".includes(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey)
      choices[event.key - 1].click();
  });
  if (cards.length) begin(cards.filter(isDue));
  else {
    place.hidden = true;
    list.classList.add("op-scherm");
  }
  rename();
}

const here = document.querySelector("[data-oefenen]");
if (here) practise(here, document.querySelector("[data-oefenlijst]"));
