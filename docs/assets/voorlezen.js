// Reads In het kort and the explanation aloud with a Dutch voice of the device itself, a sentence at
// a time. Loaded when somebody first asks for it; see blad.js.
{
  const make = (tag, props = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const opener = document.querySelector("[data-voorlezen]");
  const SILENT = "[aria-hidden], .plek, .herkomst, .merker, .alleen-op-papier";

  // A sentence with its place in the page.
  const findSentences = () => {
    const blocks = [...document.querySelectorAll(".kort > p")];
    let next = document.querySelector("h2#toelichting")?.nextElementSibling;
    for (; next && !next.matches("h2, section, figure"); next = next.nextElementSibling) {
      blocks.push(...(next.matches("ul, ol") ? next.children : [next]));
    }
    return blocks.flatMap(split);
  };
  const split = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(SILENT)) continue;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const at = (range, offset, side) => {
      const { node, start } = nodes.findLast((each) => each.start < offset || each.start === 0);
      range[side](node, offset - start);
    };
    const parts = Intl.Segmenter
      ? [...new Intl.Segmenter("nl", { granularity: "sentence" }).segment(text)].map(
          (each) => each.segment,
        )
      : [text];
    let start = 0;
    return parts.flatMap((part) => {
      const [from, to] = [start + part.search(/\S|$/), start + part.trimEnd().length];
      start += part.length;
      if (to <= from) return [];
      const range = new Range();
      at(range, from + 1, "setEnd"); // its node holds the first letter
      range.setStart(range.endContainer, range.endOffset - 1);
      at(range, to, "setEnd");
      return [{ text: part.trim().replace(/\s+/g, " "), range, block }];
    });
  };

  let sentences = [];
  let place = 0;
  let speed = 1;
  let turn = 0; // an utterance that was broken off does not lead to the next
  let isSpeaking = false;

  const mark = (sentence) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("voorgelezen");
    if (sentence) CSS.highlights.set("voorgelezen", new Highlight(sentence.range));
  };
  const follow = ({ range, block }) => {
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 70 || bottom > innerHeight - 90) block.scrollIntoView({ block: "center" });
  };
  const speak = () => {
    const sentence = sentences[place];
    if (!sentence) return close();
    const mine = ++turn;
    const said = new SpeechSynthesisUtterance(sentence.text);
    Object.assign(said, { voice: window.nlStem(), lang: "nl-NL", rate: speed });
    const ended = () => {
      if (mine !== turn) return;
      place += 1;
      speak();
    };
    said.onend = ended;
    said.onerror = () => mine === turn && hold();
    isSpeaking = true;
    pause.textContent = "Pauze";
    mark(sentence);
    follow(sentence);
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
  };
  const hold = () => {
    turn += 1;
    isSpeaking = false;
    pause.textContent = "Verder";
    speechSynthesis.cancel();
  };
  const close = () => {
    hold();
    mark();
    bar.hidden = true;
    opener.focus({ preventScroll: true });
  };

  const pause = make("button", {
    type: "button",
    className: "knop vol",
    onclick: () => (isSpeaking ? hold() : speak()),
  });
  const faster = make(
    "select",
    { ariaLabel: "Snelheid", className: "knop" },
    ...[
      ["0.75", "Langzaam"],
      ["1", "Gewoon"],
      ["1.3", "Snel"],
    ].map(([value, textContent]) => make("option", { value, textContent })),
  );
  faster.value = "1";
  faster.onchange = () => {
    speed = Number(faster.value);
    if (isSpeaking) speak();
  };
  const stop = make("button", {
    type: "button",
    className: "knop",
    textContent: "Stop",
    onclick: close,
  });
  const bar = make(
    "div",
    {
      className: "voorleesbalk niet-op-papier",
      hidden: true,
      role: "region",
      ariaLabel: "Voorlezen",
    },
    pause,
    faster,
    stop,
  );
  document.body.append(bar);
  addEventListener("pagehide", () => speechSynthesis.cancel());

  const start = () => {
    sentences = findSentences();
    place = 0;
    bar.hidden = false;
    pause.focus({ preventScroll: true });
    speak();
  };
  opener.addEventListener("click", start);
  start();
}
