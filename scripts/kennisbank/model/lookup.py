"""Records by what people call them: a name, a title, a term or one of its forms."""

from collections.abc import Iterable, Iterator

from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.voices import Person, Source
from kennisbank.spelling import make_id

_SHORTEST = 4
"""Letters of a word that may stand for a whole name."""


def find_called(records: Records, written: str, kind_name: str | None) -> Record | None:
    """Give the record, of one kind or of any, that is called so; None for none and for several.

    Failing that, the only one whose name holds all these words: "Vuurvlieg, K." is one.
    """
    plain = make_id(written)
    called = [each for each in _candidates(records, kind_name) if plain in _call(each)]
    if not called and any(len(word) >= _SHORTEST for word in plain.split("-")):
        called = [each for each in _candidates(records, kind_name) if _holds(each, plain)]
    return called[0] if len({each.id for each in called}) == 1 else None


def _candidates(records: Records, kind_name: str | None) -> Iterable[Record]:
    return records.by_kind(kind_name).values() if kind_name else records.all()


def _call(record: Record) -> set[str]:
    """Give all that a record may be called, as ids."""
    return {record.id, *map(make_id, list_names(record))}


def list_names(record: Record) -> Iterator[str]:
    """Give the names, titles and terms by which people know a record."""
    yield record.title
    if isinstance(record, Concept):
        yield from (*record.alternative_labels, *record.inflections, *record.hidden_labels)
    elif isinstance(record, Person):
        yield from record.hidden_labels
    elif isinstance(record, Source):
        yield record.title.partition(":")[0]
        yield record.url or record.title


def _holds(record: Record, plain: str) -> bool:
    """Tell whether a name holds each of these words; of one letter it may be an initial."""
    own = {*record.id.split("-"), *make_id(record.title).split("-")}
    initials = {word[0] for word in own}
    return all(word in own or word in initials for word in plain.split("-"))
