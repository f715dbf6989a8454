// The sheet from below: a preview on touch, or a part of this page that an action asks for.
// What folds on a phone opens for an address that leads into it, and for the printer.
{
  const make = (tag, props) => Object.assign(document.createElement(tag), props);
  const sheet = make("dialog", {
    className: "blad",
    innerHTML:
      '<form method="dialog"><button class="blad-dicht" aria-label="Sluit">×</button></form><div></div>',
  });
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  document.body.append(sheet);
  window.toonBlad = (name, theme, parts) => {
    sheet.setAttribute("aria-label", name);
    sheet.dataset.thema = theme ?? "";
    sheet.lastChild.replaceChildren(...parts);
    for (const part of sheet.querySelectorAll("[id]")) part.removeAttribute("id");
    sheet.showModal();
    sheet.scrollTop = 0;
  };

  const foldOf = (element) =>
    element?.closest("details") ?? element?.closest(".vouw")?.querySelector("details");
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1)); // fixed anchors are plain
    const part = target?.matches("div.verhuisd") ? target.nextElementSibling : target;
    for (let fold = foldOf(part); fold; fold = fold.parentElement.closest("details"))
      fold.open = true;
    target?.scrollIntoView();
  };
  reveal();
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () =>
    document.querySelectorAll(".vouw > details").forEach((fold) => (fold.open = true)),
  );

  document.addEventListener("click", (event) => {
    if (event.target.closest("#wijzer a")) document.getElementById("wijzer").hidePopover?.();
    const link = event.target.closest("[data-blad]");
    if (!link) return;
    event.preventDefault();
    const parts = [...foldOf(document.querySelector(link.hash)).cloneNode(true).children].slice(1);
    if (link.hash === "#delen" && navigator.share) {
      const share = make("button", { className: "knop vol", textContent: "Deel via je apparaat" });
      share.onclick = () =>
        navigator.share({ title: document.title, url: link.baseURI }).catch(() => {});
      parts.unshift(share);
    }
    window.toonBlad(link.textContent.trim(), document.body.dataset.thema, parts);
  });

  // Reading aloud: only with a Dutch voice that the device itself has; its script comes when asked for.
  const reader = document.querySelector("[data-voorlezen]");
  const speech = window.speechSynthesis;
  window.nlStem = () =>
    speech.getVoices().find((voice) => voice.localService && /^nl/i.test(voice.lang));
  const offer = () => (reader.hidden = !nlStem());
  if (reader && speech) {
    offer();
    speech.onvoiceschanged = offer;
    reader.addEventListener(
      "click",
      () => document.body.append(make("script", { src: reader.dataset.voorlezen })),
      { once: true },
    );
  }

  // What is kept stays on this device: a page, or a voice on the page of a concept. See lijst.js.
  const keep = document.querySelector("[data-bewaar]");
  const watch = (button, id, title) => {
    const read = () => JSON.parse(localStorage.bewaard ?? "{}");
    const show = () => {
      const all = read();
      const word = id in all ? "Bewaard" : "Bewaar";
      button.ariaPressed = id in all;
      button.ariaLabel = `${word}: ${title}`;
      button.lastElementChild.textContent = word;
      document.querySelector("[data-lijst]").hidden = !Object.keys(all)[0];
    };
    show();
    button.onclick = () => {
      const { [id]: kept, ...others } = read();
      localStorage.bewaard = JSON.stringify(kept ? others : { ...others, [id]: title });
      show();
    };
  };
  if (keep) {
    const id = keep.dataset.bewaar;
    const title = document.querySelector("h1").innerText;
    try {
      watch(keep, id, title);
      for (const voice of document.querySelectorAll(".stem[id]")) {
        const button = make("button", { className: "bewaar-stem", innerHTML: "<span></span>" });
        watch(
          button,
          `stem${id.slice(6)}.${voice.id.slice(5)}`,
          `${voice.querySelector("h3").innerText} over ${title}`,
        );
        voice.querySelector("details").append(button);
      }
    } catch (error) {
      if (
        !(
          error instanceof DOMException ||
          error instanceof SyntaxError ||
          error instanceof TypeError
        )
      )
        throw error;
      keep.hidden = true; // storage is switched off, or holds something else
    }
  }
}
