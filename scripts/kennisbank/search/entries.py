"""What searching can find: each page with its names, its explanation and its passages."""

from collections.abc import Iterator

from kennisbank.model.linked_concept import LinkedClaim, LinkedConcept, Tension, Voice
from kennisbank.model.record_address import page_address
from kennisbank.model.site import (
    LinkedPerson,
    LinkedSource,
    LinkedTheme,
    Site,
)
from kennisbank.model.voices import write_author
from kennisbank.pages.concept import anchor_voices
from kennisbank.render import render_plain
from kennisbank.search.entry import (
    OVERVIEW,
    Entry,
    Passage,
    Show,
    join,
    name_entry,
    paragraphs,
    show_each,
)
from kennisbank.search.overviews import Overview, list_overviews
from kennisbank.search.teaching import list_teaching
from kennisbank.vocabulary import PLACE_ANCHOR, TENSION


def list_shows(site: Site) -> Iterator[Show]:
    """Give for every page that can be found what makes its entry."""
    yield from show_each(_show_concept, site.concepts.values())
    yield from show_each(_show_theme, site.themes)
    yield from show_each(_show_tension, site.tensions)
    yield from show_each(_show_person, site.people)
    yield from show_each(_show_source, site.sources)
    yield from list_teaching(site)
    yield from show_each(_show_overview, list_overviews())


def _show_overview(page: Overview) -> Entry:
    return Entry(
        kind=OVERVIEW,
        address=page.address,
        title=page.title,
        explanation=page.explanation,
        names=page.asking,
        hidden=page.words,
        said=page.said,
    )


def _show_concept(linked: LinkedConcept) -> Entry:
    concept, used = linked.concept, set[str]()
    voices = (
        *anchor_voices(linked.voices, used),
        *anchor_voices(linked.reader_voices, used),
    )
    return name_entry(
        concept,
        explanation=render_plain(linked.definition),
        names=(*concept.alternative_labels, *filter(None, [concept.english_label])),
        hidden=(*concept.hidden_labels, *concept.inflections),
        theme=linked.theme.id,
        passages=(
            *paragraphs("in-het-kort", linked.short),
            *paragraphs("toelichting", linked.elaboration),
            *(passage for voice, anchors in voices for passage in _show_voice(voice, anchors)),
        ),
        more=join(
            *(relation.reason for relation in linked.relations),
            *linked.questions,
            linked.addition,
            linked.editor_note,
        ),
        said=concept.said,
    )


def _show_voice(voice: Voice, anchors: list[str]) -> Iterator[Passage]:
    for claim in voice.claims:
        yield Passage(anchors[0] if anchors else "wie-zegt-wat", _say_who(claim), _say(claim))


def _say_who(claim: LinkedClaim) -> str:
    through = f", volgens {claim.via.name}" if claim.via else ""
    return " en ".join(person.name for person in claim.speakers) + through


def _say(claim: LinkedClaim) -> str:
    text, figure = render_plain(claim.text), claim.claim.figure
    return text if not figure or figure in text else f"{figure}: {text}"


def _show_theme(linked: LinkedTheme) -> Entry:
    return name_entry(
        linked.theme,
        explanation=render_plain(linked.question),
        theme=linked.theme.id,
        passages=tuple(paragraphs("", linked.introduction)),
        more=", ".join(each.concept.title for each in linked.concepts),
        said=linked.theme.said,
    )


def _show_tension(tension: Tension) -> Entry:
    sides = (tension.first.concept, tension.second.concept)
    return Entry(
        kind=TENSION,
        address=page_address(TENSION, tension.id),
        title=tension.title,
        explanation=render_plain(tension.reason) or "Twee begrippen die tegen elkaar in trekken.",
        names=(f"{sides[1].title} en {sides[0].title}",),
        more=" ".join(("spanning", *(label for side in sides for label in side.labels))),
        said=tuple(
            line
            for one, other in (sides, sides[::-1])
            for line in one.tension_said.get(other.id, ())
        ),
    )


def _show_person(linked: LinkedPerson) -> Entry:
    person = linked.person
    said = (*linked.claims, *linked.told)
    return name_entry(
        person,
        explanation=render_plain(linked.roles[0][1]) if linked.roles else "",
        names=(person.author.core,) if person.sort == "persoon" else (),
        hidden=person.hidden_labels,
        more=f"{join(*(role for _, role in linked.roles))} {' '.join(map(_say, said))}",
        said=person.said,
    )


def _show_source(linked: LinkedSource) -> Entry:
    source = linked.source
    authors = [write_author(author) for author in (*linked.authors, *linked.editors)]
    year = source.date[:4]
    return name_entry(
        source,
        explanation=f"{source.sort} · {', '.join(authors)}" if authors else source.sort,
        names=tuple(filter(None, (source.subtitle,))),
        hidden=tuple(authors),
        passages=(
            *paragraphs("", linked.summary),
            *(Passage(f"{PLACE_ANCHOR}{place.id}", place.heading, "") for place in linked.places),
        ),
        more=" ".join(
            (f"{source.sort} {year}", *(_say(c) for place in linked.places for c in place.claims))
        ),
        said=source.said,
    )
