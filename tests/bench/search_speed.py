"""Print what a question costs: KB of the first and the next ones, milliseconds from key to list.

    make search-quality SPEED=1

The built site is asked, then the same page with the index of a synthetic knowledge base.
"""

import gzip
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from bench.synthetic import make_records
from browsing import open_browser
from building import ROOT, copy_project
from kennisbank.config import find_project
from kennisbank.pipeline import check_records
from kennisbank.search import make_index
from searching import measure_bytes, measure_keys
from serving import serve_site

SIZE = 10_000
QUESTIONS = (
    "niemand luistert naar mij",
    "wat is een werkrelatie",
    "sociaal werk",
    "mijn buurvrouw zorgt voor mijn vader",
    "hoe bespreek je macht met een cliënt",
    "vertrouwen",
)


def make_content(size: int) -> dict[str, bytes]:
    """Give the index of a synthetic knowledge base by the names of its files."""
    with tempfile.TemporaryDirectory() as folder:
        make_records(Path(folder) / "source" / "concepts", size)
        (Path(folder) / "source" / "docs" / "assets" / "diagrammen").mkdir(parents=True)
        project = find_project(copy_project(Path(folder) / "p", Path(folder) / "source/concepts"))
        assert project
        site = check_records(project).site
        assert site
        return {PurePosixPath(each.path).name: each.content for each in make_index(site)}


@contextmanager
def open_search(browser: Browser, address: str, content: dict[str, bytes]) -> Iterator[Page]:
    """Give the search page of a site, with another index when there is one."""

    def answer(route: Route) -> None:
        name = PurePosixPath(urlsplit(route.request.url).path).name
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        route.fulfill(body=gzip.compress(content[name], mtime=0), headers=headers)

    page = browser.new_page()
    if content:
        page.route("**/data/zoeken/*", answer)
    page.goto(f"{address}zoeken/", wait_until="networkidle")
    yield page
    page.close()


def main() -> None:
    """Print a line for each size."""
    contents: dict[str, dict[str, bytes]] = {"this base": {}, f"{SIZE:,}": make_content(SIZE)}
    print(f"{'concepts':12}{'first KB':>10}{'next KB':>10}{'key ms':>10}{'slowest 5 %':>13}")
    with serve_site(ROOT / "site") as address, open_browser() as browser:
        for name, content in contents.items():
            with open_search(browser, address, content) as page:
                first, *later = measure_bytes(page, QUESTIONS)
                measure_keys(page, QUESTIONS)
                times = sorted(measure_keys(page, QUESTIONS))
            slow = times[len(times) * 95 // 100]
            print(
                f"{name:12}{first:10.0f}{max(later):10.0f}{statistics.median(times):10.0f}{slow:13.0f}"
            )


if __name__ == "__main__":
    main()
