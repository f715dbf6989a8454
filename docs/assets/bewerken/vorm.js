// The form of the open record.

import { makeCover } from "./dekking.js";
import { make } from "./dom.js";
import { begin } from "./keuze.js";
import { askNew } from "./nieuw.js";
import { readRecord, showRecord } from "./record.js";
import { define } from "./schema.js";
import { writeRecord } from "./schrijven.js";
import { makeSteps } from "./stappen.js";
import { attempt, go, home, host, keep, now, place, work } from "./toestand.js";
import { makePart } from "./velden.js";

/** Make the form of a record; one that no form can show is edited as text. */
export function showForm(path, kind, text) {
  const { schema } = now.knowledge.kinds[kind];
  define(schema.$defs ?? {});
  const record = readRecord(text);
  const known = now.knowledge.byPath.get(path);
  place("titel").textContent = known?.title ?? path;
  place("pad").textContent = path;
  place("elders").hidden = !host?.edit;
  if (host?.edit)
    place("elders").href = host.edit.replace(
      "{bestand}",
      path.split("/").map(encodeURIComponent).join("/"),
    );
  place("kijk").href = pageOf(path);
  place("kijk").hidden = !work.get(path)?.source;
  if (record.problem) {
    const area = make("textarea", {
      value: text,
      rows: 24,
      className: "ruw",
      spellcheck: false,
      "aria-label": "het hele bestand",
    });
    place("vorm").replaceChildren(
      make("p", {
        className: "fout",
        textContent: `Dit bestand is niet als formulier te tonen: kijk bij ${record.problem}. Hieronder staat het zoals het is.`,
      }),
      area,
    );
    now.open = { path, kind, write: () => area.value };
  } else {
    const value = showRecord(record, schema);
    const { steps: wanted } = now.knowledge.kinds[kind];
    const isGuided = wanted.length > 0 && value.get("status") === "ontwerp";
    const form = makePart(schema, value, { kind, knowledge: now.knowledge, path: [], isGuided });
    const write = () => writeRecord(record, form.read() ?? new Map(), schema);
    now.open = { path, kind, write };
    place("vorm").replaceChildren(form.element);
    if (isGuided) showSteps(form);
  }
}

/** Show a form in steps; that of a source with what is said in it. */
function showSteps(form) {
  const { path, kind } = now.open;
  const cover = make("div", {});
  const fill = () => {
    const source = now.knowledge.byPath.get(path);
    const who = source.speakers?.length === 1 ? { wie: source.speakers[0] } : {};
    const add = (concept, at) => addClaim(concept, { ...who, bron: source.id, plaats: at });
    cover.replaceChildren(makeCover(source, now.knowledge, add));
  };
  const { steps } = now.knowledge.kinds[kind];
  const hasCover = steps.some((step) => step.covers);
  now.open.steps = makeSteps(path, steps, form.fields, hasCover ? cover : null);
  if (hasCover) {
    fill();
    now.open.fill = fill;
  }
  place("vorm").replaceChildren(now.open.steps.before, cover, form.element, now.open.steps.after);
}

/** Make the form of what was saved, with the same rows open at the same height. */
export function showAgain() {
  const { path, kind } = now.open;
  const [height, folds] = [scrollY, () => [...place("vorm").querySelectorAll("details")]];
  const were = folds().map((fold) => fold.open);
  showForm(path, kind, work.get(path).text);
  const are = folds();
  if (are.length === were.length)
    for (const [index, fold] of are.entries()) fold.open = were[index];
  scrollTo(0, height);
}

export const pageOf = (path) => {
  const [, folder, ...rest] = path.split("/");
  return `../${folder}/${rest.at(-1).replace(/\.yml$/, "")}/`;
};

/** Show the claim that was begun last, ready to be written. */
export function showClaim() {
  now.open.steps?.find("uitspraken");
  const rows = document.querySelectorAll('#vorm [data-pad="uitspraken"] > div > .rijen > .rij');
  if (!rows.length) return;
  const last = [...rows].at(-1);
  last.open = true;
  last.querySelector('[data-pad$="/tekst"] textarea')?.focus();
}

/** Begin a claim of a source at a concept, a new one when none was chosen. */
const addClaim = attempt(async (concept, claim) => {
  keep();
  now.from = now.open.path;
  if (!concept.path) {
    askNew(
      "begrip",
      now.knowledge,
      (record, text) => begin(record, withClaim(text, claim)),
      concept.title,
    );
    return;
  }
  const { path } = concept;
  const held = work.get(path) ?? { ...(await home.load(path)), path };
  work.put(path, { source: held.text, ...held, text: withClaim(held.text, claim) });
  go(path);
});

function withClaim(text, claim) {
  const { schema } = now.knowledge.kinds.begrip;
  define(schema.$defs ?? {});
  const record = readRecord(text);
  const value = showRecord(record, schema);
  value.set("uitspraken", [...(value.get("uitspraken") ?? []), new Map(Object.entries(claim))]);
  const keys = [...Object.keys(schema.properties)].filter((key) => value.has(key));
  return writeRecord(record, new Map(keys.map((key) => [key, value.get(key)])), schema);
}
