"""Print what a question costs: KB of the first and the next ones, milliseconds from key to list.

    make search-quality SPEED=1

The built site is asked, then the same page with the index of a synthetic knowledge base.
"""

import statistics
import tempfile
from pathlib import Path

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


def make_site(folder: Path, size: int) -> Path:
    """Give the built site with the index of a synthetic knowledge base, made in an empty folder."""
    source = folder / "source"
    make_records(source / "concepts", size)
    (source / "docs" / "assets" / "diagrammen").mkdir(parents=True)
    project = find_project(copy_project(folder / "project", source / "concepts"))
    made = check_records(project).site if project else None
    assert made
    site = folder / "site"
    for each in make_index(made):
        file = site / each.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.content)
    for name in ("assets", "zoeken", "404.html"):
        (site / name).symlink_to(ROOT / "site" / name)
    return site


def print_cost(name: str, site: Path) -> None:
    """Print the line of a site."""
    with serve_site(site) as address, open_browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}zoeken/", wait_until="networkidle")
        first, *later = measure_bytes(page, QUESTIONS)
        measure_keys(page, QUESTIONS)
        times = sorted(measure_keys(page, QUESTIONS))
    middle, slow = statistics.median(times), times[len(times) * 95 // 100]
    print(f"{name:12}{first:10.0f}{max(later):10.0f}{middle:10.0f}{slow:13.0f}", flush=True)


def main() -> None:
    """Print a line for each size."""
    print(f"{'concepts':12}{'first KB':>10}{'next KB':>10}{'key ms':>10}{'slowest 5 %':>13}")
    print_cost("this base", ROOT / "site")
    with tempfile.TemporaryDirectory() as folder:
        print_cost(f"{SIZE:,}", make_site(Path(folder), SIZE))


if __name__ == "__main__":
    main()
