// Previews of links: the cards stand in the page; nothing is fetched. Hover or focus shows one,
// Escape hides it, the pointer may move onto it. Where nothing can hover, a mark opens it.
{
  const store = document.getElementById("kaartjes");
  if (store) {
    const cards = new Map();
    for (const card of store.content.querySelectorAll("[data-adres]")) {
      cards.set(new URL(card.dataset.adres, location.href).pathname, card);
    }
    const box = Object.assign(document.createElement("div"), { className: "kaartje", id: "kaartje", hidden: true });
    box.setAttribute("role", "tooltip");
    document.body.append(box);
    let shown = null;
    let timer = 0;

    const address = (link) => link.getAttribute("href") ?? link.getAttribute("xlink:href");
    const find = (link) => {
      try {
        return link && cards.get(new URL(address(link), location.href).pathname);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // a link to nowhere has no card
      }
    };

    const hide = () => {
      clearTimeout(timer);
      shown?.removeAttribute("aria-describedby");
      shown?.nextElementSibling?.matches(".merker") && shown.nextElementSibling.setAttribute("aria-expanded", "false");
      shown = null;
      box.hidden = true;
    };
    const show = (link) => {
      if (shown === link) return;
      hide();
      const card = find(link);
      box.replaceChildren(...card.cloneNode(true).children);
      box.dataset.thema = card.dataset.thema ?? document.body.dataset.thema ?? "";
      box.hidden = false;
      const place = link.getBoundingClientRect();
      const left = Math.min((link.getClientRects()[0] ?? place).left, document.documentElement.clientWidth - box.offsetWidth - 16);
      const below = place.bottom + 8 + box.offsetHeight < innerHeight || place.top < box.offsetHeight + 8;
      box.style.left = `${scrollX + Math.max(16, left)}px`;
      box.style.top = `${scrollY + (below ? place.bottom + 8 : place.top - 8 - box.offsetHeight)}px`;
      link.setAttribute("aria-describedby", "kaartje");
      shown = link;
    };
    const after = (delay, action) => {
      clearTimeout(timer);
      timer = setTimeout(action, delay);
    };

    const article = document.querySelector("article");
    article.addEventListener("pointerover", (event) => {
      const link = event.target.closest("a");
      if (event.pointerType === "mouse" && find(link)) after(250, () => show(link));
    });
    article.addEventListener("pointerout", (event) => {
      if (event.pointerType === "mouse" && event.target.closest("a")) after(300, hide);
    });
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && after(300, hide));
    article.addEventListener("focusin", (event) => {
      const link = event.target.closest("a");
      if (find(link) && link.matches(":focus-visible")) show(link);
    });
    article.addEventListener("focusout", (event) => event.target === shown && hide());
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".merker, .kaartje")) hide();
    });

    if (matchMedia("(hover: none)").matches) {
      for (const link of article.querySelectorAll("a")) {
        if (getComputedStyle(link, "::after").display !== "inline-block" || !find(link)) continue;
        const mark = Object.assign(document.createElement("button"), { className: "merker", type: "button" });
        mark.setAttribute("aria-label", `In het kort: ${link.textContent}`);
        mark.setAttribute("aria-expanded", "false");
        mark.addEventListener("click", () => {
          if (shown === link) return hide();
          show(link);
          mark.setAttribute("aria-expanded", "true");
        });
        link.after(mark);
      }
    }
  }
}
