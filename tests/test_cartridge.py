"""Course systems take the packages, by a reader that refuses what real ones were seen to refuse."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZipFile

import pytest

from cartridge_reading import (
    MANIFEST,
    VALIDATORS,
    Course,
    RefusedError,
    check_by_schemas,
    import_course,
    merge_by_identifier,
    merge_by_place,
    open_package,
)
from kennisbank.exports.cartridge import _pack
from packages import DRAFT_NAME, PRIVATE_NAME, copy_with, make_files, make_real_files

SITE = "https://klein.example/"
WHOLE = "data/cursus/kennisbank.imscc"
ROUTE = "data/cursus/leerroutes/naar-zee.imscc"
THEME = "data/cursus/themas/water.imscc"


def _packages(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    return {p: open_package(content) for p, content in files.items() if p.endswith(".imscc")}


def _course(path: str) -> Course:
    return import_course(open_package(make_files()[path]))


def _titles(course: Course) -> dict[str, list[str]]:
    return {name: [each.title for each in items] for name, items in course.modules.items()}


class _Markup(HTMLParser):
    """Collects the elements, the links and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [str(value) for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_everything() -> None:
    """The whole has a module about itself, one for each theme, the tensions and the routes."""
    course = _course(WHOLE)
    assert course.title == "Kleine kennisbank"
    assert _titles(course) == {
        "Over dit pakket: Kleine kennisbank": ["Over dit pakket: Kleine kennisbank"],
        "Water": ["Thema: Water", "Rivier", "Boot", "Meer", "Vaartuig", "Vragen bij Water"],
        "Vuur": ["Thema: Vuur", "Kampvuur", "Vragen bij Vuur"],
        "Spanningen": ["Spanningen", "Kampvuur en Rivier"],
        "Leerroutes": ["Leerroutes", "Naar zee"],
        "Casussen": ["Casussen", "Aan de kade"],
    }


def test_route_keeps_its_order() -> None:
    """A route is one module in the order of its steps, with what to look for on the first page."""
    course = _course(ROUTE)
    assert _titles(course) == {
        "Over dit pakket: Naar zee": ["Over dit pakket: Naar zee"],
        "Naar zee": [
            *("Leerroute: Naar zee", "Meer", "Rivier"),
            *("Casus: Aan de kade", "Studentenblad: Naar zee", "Vragen bij Naar zee"),
        ],
    }
    assert "docent-" not in "".join(each.url for each in course.modules["Naar zee"])
    text = course.modules["Over dit pakket: Naar zee"][0].html
    assert "Let op de bochten." in text
    assert "Teken de loop (15 minuten)" in text


def test_theme_with_its_tensions() -> None:
    """A theme is one module, its tensions are another."""
    course = _course(THEME)
    assert list(course.modules) == ["Over dit pakket: Water", "Water", "Spanningen bij Water"]
    assert "Wat doet water?" in course.modules["Over dit pakket: Water"][0].html


def test_questions_are_text() -> None:
    """The questions of the route and of its concepts are on one page, with links."""
    text = _course(ROUTE).modules["Naar zee"][-1].html
    words = _Markup(text).words
    assert "Wat zag je?" in words
    assert f"{SITE}begrippen/rivier/" in text


def test_links_lead_to_pages() -> None:
    """Every link, also in the texts, leads to a page that is made, to the site or its licence."""
    files = make_files()
    for path, package in _packages(files).items():
        items = [each for items in import_course(package).modules.values() for each in items]
        links = [each.url for each in items if each.url]
        links += [link for each in items for link in _Markup(each.html).links]
        for link in links:
            if link in (SITE, "https://creativecommons.org/licenses/by/4.0/deed.nl"):
                continue
            address = link.removeprefix(SITE).partition("#")[0].rstrip("/")
            assert {f"{address}.md", f"{address}/index.md"} & set(files), f"{path}: {link}"


def test_real_records_import() -> None:
    """Every package of the real records is taken, with a link for each concept in the whole."""
    files = make_real_files()
    packages = _packages(files)
    courses = {path: import_course(package) for path, package in packages.items()}
    concepts = {p for p in files if re.fullmatch(r"begrippen/(?!index)[^/]+\.md", p)}
    links = {e.url for items in courses[WHOLE].modules.values() for e in items if e.url}
    assert len({link for link in links if "/begrippen/" in link}) == len(concepts)


@pytest.mark.skipif(not VALIDATORS, reason="KENNISBANK_VALIDATORS names no folder")
@pytest.mark.parametrize("make", [make_files, make_real_files], ids=["small", "real"])
def test_valid_by_the_schemas(make: Callable[[], Mapping[str, bytes]], tmp_path: Path) -> None:
    """Manifests and links are valid by the schemas of Common Cartridge 1.1."""
    check_by_schemas(_packages(make()), tmp_path)


def test_same_bytes_twice() -> None:
    """Two builds give the same packages, byte for byte."""
    one, two = make_files(), make_files()
    for path in _packages(one):
        assert one[path] == two[path], path


def test_dated_by_content() -> None:
    """Files in a package bear the day of its last change, in the same order everywhere."""
    for path, content in make_files().items():
        if path.endswith(".imscc"):
            infos = ZipFile(BytesIO(content)).infolist()
            assert {info.date_time for info in infos} == {(2026, 11, 23, 0, 0, 0)}
            assert {(info.create_system, info.external_attr >> 16) for info in infos} == {
                (3, 0o644)
            }
            names = [info.filename for info in infos]
            assert names == [MANIFEST, *sorted(names[1:])]


def test_packages_share_no_identifier_and_no_file() -> None:
    """Canvas takes what is called the same in two packages of one course for the same thing."""
    seen: set[str] = set()
    for package in _packages(make_files()).values():
        manifest = package[MANIFEST].decode()
        found = {*re.findall(r'identifier="([^"]+)"', manifest), *package}
        found -= {"inhoud", "wortel", MANIFEST}
        assert not found & seen
        seen |= found


def test_packages_in_one_course_can_be_told_apart() -> None:
    """Two packages share no name of a module, and no title of a page of text."""
    names: list[str] = []
    for path, package in _packages(make_real_files()).items():
        if path != WHOLE:  # which has all the others in it
            modules = import_course(package).modules
            names += (f"module {name}" for name in modules)
            names += (e.title for items in modules.values() for e in items if e.html)
    assert {name for name in names if names.count(name) > 1} == set()


def test_all_packages_in_one_course() -> None:
    """Whether a system merges by identifier or by place, nothing is lost, moved or without its
    heading: an item is where its package has it, behind a heading that names the package.
    """
    packages = _packages(make_real_files())
    courses = {path: import_course(package) for path, package in packages.items()}
    merged = merge_by_identifier(packages).values()
    for path, course in courses.items():
        own = [each for items in course.modules.values() for each in items]
        assert [each.activity for each in merged if each.package == path] == own
    sections = merge_by_place(packages)
    headings: list[str] = []
    for section in sections:
        for path, items in groupby(section, key=lambda each: each.package):
            heading = next(items).activity
            title = courses[path].title
            assert path == WHOLE or title in heading.title, (path, heading.title)
            headings.append(heading.title)
    routes_and_themes = [each for each in headings if each.startswith(("Leerroute:", "Thema:"))]
    assert len(routes_and_themes) >= len(packages) - 1
    assert {each for each in headings if headings.count(each) > 1} <= set(routes_and_themes)


def test_other_content_other_day() -> None:
    """A change of a concept changes the package of its theme, and no identifier."""
    folder = copy_with("begrippen/vuur/kampvuur.yml", "2026-11-20", "2027-01-02")
    before, after = make_files(), make_files(folder)
    path = "data/cursus/themas/vuur.imscc"
    assert before[path] != after[path]
    assert before[ROUTE] == after[ROUTE]
    one, two = (open_package(files[path])[MANIFEST] for files in (before, after))
    assert one == two


@pytest.mark.parametrize("with_drafts", [False, True])
def test_private_drafts_and_withdrawn_stay_out(with_drafts: bool) -> None:
    """No package names a private person, holds a draft, or has a concept that ended."""
    ended = "status: vervallen\nvervangen_door: vaartuig\nvoorkeursterm: Boot"
    folder = copy_with("begrippen/water/boot.yml", "voorkeursterm: Boot", ended)
    for package in _packages(make_files(folder, with_drafts=with_drafts)).values():
        everything = b"".join(package.values())
        assert PRIVATE_NAME.encode() not in everything
        assert DRAFT_NAME.encode() not in everything
        assert b"begrippen/boot/" not in everything


def test_question_that_names_a_private_person_stays_behind() -> None:
    """A question, an explanation or a step that names a private person is in no package."""
    old = "Je ziet de overkant."
    folder = copy_with("begrippen/water/rivier.yml", old, f"{old} {PRIVATE_NAME} ook.")
    for name, words in (("leerroutes/naar-zee", "Wat zag je?"), ("themas/water", "Over water")):
        record = folder / f"concepts/{name}.yml"
        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace(words, f"Bea {PRIVATE_NAME}: {words}"), encoding="utf-8")
    step = folder / "concepts/leerroutes/naar-zee.yml"
    text = step.read_text(encoding="utf-8").replace("de bochten.", f"wat {PRIVATE_NAME} zegt.")
    step.write_text(text, encoding="utf-8")
    files = make_files(folder)
    for package in _packages(files).values():
        assert PRIVATE_NAME.encode() not in b"".join(package.values())
    assert all(PRIVATE_NAME.encode() not in files[p] for p in files if p.startswith("data/moodle/"))


def test_theme_without_concepts_keeps_its_address() -> None:
    """A published package stays at its address when the last concept of its theme has ended."""
    ended = "status: vervallen\nvervangen_door: rivier\nvoorkeursterm: Kampvuur"
    folder = copy_with("begrippen/vuur/kampvuur.yml", "voorkeursterm: Kampvuur", ended)
    for name in ("water/rivier.yml", "vuur/vonk.yml"):
        record = folder / "concepts/begrippen" / name
        text = record.read_text(encoding="utf-8")
        record.write_text(re.sub(r"ook_thema:\n- vuur\n", "", text), encoding="utf-8")
    files = make_files(folder)
    course = import_course(open_package(files["data/cursus/themas/vuur.imscc"]))
    assert list(course.modules) == ["Over dit pakket: Vuur"]
    assert "data/moodle/themas/vuur.xml" in files


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "Q&A &amp; ]]> <b>", "‘één’ – 🌊"])
def test_hostile_term_stays_text(words: str) -> None:
    """What an author writes in a title or a question is words to a course system."""
    folder = copy_with(
        "begrippen/water/rivier.yml", "voorkeursterm: Rivier", f"voorkeursterm: {words}"
    )
    package = open_package(make_files(folder)[ROUTE])
    items = import_course(package).modules["Naar zee"]
    assert [each.title for each in items][1:3] == ["Meer", words]
    assert words in _Markup(items[-1].html).words
    assert not {"script", "b"} & _Markup(items[-1].html).tags


def test_hostile_question_stays_text() -> None:
    """Markup in a question is words."""
    folder = copy_with("leerroutes/naar-zee.yml", "Wat zag je?", "Wat <img src=x> &lt; zag je?")
    page = _course_of(folder).modules["Naar zee"][-1].html
    assert "Wat <img src=x> &lt; zag je?" in _Markup(page).words
    assert "img" not in _Markup(page).tags


def _course_of(folder: Path) -> Course:
    return import_course(open_package(make_files(folder)[ROUTE]))


def _swap(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def spoil(files: dict[str, bytes]) -> dict[str, bytes]:
        return {**files, MANIFEST: files[MANIFEST].replace(old, new)}

    return spoil


START = "links/leerroutes-naar-zee-start.xml"
PITFALLS: dict[str, tuple[Callable[[dict[str, bytes]], dict[str, bytes]], str]] = {
    "late namespace": (_swap(b"<manifest ", b"<!--" + b"x" * 1024 + b"--><manifest "), "Moodle"),
    "version 1.2": (_swap(b"imsccv1p1", b"imsccv1p2"), "Moodle"),
    "version 1.3 in words": (_swap(b"1.1.0", b"1.3"), "schemaversion"),
    "newer name": (_swap(b"IMS Common", b"1EdTech Common"), "Canvas: schema"),
    "link at the root": (
        _swap(
            b'<item identifier="module-leerroutes-naar-zee-over">',
            b'<item identifier="x" identifierref="y">',
        ),
        "Misc Module",
    ),
    "item without a link": (
        _swap(b' identifierref="bron-leerroutes-naar-zee-start"', b""),
        "a label",
    ),
    "identifier twice": (_swap(b'-start">', b'-over">'), "twice"),
    "file that is not there": (_swap(b"-start.xml", b"-weg.xml"), "files differ"),
    "address without a host": (
        lambda f: {**f, START: f[START].replace(b"https:", b"")},
        "invalidurldetected",
    ),
}


@pytest.mark.parametrize("name", PITFALLS)
def test_reader_refuses_what_systems_refuse(name: str) -> None:
    """Each thing that a real import refused or lost stops the reader: a good package is proof."""
    spoil, message = PITFALLS[name]
    files = open_package(make_files()[ROUTE])
    spoilt = spoil(files)
    assert spoilt != files
    with pytest.raises(RefusedError, match=message):
        import_course(spoilt)


@pytest.mark.parametrize(("year", "shown"), [(1, 1980), (2026, 2026), (9999, 2107)])
def test_any_year_has_a_package(year: int, shown: int) -> None:
    """A slip in a date gives a package with the nearest date that a zip can have."""
    packed = _pack({"a.txt": b"a"}, date(year, 2, 3))
    with ZipFile(BytesIO(packed)) as package:
        assert package.infolist()[0].date_time == (shown, 2, 3, 0, 0, 0)
