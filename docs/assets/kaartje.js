// Previews of links: the cards stand in the page; nothing is fetched. Hover or focus shows one,
// Escape hides it, the pointer may move onto it. Where nothing can hover, a tap opens it as a sheet.
{
  const store = document.getElementById("kaartjes");
  if (store) {
    const cards = new Map();
    for (const card of store.content.querySelectorAll("[data-adres]")) {
      cards.set(new URL(card.dataset.adres, location.href).pathname, card);
    }
    const box = Object.assign(document.createElement("div"), {
      className: "kaartje",
      id: "kaartje",
      hidden: true,
    });
    box.setAttribute("role", "tooltip");
    document.body.append(box);
    let shown = null;
    let timer = 0;

    // In a drawing `href` is an object.
    const leadsTo = (link) => link.href.baseVal ?? link.href;
    const find = (link) => link && cards.get(new URL(leadsTo(link), location.href).pathname);
    const hide = () => {
      clearTimeout(timer);
      shown?.removeAttribute("aria-describedby");
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
      const left = Math.min(
        (link.getClientRects()[0] ?? place).left,
        document.documentElement.clientWidth - box.offsetWidth - 16,
      );
      const below =
        place.bottom + 8 + box.offsetHeight < innerHeight || place.top < box.offsetHeight + 8;
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
    box.addEventListener(
      "pointerleave",
      (event) => event.pointerType === "mouse" && after(300, hide),
    );
    article.addEventListener("focusin", (event) => {
      const link = event.target.closest("a");
      if (find(link) && link.matches(":focus-visible")) show(link);
    });
    article.addEventListener("focusout", (event) => event.target === shown && hide());
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".kaartje")) hide();
    });

    // A list that leads on, such as the steps of a route, is not running text.
    const isText = (link) =>
      link.matches(":is(p, li, dd, small) > a") &&
      !link.closest("nav, .knop, .spanning, .lemma, .vindplaats");
    const idOf = (address) => address.match(/begrippen\/([^/]+)/)?.[1];
    article.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      const card = find(link);
      if (!card || !isText(link) || !matchMedia("(hover: none)").matches) return;
      event.preventDefault();
      const steps = Object.assign(document.createElement("div"), { className: "knoppen" });
      const go = (textContent, href, className) =>
        steps.append(Object.assign(document.createElement("a"), { textContent, href, className }));
      const [here, there] = [idOf(location.pathname), idOf(leadsTo(link))];
      if (here && there) go("Vergelijk", `../../vergelijk/?a=${here}&b=${there}`, "knop");
      go("Lees verder", leadsTo(link), "knop vol");
      const body = card.cloneNode(true);
      window.toonBlad(body.children[1].textContent, card.dataset.thema, [...body.children, steps]);
    });
  }
}
