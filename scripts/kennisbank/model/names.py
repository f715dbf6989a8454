"""What a link in a text may call a record: its id, or a word by which readers know it."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.references import Reference
from kennisbank.model.text import Target
from kennisbank.vocabulary import CONCEPT, DIAGRAM, KINDS, PUBLISHED

_PREFIXES = {kind.name: kind.link_prefix for kind in KINDS}

_ONE_FORM = str.maketrans("’‘‛“”„–—‑", "'''\"\"\"---")
_NO_BRACKETS = str.maketrans("[]|", "()/")
_PART = re.compile(r"\w+")
_COLON = re.compile(r"\s*:\s*")


def fold(words: str) -> str:
    """Give words without what a reader passes over: accents, capitals, forms of quotes, spaces."""
    plain = " ".join(words.translate(_ONE_FORM).casefold().split())
    if plain.isascii():
        return _COLON.sub(":", plain) if ":" in plain else plain
    apart = unicodedata.normalize("NFKD", plain)
    return _COLON.sub(":", "".join(sign for sign in apart if not unicodedata.combining(sign)))


def words_of(record: Record) -> tuple[str, ...]:
    """Give the words by which readers know a record: of a concept its terms and their forms."""
    if isinstance(record, Concept):
        return (*record.labels, *record.inflections)
    return (record.title,)


@remembered
def fold_names(record: Record) -> Iterator[str]:
    """Give all that a link may call a record, folded: its id first."""
    yield record.id
    yield from map(fold, words_of(record))


def reads_as(record: Record, words: str) -> bool:
    """Tell whether words can stand in a sentence for a record as they are.

    The terms of a concept may start with a capital or not; a name or a title is one thing.
    """
    written = unicodedata.normalize("NFC", " ".join(words.translate(_ONE_FORM).split()))
    known = (unicodedata.normalize("NFC", word.translate(_ONE_FORM)) for word in words_of(record))
    if isinstance(record, Concept):
        return written.casefold() in {word.casefold() for word in known}
    return written in known


def choose_words(record: Record, written: str) -> str:
    """Give the words for what an author wrote: a term or a part of one, or the same readable.

    `zorg-op-maat` gives "zorg op maat" when that stands in a term of the concept.
    """
    words = record.title
    if isinstance(record, Concept):
        found = (_find_in(term, written) for term in words_of(record))
        words = _begin_as(next(filter(None, found), written.replace("-", " ")), written)
    return words.translate(_NO_BRACKETS)


def _begin_as(words: str, written: str) -> str:
    """Begin with a small letter where that was written, unless it is a name."""
    is_name = words[1:] != words[1:].lower() or written[:1].isupper()
    return words if is_name else words[:1].lower() + words[1:]


def _find_in(term: str, written: str) -> str:
    """Give the part of a term that has the words of what was written; the whole when all are."""
    wanted, parts = _PART.findall(fold(written)), list(_PART.finditer(term))
    for start in range(len(parts) - len(wanted) + 1 if wanted else 0):
        run = parts[start : start + len(wanted)]
        if [fold(part[0]) for part in run] == wanted:
            return term if len(run) == len(parts) else term[run[0].start() : run[-1].end()]
    return ""


def write_link(record: Record, words: str) -> str:
    """Give a link as an author types it, with the id and these words."""
    prefix = "" if record.kind is CONCEPT else f"{record.kind.link_prefix}:"
    return f"[[{prefix}{record.id}|{words}]]"


class Names:
    """Every record by its id and by its words; a draft or what has ended gives way to others."""

    def __init__(self, records: Records) -> None:
        self._owners: dict[Target, tuple[Target, ...]] = {}
        self._clear: set[Target] = set()
        lesser: dict[Target, tuple[Target, ...]] = {}
        for record in records.all():
            if record.kind is not DIAGRAM:
                self._add(record, self._owners if record.status == PUBLISHED else lesser)
        self._owners = {**lesser, **self._owners}

    def _add(self, record: Record, owners: dict[Target, tuple[Target, ...]]) -> None:
        prefix = record.kind.link_prefix
        here = Target(prefix, record.id)
        name, *words = fold_names(record)
        if name in words:
            self._clear.add(here)
        for each in dict.fromkeys((name, *words)):
            key = Target(prefix, each)
            owners[key] = (*owners.get(key, ()), here)

    def find(self, written: Target) -> tuple[Target, ...]:
        """Give the records that a link may mean: one, none, or more that share the word.

        An id that is a word of its own record means that one, whoever has the word too.
        """
        key = Target(written.prefix, fold(written.id))
        owners = self._owners.get(key, ())
        return (key,) if key in self._clear and key in owners else owners

    def lead(self, reference: Reference) -> str:
        """Give the id of the record that a place names; as it is written when that is not one."""
        if reference.offset is None:
            return reference.id
        found = self.find(Target(_PREFIXES[reference.kind_name], reference.id))
        return found[0].id if len(found) == 1 else reference.id

    def find_near(self, written: Target) -> tuple[Target, str] | None:
        """Give the record of the kind whose id or word comes nearest, and that name, folded."""
        names = sorted(name for prefix, name in self._owners if prefix == written.prefix)
        near = get_close_matches(fold(written.id), names, n=1, cutoff=0.7)
        return (self._owners[Target(written.prefix, near[0])][0], near[0]) if near else None


@remembered
def _name(records: Records) -> Iterator[Names]:
    yield Names(records)


def names_of(records: Records) -> Names:
    """Give the names of all records; they are gathered once."""
    return _name(records)[0]
