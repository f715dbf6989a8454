"""The door of the desk: only the page that a preview itself gave, on this computer, gets in."""

import hmac
import json
import secrets
from collections.abc import Iterable
from urllib.parse import parse_qsl
from wsgiref.types import StartResponse, WSGIEnvironment

from kennisbank.bridge.desk import Desk, RefusedError, answer
from kennisbank.cli.say import explain
from kennisbank.exports.editing import render_editing
from kennisbank.vocabulary import EDITING

_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_MOST = 5_000_000
"""Bytes of a request: more than all records together."""
_CLOSED = [
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
]
Answer = tuple[str, str, bytes]
"""Status, media type and content."""


class Door:
    """Gives the page with a key, and lets in only who sends that key from the same address."""

    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self._name = name
        """Of the knowledge base."""
        self._key = secrets.token_urlsafe(32)

    def serve(self, path: str, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request below the page; `path` is what follows its address."""
        status, kind, content = self._answer(path, environ)
        start(status, [("Content-Type", kind), ("Content-Length", str(len(content))), *_CLOSED])
        return [content]

    def holds(self, path: str) -> bool:
        """Tell whether an address below the site is the page or the desk."""
        return path.startswith(f"{EDITING}/")

    def _answer(self, path: str, environ: WSGIEnvironment) -> Answer:
        what = path.removeprefix(f"{EDITING}/")
        if not _is_here(environ):
            return _say("403 Forbidden", "dit kan alleen op de computer waar de map staat")
        if what in ("", "index.html"):
            page = render_editing(self._name, None, self._key)
            return "200 OK", "text/html; charset=utf-8", page
        if not what.startswith("lokaal/"):
            return _say("404 Not Found", "dit is er niet")
        if not self._is_ours(environ):
            return _say("403 Forbidden", "deze pagina is van een vorige keer; laad haar opnieuw")
        return self._ask(what.removeprefix("lokaal/"), environ)

    def _is_ours(self, environ: WSGIEnvironment) -> bool:
        """Tell whether the request has the key, and comes from a page at this address."""
        origin = environ.get("HTTP_ORIGIN", f"http://{environ.get('HTTP_HOST')}")
        is_same = environ.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
        given = environ.get("HTTP_X_SLEUTEL", "").encode("latin-1", "replace")
        is_known = hmac.compare_digest(given, self._key.encode())
        return is_same and is_known and origin == f"http://{environ.get('HTTP_HOST')}"

    def _ask(self, what: str, environ: WSGIEnvironment) -> Answer:
        length = environ.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > _MOST:
            return _say("413 Content Too Large", "dit is te veel in één keer")
        asked = dict(parse_qsl(environ.get("QUERY_STRING", "")))
        try:
            found = answer(self._desk, what, asked, environ["wsgi.input"].read(int(length)))
        except RefusedError as refused:
            return _say("422 Unprocessable Content", str(refused))
        except OSError as error:
            return _say("503 Service Unavailable", explain(error))
        return "200 OK", "application/json", json.dumps(found, ensure_ascii=False).encode()


def _is_here(environ: WSGIEnvironment) -> bool:
    """Tell whether the request was made on this computer, to this computer by its own name."""
    name = environ.get("HTTP_HOST", "").rpartition(":")[0] or environ.get("HTTP_HOST", "")
    return environ.get("REMOTE_ADDR") in ("127.0.0.1", "::1") and name in _HOSTS


def _say(status: str, message: str) -> Answer:
    return status, "application/json", json.dumps({"message": message}).encode()
