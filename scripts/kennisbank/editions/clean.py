"""Take what was withdrawn out of frozen editions, and note the new hash and the day."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from kennisbank.editions.freeze import pack
from kennisbank.load.editions import load_editions, read_edition
from kennisbank.model.base import Record
from kennisbank.model.edition import REGISTER, Edition, serialize_register
from kennisbank.model.voices import Person
from kennisbank.revise.leftovers import has_needle

WITHDRAWN_PAGE = """\
<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Ingetrokken</title>
    <meta name="robots" content="noindex">
  </head>
  <body>
    <main>
      <h1>Ingetrokken</h1>
      <p>Op deze pagina van de editie stond iets dat is ingetrokken.</p>
    </main>
  </body>
</html>
"""
_TEXTS = (".html", ".json", ".jsonld", ".csv", ".xml", ".txt", ".ttl", ".rdf", ".svg", ".md", ".js")


def clean_editions(
    root: Path, gone: Iterable[Record], needles: tuple[str, ...], day: str
) -> dict[str, bytes]:
    """Give the editions that held something of what is gone, without it, and the register."""
    editions, _ = load_editions(root)
    gone = tuple(gone)
    changed: dict[str, bytes] = {}
    noted = []
    for edition in editions:
        before = read_edition(root, edition)
        after = {path: _clean(path, content, gone, needles) for path, content in before.items()}
        kept = {path: content for path, content in after.items() if content is not None}
        if kept != before:
            changed[edition.path] = pack(kept)
            edition = _renew(edition, changed[edition.path], gone, day)
        noted.append(edition)
    if changed:
        changed[REGISTER] = serialize_register(tuple(noted))
    return changed


def _clean(
    path: str, content: bytes, gone: tuple[Record, ...], needles: tuple[str, ...]
) -> bytes | None:
    if not path.endswith(_TEXTS):
        return content
    text = f"{path}\n{content.decode(errors='replace')}"
    if not any(_holds(text, record, needles) for record in gone):
        return content
    return WITHDRAWN_PAGE.encode() if path.endswith(".html") else None


def _holds(text: str, record: Record, needles: tuple[str, ...]) -> bool:
    if isinstance(record, Person):
        return bool(has_needle(text, needles))
    return bool(re.search(rf'["/#-]{re.escape(record.id)}["/.#<]', text)) or record.title in text


def _renew(edition: Edition, content: bytes, gone: tuple[Record, ...], day: str) -> Edition:
    ids = {record.id for record in gone if record.kind.name == "begrip"}
    concepts = {name: each for name, each in edition.concepts.items() if name not in ids}
    digest = hashlib.sha256(content).hexdigest()
    revised = tuple(sorted({*edition.revised, day}))
    return edition.model_copy(update={"sha256": digest, "concepts": concepts, "revised": revised})
