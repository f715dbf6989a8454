"""Serve a built site on this machine as a web host does: compressed, with the security policy."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from kennisbank.vocabulary import SECURITY_POLICY

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml"}


@cache
def _pack(file: Path, changed: int) -> bytes:
    """Compress a file, once as long as it does not change."""
    return gzip.compress(file.read_bytes(), mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Give text compressed, everything else as it is; say nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, or with the page for lost readers."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        file = file if found else Path(self.directory) / "404.html"
        is_text = file.suffix in TEXT
        content = _pack(file, file.stat().st_mtime_ns) if is_text else file.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Security-Policy", SECURITY_POLICY)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


class _Plain(SimpleHTTPRequestHandler):
    """Give files as they are, without any header of ours; say nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@contextmanager
def serve_plainly(folder: Path) -> Iterator[str]:
    """Give the address of a host that knows nothing of us; it stops afterwards."""
    with _serve(folder, _Plain) as address:
        yield address


@contextmanager
def serve_site(site: Path) -> Iterator[str]:
    """Give the address of a server of the files below `site`; it stops afterwards."""
    with _serve(site, _Handler) as address:
        yield address


@contextmanager
def _serve(folder: Path, handler: type[SimpleHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def choose_pages(site: Path) -> list[str]:
    """Give the addresses of one page of each type: every list and lone page, the fullest record."""
    chosen = ["", "404.html"]
    for folder in sorted(entry for entry in site.iterdir() if (entry / "index.html").is_file()):
        chosen.append(f"{folder.name}/")
        pages = sorted(folder.glob("*/index.html"), key=lambda file: (file.stat().st_size, file))
        chosen += [f"{folder.name}/{file.parent.name}/" for file in pages[-1:]]
    return chosen
