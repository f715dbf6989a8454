"""Measure the build at growing sizes and print one table, with the limits that we set ourselves.

    make bench                          100, 1,000 and 10,000 concepts
    make bench SIZES="100 1000"         other sizes

Ratios are of one run on one machine; absolute times are for orientation. MkDocs's own time is what
the whole build takes less our part, each measured alone. The exports,
all light formats together, are a part of "make".
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.preview import measure_edit
from bench.stages import STAGES
from bench.synthetic import make_records
from browsing import open_browser
from building import ROOT, copy_project, environment
from kennisbank.owned import OWNED
from searching import measure_bytes
from serving import serve_site

SIZES = (100, 1_000, 10_000)
QUESTIONS, COLUMNS = 6, 14
OURS = (*STAGES, "rest", "ours", "exports")

Result = dict[str, float]


def main(sizes: list[int]) -> None:
    """Measure each size, then print the table and the limits."""
    results: dict[int, Result] = {}
    for size in sizes or SIZES:
        print(f"{size:,} concepts ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            results[size] = measure(Path(folder), size)
    print_table(results)
    print_limits(results)


def measure(folder: Path, size: int) -> Result:
    """Build a synthetic site of `size` concepts in an empty folder, whole and in parts."""
    make_records(folder / "source" / "concepts", size)
    (folder / "source" / "docs" / "assets" / "diagrammen").mkdir(parents=True)
    project = copy_project(folder / "project", folder / "source" / "concepts")
    site = project / "site"
    result: Result = {"concepts": size}
    result["whole"], result["whole memory"] = _run(project, "-m", "mkdocs", "build", "--quiet")
    result["pages"] = sum(1 for _ in site.rglob("*.html"))
    result["megabytes"] = sum(f.stat().st_size for f in site.rglob("*") if f.is_file()) / 1e6
    result |= _ask(site)
    _remove_made(project / "docs")
    _, result["memory"] = _run(project, "-m", "kennisbank", "build")
    _remove_made(project / "docs")
    stages = [sys.executable, "-m", "bench.stages", str(project)]
    path = {"PYTHONPATH": os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "tests")))}
    output = subprocess.check_output(stages, env=environment() | path, text=True)
    result |= json.loads(output)
    result["mkdocs"] = result["whole"] - result["ours"]
    first = min((project / "concepts" / "begrippen").rglob("*.yml"))
    result["edit"] = measure_edit(project, first)
    return result


def _ask(site: Path) -> Result:
    """Give the KB of a first question and the most of the next ones, each the name of a concept."""
    table = (site / "data" / "begrippen.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    names = [line.split(";")[2] for line in table if line.count(";") == COLUMNS]
    questions = [*names[:: max(1, len(names) // QUESTIONS)], "sociaal werk"]
    with serve_site(site) as address, open_browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}zoeken/", wait_until="networkidle")
        first, *later = measure_bytes(page, questions)
    return {"first question": first, "next question": max(later)}


def _run(project: Path, *arguments: str) -> tuple[float, float]:
    """Run Python in the project; give seconds, and the peak in MB of it and what it started."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=project, env=environment(), stdout=sys.stderr
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def _remove_made(docs: Path) -> None:
    for name in OWNED.folders:
        shutil.rmtree(docs / name, ignore_errors=True)
    for name in OWNED.files:
        (docs / name).unlink(missing_ok=True)


def print_table(results: dict[int, Result]) -> None:
    """Print a row for each thing measured and a column for each size."""
    rows: list[tuple[str, list[str]]] = [
        ("concepts", [f"{size:,}" for size in results]),
        ("pages", [f"{r['pages']:,.0f}" for r in results.values()]),
    ]
    for key in OURS:
        label = f"{key}, ms a concept"
        rows.append((label, [f"{_each(r, key):.3f}" for r in results.values()]))
    for key in ("mkdocs", "whole"):
        label = f"{key}, ms a page"
        rows.append((label, [f"{_each(r, key, 'pages'):.2f}" for r in results.values()]))
    rows += [
        ("whole, s", [f"{r['whole']:.1f}" for r in results.values()]),
        ("peak of our part, MB", [f"{r['memory']:.0f}" for r in results.values()]),
        ("peak of the whole build, MB", [f"{r['whole memory']:.0f}" for r in results.values()]),
        ("site, MB", [f"{r['megabytes']:.1f}" for r in results.values()]),
        ("first question, KB", [f"{r['first question']:.0f}" for r in results.values()]),
        ("a later question, KB", [f"{r['next question']:.0f}" for r in results.values()]),
        ("edit to reloaded page, s", [f"{r['edit']:.2f}" for r in results.values()]),
    ]
    for label, cells in rows:
        print(f"{label:28}" + "".join(f"{cell:>10}" for cell in cells))


def _each(result: Result, key: str, unit: str = "concepts") -> float:
    """Give milliseconds a concept or a page."""
    return 1000 * result[key] / result[unit]


def print_limits(results: dict[int, Result]) -> None:
    """Print every limit that these sizes can be held against."""
    last = results[max(results)]
    limits = [
        ("files that a second build writes", max(r["written again"] for r in results.values()), 0),
        (f"ours at {max(results):,}, ms a concept", _each(last, "ours"), 1.0),
        (f"exports at {max(results):,}, ms a concept", _each(last, "exports"), 2.5),
        (f"ours / MkDocs at {max(results):,}", last["ours"] / last["mkdocs"], 1 / 3),
        (f"peak of our part at {max(results):,}, MB", last["memory"], 1024),
        (f"first question at {max(results):,}, KB", last["first question"], 300),
        (f"a later question at {max(results):,}, KB", last["next question"], 80),
    ]
    if {1_000, 10_000} <= set(results):
        small, large = results[1_000], results[10_000]
        ratio = _each(large, "ours") / _each(small, "ours")
        limits.append(("ours a concept, 10,000 / 1,000", ratio, 1.1))
        ratio = _each(large, "exports") / _each(small, "exports")
        limits.append(("exports a concept, 10,000 / 1,000", ratio, 1.1))
        ratio = _each(large, "whole", "pages") / _each(small, "whole", "pages")
        limits.append(("whole a page, 10,000 / 1,000", ratio, 1.15))
    limits += [
        (f"edit at {size:,}, s", results[size]["edit"], limit)
        for size, limit in {100: 1.0, 10_000: 3.0}.items()
        if size in results
    ]
    print()
    for label, value, limit in limits:
        verdict = "ok" if value <= limit else "OVER"
        print(f"{label:40}{value:10.3f}   limit {limit:8.3f}   {verdict}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
