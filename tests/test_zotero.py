"""A page that is saved in a reference manager gives the reference that a reader copies from it."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from kennisbank.citing.forms import find_form
from kennisbank.citing.item import make_item
from kennisbank.citing.tags import list_tags, write_coins
from kennisbank.editions.freeze import freeze
from references import make_person, make_source, render_apa
from zotero import save_page

TODAY = (2026, 11, 23)
OURS = "https://relationeelwerken.nl/"
_OWN = re.compile(
    r"<h3>Citeer deze pagina <small>APA 7</small></h3>\s*"
    r'<div class="regel"><p class="tekst">(.*?)</p>'
)
WITHOUT_A_PLACE = {
    r" \[Proefschrift, ([^\]]+)\]\. SWP": r". \1",  # that it is a thesis, and who printed it
    r"(?<=[^.]) \[[^\]]*\]": "",  # what stands between [ ]
    r"In [^()]*\(Red\.\), ": "In ",  # editors of a chapter
    r" \(Red\.\)\.": "",  # that they are editors
    r" \([^()]*Vert\.\)": "",  # translators
    r" \(Oorspronkelijk werk gepubliceerd in \d+\)": "",
    r" \(Deel [^()]*\)": "",
    r"\(ca\. ": "(",
    r", Jr\.(?=,)": "",
}
"""What neither a COinS nor Zotero's fields for it can carry: the files have it."""

_OF_THE_STYLE = r" \[(Graphic|Broadcast)\]"
"""What the style itself says of a kind when the item does not."""


def _plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup))


@pytest.mark.slow
@pytest.mark.parametrize(
    "page",
    [
        "begrippen/*",
        "themas/*",
        "spanningen/*",
        "personen/*",
        "leerroutes/*",
        "casussen/*",
        "voorbeelden/*",
    ],
)
def test_own_page(real_project: Path, page: str) -> None:
    """A page of ours is saved with the organisation as author, its title, day and address.

    So is the page of an edition, with its own address.
    """
    found = sorted((real_project / "site").glob(f"{page}/index.html"))
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        shown = _OWN.search(text)
        assert shown
        address = f"https://elders.example/{path.parent.name}/"
        assert render_apa(save_page(text, address, TODAY)) == _plain(shown[1])
    path = found[0]
    name = path.relative_to(real_project / "site").as_posix()
    frozen = freeze({name: path.read_bytes()}, "2026-2", "1 maart 2026", OURS)[name].decode()
    kept = _OWN.search(frozen)
    assert kept
    assert f"{OURS}edities/2026-2/{path.parent.parent.name}/" in kept[1]
    assert render_apa(save_page(frozen, "https://elders.example/", TODAY)) == _plain(kept[1])


@pytest.mark.slow
def test_every_page_that_prints_a_reference_is_tried(real_project: Path) -> None:
    """No kind of page is left out of the tests here."""
    pages = (real_project / "site").glob("*/*/index.html")
    printing = {p.parent.parent.name for p in pages if _OWN.search(p.read_text("utf-8"))}
    ours = {
        "begrippen",
        "themas",
        "spanningen",
        "personen",
        "leerroutes",
        "casussen",
        "voorbeelden",
    }
    assert printing == {*ours, "bronnen"}


@pytest.mark.slow
def test_page_of_a_source(real_project: Path) -> None:
    """The page of a source is saved as that source, and never with our address."""
    site = real_project / "site"
    whole = json.loads((site / "data/kennisbank.json").read_text(encoding="utf-8"))
    for source in whole["bronnen"]:
        text = (site / f"bronnen/{source['id']}/index.html").read_text(encoding="utf-8")
        item = save_page(text, "https://elders.example/", TODAY)
        printed = source["verwijzing"]
        if source["id"] == "participatiewet":
            assert item["type"] == "legislation"
            continue
        if not source["url"]:
            for pattern, less in WITHOUT_A_PLACE.items():
                printed = re.sub(pattern, less, printed)
        assert re.sub(_OF_THE_STYLE, "", render_apa(item)) == printed
        assert "relationeelwerken.nl" not in item.get("URL", "")


def test_lone_author_with_a_prefix_and_two_initials() -> None:
    """A name with spaces on both sides of its comma is not split in two people."""
    linked = make_source(
        make_person("J. P. van den Berg"), soort="website", titel="T", datum="2020",
        url="https://voorbeeld.nl/", taal="nl",
    )  # fmt: skip
    work = make_item(linked)
    tags = list_tags(work, find_form(linked.source))
    text = "".join(f'<meta name="{name}" content="{content}">' for name, content in tags)
    item = save_page(text, "https://elders.example/", TODAY)
    assert render_apa(item) == "Van den Berg, J. P. (2020). T. https://voorbeeld.nl/"


def test_institution_of_several_words() -> None:
    """An institution stays whole, in tags and in a COinS."""
    linked = make_source(
        "Sociaal en Cultureel Planbureau", soort="boek", titel="T", datum="2020", uitgever="X"
    )
    work, form = make_item(linked), find_form(linked.source)
    expected = "Sociaal en Cultureel Planbureau. (2020). T. X."
    span = f'<span class="Z3988" title="{write_coins(work, form)}"></span>'
    assert render_apa(save_page(span, "https://elders.example/", TODAY)) == expected
    text = "".join(f'<meta name="{n}" content="{c}">' for n, c in list_tags(work, form))
    assert render_apa(save_page(text, "https://a.nl/", TODAY)) == f"{expected} https://a.nl/"
