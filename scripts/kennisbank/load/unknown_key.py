"""A key that does not exist: which one the author meant, by its spelling or by its sense."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from kennisbank.model.base import Record
from kennisbank.model.forms import Slot, find_slot, list_keys, name_form
from kennisbank.model.records import FILE_TYPES, RECORD_TYPES
from kennisbank.problems import Where, suggest
from kennisbank.spelling import make_id, strip_quotes

_SENSES: tuple[tuple[str, str], ...] = (
    ("titel naam term title name begrip label kop woord", "voorkeursterm titel naam"),
    ("synoniem synoniemen aliassen varianten alternatief", "alternatieve_termen zoektermen"),
    ("tags trefwoorden steekwoorden keywords zoekwoorden", "zoektermen"),
    ("meervoud vervoegingen verbuiging vormen", "verbuigingen"),
    ("english engelse_term vertaling", "engels"),
    (
        "beschrijving omschrijving betekenis description",
        "definitie samenvatting omschrijving tekst",
    ),
    ("kort samenvatting in_het_kort intro introductie", "uitleg samenvatting inleiding"),
    ("toelichten uitwerking achtergrond inhoud tekst", "toelichting tekst samenvatting inleiding"),
    ("citaten quotes stemmen citaat quote zegt reden", "uitspraken tekst"),
    ("persoon spreker auteur schrijver wie", "wie auteurs sprekers"),
    ("auteur schrijver schrijvers door", "auteurs"),
    ("gerelateerd verband zie_ook links verwant relatie", "relaties"),
    ("literatuur bronnen bron lezen verder", "verder_lezen bronnen bron"),
    ("vraag opdracht opdrachten", "vragen vraag kernvraag"),
    ("website link adres webadres weblink", "url licentie_url"),
    ("jaar jaartal gepubliceerd", "datum"),
    ("pagina bladzijde blz hoofdstuk paragraaf", "plaats paginas"),
    ("tijdschrift boek", "in"),
    ("duur tijd", "minuten"),
    ("noot opmerking notitie", "redactienoot"),
    ("type categorie rol", "soort vorm rollen"),
    ("tekening figuur afbeelding plaatje diagram", "diagrammen"),
    ("geschiedenis wijziging changelog versie", "wijzigingen"),
    ("mail email e_mail", "contact"),
)
"""Words that people write, and the keys that they may mean: the first that can stand there."""
_PLACES = {
    "id": "het id is de bestandsnaam; haal deze regel weg",
    "slug": "het id is de bestandsnaam; haal deze regel weg",
    "thema": "het thema is de map waarin dit bestand staat; haal deze regel weg",
}
_FEW = 8
ALL_KEYS = frozenset(
    key
    for model in FILE_TYPES.values()
    for where in ((), *((name,) for name in list_keys(Slot(model))))
    for part in (find_slot(model, where), find_slot(model, (*where, 0)))
    if part
    for key in list_keys(part)
)
"""Every key that any record may have."""


def find_meant(model: type[BaseModel], where: Where) -> str:
    """Give the key that may stand here and that the author may have meant, or nothing."""
    known = _known(model, where)
    written = make_id(strip_quotes(str(where[-1]))).replace("-", "_")
    if written in known:
        return written
    near = suggest(written, known)
    if near:
        return near.split('"')[1]
    senses = (keys.split() for words, keys in _SENSES if written in words.split())
    return next((key for keys in senses for key in keys if key in known), "")


def explain_key(model: type[BaseModel], where: Where) -> str:
    """Say what to do about a key that cannot stand here."""
    name, known = str(where[-1]), _known(model, where)
    start = f'onbekend veld "{name}"'
    if name in _PLACES and len(where) == 1 and issubclass(model, Record):
        return f"{start}; {_PLACES[name]}"
    if meant := find_meant(model, where):
        return f'{start}; bedoel je "{meant}"?'
    if " " in name.strip() or name[:1].isupper():
        return f"{start}; hoort dit bij de tekst erboven, zet er dan twee spaties meer voor"
    if home := _tell_home(model, where, name):
        return f"{start}; {home}"
    if len(known) <= _FEW:
        return f"{start}; kies uit: {', '.join(known)}"
    return f"{start}; haal de regel weg, of kies een veld uit de lijst in Meewerken"


def _known(model: type[BaseModel], where: Where) -> Sequence[str]:
    slot = find_slot(model, where[:-1])
    return list_keys(slot) if slot else ()


def _tell_home(model: type[BaseModel], where: Where, name: str) -> str:
    """Say where this key does belong: elsewhere in this record, or in one of another kind."""
    if len(where) > 1 and name in list_keys(Slot(model)):
        return "dit veld hoort bij het hele record, buiten deze velden; haal het hier weg"
    if part := next((part for part, keys in _parts(model) if name in keys), ""):
        return f'dit veld hoort onder "{part}"'
    kinds = [each.kind.name for each in RECORD_TYPES if name in list_keys(Slot(each))]
    return f"dit is een veld van {' en '.join(kinds)}; haal het hier weg" if kinds else ""


def _parts(model: type[BaseModel]) -> Iterator[tuple[str, Sequence[str]]]:
    """Give the fields that hold fields of their own, with the keys that these may have."""
    for key in list_keys(Slot(model)):
        for where in ((key,), (key, 0)):
            slot = find_slot(model, where)
            if slot and name_form(slot) == "velden" and list_keys(slot):
                yield key, list_keys(slot)
