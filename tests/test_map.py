"""The concept map: every concept and relation on it, the same at every build, by any means."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from building import ROOT
from kennisbank.model.site import Site
from kennisbank.pages import map_drawing
from kennisbank.pages.map_drawing import choose_concepts, draw_map, find_lines
from kennisbank.pages.map_layout import Spot, lay_out
from packages import read_real_site

SPOTS = tuple(Spot(f"b{n}", f"t{n % 4}", 40, 24) for n in range(60))
EDGES = tuple((f"b{n}", f"b{(n * 7 + 3) % 60}") for n in range(60) if n != (n * 7 + 3) % 60)


@pytest.fixture(scope="module")
def site() -> Site:
    """Give the real knowledge base, linked."""
    return read_real_site()


def test_every_concept_and_relation_is_drawn(site: Site) -> None:
    """Each concept is a link, each written relation is one line between two of them."""
    concepts = choose_concepts(site.concepts.values())
    drawing = draw_map(concepts, [theme.theme.id for theme in site.themes])
    ids = re.findall(r'<a [^>]*data-id="([^"]+)"', drawing)
    assert sorted(ids) == sorted(site.concepts)
    lines = re.findall(r'class="(\w+)" d="[^"]+" data-van="([^"]+)" data-naar="([^"]+)"', drawing)
    assert len(lines) == len(find_lines(concepts))
    written = sum(
        len(targets)
        for linked in site.concepts.values()
        for targets in linked.concept.relations.values()
    )
    assert len(lines) == written


def test_places_are_the_same_in_every_process() -> None:
    """Another process, with another hash seed, gives the same places."""
    code = (
        "from test_map import SPOTS, EDGES\n"
        "from kennisbank.pages.map_layout import lay_out\n"
        "print(lay_out(SPOTS, EDGES))"
    )
    path = os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "tests")))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "77"}
    output = subprocess.check_output([sys.executable, "-c", code], env=environment, text=True)
    assert output.strip() == str(lay_out(SPOTS, EDGES))


def test_names_hardly_overlap(site: Site) -> None:
    """No two concepts lie over each other by more than a pixel or two."""
    places, width, height = lay_out(SPOTS, EDGES)
    spots = {spot.id: spot for spot in SPOTS}
    for one, (x, y) in places.items():
        assert 0 < x < width
        assert 0 < y < height
        for other, (a, b) in places.items():
            if one < other:
                over_x = spots[one].half_width + spots[other].half_width - abs(x - a)
                over_y = spots[one].half_height + spots[other].half_height - abs(y - b)
                assert min(over_x, over_y) < 3, (one, other)


def test_too_many_concepts_leave_the_core(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit only core concepts are drawn."""
    monkeypatch.setattr(map_drawing, "MOST", 50)
    chosen = choose_concepts(site.concepts.values())
    assert 0 < len(chosen) < len(site.concepts)
    assert {linked.concept.size for linked in chosen} == {"kern"}
    one = next(iter(site.concepts.values()))
    assert choose_concepts([replace(one)]) == (one,)


@pytest.fixture
def page(browser: Browser, real_site: str) -> Iterator[Page]:
    """Give the map in a browser; any error on the page fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text))
    opened.goto(f"{real_site}kaart/")
    yield opened
    context.close()
    assert faults == []


def _node(page: Page, name: str) -> str:
    return f'[data-kaart] a[data-id="{name}"]'


@pytest.mark.browser
def test_find_and_highlight(page: Page) -> None:
    """What is found is lit with its neighbours; Enter goes there and opens it."""
    page.get_by_label("Zoek op de kaart").fill("gelijkwaardigh")
    expect(page.locator(_node(page, "gelijkwaardigheid"))).to_have_class(re.compile("licht"))
    expect(page.locator(_node(page, "machtsongelijkheid"))).to_have_class(re.compile("licht"))
    expect(page.locator(_node(page, "naastenliefde"))).not_to_have_class(re.compile("licht"))
    page.get_by_label("Zoek op de kaart").press("Enter")
    expect(page.locator(_node(page, "gelijkwaardigheid"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Gelijkwaardigheid")


@pytest.mark.browser
def test_keyboard_walks_and_zooms(page: Page) -> None:
    """One Tab stop for all concepts; arrows walk, plus and minus zoom, Escape lets go."""
    area, svg = page.locator("[data-kaart]"), page.locator("[data-kaart] svg")
    area.focus()
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.dataset.id")
    expect(page.locator("[data-kaartknoppen] [role=status]")).to_contain_text("Verbonden met ")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.id")
    assert first
    assert second not in (None, first)
    expect(svg).to_have_class("gericht")
    page.keyboard.press("Escape")
    expect(svg).not_to_have_class("gericht")
    before = svg.bounding_box()
    page.keyboard.press("+")
    after = svg.bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"]
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('[data-kaart]')")


@pytest.mark.browser
def test_filters(page: Page) -> None:
    """A theme switched off takes its concepts and their lines along; a kind only its lines."""
    macht = page.locator(_node(page, "macht"))
    tensions = page.locator("[data-kaart] .lijnen .spanning:not(.weg)")
    assert tensions.count() > 5
    page.get_by_role("checkbox", name="Spanning").uncheck()
    expect(tensions).to_have_count(0)
    expect(macht).to_be_visible()
    page.get_by_role("checkbox", name="Macht").uncheck()
    expect(macht).to_be_hidden()
    expect(page.locator('.lijnen path[data-van="macht"]:not(.weg)')).to_have_count(0)


@pytest.mark.browser
def test_without_scripts(browser: Browser, real_site: str) -> None:
    """Without JavaScript the map is a picture with links, and no tool that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site}kaart/")
    expect(page.get_by_label("Zoek op de kaart")).to_be_hidden()
    page.locator(_node(page, "macht")).click()
    expect(page.locator("h1")).to_have_text("Macht")
    context.close()


@pytest.mark.browser
def test_drag_moves_the_map_and_opens_nothing(page: Page) -> None:
    """A mouse drags the enlarged map; letting go on a concept does not open it."""
    area = page.locator("[data-kaart]")
    for _ in range(4):
        page.get_by_role("button", name="Groter").click()
    box = area.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 200
    before = area.evaluate("each => each.scrollLeft")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 150, y - 60, steps=4)
    page.mouse.up()
    assert area.evaluate("each => each.scrollLeft") > before
    assert page.url.endswith("/kaart/")


COVERED = """() => {
  const box = (each) => each.getBoundingClientRect();
  const halts = [...document.querySelectorAll(".halte circle")].map(box);
  const names = [...document.querySelectorAll("[data-kaart] a.licht:not(.stil) text")].map(box);
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3;
  const covered = names.filter((name) => halts.some((halt) => meet(name, halt)));
  return [halts.length, names.length, covered.length];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_a_stop_covers_no_name(page: Page, width: int) -> None:
    """Of every route nearly all names are read, and none below a number."""
    page.set_viewport_size({"width": width, "height": 844})
    page.reload()
    routes = page.get_by_label("Leerroute")
    halts, names = 0, 0
    for index in range(1, routes.locator("option").count()):
        routes.select_option(index=index)
        stops, read, covered = page.evaluate(COVERED)
        assert not covered
        halts, names = halts + stops, names + read
    assert halts > 50
    assert names >= 0.9 * halts
