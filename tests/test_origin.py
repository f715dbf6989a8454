"""Whose a definition and a reason are shows on every page and in every package."""

import csv
import json
import re
from io import StringIO

from kennisbank.link.origins import find_voice_names, names_a_voice
from kennisbank.model.text import parse_prose
from kennisbank.origin import DEFINITION_OF_OURS, REASON_OF_OURS, write_origin
from packages import check_real, copy_with, make_files, make_real_files, read_real_site

WHOSE = "naar Denker, volgens Anna Stroom"

ORIGIN = """\
definitie_van:
  wie: oude-denker
  via: anna-stroom
  bron: het-artikel
  plaats: oevers
uitleg: |"""


def test_every_page_says_whose_the_definition_is() -> None:
    """Each concept page names the voice with its place, or says that the definition is ours."""
    pages, site = make_real_files(), read_real_site()
    for name, linked in site.concepts.items():
        page = pages[f"begrippen/{name}.md"].decode()
        (line,) = re.findall(r'\*\*Definitie\*\* .*<small class="herkomst">(.*?)</small>', page)
        if linked.origin is None:
            assert DEFINITION_OF_OURS in line, name
        else:
            assert all(f"personen/{person.id}.md" in line for person in linked.origin.speakers)
            assert f"#plaats-{linked.origin.place}" in line, name


def test_every_reason_names_a_voice_or_says_that_it_is_ours() -> None:
    """A relation, on either of its pages and on the page of a tension, is never without owner."""
    pages, site = make_real_files(), read_real_site()
    names = find_voice_names(check_real().records)
    assert any(relation.is_ours for each in site.concepts.values() for relation in each.relations)
    for name, linked in site.concepts.items():
        marks = pages[f"begrippen/{name}.md"].decode().count(f">{REASON_OF_OURS}<")
        assert marks == sum(relation.is_ours for relation in linked.relations), name
        for relation in linked.relations:
            is_named = not relation.reason or names_a_voice(relation.reason, names)
            assert relation.is_ours != is_named
    for tension in site.tensions:
        page = pages[f"spanningen/{tension.id}.md"].decode()
        assert (REASON_OF_OURS in page) == tension.is_ours, tension.id


def test_packages_say_whose_the_definition_is() -> None:
    """JSON, table, linked data, Moodle and flash cards of a concept name its voice, or us."""
    files = make_files(
        copy_with("begrippen/water/boot.yml", "definitie_van: redactie\nuitleg: |", ORIGIN)
    )
    concept = json.loads(files["data/begrippen/boot.json"])["begrip"]
    assert [who["id"] for who in concept["definitie_van"]["wie"]] == ["oude-denker"]
    assert concept["definitie_van"]["via"]["id"] == "anna-stroom"
    assert json.loads(files["data/begrippen/meer.json"])["begrip"]["definitie_van"] is None
    table = csv.DictReader(StringIO(files["data/begrippen.csv"].decode("utf-8-sig")), delimiter=";")
    by_id = {row["id"]: row["definitie van"] for row in table}
    assert by_id["boot"].startswith(WHOSE)
    assert by_id["meer"] == DEFINITION_OF_OURS
    assert f"Definitie: {WHOSE}" in files["data/begrippen/boot.ttl"].decode()
    moodle = files["data/moodle/kennisbank.xml"].decode()
    assert WHOSE in moodle
    assert DEFINITION_OF_OURS in moodle


def test_a_name_is_more_than_a_word() -> None:
    """Family names and titles count with their capital, as whole words; a group by its name."""
    names = find_voice_names(check_real().records)
    for text, expected in (
        ("Volgens Driessens kan dat.", True),
        ("Zo staat het in het verslag van de Transitiearena.", True),
        ("Mensen in armoede vertelden het.", True),
        ("Een os trekt de ploeg.", False),
        ("Wie luistert, leert.", False),
        ("Een samenleving is wat mensen samen maken.", False),
        ("Dat staat in Samen.", True),
        ("[[persoon:jim-van-os|Hij]] zag het.", True),
    ):
        assert names_a_voice(parse_prose(text), names) == expected, text


def test_short_and_long_words_agree() -> None:
    """Every attributed definition of the real records names its voice, source and place."""
    site = read_real_site()
    attributed = [each for each in site.concepts.values() if each.origin]
    assert attributed
    for linked in attributed:
        assert linked.origin
        said = write_origin(linked.origin)
        assert said.startswith("naar ")
        assert linked.origin.source.name in said
