"""RIS and BibTeX as a reference manager takes them in: into items for a style processor.

Independent of the code that writes the files: types and fields go by the tables of Zotero's
translators RIS and BibTeX, which other managers share as far as they know a field.
"""

import re
from typing import Any

import rispy
from pybtex.database import Entry, Person

Item = dict[str, Any]
_RIS_TYPES = {
    "ART": "graphic",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CHAP": "chapter",
    "ELEC": "webpage",
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "MPCT": "broadcast",
    "RPRT": "report",
    "SOUND": "broadcast",
    "STAT": "legislation",
    "THES": "thesis",
}
_RIS_FIELDS = {
    "title": "title",
    "secondary_title": "container-title",
    "volume": "volume",
    "number": "issue",
    "publisher": "publisher",
    "name_of_database": "archive",
    "type_of_work": "genre",
    "doi": "DOI",
    "number_of_volumes": "number-of-volumes",
    "language": "language",
}
_RIS_PEOPLE = {
    "authors": "author",
    "secondary_authors": "editor",
    "tertiary_authors": "editor",
    "subsidiary_authors": "translator",
}
LANGUAGES = {"dutch": "nl", "english": "en", "ngerman": "de", "french": "fr"}
_BIBTEX_TYPES = {
    "article": "article-magazine",
    "book": "book",
    "incollection": "chapter",
    "misc": "document",
    "online": "webpage",
    "phdthesis": "thesis",
    "techreport": "report",
}
_BIBTEX_FIELDS = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "type": "genre",
    "titleaddon": "genre",
    "howpublished": "genre",
    "doi": "DOI",
    "url": "URL",
    "volumes": "number-of-volumes",
}


def read_ris(text: str) -> list[Item]:
    """Give the items of a RIS file."""
    return [_read_ris_entry(entry) for entry in rispy.loads(text)]


def _read_ris_entry(entry: dict[str, Any]) -> Item:
    item = {there: entry[here] for here, there in _RIS_FIELDS.items() if here in entry}
    item.update(id=entry["id"], type=_RIS_TYPES[entry["type_of_reference"]])
    for here, there in _RIS_PEOPLE.items():
        if here in entry:
            item[there] = [_split(name) for name in entry[here]]
    pages = [entry[key] for key in ("start_page", "end_page") if key in entry]
    if pages:
        item["page"] = "-".join(pages)
    if "date" in entry:
        item["issued"] = _read_date(entry["date"])
    if "original_publication" in entry:
        item["original-date"] = {"date-parts": [[int(entry["original_publication"])]]}
    if "access_date" in entry:
        item["accessed"] = _read_date(entry["access_date"])
    if "urls" in entry:
        item["URL"] = entry["urls"][0]
    return item


def _split(name: str) -> dict[str, str]:
    parts = re.split(r"\s*,\s*", name)
    if len(parts) == 1:
        return {"literal": name}
    return dict(zip(("family", "given", "suffix"), parts, strict=False))


def _read_date(text: str) -> dict[str, Any]:
    *parts, other = (*text.split("/"), "", "", "")[:4]
    date: dict[str, Any] = {"date-parts": [[int(part) for part in parts if part]]}
    return {**date, "circa": True} if other == "ca." else date


def read_bibtex(key: str, entry: Entry) -> Item:
    """Give the item of one BibTeX entry."""
    fields = {name.lower(): _plain(value) for name, value in entry.fields.items()}
    item: Item = {"id": key, "type": _BIBTEX_TYPES[entry.type]}
    item.update({there: fields[here] for here, there in _BIBTEX_FIELDS.items() if here in fields})
    if entry.type == "phdthesis" and "publisher" in fields:
        item["archive"] = fields["publisher"]
        item["publisher"] = fields.get("school", "")
    if entry.type == "article" and re.match(r"\d", fields.get("volume", "")):
        item["type"] = "article-journal"
    if "language" in fields:
        item["language"] = LANGUAGES.get(fields["language"], fields["language"])
    for role in ("author", "editor", "translator"):
        people = entry.persons.get(role) or _read_people(fields.get(role, ""))
        if people:
            item[role] = [_read_person(person) for person in people]
    if "pages" in fields:
        item["page"] = fields["pages"].replace("--", "-")
    if "year" in fields:
        item["issued"] = _read_days(fields)
    if "origdate" in fields:
        item["original-date"] = {"date-parts": [[int(fields["origdate"])]]}
    if "urldate" in fields:
        item["accessed"] = {"date-parts": [[int(part) for part in fields["urldate"].split("-")]]}
    return item


def _plain(text: str) -> str:
    return re.sub(r"[{}\\]", "", text)


def _read_people(text: str) -> list[Person]:
    return [Person(name) for name in text.split(" and ") if name]


def _read_person(person: Person) -> dict[str, str]:
    family = _plain(" ".join([*person.prelast_names, *person.last_names]))
    given = _plain(" ".join([*person.first_names, *person.middle_names]))
    if not given:
        return {"literal": family}
    suffix = _plain(" ".join(person.lineage_names))
    return {"family": family, "given": given, **({"suffix": suffix} if suffix else {})}


def _read_days(fields: dict[str, str]) -> dict[str, Any]:
    parts = [fields["year"].removeprefix("ca. "), fields.get("month"), fields.get("day")]
    date: dict[str, Any] = {"date-parts": [[int(part) for part in parts if part]]}
    return {**date, "circa": True} if fields["year"].startswith("ca. ") else date
