// The page on which records are edited: choose or begin one, change it, save it.

import { button, make } from "./dom.js";
import { makeHostHome } from "./host.js";
import { makeCover } from "./dekking.js";
import { makeKnowledge } from "./kennis.js";
import { makeLocalHome } from "./lokaal.js";
import { showProblems } from "./meldingen.js";
import { findLostComments, readRecord, showRecord, writeRecord } from "./record.js";
import { askNew } from "./nieuw.js";
import { define } from "./schema.js";
import { makeSteps } from "./stappen.js";
import { makePart } from "./velden.js";
import { Work } from "./werk.js";

const main = document.querySelector("main");
const place = (id) => document.getElementById(id);
const host = JSON.parse(main.dataset.host || "null");
const home = main.dataset.sleutel
  ? makeLocalHome(main.dataset.sleutel)
  : host && makeHostHome(host);
const work = new Work(home?.isLocal ? "lokaal" : (host?.project ?? ""));
let knowledge;
let open = null;
/** The files with faults that go as they are when they are sent once more. */
let accepted = "";

const say = (text, sort = "") => {
  place("stand").textContent = text;
  place("stand").dataset.sort = sort;
};

/** Do what can fail; say why when it does, and keep the work. */
const attempt =
  (act) =>
  async (...given) => {
    try {
      return await act(...given);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const isLost = error instanceof TypeError && /fetch|network|load/i.test(error.message);
      say(
        isLost
          ? "Er is geen verbinding. Wat je schreef, blijft hier staan; probeer het straks opnieuw."
          : error.message,
        "fout",
      );
      if (!isLost && !("status" in error) && error.constructor !== Error) throw error;
      return undefined;
    }
  };

/** Show the records that a few letters find. */
function showList() {
  const wanted = place("zoek").value.trim().toLowerCase();
  const kind = place("soort").value;
  const found = knowledge.records.filter(
    (each) =>
      (!kind || each.kind === kind) &&
      [each.title, each.id, ...(each.labels ?? [])].some((name) =>
        name.toLowerCase().includes(wanted),
      ),
  );
  const items = found.slice(0, wanted || kind ? 40 : 12).map((each) =>
    make(
      "li",
      {},
      button(
        `${each.title} (${[each.kind, ...(each.draft ? ["ontwerp"] : []), ...(work.isChanged(each.path) ? ["nog niet bewaard"] : [])].join(", ")})`,
        () => go(each.path),
      ),
    ),
  );
  place("gevonden").replaceChildren(...items);
  place("aantal").textContent =
    found.length > items.length
      ? `${found.length} gevonden; typ verder om te kiezen`
      : `${found.length} gevonden`;
}

/** The source from which somebody went on to add what is said in it. */
let from = "";

const go = (path) => (location.hash = `#${path}`);

const openPath = attempt(async (path) => {
  keep();
  open = null;
  place("keuze").hidden = Boolean(path);
  place("bewerk").hidden = !path;
  if (!path) {
    from = "";
    return showList();
  }
  const kind = knowledge.about(path).kind;
  if (!kind) throw new Error(`"${path}" is geen record dat hier te bewerken is`);
  place("vorm").replaceChildren();
  place("beeld").hidden = true;
  const held = work.get(path) ?? { ...(await home.load(path)), path };
  work.put(path, { source: held.text, ...held });
  showForm(path, kind, work.get(path).text);
  place("titel").focus();
  say(work.isChanged(path) ? "Hier staat werk dat nog niet bewaard is." : "");
  if (kind === "begrip" && from) showClaim();
  if (path === from) from = "";
  place("terug").textContent = from ? "← Terug naar het artikel" : "← Kies iets anders";
});

/** Show the claim that was begun last, ready to be written. */
function showClaim() {
  open.steps?.find("uitspraken");
  const rows = document.querySelectorAll('#vorm [data-pad="uitspraken"] > div > .rijen > .rij');
  if (!rows.length) return;
  const last = [...rows].at(-1);
  last.open = true;
  last.querySelector('[data-pad$="/tekst"] textarea')?.focus();
}

/** Begin a claim of a source at a concept, a new one when none was chosen. */
const addClaim = attempt(async (concept, claim) => {
  keep();
  from = open.path;
  if (!concept.path) {
    askNew(
      "begrip",
      knowledge,
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
  const { schema } = knowledge.kinds.begrip;
  define(schema.$defs ?? {});
  const record = readRecord(text);
  const value = showRecord(record, schema);
  value.set("uitspraken", [...(value.get("uitspraken") ?? []), new Map(Object.entries(claim))]);
  const keys = [...Object.keys(schema.properties)].filter((key) => value.has(key));
  return writeRecord(record, new Map(keys.map((key) => [key, value.get(key)])), schema);
}

/** Make the form of a record; one that no form can show is edited as text. */
function showForm(path, kind, text) {
  const { schema } = knowledge.kinds[kind];
  define(schema.$defs ?? {});
  const record = readRecord(text);
  const known = knowledge.byPath.get(path);
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
    open = { path, kind, write: () => area.value };
  } else {
    const value = showRecord(record, schema);
    const { steps: wanted } = knowledge.kinds[kind];
    const isGuided = wanted.length > 0 && value.get("status") === "ontwerp";
    const form = makePart(schema, value, { kind, knowledge, path: [], isGuided });
    const write = () => writeRecord(record, form.read() ?? new Map(), schema);
    open = { path, kind, write };
    place("vorm").replaceChildren(form.element);
    if (isGuided) showSteps(form);
  }
}

/** Show a form in steps; that of a source with what is said in it. */
function showSteps(form) {
  const { path, kind } = open;
  const cover = make("div", {});
  const fill = () => {
    const source = knowledge.byPath.get(path);
    const who = source.speakers?.length === 1 ? { wie: source.speakers[0] } : {};
    const add = (concept, at) => addClaim(concept, { ...who, bron: source.id, plaats: at });
    cover.replaceChildren(makeCover(source, knowledge, add));
  };
  const { steps } = knowledge.kinds[kind];
  const hasCover = steps.some((step) => step.covers);
  open.steps = makeSteps(path, steps, form.fields, hasCover ? cover : null);
  if (hasCover) {
    fill();
    open.fill = fill;
  }
  place("vorm").replaceChildren(open.steps.before, cover, form.element, open.steps.after);
}

const pageOf = (path) => {
  const [, folder, ...rest] = path.split("/");
  return `../${folder}/${rest.at(-1).replace(/\.yml$/, "")}/`;
};

/** Keep what stands in the form, in this browser, until it is saved. */
function keep() {
  if (!open) return;
  try {
    const text = open.write();
    if (text !== work.get(open.path)?.text) say("Hier staat werk dat nog niet bewaard is.");
    work.change(open.path, text);
    knowledge.learn(open.path, text);
    open.fill?.();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    say(
      "Deze browser bewaart niets tussendoor; sluit de pagina niet voor je bewaard hebt.",
      "fout",
    );
  }
}

const look = attempt(async () => {
  if (!open) return;
  const { path } = open;
  keep();
  const files = work.changed();
  const lost = findLost(files);
  const problems = await home.check(files, work.sources(), knowledge);
  if (open?.path === path) show([...problems, ...lost]);
});

/** Show what is wrong at the fields of the open record, and at the steps where those are. */
function show(problems) {
  const { path } = open;
  const makeNew = (kind, name) => {
    from = "";
    askNew(kind, knowledge, begin, name);
  };
  showProblems(problems, { path, text: work.get(path).text }, knowledge, makeNew);
  open.steps?.mark();
}

/** Give a notice for each comment that a file is about to lose. */
function findLost(files) {
  return Object.entries(files).flatMap(([path, text]) =>
    findLostComments(work.sources()[path], text).map((each) => ({
      path,
      where: [],
      rule: "opmerking",
      level: "let op",
      message: `deze opmerking in het bestand gaat weg: "# ${each}"`,
    })),
  );
}

/** Tell whether saving must wait: something goes wrong by it, and nobody said that it may. */
async function mustWait(files) {
  const lost = findLost(files);
  const found = home.isLocal ? [] : await home.check(files, work.sources(), knowledge);
  const problems = [...found, ...lost];
  const count = found.filter((each) => each.level === "fout").length;
  const asked = JSON.stringify(files);
  if (!(count || lost.length) || asked === accepted) return false;
  accepted = asked;
  if (open) show(problems);
  document.querySelector("#bewerk .fouten li")?.scrollIntoView({ block: "center" });
  const what = count
    ? `Nog ${count === 1 ? "één ding" : `${count} dingen`} te verbeteren: kijk bij Fout.`
    : lost[0].message.replace(/^./, (sign) => sign.toUpperCase()).concat(".");
  say(`${what} Klik nog eens om het toch zo te doen.`, "fout");
  return true;
}

/** Tell whether a row has only one of its halves: it stands in no file, and would be lost. */
function isHalf() {
  const row = document.querySelector("#vorm [data-half]");
  if (!row) return false;
  row.scrollIntoView({ block: "center" });
  say("Deze rij is half ingevuld. Vul haar verder in, of haal haar weg.", "fout");
  return true;
}

const save = attempt(async () => {
  for (const row of document.querySelectorAll("#vorm [data-nieuw]")) delete row.dataset.nieuw;
  keep();
  if (isHalf()) return;
  const files = work.changed();
  const words = place("woorden").value.trim();
  if (!Object.keys(files).length) return say("Er is niets veranderd.");
  if (!home.isLocal && !words) {
    place("woorden").focus();
    return say("Schrijf eerst in één zin wat je veranderde.", "fout");
  }
  if (await mustWait(files)) return;
  say("Bezig…");
  const done = await home.save(files, work.seen(), words);
  if (done.late?.length) return showLate(done.late);
  work.done(files, done.marks ?? {});
  place("woorden").value = "";
  if (done.address) {
    say("Je voorstel staat klaar: ");
    place("stand").append(
      make("a", {
        href: done.address,
        textContent: "bekijk het",
        target: "_blank",
        rel: "noopener",
      }),
    );
  } else if (done.problems.some((each) => each.level === "fout"))
    say(
      "Bewaard, maar er is nog iets te verbeteren; zolang dat zo is, verandert de pagina niet.",
      "fout",
    );
  else say("Bewaard. De pagina staat bij het formulier.");
  if (home.isLocal) {
    await learnAll();
    for (const [path, text] of Object.entries(files)) knowledge.learn(path, text);
    showAgain();
    show(done.problems);
    const isBroken = done.problems.some((each) => each.level === "fout");
    if (!isBroken) place("beeld").src = pageOf(open.path);
    place("beeld").hidden = isBroken;
  }
});

/** Make the form of what was saved, with the same rows open at the same height. */
function showAgain() {
  const { path, kind } = open;
  const [height, folds] = [scrollY, () => [...place("vorm").querySelectorAll("details")]];
  const were = folds().map((fold) => fold.open);
  showForm(path, kind, work.get(path).text);
  const now = folds();
  if (now.length === were.length)
    for (const [index, fold] of now.entries()) fold.open = were[index];
  scrollTo(0, height);
}

function showLate(paths) {
  say(`Iemand anders bewaarde intussen ${paths.join(" en ")}. Er is niets overschreven. `, "fout");
  const [path] = paths;
  place("stand").append(
    button("Laad dat bestand, mijn versie gaat naar het klembord", async () => {
      await navigator.clipboard?.writeText(work.get(path).text).catch(() => {});
      work.drop(path);
      open = null;
      await openPath(path);
    }),
  );
}

function fillLists() {
  const lists = Object.keys(knowledge.kinds).map((kind) => {
    const { byId } = knowledge.namesOf(kind);
    return make(
      "datalist",
      { id: `ids-${kind}` },
      ...[...byId].map(([id, name]) => new Option(id, name)),
    );
  });
  place("lijsten").replaceChildren(...lists);
}

function begin(record, text) {
  knowledge.add(record);
  keep();
  fillLists();
  work.put(record.path, { path: record.path, text, source: "", mark: null });
  go(record.path);
}

/** Read what there is, and what this browser kept of work that is not saved yet. */
async function learnAll() {
  knowledge = makeKnowledge(await home.loadKnowledge());
  for (const [path, text] of Object.entries(work.changed())) knowledge.learn(path, text);
  fillLists();
}

const start = attempt(async () => {
  await learnAll();
  const kinds = Object.entries(knowledge.kinds);
  for (const [kind] of kinds) place("soort").add(new Option(kind, kind));
  const [guided, others] = [true, false].map((is) =>
    kinds.filter(([, about]) => about.steps.length > 0 === is),
  );
  for (const [kind, about] of [...guided, ...others])
    place("nieuw").append(button(about.begin, () => askNew(kind, knowledge, begin)));
  place("zoek").addEventListener("input", showList);
  place("soort").addEventListener("change", showList);
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
    if (!isHalf()) go(from === open?.path ? "" : from);
  });
  place("weg").addEventListener("click", () => {
    if (!open || !confirm("Gooi je weg wat je in dit record veranderde?")) return;
    const { path } = open;
    open = null;
    work.drop(path);
    openPath(knowledge.byPath.has(path) ? path : "");
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
