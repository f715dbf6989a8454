// The page on which records are edited: choose or begin one, change it, save it.

import { isHalf, look, save } from "./bewaren.js";
import { learnAll, showKinds, showList } from "./keuze.js";
import { attempt, go, home, host, keep, now, place, say, work } from "./toestand.js";
import { showClaim, showForm } from "./vorm.js";

const openPath = attempt(async (path) => {
  keep();
  now.open = null;
  place("keuze").hidden = Boolean(path);
  place("bewerk").hidden = !path;
  if (!path) {
    now.from = "";
    return showList();
  }
  const kind = now.knowledge.about(path).kind;
  if (!kind) throw new Error(`"${path}" is geen record dat hier te bewerken is`);
  place("vorm").replaceChildren();
  place("beeld").hidden = true;
  const held = work.get(path) ?? { ...(await home.load(path)), path };
  work.put(path, { source: held.text, ...held });
  showForm(path, kind, work.get(path).text);
  place("titel").focus();
  say(work.isChanged(path) ? "Hier staat werk dat nog niet bewaard is." : "");
  if (kind === "begrip" && now.from) showClaim();
  if (path === now.from) now.from = "";
  place("terug").textContent = now.from ? "← Terug naar het artikel" : "← Kies iets anders";
});

const start = attempt(async () => {
  await learnAll();
  showKinds();
  await openPath(decodeURIComponent(location.hash.slice(1)));
});

if (home) {
  place("huis").textContent = home.isLocal
    ? "Je werkt in de map op deze computer. Wat je bewaart, staat er meteen."
    : `Je maakt een voorstel bij ${host.name}. Pas als iemand het goedkeurt, verandert de pagina.`;
  place("bewaar").textContent = home.verb;
  place("bewaar").addEventListener("click", save);
  place("terug").addEventListener("click", () => {
    keep();
    if (!isHalf()) go(now.from === now.open?.path ? "" : now.from);
  });
  place("weg").addEventListener("click", () => {
    if (!now.open || !confirm("Gooi je weg wat je in dit record veranderde?")) return;
    const { path } = now.open;
    now.open = null;
    work.drop(path);
    openPath(now.knowledge.byPath.has(path) ? path : "");
  });
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 600);
  };
  place("vorm").addEventListener("input", later);
  place("vorm").addEventListener("change", later);
  addEventListener("hashchange", () => openPath(decodeURIComponent(location.hash.slice(1))));
  addEventListener("pagehide", keep);
  const token = place("sleutel");
  token.hidden = home.isLocal;
  place("samen").hidden = home.isLocal;
  if (!home.isLocal) {
    const input = token.querySelector("input");
    token.addEventListener("submit", (event) => {
      event.preventDefault();
      home.setToken(input.value);
      input.value = "";
      say("De sleutel blijft tot je dit tabblad sluit.");
      openPath(decodeURIComponent(location.hash.slice(1)));
    });
    token.querySelector("[type=button]").addEventListener("click", () => {
      home.forget();
      say("De sleutel is weg.");
    });
  }
  start();
}
document.documentElement.dataset.klaar = home ? "ja" : "nee";
