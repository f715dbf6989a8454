"""Each recipe of CONTRIBUTING.md, followed in a scratch copy: what it says is all it takes.

A recipe is the files that a contributor writes, and the lines that go into files that are there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from building import GOLDEN, ROOT, build_anew, copy_project, run_command

pytestmark = pytest.mark.slow
PACKAGE = "scripts/kennisbank"


@dataclass(frozen=True, slots=True)
class Recipe:
    """New files by path, and for each file that is there: a line, and the lines that replace it."""

    written: Mapping[str, str] = field(default_factory=dict)
    edited: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def follow(self, folder: Path) -> int:
        """Do what the recipe says; give the number of files that it touches."""
        for path, text in self.written.items():
            assert not (folder / path).exists()
            (folder / path).write_text(text, encoding="utf-8")
        for path, (old, new) in self.edited.items():
            text = (folder / path).read_text(encoding="utf-8")
            assert text.count(old) == 1, (path, old)
            (folder / path).write_text(text.replace(old, new), encoding="utf-8")
        return len(self.written) + len(self.edited)


MODEL = f"{PACKAGE}/model/concept.py"
LAST_FIELD = "    @property\n    def title("
PLAIN_FIELD = Recipe(
    edited={
        MODEL: (
            LAST_FIELD,
            '    motto: Line | None = authored("motto", "een motto", default=None)\n\n'
            f"{LAST_FIELD}",
        ),
        f"{PACKAGE}/templates/concept.md.j2": (
            '<section class="kort" markdown="1">\n',
            "{% if concept.motto %}\n{{ concept.motto | e }}\n{% endif %}\n"
            '<section class="kort" markdown="1">\n',
        ),
    }
)
ID_FIELD = Recipe(
    edited={
        MODEL: (
            LAST_FIELD,
            '    twin: ConceptId | None = authored("tweeling", "lijkt hierop", default=None)\n\n'
            f"{LAST_FIELD}",
        )
    }
)
RULE = Recipe(
    written={
        f"{PACKAGE}/rules/shouting.py": '''"""No term is written in capitals.

Uitleg: Een term in hoofdletters leest als roepen.
Fout:
    voorkeursterm: BOOT
Goed:
    voorkeursterm: Boot
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("term-roept",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each term in capitals."""
    for concept in records.concepts.values():
        if concept.title.isupper():
            yield Fault(
                path=concept.path,
                where=("voorkeursterm",),
                rule="term-roept",
                message="deze term staat in hoofdletters; schrijf hem gewoon",
            )
''',
    },
    edited={
        f"{PACKAGE}/rules/__init__.py": (
            "RULES: tuple[Rule, ...] = (\n",
            "from kennisbank.rules import shouting\nRULES: tuple[Rule, ...] = (\n    shouting,\n",
        )
    },
)
PAGE_TYPE = Recipe(
    written={
        f"{PACKAGE}/pages/words.py": '''"""All terms on one page."""

from collections.abc import Iterator

from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType


def make(site: Site) -> Iterator[Page]:
    """Make the one page of terms."""
    yield Page(
        type=TYPE,
        address="woordenlijst/",
        title="Woordenlijst",
        template="words.md.j2",
        details=lambda: Details("Alle termen.", {"concepts": site.concepts.values()}),
    )


TYPE = PageType(name="woordenlijst", folder="woordenlijst", make=make)
''',
        f"{PACKAGE}/templates/words.md.j2": '{% import "macros.md.j2" as m %}\n# Woordenlijst\n\n'
        "{% for linked in concepts %}\n- {{ m.concept_link(linked.concept) }}\n{% endfor %}\n",
    },
    edited={
        f"{PACKAGE}/pages/__init__.py": (
            "PAGE_TYPES: tuple[PageType, ...] = (\n",
            "from kennisbank.pages import words\n"
            "PAGE_TYPES: tuple[PageType, ...] = (\n    words.TYPE,\n",
        ),
        "mkdocs.yml": ("not_in_nav: |\n", "not_in_nav: |\n  /woordenlijst/\n"),
    },
)
EXPORT = Recipe(
    written={
        f"{PACKAGE}/exports/terms.py": '''"""The terms as plain text, one a line."""

from collections.abc import Iterator

from kennisbank.exports.export import Export, Format
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site


def make(site: Site) -> Iterator[Artifact]:
    """Make the one file."""
    terms = sorted(linked.concept.title for linked in site.concepts.values())
    yield later("data/termen.wl", lambda: "\\n".join(terms).encode())


EXPORT = Export(
    make=make,
    formats=(
        Format(
            id="termen",
            name="Alleen de termen",
            use="Een regel per term.",
            pattern="data/termen.wl",
            steps=("Download het bestand.", "Open het.", "Klaar."),
        ),
    ),
    media_types={"wl": "text/x-termen"},
)
''',
    },
    edited={
        f"{PACKAGE}/exports/__init__.py": (
            "_CONTENT: tuple[Export, ...] = (\n",
            "from kennisbank.exports import terms\n"
            "_CONTENT: tuple[Export, ...] = (\n    terms.EXPORT,\n",
        )
    },
)
MESSAGE = Recipe(
    edited={
        f"{PACKAGE}/rules/questions.py": (
            '"zet hem op één regel"',
            '"maak er één regel van"',
        )
    }
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a scratch copy with the small knowledge base."""
    return copy_project(tmp_path / "klein", GOLDEN / "concepts")


def _change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / "concepts" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


BOAT = "begrippen/water/boot.yml"


def test_a_plain_field(project: Path) -> None:
    """Two files, a model and a template: editors are offered it, readers see it."""
    assert PLAIN_FIELD.follow(project) == 2
    _change(project, BOAT, "wijzigingen:", "motto: Varen & drijven\nwijzigingen:")
    assert run_command(project, "build").startswith("geen fouten")
    page = (project / "docs/begrippen/boot.md").read_text(encoding="utf-8")
    assert "\nVaren &amp; drijven\n" in page or "\nVaren &#38; drijven\n" in page
    run_command(project, "new", "begrip", "Ochtend", "--thema", "water")
    draft = project / "concepts/begrippen/water/ochtend.yml"
    assert "#motto: …\n" in draft.read_text(encoding="utf-8")


def test_an_id_field(project: Path) -> None:
    """One line: a dangling id is named, the right one follows a rename."""
    assert ID_FIELD.follow(project) == 1
    _change(project, BOAT, "wijzigingen:", "tweeling: vaartuigg\nwijzigingen:")
    assert 'begrip "vaartuigg" bestaat niet; bedoel je "vaartuig"?' in run_command(project, "check")
    _change(project, BOAT, "vaartuigg", "vaartuig")
    assert "geen fouten" in run_command(project, "rename", "begrip", "vaartuig", "schip")
    assert "tweeling: schip" in (project / "concepts" / BOAT).read_text(encoding="utf-8")


def test_a_rule(project: Path) -> None:
    """Two files beside its example: the check says it, and Meewerken explains it."""
    assert RULE.follow(project) == 2
    assert run_command(project, "build").startswith("geen fouten")
    explained = (project / "docs/meewerken/meldingen.md").read_text(encoding="utf-8")
    assert "Een term in hoofdletters leest als roepen." in explained
    _change(project, BOAT, "voorkeursterm: Boot", "voorkeursterm: BOOT")
    assert "boot.yml:1:16: fout: deze term staat in hoofdletters" in run_command(project, "check")


def test_a_page_type(project: Path) -> None:
    """Four files: a module, a template, and two lines. MkDocs renders it without a warning."""
    assert PAGE_TYPE.follow(project) == 4
    done = build_anew(project, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site/woordenlijst/index.html").read_text(encoding="utf-8")
    assert '<a href="../begrippen/boot/">Boot</a>' in page
    assert 'data-soort="woordenlijst"' in page


def test_an_export(project: Path) -> None:
    """Two files: it is made, the page of downloads offers it, and hosts know its type."""
    assert EXPORT.follow(project) == 2
    assert run_command(project, "build").startswith("geen fouten")
    assert "Boot" in (project / "docs/data/termen.wl").read_text(encoding="utf-8").splitlines()
    offered = (project / "docs/data/index.md").read_text(encoding="utf-8")
    assert "Alleen de termen" in offered
    assert "termen.wl" in offered
    assert "text/x-termen" in (project / "docs/hosting/nginx.conf").read_text(encoding="utf-8")


def test_a_message(project: Path) -> None:
    """One file: the words of a message stand where the fault is found, and nowhere else."""
    assert MESSAGE.follow(project) == 1
    _change(project, "begrippen/water/rivier.yml", "?\n", "\n")
    assert "maak er één regel van" in run_command(project, "check")


def test_contributing_tells_these_recipes() -> None:
    """What CONTRIBUTING promises for each is what was followed here."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for start in ("A record field", "A page type", "An export", "A rule", "A message"):
        assert f"- **{start}**: " in told
