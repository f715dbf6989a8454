"""Moodle imports the glossaries, by a reader that stops wherever a real Moodle was seen to stop."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from glossary_reading import (
    Glossary,
    ImportStopsError,
    import_glossary,
    link_words,
    open_course,
)
from kennisbank.exports import moodle
from packages import DRAFT_NAME, PRIVATE_NAME, copy_with, make_files, read_real_site

WHOLE = "data/moodle/kennisbank.xml"


def _glossaries(files: dict[str, bytes]) -> dict[str, Glossary]:
    return {
        path: import_glossary(content)
        for path, content in files.items()
        if path.startswith("data/moodle/")
    }


def _import(old: str = "", new: str = "", path: str = "begrippen/water/rivier.yml") -> Glossary:
    files = make_files(copy_with(path, old, new)) if old else make_files()
    return import_glossary(files[WHOLE])


class _Markup(HTMLParser):
    """Collects the elements and the links of a definition."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [str(value) for name, value in attrs if name == "href"]
        assert [name for name, _ in attrs] == (["target", "href"] if tag == "a" else [])
        assert dict(attrs).get("target") in (None, "_blank")

    def handle_data(self, data: str) -> None:
        self.words += data


def test_everything_each_theme_and_each_route() -> None:
    """There is a glossary of everything, of each theme and of each route, in their order."""
    made = _glossaries(make_files())
    assert {path: [entry.concept for entry in each.entries] for path, each in made.items()} == {
        WHOLE: ["Rivier", "Boot", "Meer", "Vaartuig", "Kampvuur"],
        "data/moodle/themas/water.xml": ["Rivier", "Boot", "Meer", "Vaartuig"],
        "data/moodle/themas/vuur.xml": ["Kampvuur", "Rivier"],
        "data/moodle/leerroutes/naar-zee.xml": ["Meer", "Rivier"],
    }


def test_name_tells_the_version() -> None:
    """An import never updates: name and introduction say which version this is."""
    glossary = _import()
    assert glossary.name == "Kleine kennisbank (23 november 2026)"
    assert "bijgewerkt op 23 november 2026" in glossary.intro


def test_definition_leads_to_the_page() -> None:
    """A definition is plain HTML with full addresses of pages that are made, the own one last.

    Links open beside the course (Moodle's filter of HTML keeps that target).
    """
    files = make_files()
    for glossary in _glossaries(files).values():
        for entry in glossary.entries:
            markup = _Markup(entry.definition)
            assert markup.tags <= {"p", "em", "strong", "a", "ul", "li"}
            for link in markup.links:
                address = link.removeprefix("https://klein.example/")
                assert f"{address.rstrip('/')}.md" in files
            assert markup.links[-1].endswith(f"/{entry.concept.lower()}/")


def test_words_become_links() -> None:
    """Terms, synonyms and inflections link, whole words only, in any capitals."""
    found = link_words(_import(), "De RIVIER, de stroom en veel rivieren; geen rivierbed.")
    assert found == {"RIVIER": "Rivier", "stroom": "Rivier", "rivieren": "Rivier"}
    assert not link_words(_import(), "Riviertjes, meertje, bootje, Waterland, Vuur")


def test_ambiguous_word_never_links() -> None:
    """A word that the settings call ambiguous is no alias, and as a term it does not link."""
    glossary = _import("- bron", "- Stroom\n- boot", "kennisbank.yml")
    found = link_words(glossary, "stroom, rivier, boot")
    assert found == {"rivier": "Rivier"}
    assert "Boot" in [entry.concept for entry in glossary.entries]


REAL_WORDS = {
    "kwetsbare mensen": ("Kwetsbaarheid",),
    "zij is eenzaam": ("Eenzaamheid",),
    "hij is afhankelijk van zorg": ("Afhankelijkheid",),
    "presentietheorie": ("Presentiebenadering",),
    "machtsrelaties": ("Macht (begrip)",),
    "goed luisteren": ("Luisteren (begrip)",),
    "een autonome keuze": ("Autonomie",),
    "luisteren naar muziek": (),
    "afhankelijk van het weer": (),
    "nabij het station, in de nabije toekomst": (),
    "wie heeft de macht in het land": (),
    "verbonden aan de hogeschool": (),
    "we versterken de dijk": (),
    "het vliegtuig heeft vertraging": (),
}


@pytest.fixture(scope="module")
def real_files() -> dict[str, bytes]:
    """Give the glossaries of the real records, that of everything first."""
    return {artifact.path: artifact.content for artifact in moodle.make(read_real_site())}


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes]) -> Glossary:
    """Give the glossary of everything in the real records."""
    return import_glossary(real_files[WHOLE])


@pytest.mark.parametrize("text", REAL_WORDS)
def test_words_of_a_real_course(real: Glossary, text: str) -> None:
    """Forms and safe phrases of a term link, also where the bare term does not; others do not."""
    assert tuple(dict.fromkeys(link_words(real, text).values())) == REAL_WORDS[text]


def test_shared_inflection_links_nowhere() -> None:
    """A form that belongs to two concepts, or is the term of another, is no alias."""
    boot = "voorkeursterm: Boot"
    glossary = _import(
        boot, f"{boot}\nverbuigingen:\n- Rivieren\n- MEER", "begrippen/water/boot.yml"
    )
    assert link_words(glossary, "rivieren en meer") == {"meer": "Meer"}


def _labels(glossary: Glossary) -> list[str]:
    return [name.casefold() for e in glossary.entries for name in (e.concept, *e.aliases)]


def test_no_label_stands_twice(real_files: dict[str, bytes]) -> None:
    """In no glossary of the real records is a term or alias used twice, or an entry rejected."""
    for path, glossary in _glossaries(real_files).items():
        labels = _labels(glossary)
        assert len(labels) == len(set(labels)), path
        assert not glossary.rejected, path


def test_all_glossaries_in_one_course(real_files: dict[str, bytes]) -> None:
    """Each word links once, to the same concept as the whole alone makes it, though the parts
    come first; no two glossaries have one name.
    """
    whole, *parts = _glossaries(real_files).values()
    text = " . ".join(_labels(whole))
    alone = link_words(whole, text)
    assert link_words(open_course([*parts, whole]), text) == alone
    told = {(e.concept, e.definition, e.aliases) for each in parts for e in each.entries}
    assert told == {(e.concept, e.definition, e.aliases) for e in whole.entries}
    names = [each.name for each in (whole, *parts)]
    assert len(names) == len(set(names)) == 14


def test_all_glossaries_in_one_glossary(real_files: dict[str, bytes], real: Glossary) -> None:
    """Who imports them one after the other in one has every concept once."""
    filled: Glossary | None = None
    for content in reversed(real_files.values()):
        filled = import_glossary(content, into=filled)
    assert filled
    assert sorted(filled.entries) == sorted(real.entries)
    again = import_glossary(real_files[WHOLE], into=filled)
    assert len(again.rejected) == len(filled.entries) == len(again.entries)


def test_long_labels_fit() -> None:
    """A term longer than the column is cut; such a synonym stays out."""
    long = "x" * 300
    glossary = _import("voorkeursterm: Rivier", f"voorkeursterm: {long}")
    assert glossary.entries[0].concept == "x" * 254 + "…"
    assert "stroom" in glossary.entries[0].aliases
    assert max(map(len, _labels(_import("- stroom", f"- stroom\n- {long}")))) <= 255


@pytest.mark.parametrize(
    "words", ["a ]> b", "<script>alert(1)</script>", "Q&A &amp; &lt;b&gt;", "‘één’ – í 🌊"]
)
def test_hostile_text_stays_text(words: str) -> None:
    """What an author writes in a definition is words to Moodle and to a browser."""
    glossary = _import("natuurlijke loop", f"{words} loop")
    river = glossary.entries[0]
    assert words in _Markup(river.definition).words
    assert "script" not in _Markup(river.definition).tags


def test_hostile_term_stays_text() -> None:
    """What ends a CDATA section elsewhere is a part of the term."""
    term = "Rivier ]]> <b>&amp;"
    glossary = _import("voorkeursterm: Rivier", f"voorkeursterm: {term}")
    assert glossary.entries[0].concept == term
    assert f"Lees verder over {term}" in _Markup(glossary.entries[0].definition).words


def test_control_characters_never_break_the_file() -> None:
    """A character that XML cannot hold becomes a replacement character."""
    from xml.etree import ElementTree as Xml

    from kennisbank.exports.elements import add, write_xml

    root = Xml.Element("NAME")
    add(root, "A", "x\x00\x0b\x1f\ufffe\ud800y\tz")
    assert Xml.fromstring(write_xml(root))[0].text == "x\ufffd\ufffd\ufffd\ufffd\ufffdy\tz"


@pytest.mark.parametrize("with_drafts", [False, True])
def test_private_drafts_and_withdrawn_stay_out(with_drafts: bool) -> None:
    """No glossary names a private person, holds a draft, or has a concept that ended."""
    ended = "status: vervallen\nvervangen_door: vaartuig\nvoorkeursterm: Boot"
    folder = copy_with("begrippen/water/boot.yml", "voorkeursterm: Boot", ended)
    files = make_files(folder, with_drafts=with_drafts)
    for path, glossary in _glossaries(files).items():
        assert PRIVATE_NAME.encode() not in files[path]
        assert DRAFT_NAME.encode() not in files[path]
        assert "Boot" not in [entry.concept for entry in glossary.entries]


def test_same_bytes_twice() -> None:
    """Two builds give the same glossaries, byte for byte."""
    one, two = make_files(), make_files()
    assert [one[path] for path in _glossaries(one)] == [two[path] for path in _glossaries(two)]


def _without(tag: str) -> Callable[[str], str]:
    return lambda text: re.sub(f"<{tag}>[^<]*</{tag}>", "", text, count=1)


PITFALLS: dict[str, tuple[Callable[[str], str], str]] = {
    **{
        tag: (_without(tag), "Undefined array key")
        for tag in ("NAME", "INTRO", "GLOBALGLOSSARY", "SHOWSPECIAL", "SHOWALPHABET", "SHOWALL")
    },
    "no FORMAT": (_without("FORMAT"), "Error writing to database"),
    "no DISPLAYFORMAT": (_without("DISPLAYFORMAT"), "Format not known"),
    "real elements": (lambda t: t.replace("&lt;", "<").replace("&gt;", ">"), "while parsing"),
    "empty ALIASES": (
        lambda t: re.sub("<ALIASES>.*?</ALIASES>", "<ALIASES />", t, count=1),
        "offset",
    ),
    "no entries": (
        lambda t: re.sub("<ENTRIES>.*</ENTRIES>", "<ENTRIES />", t, flags=re.DOTALL),
        "offset",
    ),
    "long alias": (lambda t: t.replace(">stroom<", f">{'x' * 256}<"), "too long"),
}


@pytest.mark.parametrize("name", PITFALLS)
def test_reader_stops_where_moodle_stops(name: str) -> None:
    """Each thing that stopped a real import stops the reader, so a good file proves something."""
    spoil, message = PITFALLS[name]
    text = make_files()[WHOLE].decode()
    spoilt = spoil(text)
    assert spoilt != text
    with pytest.raises(ImportStopsError, match=message):
        import_glossary(spoilt.encode())


def test_reader_rejects_a_second_presentie() -> None:
    """A concept that differs in capitals alone is rejected, as Moodle does."""
    text = make_files()[WHOLE].decode().replace("<CONCEPT>Boot<", "<CONCEPT>RIVIER<")
    assert import_glossary(text.encode()).rejected == ("RIVIER",)


def test_category_would_link_its_own_name() -> None:
    """A category links its name everywhere, even inside words; our files have none."""
    text = make_files()[WHOLE].decode()
    assert "CATEGOR" not in text
    leak = "<CATEGORIES><CATEGORY><NAME>Water</NAME></CATEGORY></CATEGORIES></ENTRY>"
    glossary = import_glossary(text.replace("</ENTRY>", leak, 1).encode())
    assert link_words(glossary, "Waterland") == {"Water": "categorie Water"}
