"""Files compressed beforehand: a host that looks for them need not do it at every visit."""

import gzip
import io
from pathlib import Path

TEXTS = (
    "html",
    "css",
    "js",
    "json",
    "jsonld",
    "svg",
    "xml",
    "atom",
    "ttl",
    "csv",
    "txt",
    "ris",
    "bib",
)
"""What is worth compressing; the other files are compressed already."""
LEAST = 512
"""Bytes under which it gains nothing."""


def pack_site(site: Path) -> None:
    """Put beside each text file below `site` the same compressed, with `.gz` behind its name."""
    for file in sorted(site.rglob("*")):
        if file.suffix[1:] in TEXTS and file.is_file() and file.stat().st_size >= LEAST:
            file.with_name(f"{file.name}.gz").write_bytes(_pack(file.read_bytes()))


def _pack(content: bytes) -> bytes:
    """Compress without the time and the name, so that the same content gives the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, buffer, mtime=0) as packed:
        packed.write(content)
    return buffer.getvalue()
