// Makes cards of the list on a practice page. What a reader knew stays on this device.
{
  const place = document.querySelector("[data-oefenen]");
  const list = document.querySelector("[data-oefenlijst]");
  const NAME = "oefenen";
  const words = (element) => element.textContent.trim().replace(/\s+/g, " ");
  const cards = [...list.querySelectorAll("dt[data-kaart]")].map((question) => {
    const answers = [];
    for (let next = question.nextElementSibling; next?.tagName === "DD"; next = next.nextElementSibling) answers.push(words(next));
    const id = question.dataset.kaart;
    return { id, isTerm: id.startsWith("begrip/"), question: words(question), answers, page: question.querySelector("a") };
  });

  const make = (tag, props = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const button = (name, action) => {
    const made = make("button", { type: "button", className: "oefenknop", textContent: name });
    made.addEventListener("click", action);
    return made;
  };

  // Storage may be switched off, full or hold something else: then nothing is remembered.
  const isExpected = (error) => error instanceof DOMException || error instanceof SyntaxError;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME) ?? "{}");
      return kept && typeof kept === "object" ? { ...kept } : {};
    } catch (error) {
      if (!isExpected(error)) throw error;
      return {};
    }
  };
  const keep = (marks) => {
    try {
      if (Object.keys(marks).length) localStorage.setItem(NAME, JSON.stringify(marks));
      else localStorage.removeItem(NAME);
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
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
    marks = { ...Object.fromEntries(old.map((key) => [nameNow(key), kept[key]])), ...kept };
    for (const key of old) delete marks[key];
    keep(marks);
    open = findOpen();
    index = 0;
    if (cards.length) show();
  };

  let marks = read();
  const findOpen = () => cards.filter((card) => marks[card.id] !== "wist");
  let open = findOpen();
  let index = 0;
  let isFlipped = false;
  let isTextFirst = false;

  const face = make("button", { type: "button", className: "oefenkaart" });
  const flip = () => {
    if (!open.length) return again();
    isFlipped = !isFlipped;
    show();
    status.textContent = words(face.querySelector(".oefentekst"));
  };
  face.addEventListener("click", flip);
  const step = (by) => {
    if (!open.length) return;
    index = (index + by + open.length) % open.length;
    isFlipped = false;
    status.textContent = "";
    show();
    face.focus();
  };
  const mark = (value) => {
    const [card] = open.splice(index, 1);
    marks = { ...read(), [card.id]: value };
    keep(marks);
    if (value !== "wist") open.push(card); // it comes back, last
    index = index % (open.length || 1);
    isFlipped = false;
    status.textContent = "";
    show();
    face.focus();
  };
  const again = () => {
    open = [...cards];
    index = 0;
    isFlipped = false;
    show();
    face.focus();
  };
  const wipe = () => {
    marks = {};
    keep(marks);
    again();
    status.textContent = "Gewist. Alle kaarten liggen er weer.";
  };

  const back = button("Vorige", () => step(-1));
  const next = button("Volgende", () => step(1));
  const knew = button("Wist ik", () => mark("wist"));
  const learns = button("Nog niet", () => mark("nog"));
  const more = make("a", { textContent: "Lees dit begrip" });
  const judge = make("p", { className: "oefenoordeel" }, knew, learns, more);
  const turn = make("p", { className: "oefenstap" }, back, next);
  const status = make("p", { className: "alleen-voorlezen" });
  status.setAttribute("role", "status");

  // A term that stands in its own explanation would give the answer away.
  const hideTerm = (text, term) =>
    text.replace(new RegExp(`(?<!\\p{L})${term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\p{L}*`, "giu"), "…");
  const sides = (card) => {
    if (!card.isTerm) return [["Spanning", [card.question]], ["Tegenpool", card.answers]];
    const both = [["Begrip", [card.question]], ["In het kort", card.answers]];
    if (!isTextFirst) return both;
    return [["In het kort", card.answers.map((answer) => hideTerm(answer, card.question))], ["Begrip", [card.question]]];
  };
  const show = () => {
    const card = open[index];
    turn.hidden = open.length < 2;
    judge.hidden = !card || !isFlipped;
    face.classList.toggle("omgedraaid", isFlipped);
    const [label, texts] = card ? sides(card)[isFlipped ? 1 : 0] : ["Klaar", ["Je hebt alle kaarten gehad."]];
    const hint = card ? (isFlipped ? "Draai terug" : "Draai om") : "Nog een keer";
    const text = make("span", { className: label === "Begrip" ? "oefentekst oefenwoord" : "oefentekst" });
    text.append(...texts.map((each) => make("span", { textContent: `${each} ` })));
    face.replaceChildren(make("span", { className: "opschrift", textContent: label }), text, make("span", { className: "oefenhint", textContent: hint }));
    if (card) more.href = card.page.href;
  };

  const choice = (name, isText) => {
    const radio = make("input", { type: "radio", name: "richting", checked: isText === isTextFirst });
    radio.addEventListener("change", () => {
      isTextFirst = isText;
      isFlipped = false;
      show();
    });
    return make("label", {}, radio, ` ${name}`);
  };
  const ways = make("fieldset", { className: "oefenrichting" }, make("legend", { textContent: "Wat zie je eerst?" }), choice("De term", false), choice("De uitleg", true));
  const toggle = button("Toon alles als lijst", () => {
    const isShown = list.classList.toggle("op-scherm");
    toggle.setAttribute("aria-expanded", String(isShown));
    toggle.textContent = isShown ? "Verberg de lijst" : "Toon alles als lijst";
  });
  toggle.setAttribute("aria-expanded", "false");
  const help = make("p", { className: "oefenhulp" },
    make("span", { className: "oefentoetsen", textContent: "Spatie draait de kaart om, de pijltjes gaan naar de vorige en de volgende. " }), "Wat je wist, blijft op dit apparaat.");
  const field = make("div", { className: "oefenveld" }, face, judge, turn);
  place.append(ways, field, status, help, make("p", { className: "oefenmeer" }, toggle, button("Wis wat ik wist", wipe)));
  place.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.target.type === "radio" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(by);
  });
  if (cards.length) show();
  else {
    place.hidden = true;
    list.classList.add("op-scherm");
  }
  rename();
}
