"""What writers do wrong, and what they are told: every message, its place, and where it leads.

The mistakes stand in mistakes/soorten/; what came of each stands in mistakes/mistakes.txt, for
people to read and judge. `pytest tests/test_mistakes.py --update-golden` writes it anew.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import GOLDEN
from kennisbank.advice.messages import SHAPE_RULES
from kennisbank.config import Project
from kennisbank.pipeline import check_records
from kennisbank.problems import Problem, group_problems
from mistakes.following import follow
from mistakes.reading import Mistake, read_mistakes

pytestmark = pytest.mark.slow

RESULT = Path(__file__).parent / "mistakes" / "mistakes.txt"
TODAY = date(2026, 11, 27)
MISTAKES = tuple(read_mistakes())
STAGES = (
    ("geen-bestand", "te-groot", "onleesbaar", "koppeling"),
    ("geen-record", "codering", "conflict", "leeg-bestand", "onbekende-map", "extensie"),
    ("bestandsnaam", "kopie", "dubbel-id", "tab", "teken", "yaml", "haken", "geen-blok"),
    ("gevouwen-blok", "afgekapt", "anker", "label", "verwijzing", "te-diep", "tweede-record"),
    ("geen-sleutel", "dubbel-veld"),
    SHAPE_RULES,
)
"""Rule ids by what must be right before the next is looked at; what comes after is hidden."""
STEPS = 9
"""So many messages are followed, one after the other."""


class Told(NamedTuple):
    """The problems of a check: as machines get them, and the lines that people see."""

    problems: tuple[Problem, ...]
    lines: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a mistake gave, and the number of problems after each advice that was followed."""

    mistake: Mistake
    told: Told
    after: tuple[Told, ...]

    @property
    def end(self) -> str:
        """Say where following the advice led."""
        if not self.told.problems:
            return "geen melding"
        if not self.after:
            return "een mens moet kiezen of schrijven"
        left = len(self.after[-1].problems)
        return f"opgevolgd: {'goed' if not left else f'nog {left}'}"


def _check(root: Path) -> Told:
    problems = check_records(
        Project(root=root, site_url="https://klein.example/", today=TODAY)
    ).problems
    return Told(problems, group_problems(problems))


def _run(mistake: Mistake, root: Path) -> Outcome:
    for name in ("concepts", "docs/assets"):
        shutil.copytree(GOLDEN / name, root / name)
    shutil.copy(GOLDEN / "mkdocs.yml", root)
    mistake.make(root)
    told = last = _check(root)
    after: list[Told] = []
    while last.lines and len(after) < STEPS and follow(root, last.lines[0]):
        last = _check(root)
        after.append(last)
    return Outcome(mistake=mistake, told=told, after=tuple(after))


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, ...]:
    """Make every mistake, and follow what is said."""
    folder = tmp_path_factory.mktemp("fouten")
    return tuple(_run(mistake, folder / str(n)) for n, mistake in enumerate(MISTAKES))


def _write(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    kind = ""
    for number, outcome in enumerate(outcomes, start=1):
        mistake = outcome.mistake
        if mistake.kind != kind:
            kind = mistake.kind
            yield f"{'=' * 78}\n{kind[3:]}\n{'=' * 78}\n"
        yield f"{number}. {mistake.title}"
        yield from (f"   {step}".rstrip() for step in mistake.steps)
        lines = (re.sub("--source=[0-9a-f]+~", "--source=…~", str(x)) for x in outcome.told.lines)
        yield from (f"   > {line}" for line in lines)
        yield f"   = {mistake.verdict}; {outcome.end}\n"


def test_what_writers_are_told(outcomes: tuple[Outcome, ...], update_golden: bool) -> None:
    """Each mistake gives exactly the lines, and leads to the end, that were read and judged."""
    text = "\n".join(_write(outcomes)) + "\n"
    if update_golden:
        RESULT.write_text(text, encoding="utf-8")
    assert text == RESULT.read_text(encoding="utf-8")


def test_every_mistake_is_named(outcomes: tuple[Outcome, ...]) -> None:
    """Only what may be written has no message, and no message speaks of a machine."""
    silent = [each.mistake.title for each in outcomes if not each.told.problems]
    assert silent == [each.title for each in MISTAKES if each.verdict.startswith("mag")]
    assert len(outcomes) - len(silent) >= 300
    for outcome in outcomes:
        for line in map(str, outcome.told.lines):
            assert not any(word in line for word in ("Success", "Error", "Traceback", "None"))
            assert "\n" not in line


def _stage(rule: str) -> int:
    return next((n for n, rules in enumerate(STAGES) if rule in rules), len(STAGES))


def _is_worse(before: Told, after: Told) -> bool:
    """Tell whether there are more problems, or new ones that did not hide behind an earlier one."""
    old = {problem.rule for problem in before.problems}
    reached = min(map(_stage, old))
    new = {problem.rule for problem in after.problems} - old
    return len(after.problems) > len(before.problems) or any(_stage(r) <= reached for r in new)


def test_following_never_makes_it_worse(
    outcomes: tuple[Outcome, ...], record_property: Callable[[str, object], None]
) -> None:
    """After each advice there are no more problems than before, and none of a new kind."""
    ends: Counter[str] = Counter()
    worse = []
    for outcome in outcomes:
        for before, after in pairwise((outcome.told, *outcome.after)):
            if _is_worse(before, after):
                lines = "\n".join((*map(str, before.lines), "=>", *map(str, after.lines)))
                worse.append(f"{outcome.mistake.title}\n{lines}")
        ends[outcome.end if outcome.end.endswith(("goed", "g", "n")) else "beter, niet goed"] += 1
    assert not worse, "\n\n".join(worse)
    record_property("mistakes of writers", len(outcomes))
    for end, count in sorted(ends.items()):
        record_property(end, count)
