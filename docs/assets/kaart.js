// The concept map: find, filter, highlight, zoom and walk. Without it the map is a picture with links.

import { fold, make } from "./gedeeld.js";

const area = document.querySelector("[data-kaart]");
const svg = area?.querySelector("svg");
const form = document.querySelector("[data-kaartknoppen]");
const legend = document.querySelector("[data-kaartlegenda]");
if (svg) {
  const links = [...svg.querySelectorAll("a")],
    lines = [...svg.querySelectorAll(".lijnen path")];
  const byId = new Map(links.map((link) => [link.dataset.id, link]));
  const status = form.querySelector("[role=status]"),
    field = form.querySelector("input");
  const nameOf = (link) => link.querySelector("text").textContent.trim();
  const isShown = (link) => !link.classList.contains("weg");
  const middle = (link) => {
    const { e, f } = link.transform.baseVal.consolidate().matrix;
    return [e, f];
  };
  let zoom = 1;
  const isTouch = matchMedia("(hover: none)").matches;

  // Labels are never smaller than 11 pixels and never lie over each other: what has no room is silent.
  const BASE = 14.5;
  const widths = new Map(
    links.map((link) => [link, link.querySelector("text").getBBox().width / BASE]),
  );
  const { width: WIDE, height: HIGH } = svg.viewBox.baseVal;
  const names = [...svg.querySelectorAll(".streeknaam")];
  const homes = new Map(names.map((name) => [name, Number(name.getAttribute("x"))]));
  // From so far the regions are read, and no concept.
  const isWhole = () => svg.clientWidth / WIDE < 0.45;
  const label = (first = current) => {
    const scale = svg.clientWidth / WIDE,
      size = Math.max(BASE, 11.5 / scale);
    const isFar = scale < 0.6,
      dot = Math.max(1, 0.5 / scale);
    // The number of a stop lies on top: no name goes below one.
    const half = 12 * dot;
    const taken = stops.map((link) => {
      const [x, y] = middle(link);
      return [x - half, y - half, x + half, y + half];
    });
    svg.style.setProperty("--letter", `${size}px`);
    svg.style.setProperty("--streek", `${17 / scale}px`);
    svg.style.setProperty("--punt", dot);
    svg.classList.toggle("ver", isFar);
    svg.classList.toggle("heel", isWhole());
    const isFree = (x, y, wide, high) => {
      const box = [x - wide / 2 + 1, y + 2, x + wide / 2 - 1, y + high - 2];
      const isOut = box[0] < 0 || box[2] > WIDE || box[3] > HIGH;
      const hits =
        isOut ||
        taken.some(
          ([left, top, right, bottom]) =>
            box[0] < right && left < box[2] && box[1] < bottom && top < box[3],
        );
      if (!hits) taken.push(box);
      return !hits;
    };
    const isLit = (link) => link.classList.contains("licht"),
      isKern = (link) => link.classList.contains("kern");
    if (isFar && !svg.classList.contains("gericht")) {
      for (const name of names.filter(isShown)) {
        const { width } = name.getBBox();
        const at = Math.max(homes.get(name), width / 2 + 8);
        name.setAttribute("x", Math.min(at, WIDE - width / 2 - 8));
        const { x, y, height } = name.getBBox();
        isFree(x + width / 2, y, width, height);
      }
    }
    const order = links
      .filter(isShown)
      .sort(
        (one, other) =>
          (other === first) - (one === first) ||
          isLit(other) - isLit(one) ||
          isKern(other) - isKern(one),
      );
    for (const link of order) {
      const [x, y] = middle(link),
        text = link.querySelector("text"),
        wide = widths.get(link) * size,
        high = text.children.length * 1.1 * size;
      const isWanted = isLit(link) || !isFar || !(isWhole() || svg.classList.contains("gericht"));
      // Below its sign; what is looked at may also stand above or beside it.
      const beside = wide / 2 + half + 2,
        level = -0.75 * size - high / 2;
      const places = [[0, 0]];
      if (isLit(link)) places.push([0, 2 * level], [beside, level], [-beside, level]);
      const place = places.find(
        ([dx, dy]) => isWanted && isFree(x + dx, y + 0.75 * size + dy, wide, high),
      );
      link.classList.toggle("stil", !place);
      text.style.translate = place ? place.map((far) => `${far}px`).join(" ") : "";
    }
  };

  let stops = []; // of the route that is drawn
  const light = (link) => {
    const near = new Set(link ? [link] : stops);
    svg.classList.toggle("gericht", near.size > 0);
    for (const line of lines) {
      const isOf =
        link && [line.dataset.van, line.dataset.naar].includes(link.dataset.id) && isShown(line);
      line.classList.toggle("licht", Boolean(isOf));
      if (isOf) near.add(byId.get(line.dataset.van)).add(byId.get(line.dataset.naar));
    }
    for (const each of links) each.classList.toggle("licht", near.has(each));
    label(link ?? current);
  };

  const setZoom = (value, around) => {
    const before = svg.clientWidth,
      box = area.getBoundingClientRect();
    const x = around ? around.x - box.x : box.width / 2,
      y = around ? around.y - box.y : box.height / 2;
    const from = [area.scrollLeft + x, area.scrollTop + y];
    zoom = Math.min(4, Math.max(0.25, value));
    svg.style.minWidth = "0";
    svg.style.width = `${zoom * 68}rem`;
    const ratio = svg.clientWidth / before;
    area.scrollLeft = from[0] * ratio - x;
    area.scrollTop = from[1] * ratio - y;
    label();
  };
  const showAll = () => {
    svg.style.minWidth = "0";
    svg.style.width = "100%";
    zoom = svg.clientWidth / (68 * parseFloat(getComputedStyle(document.documentElement).fontSize));
    area.scrollTo(0, 0);
    label();
  };
  // How near names are read: on a phone the map is then as high as its frame.
  const near = innerWidth < 960 ? (innerHeight * 0.62 * WIDE) / HIGH / 1088 : 1;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const bring = (link, behavior = isCalm ? "auto" : "smooth") => {
    if (isWhole()) setZoom(near);
    const [x, y] = middle(link),
      scale = svg.clientWidth / WIDE;
    area.scrollTo({
      left: x * scale - area.clientWidth / 2,
      top: y * scale - area.clientHeight / 2,
      behavior,
    });
  };

  // One stop for Tab, arrows from there.
  let current = links[0];
  const choose = (link) => {
    current.tabIndex = -1;
    current = link;
    current.tabIndex = 0;
  };
  for (const link of links) link.tabIndex = -1;
  const count = (link) =>
    lines.filter((line) => [line.dataset.van, line.dataset.naar].includes(link.dataset.id)).length;
  choose(links.reduce((best, link) => (count(link) > count(best) ? link : best)));
  if (innerWidth < 960) showAll();
  else label();
  if (svg.clientWidth > area.clientWidth)
    area.scrollTo((svg.clientWidth - area.clientWidth) / 2, 0);
  addEventListener("resize", () => label());
  const goTo = (link) => {
    choose(link);
    link.focus({ preventScroll: true });
    bring(link);
  };
  const DIRECTIONS = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const step = (from, [dx, dy]) => {
    const [x, y] = middle(from);
    let best,
      least = Infinity;
    for (const link of links.filter((each) => each !== from && isShown(each))) {
      const [a, b] = middle(link),
        along = (a - x) * dx + (b - y) * dy,
        aside = Math.abs((a - x) * dy + (b - y) * dx);
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
    if (!link) return;
    choose(link);
    light(link);
    const near = links.filter((each) => each !== link && each.classList.contains("licht"));
    status.textContent = `Verbonden met ${near.map(nameOf).join(", ") || "niets"}.`;
  });
  area.addEventListener("focusout", () => light(null));
  svg.addEventListener("pointerover", (event) => {
    const link = event.target.closest("a");
    if (link && event.pointerType === "mouse") light(link);
  });
  svg.addEventListener(
    "pointerout",
    (event) =>
      event.pointerType === "mouse" &&
      light(svg.contains(document.activeElement) ? document.activeElement.closest("a") : null),
  );

  // A finger that goes up or down moves the page; to the side it moves the map, and two of them zoom.
  const held = new Map();
  let drag = null,
    apart = 0;
  area.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    held.set(event.pointerId, event);
    drag = {
      x: event.clientX,
      y: event.clientY,
      left: area.scrollLeft,
      top: area.scrollTop,
      moved: false,
    };
  });
  addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) return;
    held.set(event.pointerId, event);
    if (held.size === 2) {
      const [one, other] = [...held.values()],
        now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (apart)
        setZoom((zoom * now) / apart, {
          x: (one.clientX + other.clientX) / 2,
          y: (one.clientY + other.clientY) / 2,
        });
      apart = now;
      return;
    }
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > 5;
    if (!drag.moved) return;
    area.classList.add("sleept");
    area.scrollTo(drag.left + drag.x - event.clientX, drag.top + drag.y - event.clientY);
  });
  const drop = (event) => {
    held.delete(event.pointerId);
    apart = 0;
    if (drag?.moved && event.pointerType === "mouse")
      area.addEventListener("click", (click) => click.preventDefault(), {
        capture: true,
        once: true,
      });
    setTimeout(() => area.classList.remove("sleept"));
  };
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);

  // The first tap tells about the concept that is nearest; from there it opens.
  const sheet = document.querySelector("[data-kaartblad]");
  const fill = (theme, title, ...parts) => {
    const close = make("button", {
      type: "button",
      className: "sluit",
      ariaLabel: "Sluit",
      textContent: "×",
      onclick: () => {
        sheet.hidden = true;
        light(null);
      },
    });
    sheet.dataset.thema = theme;
    sheet.replaceChildren(close, make("h2", { textContent: title }), ...parts);
    sheet.hidden = false;
  };
  const tell = async (link) => {
    choose(link);
    light(link);
    bring(link);
    const lines = make("ul"),
      text = make("p");
    const on = make("a", {
      className: "knop vol",
      href: link.href.baseVal,
      textContent: "Lees verder",
    });
    fill(link.dataset.thema, nameOf(link), text, lines, on);
    scrollBy({
      top: link.querySelector("path").getBoundingClientRect().y - innerHeight / 4,
      behavior: isCalm ? "auto" : "smooth",
    });
    try {
      const { begrip } = await (await fetch(`../data/begrippen/${link.dataset.id}.json`)).json();
      text.textContent = begrip.definitie;
      for (const { soort, begrip: near, reden } of begrip.relaties) {
        const other = byId.get(near.id);
        if (!other) continue;
        const name = make("button", {
          type: "button",
          textContent: near.naam,
          onclick: () => tell(other),
        });
        lines.append(make("li", {}, name, ` ${soort === "spanning" ? "(spanning) " : ""}${reden}`));
      }
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error; // no connection: the name leads on
    }
  };
  // A route as a line through its stops, and the same as a list.
  const drawn = (tag, attributes, ...parts) => {
    const made = document.createElementNS(svg.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...parts);
    return made;
  };
  const drawRoute = ({ value, text, dataset }) => {
    for (const part of svg.querySelectorAll(".route-lijn, .halte")) part.remove();
    stops = value ? dataset.haltes.split(" ").flatMap((id) => byId.get(id) ?? []) : [];
    sheet.hidden = !value;
    if (!value) return light(null);
    const path = drawn("path", { class: "route-lijn", d: `M${stops.map(middle).join(" ")}` });
    svg.querySelector(".lijnen").after(path);
    stops.forEach((link, index) => {
      const sign = drawn("g", {}, drawn("circle", { r: 11 }), drawn("text", { y: 5 }, index + 1));
      const at = `translate(${middle(link)})`;
      svg.append(drawn("g", { class: "halte", transform: at, "aria-hidden": "true" }, sign));
    });
    const list = make("ol");
    for (const link of stops) {
      const name = make("button", {
        type: "button",
        textContent: nameOf(link),
        onclick: () => tell(link),
      });
      list.append(make("li", {}, name));
    }
    const on = make("a", {
      className: "knop vol",
      href: `../leerroutes/${value}/`,
      textContent: "Naar de leerroute",
    });
    fill("", text, list, on);
    // As large as fits, with room for the names around.
    const reach = (axis) => stops.map((link) => middle(link)[axis]).sort((a, b) => a - b);
    const [[left, right], [top, bottom]] = [0, 1].map((axis) => [
      reach(axis)[0],
      reach(axis).at(-1),
    ]);
    const scale = Math.min(
      area.clientWidth / (right - left + 220),
      (innerHeight * 0.5) / (bottom - top + 160),
      1,
    );
    setZoom((scale * WIDE) / 1088);
    area.scrollTo(
      ((left + right) / 2) * scale - area.clientWidth / 2,
      ((top + bottom) / 2) * scale - area.clientHeight / 2,
    );
    light(null);
    area.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
  };
  svg.addEventListener("click", (event) => {
    if (!isTouch) return;
    event.preventDefault();
    if (isWhole() && !stops.length) setZoom(near, event);
    const far = (link) => {
      const box = link.querySelector("path").getBoundingClientRect();
      return Math.hypot(
        box.x + box.width / 2 - event.clientX,
        box.y + box.height / 2 - event.clientY,
      );
    };
    const nearest =
      event.target.closest("a") ??
      links.filter(isShown).reduce((best, link) => (far(link) < far(best) ? link : best));
    tell(nearest);
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  area.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom(zoom * Math.exp(-event.deltaY / 300), event);
    },
    { passive: false },
  );

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (asked === "in") setZoom(zoom * 1.25);
    else if (asked === "uit") setZoom(zoom / 1.25);
    else if (asked) showAll();
  });
  const find = (isSure) => {
    const asked = fold(field.value);
    if (!asked) return light(null);
    const shown = links.filter(isShown),
      exact = shown.find((link) => fold(nameOf(link)) === asked);
    const found =
      exact ??
      shown.find((link) => fold(nameOf(link)).startsWith(asked)) ??
      shown.find((link) => fold(nameOf(link)).includes(asked));
    light(found ?? null);
    status.textContent = found ? `${nameOf(found)} is gevonden.` : "Niet op de kaart.";
    if (found && isSure) goTo(found);
    else if (found) bring(found);
  };
  field.addEventListener("input", () => find(false));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    find(true);
  });

  legend.addEventListener("change", ({ target }) => {
    if (target.name === "route") return drawRoute(target.selectedOptions[0]);
    const on = (name) =>
      new Set([...legend.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
    const themes = on("thema"),
      kinds = on("relatie");
    for (const link of links) link.classList.toggle("weg", !themes.has(link.dataset.thema));
    for (const line of lines) {
      const ends = [line.dataset.van, line.dataset.naar].every((id) => isShown(byId.get(id)));
      line.classList.toggle("weg", !ends || !kinds.has(line.classList[0]));
    }
    const hasLine = (link) =>
      lines.some(
        (line) => isShown(line) && [line.dataset.van, line.dataset.naar].includes(link.dataset.id),
      );
    if (legend.querySelector("input:not(:checked)"))
      for (const link of links.filter(isShown)) link.classList.toggle("weg", !hasLine(link));
    for (const region of svg.querySelectorAll(".streek, .streeknaam"))
      region.classList.toggle("weg", !themes.has(region.dataset.thema));
    label();
    const shown = links.filter(isShown);
    if (!isShown(current) && shown.length) choose(shown[0]);
    status.textContent = `${shown.length} begrippen en ${lines.filter(isShown).length} relaties.`;
  });
}
