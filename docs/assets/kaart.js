// The concept map: find, filter, highlight, zoom and walk. Without it the map is a picture with links.
{
  const area = document.querySelector("[data-kaart]");
  const svg = area?.querySelector("svg");
  const form = document.querySelector("[data-kaartknoppen]");
  const legend = document.querySelector("[data-kaartlegenda]");
  if (svg) {
    const links = [...svg.querySelectorAll("a")], lines = [...svg.querySelectorAll(".lijnen path")];
    const byId = new Map(links.map((link) => [link.dataset.id, link]));
    const status = form.querySelector("[role=status]"), field = form.querySelector("input");
    const nameOf = (link) => link.querySelector("text").textContent.trim();
    const isShown = (link) => !link.classList.contains("weg");
    const middle = (link) => {
      const { e, f } = link.transform.baseVal.consolidate().matrix;
      return [e, f];
    };
    let zoom = 1;

    const light = (link) => {
      svg.classList.toggle("gericht", Boolean(link));
      const near = new Set(link ? [link] : []);
      for (const line of lines) {
        const isOf = link && [line.dataset.van, line.dataset.naar].includes(link.dataset.id) && isShown(line);
        line.classList.toggle("licht", Boolean(isOf));
        if (isOf) near.add(byId.get(line.dataset.van)).add(byId.get(line.dataset.naar));
      }
      for (const each of links) each.classList.toggle("licht", near.has(each));
    };

    const setZoom = (value, around) => {
      const before = svg.clientWidth, box = area.getBoundingClientRect();
      const x = around ? around.x - box.x : box.width / 2, y = around ? around.y - box.y : box.height / 2;
      const from = [area.scrollLeft + x, area.scrollTop + y];
      zoom = Math.min(4, Math.max(0.25, value));
      svg.style.minWidth = "0";
      svg.style.width = `${zoom * 68}rem`;
      const ratio = svg.clientWidth / before;
      area.scrollLeft = from[0] * ratio - x;
      area.scrollTop = from[1] * ratio - y;
    };
    const showAll = () => {
      svg.style.minWidth = "0";
      svg.style.width = "100%";
      zoom = svg.clientWidth / (68 * parseFloat(getComputedStyle(document.documentElement).fontSize));
      area.scrollTo(0, 0);
    };
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const bring = (link, behavior = isCalm ? "auto" : "smooth") => {
      const [x, y] = middle(link), scale = svg.clientWidth / svg.viewBox.baseVal.width;
      area.scrollTo({ left: x * scale - area.clientWidth / 2, top: y * scale - area.clientHeight / 2, behavior });
    };

    // One stop for Tab, arrows from there.
    let current = links[0];
    const choose = (link) => {
      current.tabIndex = -1;
      current = link;
      current.tabIndex = 0;
    };
    for (const link of links) link.tabIndex = -1;
    const count = (link) => lines.filter((line) => [line.dataset.van, line.dataset.naar].includes(link.dataset.id)).length;
    choose(links.reduce((best, link) => (count(link) > count(best) ? link : best)));
    if (svg.clientWidth > area.clientWidth) bring(current, "auto");
    const goTo = (link) => {
      choose(link);
      link.focus({ preventScroll: true });
      bring(link);
    };
    const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = (from, [dx, dy]) => {
      const [x, y] = middle(from);
      let best, least = Infinity;
      for (const link of links.filter((each) => each !== from && isShown(each))) {
        const [a, b] = middle(link), along = (a - x) * dx + (b - y) * dy, aside = Math.abs((a - x) * dy + (b - y) * dx);
        if (along > 0 && along + 2 * aside < least) [best, least] = [link, along + 2 * aside];
      }
      if (best) goTo(best);
    };

    area.addEventListener("keydown", (event) => {
      const link = event.target.closest("a");
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "+" || event.key === "=") setZoom(zoom * 1.25);
      else if (event.key === "-") setZoom(zoom / 1.25);
      else if (event.key === "0") showAll();
      else if (event.key === "Escape") light(null);
      else if (link && DIRECTIONS[event.key]) step(link, DIRECTIONS[event.key]);
      else return;
      event.preventDefault();
    });
    // Not on the svg: Chromium lets Tab stop at a drawing that listens to focus.
    area.addEventListener("focusin", (event) => {
      const link = event.target.closest("a");
      if (link) (choose(link), light(link));
    });
    area.addEventListener("focusout", () => light(null));
    svg.addEventListener("pointerover", (event) => {
      const link = event.target.closest("a");
      if (link && event.pointerType === "mouse") light(link);
    });
    svg.addEventListener("pointerout", (event) => event.pointerType === "mouse" && light(svg.contains(document.activeElement) ? document.activeElement.closest("a") : null));

    // Touch scrolls by itself; a mouse drags.
    let drag = null;
    area.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse" || event.button) return;
      drag = { x: event.clientX, y: event.clientY, left: area.scrollLeft, top: area.scrollTop, moved: false };
    });
    addEventListener("pointermove", (event) => {
      if (!drag) return;
      drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 5;
      if (!drag.moved) return;
      area.classList.add("sleept");
      area.scrollTo(drag.left + drag.x - event.clientX, drag.top + drag.y - event.clientY);
    });
    addEventListener("pointerup", () => {
      if (drag?.moved) area.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
      setTimeout(() => area.classList.remove("sleept"));
      drag = null;
    });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    area.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom(zoom * Math.exp(-event.deltaY / 300), event);
    }, { passive: false });

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const asked = event.target.closest("[data-zoom]")?.dataset.zoom;
      if (asked === "in") setZoom(zoom * 1.25);
      else if (asked === "uit") setZoom(zoom / 1.25);
      else if (asked) showAll();
    });
    const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
    const find = (isSure) => {
      const asked = fold(field.value);
      if (!asked) return light(null);
      const shown = links.filter(isShown), exact = shown.find((link) => fold(nameOf(link)) === asked);
      const found = exact ?? shown.find((link) => fold(nameOf(link)).startsWith(asked)) ?? shown.find((link) => fold(nameOf(link)).includes(asked));
      light(found ?? null);
      status.textContent = found ? `${nameOf(found)} is gevonden.` : "Niet op de kaart.";
      if (found && isSure) goTo(found);
      else if (found) bring(found);
    };
    field.addEventListener("input", () => find(false));
    field.addEventListener("keydown", (event) => event.key === "Enter" && (event.preventDefault(), find(true)));

    legend.addEventListener("change", () => {
      const on = (name) => new Set([...legend.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
      const themes = on("thema"), kinds = on("relatie");
      for (const link of links) link.classList.toggle("weg", !themes.has(link.dataset.thema));
      for (const line of lines) {
        const ends = [line.dataset.van, line.dataset.naar].every((id) => isShown(byId.get(id)));
        line.classList.toggle("weg", !ends || !kinds.has(line.classList[0]));
      }
      const shown = links.filter(isShown);
      if (!isShown(current) && shown.length) choose(shown[0]);
      status.textContent = `${shown.length} begrippen en ${lines.filter(isShown).length} relaties.`;
    });
  }
}
