"""No id, whatever it is, makes two things of one address, or a file of a folder."""

from pathlib import Path

from fuzz.answers import Host
from fuzz.town import make_town
from kennisbank.config import find_project
from kennisbank.owned import OWNED
from kennisbank.pipeline import check_records
from kennisbank.record_id import refuse_id
from kennisbank.vocabulary import ANCHORS, KINDS

OURS = (
    *sorted(OWNED.folders),
    *(kind.name for kind in KINDS),
    *(kind.link_prefix for kind in KINDS),
    *ANCHORS,
    *("assets", "begin", "zoeken", "site", "docs", "concepts", "404", "qr", "svg", "kader"),
    *("kennisbank", "adressen", "cursus", "moodle", "anki", "schema", "les", "labels", "tabel"),
    *("spanning", "thema-oud", "route-ba", "bron-ba", "robots", "sitemap", "2026-1"),
)


def test_names_of_our_own_may_be_ids(tmp_path: Path) -> None:
    """Concepts, themes and routes named after our folders, files and kinds each have their own."""
    names = [name for name in dict.fromkeys(OURS) if not refuse_id(name)]
    assert len(names) > len(OWNED.folders) + len(KINDS)
    town = make_town(tmp_path, names)
    for name in names:
        for kind in ("thema", "leerroute", "bron", "voorbeeld", "persoon"):
            if not town.find(kind, name):
                town.add(kind, name)
    project = find_project(tmp_path)
    assert project
    check = check_records(project)
    assert check.is_good, check.problems
    host = Host(check.artifacts)  # it refuses two things at one address
    files = [f"{a}index.html" if a.endswith("/") or not a else a for a in host.files]
    assert len({path.casefold() for path in files}) == len(files)
    folders = {str(parent) for path in files for parent in Path(path).parents}
    assert not folders & set(files)
    for name in names:
        assert host.ask(f"begrippen/{name}/").numbers == [
            thing.number for thing in town.there("begrip") if thing.id == name
        ]
