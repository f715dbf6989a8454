"""The real YAML language server, over stdio: it completes, explains and marks, from our schemas."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from conftest import ROOT
from kennisbank.cli import main
from tools import NODE_FOLDER, need

PATIENCE = 60
TRIES = 25
SERVER = NODE_FOLDER / "node_modules" / ".bin" / "yaml-language-server"


class _Client:
    """Speaks the language server protocol with one server."""

    def __init__(self, process: subprocess.Popen[bytes], options: dict[str, Any]) -> None:
        self.process = process
        self.options = options
        self.number = 0

    def send(self, method: str, params: Any, *, is_request: bool = False) -> None:
        """Send a notification, or a request with the next number."""
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        if is_request:
            self.number += 1
            message["id"] = self.number
        self.write(message)

    def write(self, message: dict[str, Any]) -> None:
        """Send one message."""
        body = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """Give the next message."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and give its result; answer what the server asks meanwhile."""
        self.send(method, params, is_request=True)
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]
            self.answer(message)

    def answer(self, message: dict[str, Any]) -> None:
        """Answer a request of the server: it only asks for settings."""
        if "id" in message and "method" in message:
            items = message.get("params", {}).get("items", [])
            result = [self.options if item.get("section") == "yaml" else None for item in items]
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def wait_for(self, method: str) -> Any:
        """Give the parameters of the next notification of a kind."""
        while (message := self.read()).get("method") != method:
            self.answer(message)
        return message["params"]


@pytest.fixture
def client(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Client]:
    """Start a server on the small knowledge base, with our schemas and settings."""
    node = need("node packages")
    monkeypatch.chdir(small_project)
    assert main(["schema"]) == 0
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    process = subprocess.Popen(
        [node, str(SERVER.resolve()), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    schemas = {
        (small_project / path).as_uri(): pattern
        for path, pattern in settings["yaml.schemas"].items()
    }
    options = {"schemas": schemas, "completion": True, "hover": True, "validate": True}
    patience = Timer(PATIENCE, process.kill)
    patience.start()
    started = _Client(process, options)
    capabilities = {"workspace": {"configuration": True}}
    root = small_project.as_uri()
    started.ask("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities})
    started.send("initialized", {})
    started.send("workspace/didChangeConfiguration", {"settings": {"yaml": options}})
    yield started
    patience.cancel()
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()


def _open(client: _Client, project: Path, text: str) -> str:
    uri = (project / "concepts/begrippen/water/zee.yml").as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    client.send("textDocument/didOpen", {"textDocument": document})
    return uri


def _complete(client: _Client, uri: str, line: int, column: int) -> set[str]:
    """Give what the editor offers, once the server has read its schemas."""
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
    for _ in range(TRIES):
        found = {item["label"] for item in client.ask("textDocument/completion", place)["items"]}
        if found:
            return found
        time.sleep(0.2)
    return set()


def test_completes_keys(client: _Client, small_project: Path) -> None:
    """An empty line offers the keys of a concept."""
    uri = _open(client, small_project, "voorkeursterm: Zee\n\n")
    assert {"definitie", "uitleg", "uitspraken", "relaties"} <= _complete(client, uri, 1, 0)


def test_completes_relation_kinds_and_ids(client: _Client, small_project: Path) -> None:
    """Under relaties come the kinds, and under a kind the ids of concepts."""
    text = "relaties:\n  verwant:\n    meer: |\n      Allebei water.\n    r\n  s\n"
    uri = _open(client, small_project, text)
    assert {"rivier", "boot"} <= _complete(client, uri, 4, 5)
    assert {"spanning", "breder"} <= _complete(client, uri, 5, 3)


def test_completes_people_sources_and_places(client: _Client, small_project: Path) -> None:
    """A claim offers people, sources and places."""
    text = "uitspraken:\n- wie: \n  bron: \n  plaats: \n"
    uri = _open(client, small_project, text)
    assert "anna-stroom" in _complete(client, uri, 1, 7)
    assert "het-artikel" in _complete(client, uri, 2, 8)
    assert "oevers" in _complete(client, uri, 3, 10)


def test_explains_a_key_in_dutch(client: _Client, small_project: Path) -> None:
    """Pointing at a key shows its help text."""
    uri = _open(client, small_project, "voorkeursterm: Zee\nomvang: kort\n")
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}}
    shown = None
    for _ in range(TRIES):
        shown = shown or client.ask("textDocument/hover", place)
        time.sleep(0 if shown else 0.2)
    assert "de naam van het begrip" in json.dumps(shown, ensure_ascii=False)


def test_marks_a_wrong_key(client: _Client, small_project: Path) -> None:
    """A misspelt key gets a mark on its own line."""
    _open(client, small_project, "voorkeursterm: Zee\ndefintie: x\n")
    while not (found := client.wait_for("textDocument/publishDiagnostics")["diagnostics"]):
        pass
    assert any(
        "defintie" in item["message"] and item["range"]["start"]["line"] == 1 for item in found
    )
