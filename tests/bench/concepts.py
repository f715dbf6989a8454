"""A synthetic concept: its texts, five claims, eight relations."""

import textwrap
from collections.abc import Iterator

from bench import words
from bench.plan import THEMES, Plan
from bench.records import Record, dump, dump_block

RELATIONS, CLAIMS, PLACES, SAYINGS = 8, 5, 6, 12
ROOTS, CHILDREN = 10, 6
SIZES = ("kern",) * 3 + ("gewoon",) * 5 + ("kort",) * 2
LENGTHS = {"kern": 240, "gewoon": 120, "kort": 0}


def make_concept(plan: Plan, number: int) -> tuple[str, Record]:
    """Give the theme and the record of a concept."""
    term = plan.terms[number]
    size = SIZES[number % len(SIZES)]
    record: Record = {
        "voorkeursterm": term,
        "zoektermen": (f"wat is {term.lower()}", f"{term.lower()} in de praktijk"),
        "engels": f"concept {number}",
        "omvang": size,
        "definitie": f"het geheel van wat mensen doen waarbij iemand {plan.pick(words.DOES)}",
        "definitie_van": "redactie",
        "uitleg": " ".join(plan.chance.sample(words.EASY, 4)),
    }
    if LENGTHS[size]:
        record["toelichting"] = _elaborate(plan, LENGTHS[size])
        record["vragen"] = "\n".join(plan.chance.sample(words.QUESTIONS, 2))
    record["zo_gezegd"] = "\n".join(plan.write_sentences(1) for _ in range(SAYINGS))
    claims = range(number * CLAIMS, (number + 1) * CLAIMS)
    record["uitspraken"] = "\n" + "".join(_claim(plan, claim) for claim in claims)
    record["relaties"] = "\n" + "".join(_relations(plan, number))
    return THEMES[number % len(THEMES)], record


def _elaborate(plan: Plan, length: int) -> str:
    """Give paragraphs of `length` words or a little more, with links and bare terms."""
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < length:
        bare, linked = (plan.pick(plan.terms).lower() for _ in range(2))
        paragraphs.append(
            f"{plan.write_sentences(1)} Denk ook aan {bare}, of aan [[{linked}]]. "
            f"{plan.write_sentences(1)}"
        )
    return "\n\n".join(paragraphs)


def _claim(plan: Plan, number: int) -> str:
    """Give a claim; together they reach every place of every source."""
    source, turn = number % len(plan.sources), number // len(plan.sources)
    speakers = plan.speakers(source)
    claim: Record = {"wie": speakers[turn % 2]}
    if number % 5 == 0:
        claim = {"wie": plan.outsider(source), "via": speakers[0]}
    claim |= {"bron": plan.sources[source], "plaats": f"plaats-{turn % PLACES}"}
    if number % 25 == 7:
        claim["cijfer"] = f"{int(plan.chance.random() * 96) + 2} procent"
        claim["voorbehoud"] = "Het gaat om een kleine groep uit één wijk."
    claim["tekst"] = plan.write_sentences(2 + number % 2)
    return "- " + textwrap.indent(dump(claim), "  ")[2:]


def _relations(plan: Plan, number: int) -> Iterator[str]:
    """Give eight relations: one up, a tension in one of four, the rest sideways.

    A sideways relation never meets an ancestor, and goes to a concept less than half the circle
    ahead: so no pair is written from both sides.
    """
    up = _ancestors(number)[:1]
    yield _relation(plan, number, "onderdeel_van" if number % 4 == 0 else "breder", up)
    half = range(1, (len(plan.ids) + 1) // 2)
    steps = plan.chance.sample(half, min(len(half), 3 * RELATIONS))
    others = ((number + step) % len(plan.ids) for step in steps)
    beside = [n for n in others if n not in _ancestors(number) and number not in _ancestors(n)]
    tensions = int(number % 4 == 1)
    yield _relation(plan, number, "spanning", beside[:tensions])
    yield _relation(plan, number, "verwant", beside[tensions : RELATIONS - len(up)])


def _relation(plan: Plan, number: int, kind: str, others: list[int]) -> str:
    term = plan.terms[number]
    reasons = (
        dump_block(
            plan.ids[other],
            f"{term} en {plan.terms[other].lower()} {plan.pick(words.REASONS)}.",
            "    ",
        )
        for other in others
    )
    return f"  {kind}:\n" + "".join(reasons) if others else ""


def _ancestors(number: int) -> list[int]:
    """Give the concepts above one, the nearest first, in ten trees of six children a branch."""
    found = []
    while number >= ROOTS:
        number = (number - ROOTS) // CHILDREN
        found.append(number)
    return found
