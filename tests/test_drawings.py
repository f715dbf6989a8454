"""Drawings hold shapes and words alone: what is let through runs nothing, however it is opened."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from py_svg_hush import filter_svg

from building import ROOT
from kennisbank.load.drawing import FOLDER, read_drawing
from kennisbank.load.shape_lists import ATTRIBUTES, ELEMENTS
from serving import serve_plainly

DRAWINGS = sorted((ROOT / FOLDER).glob("*.svg"))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 10 10"><title>Proef</title>{}</svg>'
)
TRIES = (
    '<text x="1" y="5">heel gewoon</text>',
    "<script>kraak()</script>",
    "<h:script>kraak()</h:script>",
    '<script href="data:text/javascript,kraak()"/>',
    '<g onload="kraak()"/>',
    '<g ONLOAD="kraak()"/>',
    '<h:img src="x" onerror="kraak()"/>',
    "<foreignObject><h:body onload='kraak()'/></foreignObject>",
    '<a href="javascript:kraak()"><text>hier</text></a>',
    '<set attributeName="onload" to="kraak()"/>',
    '<animate attributeName="href" values="javascript:kraak()"/>',
    '<image href="buiten.png"/>',
    '<use href="buiten.svg#a"/>',
    '<path fill="url(buiten.svg#a)" d="M0 0h9"/>',
    '<path fill="var(--a,url(buiten.svg#a))" d="M0 0h9"/>',
    '<path style="fill:url(buiten.svg#a)" d="M0 0h9"/>',
    "<style>@import 'buiten.css'</style>",
    "<!--><script>kraak()</script>-->",
    "<!--- --!><script>kraak()</script>-->",
    "<text><![CDATA[</svg><script>kraak()</script>]]></text>",
    "<text><![CDATA[<img src=x onerror=kraak()>]]></text>",
    "<text>&lt;/svg>&lt;/main>&lt;script>kraak()&lt;/script></text>",
    "<title>&lt;/title>&lt;img src=x onerror=kraak()></title>",
    "<title><![CDATA[<style><!--</style><img src=x onerror=kraak()>]]></title>",
    "<desc>&lt;p>&lt;/svg>&lt;script>kraak()&lt;/script></desc>",
    '<desc><g id="a"/><h:p/></desc>',
    '<g id="&quot;>&lt;script>kraak()&lt;/script>"/>',
    '<g class="&quot;>&lt;script>kraak()&lt;/script>"/>',
    '<g aria-label="&lt;/svg>&lt;script>kraak()&lt;/script>"/>',
    '<g font-family="\'&quot;>&lt;img src=x onerror=kraak()>"/>',
    '<g fill="&quot;onload=kraak() x=&quot;"/>',
    "<text>\n\n</div></main>\n\n</text>",
    "<text>\n\n&lt;/div>\n\n    kop\n===\n</text>",
    "<?xml-stylesheet href='buiten.css'?>",
)


def _list_parts(element: ElementTree.Element) -> list[tuple[str, dict[str, str], str]]:
    return [(each.tag, each.attrib, (each.text or "").strip()) for each in element.iter()]


def _read(folder: Path, content: str) -> str:
    """Give the markup for a page, or nothing when the drawing is refused."""
    file = folder / FOLDER / "proef.svg"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    drawing = read_drawing(folder, "proef")
    assert bool(drawing.markup) != bool(drawing.problems)
    return drawing.markup


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_our_drawings_are_shown_as_they_are(file: Path) -> None:
    """What goes into a page has every element, attribute and word of the file."""
    markup, problems = read_drawing(ROOT, file.stem)
    assert not problems
    drawn = ElementTree.fromstring(markup)  # our own drawing
    assert _list_parts(drawn) == _list_parts(ElementTree.parse(file).getroot())


@pytest.mark.parametrize("file", sorted((ROOT / "docs/assets").rglob("*.svg")), ids=str)
def test_no_other_drawing_runs_anything(file: Path) -> None:
    """The drawings that we ship run, move and fetch nothing either, opened by themselves."""
    for element in ElementTree.parse(file).iter():  # our own drawing
        name = element.tag.rpartition("}")[2]
        assert name not in {"script", "foreignObject", "a", "image", "use", "animate", "set"}, name
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on"), attribute
            assert "href" not in attribute
            assert "url(" not in value.replace("url(#", ""), value


def test_another_filter_lets_through_what_we_do() -> None:
    """Nothing on our lists is on no other list: svg-hush, which hosts run, keeps all of it."""
    inner = "".join(f"<{name}/>" for name in sorted(ELEMENTS - {"svg"}))
    words = " ".join(f'{name}="a1"' for name in sorted(ATTRIBUTES))
    kept = filter_svg(SVG.format(f"{inner}<g {words}/>").encode()).decode()
    assert [name for name in ELEMENTS if f"<{name}" not in kept] == []
    assert [name for name in ATTRIBUTES if f' {name}="' not in kept] == []


def test_ids_are_of_the_drawing(tmp_path: Path) -> None:
    """No drawing takes an anchor of the page: its ids and what refers to them get its name."""
    inner = '<g id="citeren"/><path marker-end="url(#citeren)" aria-labelledby="citeren"/>'
    markup = _read(tmp_path, SVG.format(inner))
    assert markup.count("proef-citeren") == 3
    assert markup.count("citeren") == 3


LETTERS = """figures => figures.map(figure => {
    const sizes = [...figure.querySelectorAll('svg text, svg tspan')].map(words =>
        parseFloat(getComputedStyle(words).fontSize) * words.getScreenCTM().a);
    const box = figure.querySelector('.tekening');
    return [figure.id, Math.min(...sizes), box.scrollWidth - box.clientWidth];
})"""


@pytest.mark.browser
@pytest.mark.slow
def test_letters_can_be_read_on_a_phone(
    browser: Browser, real_project: Path, real_site: str
) -> None:
    """In every drawing, wherever it stands, no letter is under 12 px and none is out of sight."""
    page = browser.new_page()
    seen = set()
    for file in sorted((real_project / "site").rglob("index.html")):
        if "diagram-" not in file.read_text(encoding="utf-8"):
            continue
        page.goto(real_site + file.parent.relative_to(real_project / "site").as_posix() + "/")
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            for name, smallest, hidden in page.locator(".diagram").evaluate_all(LETTERS):
                assert smallest >= 12, (file, name, width)
                assert hidden == 0, (file, name, width)
                seen.add(name)
    page.close()
    assert seen == {f"diagram-{drawing.stem}" for drawing in DRAWINGS}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with each try that passes, as a file and inside a page."""
    folder = tmp_path_factory.mktemp("tekening")
    for number, content in enumerate(map(SVG.format, TRIES)):
        if markup := _read(folder, content):
            (folder / f"{number}.svg").write_text(content, encoding="utf-8")
            page = f"<!doctype html><main><div>{markup}</div><p id=na>na</p></main>"
            (folder / f"{number}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.mark.browser
def test_what_passes_runs_nothing(tried: Path, browser: Browser) -> None:
    """Opened by itself or inside a page, without any policy, it runs and fetches nothing."""
    names = [file.name for file in sorted(tried.glob("*.*"))]
    assert len(names) >= 20
    page = browser.new_page()
    page.add_init_script("window.gekraakt = 0; window.kraak = () => { window.gekraakt++ }")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serve_plainly(tried) as address:
        for name in names:
            asked.clear()
            page.goto(address + name, wait_until="load")
            assert asked in ([address + name], [address + name, f"{address}favicon.ico"]), name
            assert page.evaluate("window.gekraakt") == 0, name
            assert page.locator("script, img, iframe, style, a").count() == 0, name
            assert page.locator("svg").count() == 1, name
            assert page.locator("main > #na").count() == name.endswith(".html"), name
    page.close()
