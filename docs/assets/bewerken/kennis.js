// The records that exist: what a field can name, by title or by id.

import { parseDocument } from "./yaml.js";

/** Give what forms know, from the file that the build made of the models and the records. */
export function makeKnowledge(data) {
  const byPath = new Map(data.records.map((record) => [record.path, record]));
  const named = new Map();
  const namesOf = (kind) => {
    if (!named.has(kind))
      named.set(kind, nameAll(data.records.filter((record) => record.kind === kind)));
    return named.get(kind);
  };
  return {
    ...data,
    byPath,
    namesOf,
    /** Give kind, id and path of a record that may not be known here; no kind when it is none. */
    about(path) {
      const [, folder, ...rest] = path.split("/");
      const kind = Object.keys(data.kinds).find((name) => data.kinds[name].folder === folder);
      return { kind, id: (rest.at(-1) ?? "").replace(/\.yml$/, ""), path };
    },
    add(record) {
      data.records.push(record);
      byPath.set(record.path, record);
      named.delete(record.kind);
    },
    /** Take over what a record says now, before it is saved. */
    learn(path, text) {
      const about = this.about(path);
      if (!about.kind) return;
      if (!byPath.has(path)) this.add({ ...about, title: about.id });
      Object.assign(byPath.get(path), learnFrom(text, byPath.get(path)));
      named.delete(about.kind);
    },
    places: (source) =>
      Object.entries(
        data.records.find((record) => record.kind === "bron" && record.id === source)?.places ?? {},
      ),
  };
}

/** Give what others can know of a record, from its text. */
function learnFrom(text, record) {
  const value = parseDocument(text, { schema: "failsafe" }).toJS({ mapAsMap: true });
  if (!(value instanceof Map)) return {};
  const list = (key) => [value.get(key) ?? []].flat();
  const keys = (key) => (value.get(key) instanceof Map ? [...value.get(key).keys()] : []);
  const title = ["voorkeursterm", "naam", "titel"].map((key) => value.get(key)).find(Boolean);
  const known = { title: title ?? record.title, draft: value.get("status") === "ontwerp" };
  const spoken = record.kind === "voorbeeld" ? [value] : list("uitspraken");
  const said = spoken.filter((each) => each instanceof Map && each.get("plaats"));
  known.said = said.map((each) => [each.get("bron"), each.get("plaats")]);
  if (record.kind === "bron") {
    const places = value.get("plaatsen");
    known.places = places instanceof Map ? Object.fromEntries(places) : {};
    known.speakers = list("sprekers");
    known.silent = keys("zonder_uitspraak");
  }
  if (record.kind === "begrip") {
    known.labels = [known.title, ...list("alternatieve_termen")];
    const targets = (name) => [...(value.get("relaties").get(name)?.keys?.() ?? [])];
    known.relations = Object.fromEntries(keys("relaties").map((name) => [name, targets(name)]));
  }
  return known;
}

/** Give the name by which each id of a kind is chosen, and back: the title, with the id where two share it. */
function nameAll(records) {
  const times = new Map();
  for (const { title } of records) times.set(title, (times.get(title) ?? 0) + 1);
  const byId = new Map(
    records.map(({ id, title }) => [id, times.get(title) > 1 ? `${title} (${id})` : title]),
  );
  return { byId, byName: new Map([...byId].map(([id, name]) => [name.toLowerCase(), id])) };
}

/** Give the id that a name would have. */
export const makeId = (name) =>
  name
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-")
    .normalize("NFKD")
    .replace(/[^\u0000-\u007f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
