// Choosing a record, or beginning one.

import { button, make } from "./dom.js";
import { makeKnowledge } from "./kennis.js";
import { askNew } from "./nieuw.js";
import { go, home, keep, now, place, work } from "./toestand.js";

/** Show the records that a few letters find. */
export function showList() {
  const wanted = place("zoek").value.trim().toLowerCase();
  const kind = place("soort").value;
  const found = now.knowledge.records.filter(
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

function fillLists() {
  const lists = Object.keys(now.knowledge.kinds).map((kind) => {
    const { byId } = now.knowledge.namesOf(kind);
    return make(
      "datalist",
      { id: `ids-${kind}` },
      ...[...byId].map(([id, name]) => new Option(id, name)),
    );
  });
  place("lijsten").replaceChildren(...lists);
}

export function begin(record, text) {
  now.knowledge.add(record);
  keep();
  fillLists();
  work.put(record.path, { path: record.path, text, source: "", mark: null });
  go(record.path);
}

/** Read what there is, and what this browser kept of work that is not saved yet. */
export async function learnAll() {
  now.knowledge = makeKnowledge(await home.loadKnowledge());
  for (const [path, text] of Object.entries(work.changed())) now.knowledge.learn(path, text);
  fillLists();
}

/** Fill the choice with the kinds that there are. */
export function showKinds() {
  const kinds = Object.entries(now.knowledge.kinds);
  for (const [kind] of kinds) place("soort").add(new Option(kind, kind));
  const [guided, others] = [true, false].map((is) =>
    kinds.filter(([, about]) => about.steps.length > 0 === is),
  );
  for (const [kind, about] of [...guided, ...others])
    place("nieuw").append(button(about.begin, () => askNew(kind, now.knowledge, begin)));
  place("zoek").addEventListener("input", showList);
  place("soort").addEventListener("change", showList);
}
