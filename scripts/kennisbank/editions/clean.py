"""Take what was withdrawn out of frozen editions, and note the new hash and the day."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from kennisbank.editions.freeze import pack
from kennisbank.load.editions import load_editions, read_edition
from kennisbank.model.base import Record
from kennisbank.model.edition import REGISTER, Edition, serialize_register
from kennisbank.vocabulary import CONCEPT, PERSON
from kennisbank.withdrawn.left import tells
from kennisbank.withdrawn.search import Search
from kennisbank.withdrawn.words import decode_anything

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
Cleaned = tuple[dict[str, bytes], tuple[Edition, ...]]


def clean_editions(root: Path, gone: Iterable[Record], search: Search, day: str) -> Cleaned:
    """Give the editions that held something of what is gone, without it, and all editions now."""
    editions, _ = load_editions(root)
    gone = tuple(gone)
    changed: dict[str, bytes] = {}
    noted = []
    for edition in editions:
        before = read_edition(root, edition)
        after = {path: _clean(path, content, gone, search) for path, content in before.items()}
        kept = {path: content for path, content in after.items() if content is not None}
        if kept != before:
            changed[edition.path] = pack(kept)
            edition = _renew(edition, changed[edition.path], day)
        noted.append(_forget(edition, gone, search))
    if tuple(noted) != editions:
        changed[REGISTER] = serialize_register(tuple(noted))
    return changed, tuple(noted)


def _clean(path: str, content: bytes, gone: tuple[Record, ...], search: Search) -> bytes | None:
    """Give what stays of a file: all, a page that says so, or nothing where its path tells."""
    if search.names(path):
        return None
    text = decode_anything(content)
    if not (tells(path, text, search) or any(_holds(path, text, record) for record in gone)):
        return content
    return WITHDRAWN_PAGE.encode() if path.endswith(".html") else None


def _holds(path: str, text: str, record: Record) -> bool:
    """Tell whether a page or file links to a record or has its title; a term is also a word."""
    if record.kind is PERSON:
        return False
    has_title = record.kind is not CONCEPT and record.title in text
    return has_title or bool(re.search(rf'["/#-]{re.escape(record.id)}["/.#<]', f"{path}\n{text}"))


def _renew(edition: Edition, content: bytes, day: str) -> Edition:
    digest = hashlib.sha256(content).hexdigest()
    revised = tuple(sorted({*edition.revised, day}))
    return edition.model_copy(update={"sha256": digest, "revised": revised})


def _forget(edition: Edition, gone: tuple[Record, ...], search: Search) -> Edition:
    """Take what is gone, and titles that tell of it, out of what the register says."""
    ids = {record.id for record in gone if record.kind is CONCEPT}
    concepts = {
        name: each
        for name, each in edition.concepts.items()
        if name not in ids and not search.names(f"{each.title} {name}")
    }
    return edition.model_copy(update={"concepts": concepts})
