// The sheet from below: a preview on touch, or a part of this page that an action asks for.
// What folds on a phone opens for an address that leads into it, and for the printer.
{
  const make = (tag, props) => Object.assign(document.createElement(tag), props);
  const sheet = make("dialog", { className: "blad", innerHTML: '<form method="dialog"><button class="blad-dicht" aria-label="Sluit">×</button></form><div></div>' });
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

  const foldOf = (element) => element?.closest("details") ?? element?.closest(".vouw")?.querySelector("details");
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1)); // fixed anchors are plain
    const part = target?.matches("div.verhuisd") ? target.nextElementSibling : target;
    for (let fold = foldOf(part); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target?.scrollIntoView();
  };
  reveal();
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll(".vouw > details").forEach((fold) => (fold.open = true)));

  document.addEventListener("click", (event) => {
    if (event.target.closest("#wijzer a")) document.getElementById("wijzer").hidePopover?.();
    const link = event.target.closest("[data-blad]");
    if (!link) return;
    event.preventDefault();
    const parts = [...foldOf(document.querySelector(link.hash)).cloneNode(true).children].slice(1);
    if (link.hash === "#delen" && navigator.share) {
      const share = make("button", { className: "knop vol", textContent: "Deel via je apparaat" });
      share.onclick = () => navigator.share({ title: document.title, url: link.baseURI }).catch(() => {});
      parts.unshift(share);
    }
    window.toonBlad(link.textContent.trim(), document.body.dataset.thema, parts);
  });

  // What is kept stays on this device; the home page lists it.
  const keep = document.querySelector("[data-bewaar]");
  try {
    const id = keep?.dataset.bewaar;
    const read = () => JSON.parse(localStorage.getItem("bewaard") ?? "{}");
    const show = () => {
      const isKept = id in read();
      keep.setAttribute("aria-pressed", isKept);
      keep.lastElementChild.textContent = isKept ? "Bewaard" : "Bewaar";
    };
    if (keep) show();
    keep?.addEventListener("click", () => {
      const { [id]: kept, ...others } = read();
      const title = document.querySelector("h1").innerText;
      localStorage.setItem("bewaard", JSON.stringify(kept ? others : { ...others, [id]: title }));
      show();
    });
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError || error instanceof TypeError)) throw error;
    keep.hidden = true; // storage is switched off, or holds something else
  }
}
