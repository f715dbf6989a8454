"""The answers of a preview: each page is brought up to date before it is given."""

import errno
import logging
from collections.abc import Iterable
from html import escape
from threading import Thread
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from kennisbank.bridge.frame import FAULTS, tell
from kennisbank.bridge.guard import Door
from kennisbank.bridge.preview import Preview

_NOT_NOW = """\
<!doctype html>
<html lang="nl"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Nu niet te tonen</title>
<h1>Deze pagina is nu niet te tonen</h1>
<p>{}</p>
<p>Zodra het weer kan, verschijnt zij vanzelf.</p>
</html>
"""


def answer_for(server: LiveReloadServer, preview: Preview, door: Door) -> None:
    """Let the server bring a page up to date before it gives it, or say why that cannot be.

    What is below the page for editing is for the desk behind `door`.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        asked = environ["PATH_INFO"]
        if asked.startswith(server.mount_path) and not asked.startswith("/livereload/"):
            path = asked.removeprefix(server.mount_path)
            if door.holds(path):
                return door.serve(path, environ, start_response)
            shown = f"{path}index.html" if asked.endswith("/") else path
            try:
                head, body = serve_fresh(server, preview, shown, environ)
            except FAULTS as error:
                said = tell(error)
                logging.getLogger("mkdocs").error(said)
                start_response("503 Not now", [("Content-Type", "text/html; charset=utf-8")])
                return [_NOT_NOW.format(escape(said)).encode()]
            start_response(*head)
            return body
        return server.serve_request(environ, start_response)

    server.set_app(answer)
    Thread(target=preview.fill, daemon=True).start()


def serve_fresh(
    server: LiveReloadServer, preview: Preview, shown: str, environ: WSGIEnvironment
) -> tuple[Any, Iterable[bytes]]:
    """Give the head and the body of an answer that is up to date.

    The server waits for a save that is being worked on, and marks what it gives as of after that
    save: a page of before it would never reload. Such a page is asked for once more.
    """
    heads: list[Any] = []
    while True:
        before = preview.show(shown)
        body = server.serve_request(environ, lambda *head: heads.append(head))
        if preview.show(shown) == before:
            return heads[-1], body


def refuse_taken(server: LiveReloadServer) -> None:
    """Let a preview whose address is taken end in one sentence, with a way out."""
    bind = server.server_bind

    def bind_or_refuse() -> None:
        try:
            bind()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise Abort(
                f"Op {server.url} draait al iets. Meestal is dat de kennisbank, in een ander "
                "venster: ga erheen in je browser. Zie je daar iets anders? Sluit dat programma "
                "en start opnieuw"
            ) from error

    vars(server)["server_bind"] = bind_or_refuse
