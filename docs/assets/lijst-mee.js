// A list as links, as references (APA, RIS) and as a course package (Common Cartridge 1.1).

import { escapeXml, packCourse } from "./cursuspakket.js";

const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** Give what is cited, once: for a voice the sources in which it speaks. */
const cited = (pages, byId) => {
  const all = pages.flatMap((page) =>
    page.bronnen ? page.bronnen.map((id) => byId.get(`bron/${id}`)) : [page],
  );
  return [...new Set(all)].filter((page) => page?.verwijzing);
};

/** Give the references from A to Z as text, and as HTML with titles in italics. */
export const writeReferences = (pages, byId) => {
  const rows = cited(pages, byId)
    .map((page) => page.verwijzing)
    .sort((a, b) => plain(a).localeCompare(plain(b), "nl"));
  return [rows.map(plain).join("\n"), rows.map((row) => `<p>${row}</p>`).join("\n")];
};

/** Give the references as RIS: of a source its own file, of a page of ours what it says itself. */
export const writeRis = async (pages, byId, given, root) => {
  const write = async (page) => {
    if (page.id.startsWith("bron/")) {
      const answer = await fetch(new URL(`data/bronnen/${page.id.split("/")[1]}.ris`, root));
      if (!answer.ok) throw new TypeError(`RIS: ${answer.status}`);
      return (await answer.text()).trim();
    }
    return [
      "TY  - ELEC",
      `AU  - ${given.uitgever}`,
      `TI  - ${page.titel}`,
      `PY  - ${page.dag.slice(0, 4)}`,
      `DA  - ${page.dag.replaceAll("-", "/")}/`,
      "LA  - nl",
      `UR  - ${page.adres}`,
      "ER  - ",
    ].join("\n");
  };
  return `${(await Promise.all(cited(pages, byId).map(write))).join("\n\n")}\n`;
};

/** Give the pages as links in HTML. */
export const writeLinks = (pages) =>
  `<ol>\n${pages.map((page) => `<li><a href="${escapeXml(page.adres)}">${escapeXml(page.titel)}</a></li>`).join("\n")}\n</ol>`;

/** Give the course package of a list as bytes; the questions come from the data of its concepts. */
export const writeCourse = async (list, given, root) => {
  const concepts = list.rows.map(({ page }) => page.id).filter((id) => id.startsWith("begrip/"));
  const ask = async (id) => {
    const answer = await fetch(new URL(`data/begrippen/${id.split("/")[1]}.json`, root));
    if (!answer.ok) throw new TypeError(`begrip: ${answer.status}`);
    const { voorkeursterm, adres, vragen } = (await answer.json()).begrip;
    return { title: voorkeursterm, address: adres, questions: vragen };
  };
  const asking = (await Promise.all(concepts.map(ask))).filter(({ questions }) => questions.length);
  return packCourse({ ...list, asking }, given, await loadZip(root));
};

const loadZip = (root) =>
  new Promise((done, failed) => {
    if (window.fflate) return done(window.fflate);
    const script = Object.assign(document.createElement("script"), {
      src: new URL("assets/fflate.js", root).href,
    });
    script.onload = () => done(window.fflate);
    script.onerror = () => failed(new TypeError("fflate"));
    document.head.append(script);
  });
