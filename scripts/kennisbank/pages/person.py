"""The page of each voice, and the list of voices."""

from collections.abc import Iterator
from itertools import groupby

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import LinkedClaim
from kennisbank.model.site import LinkedPerson, Site
from kennisbank.pages.concept import sort_key
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each voice, then the list."""
    for linked in site.people:
        yield later(f"personen/{linked.person.id}.md", _make_page, linked)
    yield later("personen/index.md", _make_list, site.people)


def _make_page(linked: LinkedPerson) -> bytes:
    meta = make_record_meta(linked.person, _describe(linked))
    meta["search_terms"] = list(linked.person.hidden_labels)
    said, told = _by_concept(linked.claims), _by_concept(linked.told)
    return render_page("person.md.j2", meta, linked=linked, said=said, told=told)


def _make_list(everyone: tuple[LinkedPerson, ...]) -> bytes:
    ordered = sorted(everyone, key=lambda p: sort_key(p.person.name.split()[-1]))
    people = [p for p in ordered if p.person.sort == "persoon"]
    groups = [p for p in ordered if p.person.sort != "persoon"]
    meta = make_meta(
        "lijst", "Personen en groepen", "personen/", "Wie er aan het woord komt, en waarover."
    )
    return render_page(
        "people.md.j2",
        meta,
        people=people,
        groups=groups,
        through_others={p.person.id for p in ordered if _is_known_through_others(p)},
    )


def _describe(linked: LinkedPerson) -> str:
    role = render_plain(linked.roles[0][1]) if linked.roles else ""
    return (
        f"{linked.person.name}, rol: {role}" if role else f"Wat {linked.person.name} zegt, en waar."
    )


def _is_known_through_others(linked: LinkedPerson) -> bool:
    return bool(linked.claims) and all(claim.via for claim in linked.claims)


def _by_concept(claims: tuple[LinkedClaim, ...]) -> list[list[LinkedClaim]]:
    return [list(group) for _, group in groupby(claims, key=lambda claim: claim.concept.id)]
