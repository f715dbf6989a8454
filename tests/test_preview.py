"""`mkdocs serve` with a browser open: an edit shows, a fault shows a banner, a fix removes it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import SimpleNamespace
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Error, expect

import forking
from building import GOLDEN, copy_project, environment
from editing import Preview, serve_preview
from kennisbank.bridge.answer import serve_fresh

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PATIENCE = 20_000
Start = Callable[[], Preview]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small project that was never built."""
    return copy_project(tmp_path / "klein", GOLDEN / "concepts")


@pytest.fixture
def serve(project: Path) -> Iterator[Start]:
    """Start previews of the project, and stop them afterwards."""
    with ExitStack() as started:
        yield lambda: started.enter_context(serve_preview(project))


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_edit_fault_and_fix(project: Path, serve: Start, browser: Browser) -> None:
    """The open page follows the records by itself, and builds once for each save."""
    address, log = serve()
    record = project / "concepts/begrippen/water/meer.yml"
    page = browser.new_page()
    page.goto(f"{address}begrippen/meer/")
    _replace(record, "Een meer staat stil.", "Een meer rust.")
    expect(page.get_by_text("Een meer rust.")).to_be_visible(timeout=PATIENCE)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    _replace(record, "rivier: |", "rivieer: |")
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text("concepts/begrippen/water/meer.yml:17", timeout=PATIENCE)
    expect(banner).to_be_in_viewport(ratio=1)  # wherever the reader was
    expect(banner).to_contain_text('bedoel je "rivier"?')
    expect(page.get_by_text("Een meer rust.")).to_be_visible()
    others = ("bestaat-niet/", "themas/vuur/", "docenten/")
    for path in others:
        page.goto(f"{address}{path}")
        expect(page.get_by_role("alert")).to_be_visible()
    _replace(record, "rivieer: |", "rivier: |")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=PATIENCE)
    for path in others:
        page.goto(f"{address}{path}")
        expect(page.get_by_role("alert")).to_have_count(0)
    assert log().count("Reloading browsers") == 3
    page.close()


@pytest.mark.parametrize("folder", ["", "kennis/"])
def test_no_page_is_shown_as_it_was(
    folder: str, project: Path, serve: Start, browser: Browser
) -> None:
    """Right after the open page, every other page shows what was saved: lists, cards, new pages."""
    settings = project / "mkdocs.yml"
    _replace(settings, "https://relationeelwerken.nl/", f"https://relationeelwerken.nl/{folder}")
    address, log = serve()
    address += folder
    record = project / "concepts/begrippen/water/meer.yml"
    page = browser.new_page()
    page.goto(f"{address}begrippen/meer/")
    definition = "stilstaand water in het land"
    _replace(record, "stilstaand water met land eromheen", definition)
    expect(page.get_by_text(definition).first).to_be_visible(timeout=PATIENCE)
    for path in ("begrippen/", "themas/water/"):
        assert definition in urlopen(address + path).read().decode(), path
    new = record.with_name("plas.yml")
    text = record.read_text(encoding="utf-8")
    new.write_text(text.replace("voorkeursterm: Meer", "voorkeursterm: Plas"), encoding="utf-8")
    page.goto(f"{address}begrippen/")
    expect(page.get_by_role("link", name="Plas").first).to_be_visible(timeout=PATIENCE)
    new.unlink()
    expect(page.get_by_role("link", name="Plas")).to_have_count(0, timeout=PATIENCE)
    assert "Traceback" not in log()
    page.close()


def test_no_page_of_before_a_save_is_marked_as_of_after_it() -> None:
    """The server waits for a save that is being worked on: then the page of before will not do."""
    hashes, pages = iter([b"1", b"2", b"2", b"2"]), iter(["old", "new"])
    asked: list[str] = []

    def show(destination: str) -> bytes:
        asked.append(destination)
        return next(hashes)

    def serve_request(_: object, start_response: Callable[..., None]) -> list[bytes]:
        page = next(pages)
        start_response(f"200 {page}", [])
        return [page.encode()]

    server, preview = SimpleNamespace(serve_request=serve_request), SimpleNamespace(show=show)
    head, body = serve_fresh(server, preview, "begrippen/index.html", {})  # type: ignore[arg-type]  # as far as they are used
    assert (head[0], list(body)) == ("200 new", [b"new"])
    assert asked == ["begrippen/index.html"] * 4


def test_start_on_a_faulty_record(project: Path, serve: Start, browser: Browser) -> None:
    """A preview that starts on a faulty record starts, says what is wrong, and recovers."""
    record = project / "concepts/begrippen/water/meer.yml"
    _replace(record, "rivier: |", "rivieer: |")
    address, log = serve()
    page = browser.new_page()
    page.goto(address)
    expect(page.get_by_role("alert")).to_contain_text("meer.yml:17")
    _replace(record, "rivieer: |", "rivier: |")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("De relatie is het werk")
    assert "Traceback" not in log()
    page.close()


def test_draft_is_marked(project: Path, serve: Start, browser: Browser) -> None:
    """A draft has a page in the preview, marked as one, and none where a build would find it."""
    address, _ = serve()
    page = browser.new_page()
    page.goto(f"{address}begrippen/vonk/")
    expect(page.get_by_role("note")).to_contain_text("Ontwerp")
    page.close()
    assert not (project / "docs/begrippen").exists()


def test_search_finds_what_was_saved(project: Path, serve: Start, browser: Browser) -> None:
    """A preview makes its search index by itself, and anew when pages have changed."""
    address, log = serve()
    page = browser.new_page()
    page.goto(f"{address}zoeken/?q=meer")
    found = page.get_by_role("main").get_by_role("link", name="Meer", exact=True)
    expect(found.first).to_be_visible(timeout=PATIENCE)
    record = project / "concepts/begrippen/water/meer.yml"
    _replace(record, "Een meer staat stil.", "Een meer draagt plompeblad.")
    for _ in range(PATIENCE // 1000):
        page.goto(f"{address}zoeken/?q=plompeblad")
        with suppress(Error):
            found.first.wait_for(timeout=1000)
            break
    expect(found.first).to_be_visible()
    assert "Traceback" not in log()
    page.close()


def _leave(project: Path) -> None:
    (project / "concepts").rename(project / "weg")


def _come_back(project: Path) -> None:
    (project / "weg").rename(project / "concepts")


def _empty(project: Path) -> None:
    shutil.copytree(project / "concepts", project / "weg")
    for entry in (project / "concepts").iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def _fill(project: Path) -> None:
    """Bring the files back one by one with their times, as a sync program does."""
    shutil.copytree(project / "weg", project / "concepts", dirs_exist_ok=True)
    shutil.rmtree(project / "weg")


def _block(project: Path) -> None:
    _leave(project)
    (project / "concepts").touch()


def _unblock(project: Path) -> None:
    (project / "concepts").unlink()
    _come_back(project)


def _break_settings(project: Path) -> None:
    shutil.copy(project / "mkdocs.yml", project / "weg")
    (project / "mkdocs.yml").write_bytes(b"site_name: [caf\xe9\n")


def _mend_settings(project: Path) -> None:
    (project / "weg").replace(project / "mkdocs.yml")


@pytest.mark.parametrize(
    ("harm", "mend", "said"),
    [
        (_leave, _come_back, "concepts/ deze map is weg"),
        (_block, _unblock, "concepts/ deze map is weg"),
        (_empty, _fill, "kennisbank.yml ontbreekt"),
        (_break_settings, _mend_settings, "mkdocs.yml dit klopt niet"),
    ],
    ids=["gone", "replaced", "emptied", "settings"],
)
def test_preview_survives(
    harm: Callable[[Path], None],
    mend: Callable[[Path], None],
    said: str,
    project: Path,
    serve: Start,
    browser: Browser,
) -> None:
    """Whatever happens to the files, every page says that it is old, and follows afterwards."""
    address, log = serve()
    record = project / "concepts/begrippen/water/meer.yml"
    page = browser.new_page()
    page.goto(f"{address}begrippen/meer/")
    harm(project)
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text(said, timeout=PATIENCE)
    for path in ("themas/vuur/", "docenten/", "bestaat-niet/"):
        page.goto(f"{address}{path}")
        expect(page.get_by_role("alert")).to_contain_text(said)
    page.goto(f"{address}begrippen/meer/")
    expect(page.get_by_text("Een meer staat stil.")).to_be_visible()
    mend(project)
    expect(banner).to_have_count(0, timeout=PATIENCE)
    _replace(record, "Een meer staat stil.", "Een meer rust.")
    expect(page.get_by_text("Een meer rust.")).to_be_visible(timeout=PATIENCE)
    assert "Traceback" not in log()
    page.close()


def test_preview_survives_a_broken_frame(project: Path, serve: Start, browser: Browser) -> None:
    """Without a frame there is no page to say it on: then that is the page."""
    address, log = serve()
    frame = project / "overrides/main.html"
    page = browser.new_page()
    page.goto(f"{address}begrippen/meer/")
    _replace(frame, "<!doctype html>", "<!doctype html>{% if %}")
    expect(page.get_by_text("main.html:")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("heading")).to_have_text("Deze pagina is nu niet te tonen")
    _replace(frame, "<!doctype html>{% if %}", "<!doctype html>")
    expect(page.get_by_role("heading", name="Meer", exact=True)).to_be_visible(timeout=PATIENCE)
    _replace(frame, '<main id="inhoud"', '<p>Nieuw kader</p><main id="inhoud"')
    expect(page.get_by_text("Nieuw kader")).to_be_visible(timeout=PATIENCE)
    assert "Traceback" not in log()
    page.close()


def test_command_during_a_preview(project: Path, serve: Start, browser: Browser) -> None:
    """A preview changes no record, a command beside it works, and its outcome shows."""
    before = _look(project)
    address, _ = serve()
    page = browser.new_page()
    page.goto(f"{address}begrippen/meer/")
    expect(page.get_by_role("heading", level=1, name="Meer")).to_be_visible()
    assert _look(project) == before
    command = ("kennisbank", "rename", "begrip", "meer", "plas")
    done = forking.run(project, *command, env=environment())
    assert done.returncode == 0, done.stdout + done.stderr
    after = _look(project)
    expect(page.locator(".fouten")).to_have_count(0)
    for _ in range(100):
        page.goto(f"{address}begrippen/plas/")
        if page.get_by_role("heading", level=1, name="Meer").count():
            break
        page.wait_for_timeout(200)
    expect(page.get_by_role("heading", level=1, name="Meer")).to_be_visible()
    assert _look(project) == after


def _look(project: Path) -> dict[str, tuple[int, bytes]]:
    """Give every file among the records, hidden ones too, with its time and content."""
    return {
        str(file): (file.stat().st_mtime_ns, file.read_bytes() if file.is_file() else b"")
        for file in sorted((project / "concepts").rglob("*"))
    }
