"""Print what a site costs its host, from the measured sizes of its files.

    python -m bench.hosting [FOLDER]     FOLDER is a built site; without it site/

The page Publiceren quotes these figures. A visit is three concept pages, one of every three visits
searches once; the first page brings the shared files, which the browser then keeps.
"""

import gzip
import re
import statistics
import sys
from pathlib import Path

CONCEPTS, READERS = 10_000, 1_000_000
PAGES_A_VISIT, SEARCHING = 3, 1 / 3
WORDS, RESULTS = 3, 8
"""How many files of words and of pages a first question reads, beside the scripts and the start."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ttl", ".jsonld", ".txt", ".csv"}


def main(site: Path) -> None:
    """Measure the site and print the figures, one a line."""
    files = [file for file in site.rglob("*") if file.is_file()]
    concepts = sorted((site / "begrippen").glob("*/index.html"))
    pages = [_transferred(page) for page in concepts]
    page = sum(pages) / len(pages)
    shared = {name for each in concepts[:20] for name in _shared(each, site)}
    first = sum(_transferred(file) for file in shared)
    start = [*site.glob("assets/zoeken/*.js"), site / "data/zoeken/begin.json"]
    words, pages_found = (
        statistics.median(map(_transferred, site.glob(f"data/zoeken/{kind}-*.json")))
        for kind in "wp"
    )
    one_search = sum(map(_transferred, start)) + WORDS * words + RESULTS * pages_found
    visit = first + PAGES_A_VISIT * page + SEARCHING * one_search
    requests = len(shared) + PAGES_A_VISIT + SEARCHING * 20
    size = sum(file.stat().st_size for file in files)
    scale = CONCEPTS / len(concepts)
    print(f"{len(concepts)} concepts: {len(files)} files, {size / 1e6:.1f} MB")
    print(f"concept page, packed: {page / 1e3:.1f} kB; shared files once: {first / 1e3:.0f} kB")
    print(
        f"{CONCEPTS} concepts: about {scale * len(files):,.0f} files, {scale * size / 1e9:.1f} GB"
    )
    print(f"one visit: {visit / 1e3:.0f} kB in {requests:.0f} requests")
    print(
        f"{READERS} visits a day: {visit * READERS / 1e9:.0f} GB, "
        f"{requests * READERS / 86_400:,.0f} requests a second on average"
    )


def _transferred(file: Path) -> int:
    content = file.read_bytes()
    return len(gzip.compress(content, 6, mtime=0)) if file.suffix in PACKED else len(content)


def _shared(page: Path, site: Path) -> set[Path]:
    """Give the files that a page loads from assets/."""
    links = re.findall(r'(?:href|src)="((?:\.\./)+assets/[^"#?]+)"', page.read_text("utf-8"))
    found = {(page.parent / link).resolve() for link in links}
    return {file for file in found if file.is_file() and file.suffix != ".png"}


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else "site").resolve())
