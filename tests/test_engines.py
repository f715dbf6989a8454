"""The main jobs of a student in Firefox and in WebKit, which iPhones use; see engines.py."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from engines import Engine, open_firefox, open_webkit

pytestmark = [
    *(pytest.mark.browser, pytest.mark.slow),
    # Selenium starts WebKit by a way that it calls old itself.
    pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning"),
]
CONCEPT = "begrippen/macht/"
ROUTE = "leerroutes/macht-in-de-relatie/"


@contextmanager
def _firefox() -> Iterator[Engine]:
    with TemporaryDirectory() as profile, open_firefox(Path(profile)) as engine:
        yield engine


ENGINES = {"firefox": _firefox, "webkit": open_webkit}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give each of the engines, for all jobs."""
    with ENGINES[request.param]() as started:
        yield started


def _expect(engine: Engine, selector: str, text: str) -> None:
    engine.until(f"document.querySelector({selector!r}).textContent.includes({text!r})")


def test_search(engine: Engine, real_site: str) -> None:
    """A misspelt word finds its concept."""
    engine.open(f"{real_site}zoeken/?q=wekrelatie")
    _expect(engine, ".treffer h2 a", "Werkrelatie")


def test_preview(engine: Engine, real_site: str) -> None:
    """A link shows its card: as a sheet to a finger, beside the link to a pointer."""
    engine.open(real_site + CONCEPT)
    engine.point("#toelichting ~ p a")
    _expect(engine, "dialog[open], .kaartje:not([hidden])", "Positieve macht")


def test_a_round_of_practice(engine: Engine, real_site: str) -> None:
    """Twelve cards, each turned and judged, and then the end."""
    engine.open(f"{real_site}oefenen/thema-macht/")
    for number in range(1, 13):
        _expect(engine, ".oefenstand > span", f"{number} van 12")
        engine.tap(".oefenkaart")
        engine.until("document.querySelector('.oefenoordeel').checkVisibility()")
        engine.tap(".oefenoordeel > :last-child")
    _expect(engine, ".oefenkaart", "over 3 dagen")


def test_a_reference_is_copied(engine: Engine, real_site: str) -> None:
    """Citeer, Kopieer: two taps."""
    engine.open(real_site + CONCEPT)
    engine.tap("[href='#citeren'][data-blad]")
    engine.tap("dialog[open] .kopieer")
    _expect(engine, "dialog[open] .kopieer", "Gekopieerd")


def test_the_steps_of_a_route(engine: Engine, real_site: str) -> None:
    """By one button from the first step to the questions."""
    engine.open(real_site + ROUTE)
    engine.tap("[data-begin]")
    for number in range(1, 10):
        bar = f".route[data-stap='{number}'][data-route='macht-in-de-relatie']"
        engine.until(f"document.querySelector({bar!r}).checkVisibility()")
        engine.tap(f"{bar} [rel=next]")
    engine.until("location.hash === '#vragen'")
    engine.until("document.querySelectorAll('.stappen > .gelezen').length === 9")


def test_the_map(engine: Engine, real_site: str) -> None:
    """Afar five regions are read, a search lights a concept, a route is a line."""
    engine.open(f"{real_site}kaart/")
    engine.tap("[data-zoom=heel]")
    shown = "[...document.querySelectorAll('.streeknaam')].filter((each) => each.checkVisibility())"
    engine.until(f"{shown}.length === 5")
    engine.until(
        "(field => { field.value = 'nabijh';"
        " return field.dispatchEvent(new Event('input')); })(document.querySelector('#kaart-zoek'))"
    )
    engine.until("document.querySelector('a[data-id=nabijheid]').matches('.licht')")
    engine.until(
        "(field => { field.selectedIndex = 1; return field.dispatchEvent("
        "new Event('change', { bubbles: true })); })(document.querySelector('#kaart-route'))"
    )
    engine.until("document.querySelectorAll('.halte').length === 9")


def test_the_list(engine: Engine, real_site: str) -> None:
    """What is kept stands on the list."""
    engine.open(real_site + CONCEPT)
    engine.tap("[data-bewaar]")
    engine.until("document.querySelector('[data-bewaar]').ariaPressed === 'true'")
    engine.open(f"{real_site}lijst/")
    _expect(engine, "main ol li", "Macht")


def test_nothing_overflows(engine: Engine, real_site: str) -> None:
    """No page is wider than the phone, and its folds open."""
    for address in ("", CONCEPT, ROUTE, "begrippen/", "kaart/", "zoeken/?q=macht", "themas/macht/"):
        engine.open(real_site + address)
        engine.until("document.documentElement.scrollWidth <= innerWidth")
    engine.tap(".vouw > details:not([open]) > summary")
    engine.until("document.querySelector('.vouw > details[open]').open")
