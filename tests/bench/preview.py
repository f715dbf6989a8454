"""Measure how long an edit takes to show in the browser under `mkdocs serve`."""

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from browsing import open_browser
from building import environment

EDITS, PAUSE, PATIENCE = 5, 4, 1_800
"""How often; seconds between two, in which the other pages are rendered; seconds to wait."""
MARK = "het geheel van"


def measure_edit(folder: Path, record: Path) -> float:
    """Give the median of the seconds between saving a definition and seeing it on the page."""
    seconds: list[float] = []
    with serve(folder) as address, open_browser() as browser:
        page = browser.new_page()
        page.goto(f"{address}begrippen/{record.stem}/")
        old = MARK
        for number in range(EDITS):
            new = f"{MARK} {number}"
            text = record.read_text(encoding="utf-8").replace(old, new)
            start = time.perf_counter()
            record.write_text(text, encoding="utf-8", newline="\n")
            page.get_by_text(new).first.wait_for(timeout=PATIENCE * 1000)
            seconds.append(time.perf_counter() - start)
            old = new
            time.sleep(PAUSE)
    return statistics.median(seconds)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Start a preview and give its address once it answers."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    address = f"http://127.0.0.1:{port}/"
    log = folder.with_suffix(".log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=output, stderr=output
        )
    try:
        _wait(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(PATIENCE * 10):
        try:
            urlopen(address, timeout=5).close()
        except URLError:
            assert process.poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(log.read_text(encoding="utf-8"))
