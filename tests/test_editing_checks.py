"""What a form says of a mistake where no check runs: what the check says, in the same words."""

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from building import GOLDEN, ROOT
from kennisbank.advice.messages import SHAPE_RULES
from kennisbank.exports.form_checks import SEEN
from kennisbank.exports.form_data import describe_forms
from kennisbank.load.raw import load_records
from kennisbank.model.records import Records
from kennisbank.problems import Level
from kennisbank.validate import validate
from serving import serve_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
COUNT = 300
Told = tuple[str, str, Level, str]
"""Path, rule, level and message."""
CHOSEN = {"onbekende-waarde", "geen-herkomst"}
"""What a form offers as a choice cannot be wrong in it."""
KNOWN = {*SHAPE_RULES, *(rule for module in SEEN for rule in module.RULES)}
TYPED = (
    "“Meer”",
    "x" * 301,
    "stilstaand water.",
    "Eén zin. En nog een",
    "woord " * 82,
    "woord " * 351,
    "Wie Dan Ook",
    "Anna Stroom",
    "Stroom, A.",
    "anna-strom",
    "meer, boot en rivier",
    "het–artikel",
    "bestaat-niet",
    "meren",
    "boot",
    "Rivier",
    "oude-denker",
    "2026-13-40",
    "2026-02-30 Iets",
    "23 november 2026 Iets anders",
    "Zonder datum",
    "2026-11-01 Eerst\n2026-11-02 Later",
    "2062-11-23 Ooit",
    "2019-08?",
    "ca. 2019",
    "onbekend",
    "www.klein.example",
    "https://klein.example/x",
    "45 min",
    "nul",
    "7",
    "Nederlands",
    "‘Een meer wacht op de rivier en op nog veel meer.’",
    "‘Een meer wacht.’",
    "Dit is geen vraag",
    "Dit is een zin.",
    "- Is dit een vraag?",
    "Waarom gaat dit\nverder?",
    "Waarom?",
    "citaat",
    "uitleg",
    "kern",
    "enz.",
    "Een [[meer]], een [[bestaat-niet]] en [[rivieren]] op *[[Kampvuur]]*.",
    "Zie [[persoon:anna-stroom]], [[perzoon:anna-stroom]] en [[bron:Het artikel]].",
    "Losse [[haken en [[rivierr|die rivier]].",
    "Van [[anna-stroom]] en [[vaartuigen]], in [[Anna Stroom|haar]] woorden.",
)
"""What is typed in any field."""

LAKE, RIVER, BOAT = (f"concepts/begrippen/water/{name}.yml" for name in ("meer", "rivier", "boot"))
BOOK, ROUTE = "concepts/bronnen/het-boek.yml", "concepts/leerroutes/naar-zee.yml"
AIMED: tuple[tuple[str, list[str | int], str], ...] = (
    (LAKE, ["uitspraken", 0, "vorm"], "citaat"),
    (LAKE, ["uitspraken", 0, "vorm"], "uitleg"),
    (LAKE, ["uitspraken", 0, "via"], "anna-stroom"),
    (LAKE, ["uitspraken", 0, "via"], "oude-denker"),
    (LAKE, ["uitspraken", 0, "wie"], "oude-denker"),
    (LAKE, ["uitspraken", 0, "cijfer"], "x" * 301),
    (LAKE, ["omvang"], "kern"),
    (BOAT, ["omvang"], "kern"),
    (LAKE, ["alternatieve_termen", 0], "boot"),
    (BOAT, ["alternatieve_termen", 0], "Meer"),
    (LAKE, ["relaties", "spanning", "meer"], "Zichzelf."),
    (LAKE, ["relaties", "spanning", "rivier"], "Nog eens."),
    (RIVER, ["relaties", "spanning", "meer"], "Nog eens."),
    (LAKE, ["relaties", "spanning", "rivierr"], "Een tikfout."),
    (LAKE, ["relaties", "spanning", "Rivier"], "Een naam."),
    (LAKE, ["relaties", "verwant", "rivier"], ""),
    (LAKE, ["overeenkomst", 0], "www.klein.example/a b"),
    (LAKE, ["overeenkomst", 0], "geen adres"),
    (LAKE, ["verder_lezen", 0], "geen-boek"),
    (LAKE, ["ook_thema", 0], "lucht"),
    (LAKE, ["engels"], "'lake'"),
    (LAKE, ["wijzigingen"], "2062-11-23 Ooit"),
    (LAKE, ["vragen"], "Waarom gaat dit\nverder?\n- Is dit een vraag?\nDit is er geen."),
    (BOOK, ["datum"], "2062"),
    (BOOK, ["datum"], "2019-13"),
    (BOOK, ["datum"], "30 augustus 2019"),
    (BOOK, ["taal"], "Nederlands"),
    (BOOK, ["url"], "klein.example"),
    (BOOK, ["auteurs", 0], "iemand-anders"),
    (BOOK, ["geraadpleegd"], "23 nov. 2026"),
    (ROUTE, ["minuten"], "7"),
    (ROUTE, ["minuten"], "45 min"),
)
"""What is typed in one field, for rules that chance does not find."""

CHECK = """async ([data, tries]) => {
  const load = (name) => import(`/assets/bewerken/${name}.js`);
  const [{ makeKnowledge }, record, { define }, { checkRecord }, { writeRecord }] =
    await Promise.all(["kennis", "record", "schema", "regels", "schrijven"].map(load));
  const knowledge = makeKnowledge(data);
  const leaves = (value, where = []) =>
    value instanceof Map || Array.isArray(value)
      ? [...value.entries()].flatMap(([key, each]) => leaves(each, [...where, key]))
      : [where];
  const put = (value, [key, ...rest], text) => {
    const whole = Array.isArray(value) ? [...value] : new Map(value);
    for (const name of ["origin", "renamed"]) if (name in value) whole[name] = value[name];
    const empty = Number.isInteger(rest[0]) ? [] : new Map();
    const old = (value instanceof Map ? value.get(key) : value[key]) ?? empty;
    const fresh = rest.length ? put(old, rest, text) : text;
    if (whole instanceof Map) whole.set(key, fresh);
    else whole[key] = fresh;
    return whole;
  };
  return tries.map(([path, text, at, typed]) => {
    const about = knowledge.about(path);
    const { schema } = data.kinds[about.kind];
    define(schema.$defs ?? {});
    const read = record.readRecord(text);
    const value = record.showRecord(read, schema);
    const places = leaves(value);
    const where = Array.isArray(at) ? at : places[at % places.length];
    if (typed === null) return { found: checkRecord(about, text, knowledge) };
    const changed = writeRecord(read, put(value, where, typed), schema);
    return { changed, where, found: checkRecord(about, changed, knowledge) };
  });
}"""
"""Type something in a field of each record, and give its text with what the form says of it."""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Give an empty page beside the scripts of the forms."""
    folder = tmp_path_factory.mktemp("nakijken")
    for name in ("index.html", "404.html", "favicon.ico"):
        (folder / name).write_text("<!doctype html><title>x</title>", encoding="utf-8")
    (folder / "assets").symlink_to(ROOT / "docs/assets")
    with serve_site(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


def _read(root: Path) -> tuple[Records, set[Told]]:
    raw, problems = load_records(root)
    records, faults = validate(root, raw, date.today())  # the browser has a clock of its own
    found = {(each.path, each.rule, each.level, each.message) for each in (*problems, *faults)}
    return records, found


def _check(page: Page, records: Records, tries: list[list[Any]]) -> Any:
    return page.evaluate(CHECK, [describe_forms(records.all()), tries])


def test_the_same_words_for_any_mistake(
    page: Page, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Whatever is typed in whatever field: the form says what the check says, no more, no less."""
    shutil.copytree(GOLDEN / "concepts", tmp_path / "concepts")
    shutil.copytree(GOLDEN / "docs", tmp_path / "docs")
    records, _ = _read(tmp_path)
    chance = random.Random(5)
    paths = [each.path for each in records.all()]
    tries: list[list[Any]] = []
    for number in range(COUNT):
        path = chance.choice(paths)
        text = (tmp_path / path).read_text("utf-8")
        tries.append([path, text, chance.randrange(10_000), TYPED[number % len(TYPED)]])
    for aimed, where, typed in AIMED:
        tries.append([aimed, (tmp_path / aimed).read_text("utf-8"), where, typed])
    wrong, seen, rules = [], 0, set()
    for (path, text, _, typed), told in zip(tries, _check(page, records, tries), strict=True):
        (tmp_path / path).write_text(told["changed"], "utf-8")
        _, found = _read(tmp_path)
        (tmp_path / path).write_text(text, "utf-8")
        if any(each[1] in CHOSEN for each in found):
            continue
        said = {
            tuple(each[key] for key in ("path", "rule", "level", "message"))
            for each in told["found"]
        }
        expected = {
            each for each in found if each[1] in KNOWN and (each[0] == path or each in said)
        }
        seen += len(said)
        rules |= {each[1] for each in said}
        if said != expected:
            wrong.append(
                (path, told["where"], typed, sorted(said - expected), sorted(expected - said))
            )
    record_property("mistakes typed at random", COUNT)
    record_property("messages the same in form and check", seen)
    record_property("rules among these", len(rules))
    assert wrong == []
    assert len(rules) > 25


def test_real_records_raise_no_false_alarm(page: Page) -> None:
    """Of each real record the form says what the check says: nothing, or the same remark."""
    records, found = _read(ROOT)
    paths = [each.path for each in records.all()]
    tries = [[path, (ROOT / path).read_text("utf-8"), 0, None] for path in paths]
    told = [each for told in _check(page, records, tries) for each in told["found"]]
    said = {tuple(each[key] for key in ("path", "rule", "level", "message")) for each in told}
    assert said == {each for each in found if each[1] in KNOWN}
