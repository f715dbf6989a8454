"""The page of each voice, and the list of voices."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from kennisbank.model.linked_concept import LinkedClaim
from kennisbank.model.site import LinkedPerson, Site
from kennisbank.pages.concept import sort_key
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.subject import about_person


def make(site: Site) -> Iterator[Page]:
    """Make the page of each voice, then the list."""
    for linked in site.people:
        yield Page(
            type=TYPE,
            address=linked.person.kind.address(linked.person.id),
            title=linked.person.name,
            template="person.md.j2",
            details=partial(_detail_page, linked),
            record=linked.person,
        )
    yield Page(
        type=TYPE,
        address="personen/",
        title="Personen en groepen",
        template="people.md.j2",
        details=partial(_detail_list, site.people),
        is_list=True,
    )


def _detail_page(linked: LinkedPerson) -> Details:
    values = {
        "linked": linked,
        "said": _by_concept(linked.claims),
        "told": _by_concept(linked.told),
    }
    shown = (linked.notes, linked.roles, linked.claims, linked.told, linked.works)
    subject = about_person(linked)
    return Details(subject.text, values, shown, subject=subject)


def _detail_list(everyone: tuple[LinkedPerson, ...]) -> Details:
    ordered = sorted(everyone, key=lambda p: sort_key(p.person.author.core))
    values = {
        "people": [p for p in ordered if p.person.sort == "persoon"],
        "groups": [p for p in ordered if p.person.sort != "persoon"],
        "through_others": {p.person.id for p in ordered if _is_known_through_others(p)},
    }
    return Details("Wie er aan het woord komt, en waarover.", values)


def _is_known_through_others(linked: LinkedPerson) -> bool:
    return bool(linked.claims) and all(claim.via for claim in linked.claims)


def _by_concept(claims: tuple[LinkedClaim, ...]) -> list[list[LinkedClaim]]:
    """Give the claims by concept, in the order of the terms that readers see."""
    groups = [list(group) for _, group in groupby(claims, key=lambda claim: claim.concept.id)]
    return sorted(groups, key=lambda group: sort_key(group[0].concept.preferred_label))


TYPE = PageType(name="persoon", folder="personen", title="Personen", make=make)
