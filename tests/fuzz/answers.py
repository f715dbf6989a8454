"""What a plain host answers at an address: the content, and where a page leads on to.

It has the files of a build and nothing else: no settings, no script.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from posixpath import join, normpath
from typing import NamedTuple
from zipfile import ZipFile

from kennisbank.model.artifact import Artifact

NAME = re.compile(r"[Tt]erm(\d+)")
"""Every record is called by a number of its own, which no command touches."""
_LEADS = re.compile(rb'href="([^"]+)" data-verhuisd')


class Answer(NamedTuple):
    """Where a reader ends, and what is there."""

    address: str
    content: bytes

    @property
    def says_withdrawn(self) -> bool:
        """Tell whether this says that what was here is withdrawn."""
        return b"ngetrokken" in _open(self.address, self.content)

    @property
    def numbers(self) -> list[int]:
        """Give the numbers of the records that this is about: two for a tension."""
        text = _open(self.address, self.content).decode()
        head = re.search(r'^title: ".*"$|<h1>.*</h1>', text, re.MULTILINE)
        found = [int(number) for number in NAME.findall(head[0] if head else text)]
        return found if head else found[:1]


def _open(address: str, content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as package:
        first = min(package.namelist())
        return package.read(first)


class Host:
    """Serves the files of a build."""

    def __init__(self, artifacts: Iterable[Artifact]) -> None:
        self.files: dict[str, Artifact] = {}
        for artifact in artifacts:
            address = self._address(artifact.path)
            assert address not in self.files, f"twee dingen op {address}"
            self.files[address] = artifact

    @staticmethod
    def _address(path: str) -> str:
        if path.endswith(".md"):
            stem = path.removesuffix(".md")
            return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
        return path.removesuffix("index.html")

    def ask(self, address: str) -> Answer:
        """Give what a reader gets; an address that leads on does so in one step."""
        assert address in self.files, f"niets op {address}"
        content = self.files[address].content
        leads = _LEADS.search(content)
        if not leads:
            return Answer(address, content)
        page = self._join(address, leads[1].decode()).partition("#")[0]
        assert page in self.files, f"{address} leidt naar niets: {page}"
        found = self.files[page].content
        assert not _LEADS.search(found), f"{address} leidt naar {page}, dat verder leidt"
        return Answer(page, found)

    def ask_part(self, address: str, anchor: str) -> tuple[Answer, str]:
        """Give the page that a reader gets, and the anchor at which it opens."""
        content = self.files[address].content.decode()
        part = re.search(rf'<a id="{re.escape(anchor)}" href="([^"]+)"', content)
        if part:
            anchor = part[1].partition("#")[2]
        return self.ask(address), anchor

    def _join(self, address: str, href: str) -> str:
        return f"{normpath(join(address, href.partition('#')[0]))}/".removeprefix("./")
