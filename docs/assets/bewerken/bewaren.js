// Looking at what was written, and saving it.

import { button, make } from "./dom.js";
import { begin, learnAll } from "./keuze.js";
import { showProblems } from "./meldingen.js";
import { askNew } from "./nieuw.js";
import { findLostComments } from "./record.js";
import { attempt, home, keep, now, place, say, work } from "./toestand.js";
import { pageOf, showAgain } from "./vorm.js";

export const look = attempt(async () => {
  if (!now.open) return;
  const { path } = now.open;
  keep();
  const files = work.changed();
  const lost = findLost(files);
  const problems = await home.check(files, work.sources(), now.knowledge);
  if (now.open?.path === path) show([...problems, ...lost]);
});

/** Show what is wrong at the fields of the open record, and at the steps where those are. */
function show(problems) {
  const { path } = now.open;
  const makeNew = (kind, name) => {
    now.from = "";
    askNew(kind, now.knowledge, begin, name);
  };
  showProblems(problems, { path, text: work.get(path).text }, now.knowledge, makeNew);
  now.open.steps?.mark();
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
  const found = home.isLocal ? [] : await home.check(files, work.sources(), now.knowledge);
  const problems = [...found, ...lost];
  const count = found.filter((each) => each.level === "fout").length;
  const asked = JSON.stringify(files);
  if (!(count || lost.length) || asked === now.accepted) return false;
  now.accepted = asked;
  if (now.open) show(problems);
  document.querySelector("#bewerk .fouten li")?.scrollIntoView({ block: "center" });
  const what = count
    ? `Nog ${count === 1 ? "één ding" : `${count} dingen`} te verbeteren: kijk bij Fout.`
    : lost[0].message.replace(/^./, (sign) => sign.toUpperCase()).concat(".");
  say(`${what} Klik nog eens om het toch zo te doen.`, "fout");
  return true;
}

/** Tell whether a row has only one of its halves: it stands in no file, and would be lost. */
export function isHalf() {
  const row = document.querySelector("#vorm [data-half]");
  if (!row) return false;
  row.scrollIntoView({ block: "center" });
  say("Deze rij is half ingevuld. Vul haar verder in, of haal haar weg.", "fout");
  return true;
}

export const save = attempt(async () => {
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
    for (const [path, text] of Object.entries(files)) now.knowledge.learn(path, text);
    showAgain();
    show(done.problems);
    const isBroken = done.problems.some((each) => each.level === "fout");
    if (!isBroken) place("beeld").src = pageOf(now.open.path);
    place("beeld").hidden = isBroken;
  }
});

function showLate(paths) {
  say(`Iemand anders bewaarde intussen ${paths.join(" en ")}. Er is niets overschreven. `, "fout");
  const [path] = paths;
  place("stand").append(
    button("Laad dat bestand, mijn versie gaat naar het klembord", async () => {
      await navigator.clipboard?.writeText(work.get(path).text).catch(() => {});
      work.drop(path);
      now.open = null;
      dispatchEvent(new HashChangeEvent("hashchange"));
    }),
  );
}
