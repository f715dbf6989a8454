"""Measure pages as Lighthouse does, as on a phone on a slow connection, and print a table.

    make lighthouse                  home, concept, theme, map and search, three times each
    make lighthouse PAGES="over/"    other pages

The site is served by nginx with the settings that the build made. Of each figure the median is
printed; the scores are performance, accessibility, best practices and SEO, 0 to 100.
"""

import json
import os
import statistics
import subprocess
import sys
from typing import Any

from building import ROOT
from real_hosts import serve_as_host
from tools import find_chromium

PAGES = ("", "begrippen/werkrelatie/", "themas/macht/", "kaart/", "zoeken/")
TIMES = 3
PROGRAM = ROOT / "tests/node/lighthouse/node_modules/.bin/lighthouse"
SCORES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = {
    "LCP, s": ("largest-contentful-paint", 1000),
    "FCP, s": ("first-contentful-paint", 1000),
    "TBT, ms": ("total-blocking-time", 1),
    "shift": ("cumulative-layout-shift", 1),
    "KB": ("total-byte-weight", 1000),
}
Report = dict[str, Any]


def main(pages: list[str]) -> None:
    """Measure each page and print a line for it; say which audits are not passed."""
    with serve_as_host(ROOT / "site") as address:
        names = "".join(f"{name:>9}" for name in ("perf", "access", "best", "seo", *AUDITS))
        print(f"{'page':28}{names}")
        for path in pages or PAGES:
            runs = [measure(address + path) for _ in range(TIMES)]
            scores = [100 * statistics.median(_score(run, name) for run in runs) for name in SCORES]
            timed = [statistics.median(_value(run, name) for run in runs) for name in AUDITS]
            cells = [f"{score:>9.0f}" for score in scores] + [f"{value:>9.2f}" for value in timed]
            print(f"/{path:27}{''.join(cells)}", flush=True)
            for title in _missed(runs[0]):
                print(f"    not passed: {title}")


def measure(url: str) -> Report:
    """Give Lighthouse's report on one page, as it writes it in JSON."""
    command = [
        str(PROGRAM),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(SCORES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    environment = {**os.environ, "CHROME_PATH": str(find_chromium())}
    output = subprocess.check_output(command, env=environment, text=True)
    report: Report = json.loads(output)
    return report


def _score(report: Report, name: str) -> float:
    return float(report["categories"][name]["score"])


def _value(report: Report, name: str) -> float:
    audit, unit = AUDITS[name]
    return float(report["audits"][audit]["numericValue"]) / unit


def _missed(report: Report) -> list[str]:
    """Give the titles of audits that count for a score and are not passed."""
    counted = {
        audit["id"]
        for category in report["categories"].values()
        for audit in category["auditRefs"]
        if audit["weight"]
    }
    audits = [report["audits"][name] for name in sorted(counted)]
    return [audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1]


if __name__ == "__main__":
    main(sys.argv[1:])
