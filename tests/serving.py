"""Serve a built site on this machine, with the security policy that hosts are asked to send."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from kennisbank.vocabulary import SECURITY_POLICY


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", SECURITY_POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@contextmanager
def serve_site(site: Path) -> Iterator[str]:
    """Give the address of a server of the files below `site`; it stops afterwards."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
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
