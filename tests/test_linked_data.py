"""Linked data is right to the eyes of rdflib, rapper, jsonld.js, skosify and the NL-SBB profile."""

import io
import logging
import os
import subprocess
from pathlib import Path

import pytest
import skosify
from pyshacl import validate
from rdflib import Graph
from rdflib.compare import isomorphic

from packages import make_files, make_real_files
from skos_checks import CHECKS, find_defects
from tools import NODE_FOLDER, need

# rdflib reads JSON-LD and skosify reads anything with a class that rdflib itself calls old.
pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:rdflib", "ignore:ConjunctiveGraph"
)

VALIDATORS = Path(os.environ.get("KENNISBANK_VALIDATORS", "not there"))
PROFILE = VALIDATORS / "nl-sbb" / "skos-ap-nl.ttl"

BASE = "<https://klein.example/id/begrip/%s>"
RIVER, LAKE, BOAT, VESSEL, FIRE = (
    BASE % n for n in ("rivier", "meer", "boot", "vaartuig", "kampvuur")
)
SCHEME = "<https://klein.example/id/kader/kennisbank>"
DEFECTS = {
    "S9": f"{RIVER} a skos:ConceptScheme .",
    "S13": f'{RIVER} skos:altLabel "Rivier"@nl .',
    "S14": f'{RIVER} skos:prefLabel "Beek"@nl .',
    "S27": f"{LAKE} skos:broader {RIVER} . {BOAT} skos:broader {LAKE} .",
    "S37": f"{RIVER} a skos:Collection .",
    "S46": f"{RIVER} skos:exactMatch <urn:x> ; skos:broadMatch <urn:x> .",
    "cycle": f"{RIVER} skos:broader {FIRE} . {FIRE} skos:broader {RIVER} .",
    "dangling": f"{RIVER} skos:related <urn:weg> .",
    "one-way-related": f"{RIVER} skos:related {VESSEL} .",
    "missing-inverse": f"{RIVER} skos:broader {VESSEL} .",
    "orphan": f'<urn:los> a skos:Concept ; skos:prefLabel "Los"@nl ; skos:inScheme {SCHEME} .',
    "no-scheme": '<urn:los> a skos:Concept ; skos:prefLabel "Los"@nl .',
    "top-with-broader": f"{RIVER} skos:topConceptOf {SCHEME} ; skos:broader {VESSEL} .",
    "double-label": f'{RIVER} skos:altLabel "meer"@nl .',
    "no-dutch-label": '<urn:los> a skos:Concept ; skos:prefLabel "Loose"@en .',
    "no-language": f'{RIVER} skos:altLabel "beek" .',
}


def _read(content: bytes, syntax: str = "turtle") -> Graph:
    return Graph().parse(data=content, format=syntax)


def _small() -> Graph:
    return _read(make_files()["data/begrippen.ttl"])


def test_both_syntaxes_say_the_same() -> None:
    """rdflib reads the same statements from Turtle and JSON-LD, of the whole and each concept."""
    files = make_files()
    stems = [path.removesuffix(".ttl") for path in files if path.endswith(".ttl")]
    assert len(stems) > 5
    for stem in stems:
        turtle, json = _read(files[f"{stem}.ttl"]), _read(files[f"{stem}.jsonld"], "json-ld")
        assert isomorphic(turtle, json), stem


def test_own_file_of_a_concept_is_part_of_the_whole() -> None:
    """Every statement in a concept's file stands in the whole too."""
    files, whole = make_files(), _small()
    for path, content in files.items():
        if path.startswith("data/begrippen/") and path.endswith(".ttl"):
            assert set(_read(content)) <= set(whole), path


def test_rapper_reads_the_same(tmp_path: Path) -> None:
    """rapper reads the real scheme to the same statements as rdflib."""
    rapper = need("rapper")
    content = make_real_files()["data/begrippen.ttl"]
    (tmp_path / "a.ttl").write_bytes(content)
    command = [rapper, "--quiet", "--input", "turtle", str(tmp_path / "a.ttl")]
    lines = subprocess.run(command, check=True, capture_output=True).stdout
    assert isomorphic(_read(lines, "nt"), _read(content))


def test_jsonld_js_reads_the_same(tmp_path: Path) -> None:
    """jsonld.js turns the real JSON-LD into the same statements as rdflib reads from Turtle."""
    node = need("node packages")
    files = make_real_files()
    (tmp_path / "a.jsonld").write_bytes(files["data/begrippen.jsonld"])
    command = [node, str(NODE_FOLDER / "to_nquads.mjs"), str(tmp_path / "a.jsonld")]
    quads = subprocess.run(command, check=True, capture_output=True).stdout
    assert isomorphic(_read(quads, "nt"), _read(files["data/begrippen.ttl"]))


@pytest.mark.parametrize("name", CHECKS)
def test_each_defect_is_caught(name: str) -> None:
    """A seeded defect makes its check fail; without it every check holds."""
    graph = _small()
    assert find_defects(graph) == set()
    prefix = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    graph.parse(data=prefix + DEFECTS[name], format="turtle")
    assert name in find_defects(graph)


def test_term_that_skos_lacks_is_caught() -> None:
    """A misspelt or invented SKOS term does not go unseen."""
    graph = _small()
    graph.update(f"INSERT DATA {{ {RIVER} <http://www.w3.org/2004/02/skos/core#source> <urn:x> }}")
    assert find_defects(graph) == {"unknown:source"}


def test_real_scheme_has_no_defect() -> None:
    """The sixteen checks hold for the real records."""
    assert find_defects(_read(make_real_files()["data/begrippen.ttl"])) == set()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_skosify_has_nothing_to_say(tmp_path: Path) -> None:
    """skosify, told to mend nothing, finds no fault in the real scheme."""
    (tmp_path / "a.ttl").write_bytes(make_real_files()["data/begrippen.ttl"])
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        skosify.skosify(
            str(tmp_path / "a.ttl"),
            keep_related=True,
            break_cycles=False,
            mark_top_concepts=False,
            eliminate_redundancy=False,
            cleanup_classes=False,
            cleanup_properties=False,
            cleanup_unreachable=False,
        )
    finally:
        logging.getLogger().removeHandler(handler)
    assert heard.getvalue() == ""


@pytest.mark.slow
@pytest.mark.skipif(not PROFILE.is_file(), reason="needs the NL-SBB profile")
def test_profile_has_no_complaint() -> None:
    """No violation and no warning of NL-SBB on the real scheme."""
    data = _read(make_real_files()["data/begrippen.ttl"])
    shapes = Graph().parse(PROFILE)
    holds, _, text = validate(data, shacl_graph=shapes, allow_infos=True)
    assert holds, text[:3000]


def test_identifier_says_what_the_data_say() -> None:
    """The page at an identifier holds, as JSON-LD, all that the data say of the thing."""
    files = make_files()
    whole = Graph().parse(data=files["data/begrippen.ttl"].decode(), format="turtle")
    pages = [path for path in files if path.startswith("id/") and path.endswith("/index.html")]
    for path in pages:
        text = files[path].decode().partition('<script type="application/ld+json">')[2]
        graph = Graph().parse(data=text.partition("</script>")[0], format="json-ld")
        (subject,) = set(graph.subjects())
        assert str(subject) == f"https://klein.example/{path.removesuffix('/index.html')}"
        if path.split("/")[1] in ("begrip", "thema", "bron", "kader"):
            assert set(graph) == set(whole.triples((subject, None, None)))


def test_identifier_leads_to_page_and_data() -> None:
    """Each concept of the data has a page at its identifier that names page and files."""
    files = make_files()
    for path in files:
        if path.startswith("data/begrippen/") and path.endswith(".ttl"):
            concept = Path(path).stem
            page = files[f"id/begrip/{concept}/index.html"].decode()
            assert f'rel="canonical" href="https://klein.example/begrippen/{concept}/"' in page
            assert f'href="https://klein.example/data/begrippen/{concept}.jsonld"' in page
