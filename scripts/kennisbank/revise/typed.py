"""An address as a person types or copies it, as the book has it."""

from collections.abc import Container
from urllib.parse import unquote, urlsplit


def read_typed(typed: str, site_url: str, known: Container[str]) -> str | None:
    """Give an address from the root of the site, with its anchor; None when it is of another site.

    A whole web address, a slash at the start or none at the end, capitals and `index.html` are
    taken for what they mean, as far as that is in `known`.
    """
    home = urlsplit(site_url)
    try:
        parts = urlsplit(typed.strip())
    except ValueError:  # a host that cannot be
        return None
    if parts.netloc and parts.netloc.casefold() != home.netloc.casefold():
        return None
    path = unquote(parts.path)
    if parts.netloc or path.startswith(home.path):
        path = path.removeprefix(home.path)
    path = path.lstrip("/").removesuffix("index.html")
    mark = "#" if parts.fragment else ""
    return f"{_find_known(path, known)}{mark}{unquote(parts.fragment)}"


def _find_known(path: str, known: Container[str]) -> str:
    """Give the first way to write it that is known, or else the one of a page or file."""
    stem = path.removesuffix(".md").rstrip("/")
    page = path if "." in path.rpartition("/")[2] else f"{stem}/"
    ways = (path, f"{stem}/", page.lower(), f"{stem.lower()}/")
    return next((way for way in ways if way in known), page)
