"""A stand-in of the interfaces of GitHub and GitLab, as their documentation describes them.

It keeps one project with a main branch, wants a token, and answers what the pages "Repository
contents", "Git references" and "Pull requests" (docs.github.com) and "Repository files", "Commits"
and "Merge requests" (docs.gitlab.com) say, with their statuses.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "geheim-van-de-toets"  # of the stand-in alone
Files = dict[str, bytes]
Answer = tuple[int, dict[str, Any]]


def _mark(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()  # as git does


@dataclass
class Project:
    """What the host keeps: files by branch, proposals, and every request with its address."""

    branches: dict[str, Files]
    proposals: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def github(self, method: str, path: str, query: dict[str, str], sent: dict[str, Any]) -> Answer:
        """Answer as api.github.com."""
        what = path.removeprefix("/repos/klein/kennis/")
        file = unquote(what.removeprefix("contents/"))
        answers: dict[tuple[str, str], Callable[[], Answer]] = {
            ("GET", "contents"): lambda: self._give(query.get("ref", "main"), file, "sha"),
            ("PUT", "contents"): lambda: self._put(sent, file),
            ("GET", "git"): lambda: (200, {"object": {"type": "commit", "sha": "c" * 40}}),
            ("POST", "git"): lambda: self._branch(sent),
            ("POST", "pulls"): lambda: self._propose(sent),
        }
        missing: Callable[[], Answer] = lambda: (404, {"message": "Not Found"})  # noqa: E731
        return answers.get((method, what.partition("/")[0]), missing)()

    def _branch(self, sent: dict[str, Any]) -> Answer:
        name = sent["ref"].removeprefix("refs/heads/")
        if name in self.branches or sent["sha"] != "c" * 40:
            return 422, {"message": "Reference already exists"}
        self.branches[name] = dict(self.branches["main"])
        return 201, {"ref": sent["ref"]}

    def _propose(self, sent: dict[str, Any]) -> Answer:
        self.proposals.append(sent)
        return 201, {"number": 7, "html_url": "https://github.com/klein/kennis/pull/7"}

    def _give(self, branch: str, path: str, name: str) -> Answer:
        content = self.branches.get(branch, {}).get(path)
        if content is None:
            return 404, {"message": "Not Found"}
        packed = base64.encodebytes(content).decode()
        return 200, {"encoding": "base64", "content": packed, name: _mark(content)}

    def _put(self, sent: dict[str, Any], path: str) -> Answer:
        files = self.branches[sent["branch"]]
        known = _mark(files[path]) if path in files else None
        if known and "sha" not in sent:
            return 422, {"message": 'Invalid request.\n\n"sha" wasn\'t supplied.'}
        if known != sent.get("sha"):
            return 409, {"message": f"{path} does not match {sent.get('sha')}"}
        files[path] = base64.b64decode(sent["content"])
        return 200 if known else 201, {
            "content": {"path": path},
            "commit": {"message": sent["message"]},
        }

    def gitlab(self, method: str, path: str, query: dict[str, str], sent: dict[str, Any]) -> Answer:
        """Answer as the interface of a GitLab."""
        start = "/api/v4/projects/klein%2Fkennis"
        what = path.removeprefix(start)
        files = "/repository/files/"
        if not path.startswith(start):
            return 404, {"message": "404 Project Not Found"}
        if method == "GET" and what.startswith(files):
            return self._give(query["ref"], unquote(what.removeprefix(files)), "last_commit_id")
        if (method, what) == ("POST", "/repository/commits"):
            return self._commit(sent)
        if (method, what) == ("POST", "/merge_requests"):
            self.proposals.append(sent)
            return 201, {"iid": 7, "web_url": "https://gitlab.com/klein/kennis/-/merge_requests/7"}
        return 404, {"error": "404 Not Found"}

    def _commit(self, sent: dict[str, Any]) -> Answer:
        if sent["branch"] in self.branches:
            return 400, {"message": "A branch called that already exists"}
        files = dict(self.branches[sent["start_branch"]])
        for action in sent["actions"]:
            path = action["file_path"]
            if (action["action"] == "update") != (path in files):
                return 400, {"message": "A file with this name doesn't exist"}
            if path in files and _mark(files[path]) != action.get("last_commit_id"):
                return 400, {"message": "You are attempting to update a file that has changed"}
            files[path] = action["content"].encode()
        self.branches[sent["branch"]] = files
        return 201, {"id": "d" * 40}


class _Handler(BaseHTTPRequestHandler):
    """Answers for a project, with the headers that let pages of other sites read it."""

    project: Project

    def do_OPTIONS(self) -> None:
        """Answer what a browser asks before it asks."""
        self._send(204, None)

    def _answer(self) -> None:
        where = urlsplit(self.path)
        self.project.asked.append(f"{self.command} {where.path}")
        length = int(self.headers.get("Content-Length") or 0)
        sent = json.loads(self.rfile.read(length)) if length else {}
        query = {key: value[0] for key, value in parse_qs(where.query).items()}
        is_gitlab = where.path.startswith("/api/v4/")
        act = self.project.gitlab if is_gitlab else self.project.github
        given = (
            self.headers.get("PRIVATE-TOKEN") if is_gitlab else self.headers.get("Authorization")
        )
        if given == (TOKEN if is_gitlab else f"Bearer {TOKEN}"):
            self._send(*act(self.command, where.path, query, sent))
        else:
            self._send(401, {"message": "401 Unauthorized" if is_gitlab else "Bad credentials"})

    do_GET = do_POST = do_PUT = _answer  # noqa: N815  # the names are http.server's

    def _send(self, status: int, answer: dict[str, Any] | None) -> None:
        content = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT")
        allowed = "Authorization, Content-Type, Accept, PRIVATE-TOKEN, X-GitHub-Api-Version"
        self.send_header("Access-Control-Allow-Headers", allowed)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@contextmanager
def serve_host(project: Project) -> Iterator[str]:
    """Give the address of a host that keeps a project; it stops afterwards."""
    handler = type("Handler", (_Handler,), {"project": project})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
