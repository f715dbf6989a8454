"""Records through the forms of /bewerken/: what is not changed stays byte for byte."""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from playwright.sync_api import Browser, Page
from pydantic import Field

from building import ROOT
from editing import write_in_form
from kennisbank.exports.form_data import describe_forms
from kennisbank.load.parse import parse
from kennisbank.load.raw import load_records
from kennisbank.model.records import FILE_TYPES, Records
from kennisbank.model.voices import Person
from kennisbank.validate import validate
from random_records import make_records
from serving import serve_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
COUNT = 1_000
LIBRARY = "7c1cb2c540a79c4a6605de77bfaafb4c952020825545e15fe61ef787bde61113"
"""SHA-256 of yaml 2.9.1 as one file."""


@pytest.fixture(scope="module")
def records() -> Records:
    """Give the real records."""
    raw, _ = load_records(ROOT)
    return validate(ROOT, raw)[0]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Give an empty page beside the scripts of the forms, under the policy of the site."""
    folder = tmp_path_factory.mktemp("vormen")
    (folder / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    (folder / "assets").symlink_to(ROOT / "docs/assets")
    with serve_site(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


def test_real_records_stay_byte_for_byte(page: Page, records: Records) -> None:
    """Every real record is opened in its form and saved: nothing changes."""
    texts = [[each.kind.name, (ROOT / each.path).read_text("utf-8")] for each in records.all()]
    assert len(texts) > 200
    written = write_in_form(page, describe_forms(records.all()), texts)
    assert [text for _, text in texts] == written


def test_random_records_stay_byte_for_byte(page: Page, records: Records) -> None:
    """A thousand random valid records too, in whatever form of YAML, with their comments."""
    texts = list(make_records(COUNT, seed=1))
    written = write_in_form(page, describe_forms(records.all()), texts)
    wrong = [(old, new) for (_, old), new in zip(texts, written, strict=True) if old != new]
    assert wrong == []


def test_a_changed_sentence_is_a_changed_line(page: Page, records: Records) -> None:
    """A word more in a text changes one line of every real record; every other byte stays."""
    real = [[each.kind.name, (ROOT / each.path).read_text("utf-8")] for each in records.all()]
    written = write_in_form(page, describe_forms(records.all()), real, " ")
    for (_, old), new in zip(real, written, strict=True):
        before, after = old.splitlines(), new.splitlines()
        changed = [number for number, line in enumerate(after) if before[number] != line]
        assert len(before) == len(after), new
        assert len(changed) == 1, new
        assert after[changed[0]].replace("heel ", "", 1) == before[changed[0]]


def test_a_changed_text_leaves_the_rest(page: Page) -> None:
    """A word more changes the data of random records in one field, whatever their form is."""
    texts = list(make_records(COUNT // 4, seed=2))
    written = write_in_form(page, describe_forms(()), texts, " ")
    for (kind, old), new in zip(texts, written, strict=True):
        data, _ = parse("x.yml", old, model=FILE_TYPES[kind])
        changed, problems = parse("x.yml", new, model=FILE_TYPES[kind])
        assert not problems, new
        assert isinstance(data, dict)
        assert isinstance(changed, dict)
        assert [*data] == [*changed]
        assert sum(changed[key] != value for key, value in data.items()) == 1, new


def test_older_forms_change_in_form_alone(page: Page) -> None:
    """A text that is changed is written as a block; quotes, flow lists and the rest stay."""
    old = (
        '# een oude vorm\nnaam: "Anna: Stroom"\nsoort: persoon   # zo\n'
        "rollen: {het-artikel: schrijver}\nzoektermen: [An, Na]\n"
        'redactienoot: "Een noot."\nwijzigingen: >-\n  2026-11-23 Eerste versie'
    )
    (new,) = write_in_form(page, describe_forms(()), [["persoon", old]], "Een noot")
    expected = old.replace('"Een noot."', "|\n  Een heel noot.")
    assert new == f"{expected}\n" or new == expected


def test_a_lost_comment_is_told(page: Page) -> None:
    """Comments stay where they are, and one that cannot is named before a file is saved."""
    old = (
        "# boven\nnaam: 'Anna'  # achter\nsoort: persoon\n# tussen\nrollen:\n"
        "  het-artikel: |\n    Schrijver.\n"
        "redactienoot: |  # bij het blok\n  Een noot.\nwijzigingen: |\n  2026-11-23 Eerste versie\n"
    )
    found = page.evaluate(
        """async ([data, text]) => {
          const load = (name) => import(`/assets/bewerken/${name}.js`);
          const names = ["record", "schema", "schrijven"];
          const [record, { define }, { writeRecord }] = await Promise.all(names.map(load));
          const { schema } = data.kinds.persoon;
          define(schema.$defs ?? {});
          const read = record.readRecord(text);
          const change = (key, value) => {
            const all = record.showRecord(read, schema);
            if (value) all.set(key, value); else all.delete(key);
            const written = writeRecord(read, all, schema);
            return [written, record.findLostComments(text, written)];
          };
          const note = change("redactienoot", "Iets anders.");
          return [change("naam", "Bea"), note, change("naam", "")];
        }""",
        [describe_forms(()), old],
    )
    assert found[0] == [old.replace("'Anna'", "Bea"), []]
    assert found[1] == [old.replace("Een noot", "Iets anders"), []]
    assert found[2][1] == ["achter"]


def test_a_new_field_of_a_model_appears_by_itself() -> None:
    """What a model declares, the form has: with its help, and whom it names."""

    class Taller(Person):
        """A person with a field more."""

        height: int = Field(alias="lengte", description="hoe lang iemand is")

    from kennisbank.exports import form_data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(form_data, "RECORD_TYPES", (Taller,))
        schema = describe_forms(())["kinds"]["persoon"]["schema"]
    assert schema["properties"]["lengte"]["description"] == "hoe lang iemand is"
    assert "lengte" in schema["required"]
    assert list(schema["properties"])[-2:] == ["redactienoot", "wijzigingen"]
    assert FILE_TYPES["persoon"] is Person


def test_no_other_page_asks_for_it() -> None:
    """Only the page for editing names the scripts of the forms: they weigh nothing elsewhere."""
    named = [
        file.name
        for folder in ("overrides", "scripts/kennisbank/templates", "docs")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".html", ".j2", ".md", ".js", ".css"}
        and "assets/bewerken/" not in file.as_posix()
        and "assets/bewerken/" in file.read_text("utf-8")
    ]
    assert named == ["editing.html.j2"]


def test_the_library_is_as_it_was_made() -> None:
    """The one file of others is what it was when it came in, with its licence beside it."""
    folder = ROOT / "docs/assets/bewerken"
    assert sha256((folder / "yaml.js").read_bytes()).hexdigest() == LIBRARY
    assert "Eemeli Aro" in (folder / "yaml.LICENSE.txt").read_text("utf-8")
