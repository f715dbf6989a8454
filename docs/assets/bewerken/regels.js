// What must hold between the parts of a record, and between records as far as this page knows them.
// The words and the numbers are those of the rules: see form_checks.py.

import { findNear, isDay } from "./dichtbij.js";
import { today } from "./dom.js";
import { checkLinks } from "./koppelen.js";
import { makeId } from "./kennis.js";
import {
  adviseUnknown,
  checkShape,
  countWords,
  fill,
  linesOf,
  namedIn,
  read,
  tell,
  walk,
} from "./nakijken.js";
import { define, itemOf, valueSchema } from "./schema.js";
import { parseDocument } from "./yaml.js";

/** Give what is wrong with the text of a record: only its shape, as long as that is not right. */
export function checkRecord(record, text, knowledge) {
  const { schema } = knowledge.kinds[record.kind];
  define(schema.$defs ?? {});
  const value = parseDocument(text, { schema: "failsafe" }).toJS({ mapAsMap: true });
  if (!(value instanceof Map)) return [];
  const schemaAt = (where) =>
    where.reduce(
      (found, step) => (typeof step === "number" ? itemOf(found) : valueSchema(found, step)),
      schema,
    );
  const others = knowledge.records.filter((each) => each.path !== record.path);
  const context = { ...knowledge, ...record, others, schema, schemaAt };
  const found = [...checkShape(schema, value, context)];
  const all = found.length ? found : RULES.flatMap((rule) => [...rule(value, context)]);
  return all.map((each) => ({ path: record.path, ...each }));
}

/** Give what is wrong now and was not before: what a form cannot know of, it found right. */
export function checkChange(record, text, before, knowledge) {
  const old = before ? checkRecord(record, before, knowledge) : [];
  const same = (one) => (other) => one.rule === other.rule && one.message === other.message;
  return checkRecord(record, text, knowledge).filter((each) => !old.some(same(each)));
}

function* checkNames(value, context) {
  const { said, held, schema, kind: ownKind, records } = context;
  for (const { sort, schema: found, text, where, around } of walk(schema, value)) {
    const named = sort !== "part" && namedIn(found, ownKind);
    if (!named || named.isOwn || (named.orWords && !read(held.id).test(text))) continue;
    if (named.kind === "plaats") {
      yield* checkPlace(text, where, around, context);
    } else if (!records.some((each) => each.kind === named.kind && each.id === text)) {
      const message = fill(said["bestaat-niet"], { kind: named.kind, name: text });
      yield {
        ...tell(held.rules[named.kind], "", where),
        message: message + adviseUnknown(text, named, context),
      };
    }
  }
}

function* checkPlace(name, where, around, { said, records }) {
  const source = records.find((each) => each.kind === "bron" && each.id === around?.get("bron"));
  const places = Object.keys(source?.places ?? {});
  if (!source || places.includes(name)) return;
  const near = findNear(name.toLowerCase(), places, 0.7);
  const choices = fill(said[places.length ? "plaats-kies" : "plaats-geen"], {
    places: places.join(", "),
  });
  const hint = near ? fill(said["bedoel-je"], { id: near }) : choices;
  yield tell("onbekende-plaats", said["onbekende-plaats"], where, {
    source: source.id,
    name,
    hint,
  });
}

function* checkVia(value, { said, schema, records, kind }) {
  for (const { sort, value: part, where } of walk(schema, value)) {
    if (sort !== "part" || !part.has("wie") || !part.has("bron")) continue;
    const [who, via] = [[part.get("wie")].flat(), part.get("via")];
    const source = records.find((each) => each.kind === "bron" && each.id === part.get("bron"));
    const areKnown = who.every((id) =>
      records.some((each) => each.kind === "persoon" && each.id === id),
    );
    if (source && areKnown) yield* judgeVia({ who, via, source }, where, said);
    if (kind === "begrip" && where[0] === "uitspraken" && part.get("vorm") === "uitleg" && !via) {
      yield tell("uitleg-zonder-via", said["uitleg-zonder-via"], [...where, "vorm"]);
    }
  }
}

function* judgeVia({ who, via, source }, where, said) {
  const silent = who.find((id) => !source.speakers.includes(id));
  const speakers = source.speakers.join(", ");
  if (silent && !via) {
    const through = fill(said[speakers ? "via-vul-in" : "via-geen-sprekers"], { speakers });
    yield tell("via-ontbreekt", said["via-ontbreekt"], [...where, "wie"], {
      who: silent,
      source: source.id,
      through,
    });
  } else if (via && !silent) {
    yield tell("via-overbodig", said["via-overbodig"], [...where, "via"], {
      who: who[0],
      source: source.id,
    });
  } else if (via && !source.speakers.includes(via)) {
    yield tell("via-spreekt-niet", said["via-spreekt-niet"], [...where, "via"], {
      via,
      source: source.id,
      speakers,
    });
  }
}

function* checkQuotes(value, { said, held, kind }) {
  const claims = kind === "begrip" ? (value.get("uitspraken") ?? []) : [];
  for (const [index, claim] of claims.entries()) {
    if (claim.get("vorm") !== "citaat") continue;
    const quotes = [...claim.get("tekst").matchAll(read(held.quoted, "gu"))].map(
      (found) => found[1] ?? found[2],
    );
    if (quotes.length && quotes.every((quote) => countWords(quote) <= held.most_quoted)) continue;
    const words = said[quotes.length ? "citaat-te-lang" : "citaat-zonder-tekens"];
    yield tell("citaat", words, ["uitspraken", index, "tekst"]);
  }
}

/** The concept whose id is its term has the better right to a term; else the first by id. */
const hasRight = (one, other) => {
  const rank = (each) => [makeId(each.title) === each.id ? 0 : 1, each.id];
  const [[first, id], [second, otherId]] = [rank(one), rank(other)];
  return first < second || (first === second && id < otherId);
};

function* checkLabels(value, { said, kind, id, path, others }) {
  if (kind !== "begrip") return;
  const me = { id, title: value.get("voorkeursterm") };
  const labels = [me.title, ...(value.get("alternatieve_termen") ?? [])];
  for (const [index, label] of labels.entries()) {
    const low = label.trim().toLowerCase();
    const other = others.find((each) => each.labels?.some((known) => known.toLowerCase() === low));
    if (!other) continue;
    const mine = hasRight(other, me);
    const where = index ? ["alternatieve_termen", index - 1] : ["voorkeursterm"];
    const shown = mine ? label : other.labels.find((known) => known.toLowerCase() === low);
    const found = tell("dubbele-term", said["dubbele-term"], where, {
      label: shown.trim(),
      owner: mine ? other.id : id,
    });
    yield { ...found, path: mine ? path : other.path };
  }
}

function* checkRelations(value, { said, kind, id, path, others }) {
  if (kind !== "begrip") return;
  const known = (target) => others.find((each) => each.kind === "begrip" && each.id === target);
  const seen = new Map();
  for (const [name, targets] of value.get("relaties") ?? []) {
    for (const target of targets.keys()) {
      const where = ["relaties", name, target];
      if (target === id)
        yield tell("relatie-met-zichzelf", said["relatie-met-zichzelf"], where, { id });
      const other = known(target);
      if (!other) continue;
      const [back] = Object.entries(other.relations).find(([, ids]) => ids.includes(id)) ?? [];
      const double = (from, to, first, at) =>
        tell("dubbele-relatie", said["dubbele-relatie"], where, {
          id: from,
          target: to,
          kind: first,
          path: at,
        });
      if (seen.has(target)) yield double(id, target, seen.get(target), path);
      else if (back && target < id) yield double(id, target, back, other.path);
      else if (back) yield { ...double(target, id, name, path), path: other.path };
      if (!seen.has(target)) seen.set(target, name);
    }
  }
}

function* checkCore(value, { said, held, kind }) {
  if (kind !== "begrip" || value.get("omvang") !== "kern" || value.get("status") === "ontwerp")
    return;
  const words = countWords(value.get("toelichting") ?? "");
  if (!words) yield tell("kern-onvolledig", said["kern-zonder-toelichting"], []);
  else if (words < held.core_words)
    yield tell("kern-onvolledig", said["kern-toelichting"], ["toelichting"], { words });
  const count = linesOf(value.get("vragen") ?? "").length;
  const [least, most] = held.core_questions;
  if (count < least || count > most) {
    yield tell("kern-onvolledig", said["kern-vragen"], count ? ["vragen"] : [], {
      count: String(count),
    });
  }
}

function* checkMinutes(value, { said, kind }) {
  const parts = kind === "leerroute" ? (value.get("les") ?? []) : [];
  const total = parts.reduce((sum, part) => sum + Number(part.get("minuten")), 0);
  if (parts.length && total !== Number(value.get("minuten"))) {
    yield tell("minuten-kloppen-niet", said["minuten-kloppen-niet"], ["minuten"], { total });
  }
}

function* checkQuestions(value, { said, held, schema }) {
  for (const [key, text] of value) {
    const found = valueSchema(schema, key);
    if (!found["x-question"]) continue;
    const isLines = Boolean(found["x-lines"]);
    const lines = isLines ? linesOf(text) : [text.trim()];
    for (const [index, line] of lines.entries()) {
      const end = line.replace(read(held.closing), "");
      const where = isLines ? [key, index] : [key];
      if (isLines && read(held.list_sign).test(line))
        yield tell("geen-vraag", said["vraag-in-lijst"], where);
      else if (held.dots.includes(line) || end.endsWith("?")) continue;
      else if (held.ends.some((each) => end.endsWith(each))) {
        yield tell("geen-vraag", said["vraag-is-zin"], where, {}, "let op");
      } else {
        yield tell(
          "geen-vraag",
          said[index + 1 < lines.length ? "vraag-gaat-verder" : "vraag-zonder-teken"],
          where,
        );
      }
    }
  }
}

function* checkDays(value, { said, schema, kind }) {
  const [now, last] = [today(), today(1)];
  for (const [key, text] of value) {
    const found = valueSchema(schema, key);
    const days = found["x-changes"]
      ? linesOf(text).map((line) => line.split(/\s/)[0].replace(/:$/, ""))
      : [text];
    if (!found["x-changes"] && found.format !== "date") continue;
    for (const day of days) {
      if (day > last)
        yield tell("datum-in-toekomst", said["datum-in-toekomst"], [key], {
          text: day,
          today: now,
        });
    }
  }
  const written = kind === "bron" ? (value.get("datum") ?? "") : "";
  const bare = written.replace(/[?~%]+$/, "");
  if (isDay(...(bare.match(/\d+/g) ?? [""])) && bare > last.slice(0, bare.length)) {
    yield tell(
      "datum-in-toekomst",
      said["datum-in-toekomst"],
      ["datum"],
      { text: written, today: now },
      "let op",
    );
  }
}

const RULES = [
  checkNames,
  checkVia,
  checkQuotes,
  checkLabels,
  checkRelations,
  checkCore,
  checkMinutes,
  checkQuestions,
  checkDays,
  checkLinks,
];
