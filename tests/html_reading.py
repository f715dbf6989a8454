"""Read built pages: ids, links and the words of the article, by the standard parser."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag, urlsplit


class Page(HTMLParser):
    """Collects the ids, the links and the words inside <article> of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.article_links: list[str] = []
        self.words: list[str] = []
        self._in_article = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, and what the page points at."""
        self._in_article |= tag == "article"
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src") and value:
                self.links.append(value)
                if self._in_article:
                    self.article_links.append(value)

    def handle_endtag(self, tag: str) -> None:
        """Note where the article ends."""
        self._in_article &= tag != "article"

    def handle_data(self, data: str) -> None:
        """Keep the words of the article."""
        if self._in_article:
            self.words.extend(data.split())


def read_pages(site: Path) -> dict[str, Page]:
    """Give every page below a built site by its address."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): Page(
            file.read_text(encoding="utf-8")
        )
        for file in sorted(site.rglob("*.html"))
    }


def internal_links(pages: Mapping[str, Page], site_url: str) -> Iterator[tuple[str, str, str]]:
    """Give page, target address and anchor of every link within the site."""
    for address, page in pages.items():
        for link in page.links:
            if link.startswith(site_url):
                link = "/" + link.removeprefix(site_url)
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or address == "404.html":
                continue
            path, anchor = urldefrag(link)
            yield address, resolve(address, unquote(urlsplit(path).path)), unquote(anchor)


def resolve(address: str, path: str) -> str:
    """Give the address that a relative path means on the page at `address`."""
    if not path:
        return address
    base = PurePosixPath("/") / address
    base = base if address.endswith("/") or not address else base.parent
    parts: list[str] = []
    for part in (base / path).parts[1:]:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    found = "/".join(parts)
    if parts[-1:] == ["index.html"]:
        return found.removesuffix("index.html")
    return f"{found}/" if found and path.endswith(("/", ".", "..")) else found
