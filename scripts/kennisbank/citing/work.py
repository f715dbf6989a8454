"""A source as a reference sees it: names in parts, who stands first, where it appeared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kennisbank.citing.forms import Form, find_form, split_container
from kennisbank.model.person_name import Name
from kennisbank.model.site import LinkedSource
from kennisbank.model.voices import Person, Source, name_author

_ISSUE = re.compile(r"(?P<volume>\d+)(?:\((?P<issue>[^()]+)\))?")
_SUBTITLE = re.compile(r": [a-zà-ÿ]")
"""A subtitle begins with a capital (Publication manual, 6.17)."""
_BY_ITS_PUBLISHER = frozenset(
    {"artikel", "blog", "essay", "interview", "notitie", "verslag", "website"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What every reference to a source is made of. No private person is named."""

    source: Source
    form: Form
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    translators: tuple[Name, ...]
    title: str
    container: str
    volume: str
    issue: str
    publisher: str

    @property
    def names(self) -> tuple[Name, ...]:
        """Give who stands first: the authors, else those who edited the whole."""
        return self.authors or (() if self.container else self.editors)


def make_work(linked: LinkedSource) -> Work:
    """Give a source as a work.

    What an organisation published under no other name has that organisation as its author, and
    a publisher that is the author is not named again (Publication manual, 9.11 and 9.29).
    """
    source = linked.source
    authors, editors = _names(linked.authors), _names(linked.editors)
    publisher = source.publisher or ""
    has_names = authors or editors or source.container
    if publisher and not has_names and source.sort in _BY_ITS_PUBLISHER:
        authors = (Name(publisher),)
    if Name(publisher) in authors:
        publisher = ""
    container, number = split_container(source)
    match = _ISSUE.fullmatch(number)
    return Work(
        source=source,
        form=find_form(source),
        authors=authors,
        editors=editors,
        translators=_names(linked.translators),
        title=_title(source),
        container=container,
        volume=match["volume"] if match else "",
        issue=(match["issue"] or "") if match else number,
        publisher=publisher,
    )


def _names(authors: Iterable[Person | str]) -> tuple[Name, ...]:
    return tuple(name_author(a) for a in authors if isinstance(a, str) or not a.is_private)


def _title(source: Source) -> str:
    colon = "" if source.name.endswith(("?", "!")) else ":"
    title = f"{source.name}{colon} {source.subtitle}" if source.subtitle else source.name
    if source.is_named_by_us:
        return f"[{title}]"
    return _SUBTITLE.sub(lambda match: match[0].upper(), title)
