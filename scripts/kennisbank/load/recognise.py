"""What a file is by its first bytes."""

import re
from itertools import takewhile

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (rb"PK\x03\x04", "een Word-, Excel- of zipbestand"),
    (rb"\xd0\xcf\x11\xe0", "een Word- of Excelbestand"),
    (rb"\{\\rtf", "een RTF-bestand uit Word of WordPad"),
    (rb"%PDF", "een pdf"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\x00|MM\x00\*", "een foto of plaatje"),
    (rb"....ftyp|ID3|OggS|RIFF....(WAVE|AVI )", "een foto, film of geluid"),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!", "een ingepakt bestand"),
    (rb"SQLite format 3|\x7fELF|MZ\x90", "een bestand van een programma"),
    (rb"\s*<(\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<?svg", "een tekening"),
    (rb"\s*<(!doctype|html|\?xml|head|body|div|p\b|meta)", "een webpagina"),
    (rb"\s*[{\[]\s*(\"|\{)", "JSON en geen YAML"),
)
_FIRST_BYTES = tuple((re.compile(start, re.IGNORECASE | re.DOTALL), name) for start, name in _MAGIC)
_KEY = re.compile(r"[a-z_]+ ?:( |$)", re.MULTILINE)


def recognise(head: bytes) -> str:
    """Give what a file with these first bytes is, when it is certainly no record; else nothing."""
    for start, name in _FIRST_BYTES:
        if start.match(head):
            return name
    if head and not any(head):
        return "een kapot bestand (er staan alleen nullen in)"
    is_binary = head.count(0) * 10 > len(head) and not is_wide(head)
    return "een bestand van een programma" if is_binary else ""


def is_wide(head: bytes) -> bool:
    """Tell whether this is text in UTF-16 or UTF-32: by its mark, or by a zero in most letters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    return (
        any(head) and len(head) > 3 and zeros[1] * 5 > len(head) * 2 and zeros[0] * 10 < len(head)
    )


def is_like_record(head: bytes) -> bool:
    """Tell whether a file starts as a record does: with a key and a colon, after comments."""
    lines = head.decode("utf-8-sig", errors="replace").splitlines()
    comments = list(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))
    return not recognise(head) and any(map(_KEY.match, lines[len(comments) :][:1]))
