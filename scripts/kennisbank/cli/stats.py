"""The command that tells what to do next: where the knowledge base is thin, worst first."""

import argparse
from collections import Counter
from collections.abc import Iterator

from kennisbank.cli.say import GOOD, PROBLEMS, print_problems
from kennisbank.config import Project
from kennisbank.model.concept import Concept
from kennisbank.model.git_host import read_git_host
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.settings import Settings
from kennisbank.model.site import Site
from kennisbank.pipeline import check_records
from kennisbank.render import render_plain
from kennisbank.rules.readability import LOWEST, measure_ease

_SHOWN = 8
_FEW_TERMS = 3
_MUCH, _LITTLE = 0.4, 0.1


def tell_stats(project: Project, options: argparse.Namespace) -> int:
    """Tell where the knowledge base is thin."""
    check = check_records(project)
    if not check.is_good or check.site is None:
        print_problems(check)
        return PROBLEMS
    print(_write_stats(check.records, check.site), end="")
    return GOOD


def _write_stats(records: Records, site: Site) -> str:
    """Give the whole report in Dutch, at most 80 columns wide."""
    parts = (
        ("Wat er is", tuple(_count(records, site))),
        ("Kernbegrippen die nog iets missen", tuple(_lacking(site))),
        ("Leunt op de artikelen", tuple(_leaning(site))),
        ("Weinig zoektermen", tuple(_few_terms(site))),
        ("Moeilijkst te lezen (leesindex)", tuple(_hardest(site))),
        ("Langst niet gewijzigd", tuple(_oldest(records))),
        ("Ontwerpen", tuple(_drafts(records))),
        ("Wat lezers niet kunnen", tuple(_closed(records.settings))),
    )
    return "\n".join(
        line
        for heading, lines in parts
        for line in (heading, *(f"  {each}" for each in lines or ("niets",)), "")
    )


def _count(records: Records, site: Site) -> Iterator[str]:
    for name in RECORD_FIELDS:
        yield f"{len(records.by_kind(name)):5}  {name}"
    for theme in site.themes:
        core = sum(linked.concept.size == "kern" for linked in theme.concepts)
        yield f"{len(theme.concepts):5}  begrip in {theme.theme.name}, {core} kern"


def _lacking(site: Site) -> Iterator[str]:
    found = []
    for linked in site.concepts.values():
        concept = linked.concept
        if concept.size != "kern":
            continue
        missing = [
            name
            for name, is_there in (
                ("voorbeeld", bool(linked.examples)),
                ("Engelse term", bool(concept.english_label)),
                ("tweede stem", len(linked.voices) > 1),
                ("derde relatie", len(linked.relations) > 2),
                ("leerroute", bool(linked.stops)),
            )
            if not is_there
        ]
        if missing:
            found.append((-len(missing), concept.id, f"{concept.id}: {', '.join(missing)}"))
    yield from (line for _, _, line in sorted(found)[: 2 * _SHOWN])
    if len(found) > 2 * _SHOWN:
        yield f"en nog {len(found) - 2 * _SHOWN}"


def _leaning(site: Site) -> Iterator[str]:
    counted = Counter(
        claim.source.id for linked in site.concepts.values() for claim in linked.claims
    )
    base = [linked.source for linked in site.sources if linked.source.is_base]
    total = sum(counted[source.id] for source in base) or 1
    for source in sorted(base, key=lambda each: (-counted[each.id], each.id)):
        share = counted[source.id] / total
        mark = "  veel" if share > _MUCH else "  weinig" if share < _LITTLE else ""
        yield f"{share:5.0%}  {source.id} ({counted[source.id]} uitspraken){mark}"


def _few_terms(site: Site) -> Iterator[str]:
    found = sorted(
        (len(linked.concept.hidden_labels), linked.concept.id) for linked in site.concepts.values()
    )
    yield from (f"{number:5}  {name}" for number, name in found[:_SHOWN] if number < _FEW_TERMS)


def _hardest(site: Site) -> Iterator[str]:
    found = sorted(
        (measure_ease(render_plain(linked.short)), linked.concept.id)
        for linked in site.concepts.values()
    )
    for index, name in found[:_SHOWN]:
        yield f"{index:5.0f}  {name}{'  onder de grens' if index < LOWEST else ''}"


def _oldest(records: Records) -> Iterator[str]:
    found = sorted(
        (record.changes[0].day, record.kind.name, record.id)
        for record in records.all()
        if isinstance(record, Concept)
    )
    yield from (f"{day.isoformat()}  {name}" for day, _, name in found[:_SHOWN])


def _closed(settings: Settings | None) -> Iterator[str]:
    """Say what readers miss that a line in kennisbank.yml would give them."""
    if settings is None:
        return
    if not settings.editor:
        yield 'een pagina verbeteren: zet bij "bewerken" waar je git-host een bestand'
        yield "  laat bewerken, dan staat op elke pagina Verbeter deze pagina"
    elif not read_git_host(settings.editor):
        yield "met een formulier verbeteren: dat kan alleen bij GitHub en GitLab;"
        yield "  nu gaan ze naar de editor van de host zelf"
    if not (settings.feedback_form or settings.contact):
        yield 'melden wat niet klopt: vul "contact" of "meldpunt" in'


def _drafts(records: Records) -> Iterator[str]:
    yield from (f"{record.kind.name} {record.id}" for record in records.all() if record.is_draft)
