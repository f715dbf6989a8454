"""Ask the search page what students ask, and count where the right answer stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Request

SETTLED = 1_000
"""Milliseconds after which nothing more is asked for."""
QUESTIONS = Path(__file__).parent / "questions"
"""Sets of questions: `werk` and `proef` to tune with; `eind` and `rollen` are only counted. Those
called `blind` were scored once before anybody saw them; since then they have been studied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and the addresses that answer it."""

    words: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How often the answer is first, among the first three, and its mean reciprocal rank."""

    asked: int
    first: float
    three: float
    reciprocal: float
    zero: int
    single: int
    misled: int
    """Suggestions ("bedoel je") that lead to no right answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a question gave: addresses in order, and what was suggested instead of its words."""

    addresses: list[str]
    meant: str | None


def read_questions(name: str) -> list[Question]:
    """Give the questions of a set."""
    lines = (QUESTIONS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    parts = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Question(words=words, answers=frozenset(to.split())) for words, to in parts]


def ask(page: Page, words: str) -> list[str]:
    """Type a question on the search page; give the addresses of the results in order."""
    page.fill("#zoekvraag", words)
    done = page.locator("ol.treffers:not([aria-busy])").and_(
        page.locator(f"ol[data-vraag={_quote(words)}]")
    )
    done.wait_for(state="attached")
    links = page.locator(".treffer h2 a")
    return [str(href).strip("/") + "/" for href in links.evaluate_all(_PATHS)]


def ask_all(page: Page, questions: Iterable[str]) -> list[Reply]:
    """Ask the engine of the search page, without its fields; give what each question gave."""
    given = page.evaluate(_ASK_ALL, list(questions))
    return [Reply(addresses=addresses, meant=meant) for addresses, meant in given]


def measure_bytes(page: Page, questions: Iterable[str]) -> list[float]:
    """Ask each question on the search page; give the KB that each one transfers."""
    finished: list[Request] = []
    page.context.on("requestfinished", lambda request: finished.append(request))
    costs = []
    for words in questions:
        finished.clear()
        ask(page, words)
        page.wait_for_timeout(SETTLED)
        sizes = [request.sizes() for request in finished]
        costs.append(sum(s["responseBodySize"] + s["responseHeadersSize"] for s in sizes) / 1000)
    return costs


def measure_keys(page: Page, questions: Iterable[str]) -> list[float]:
    """Type questions on the search page key by key; give the milliseconds from key to list."""
    times: list[float] = page.evaluate(_TYPE, list(questions))
    return times


_TYPE = """async (questions) => {
  const field = document.querySelector("#zoekvraag"), list = document.querySelector("ol.treffers");
  const shown = (asked) => new Promise((done) => {
    const look = () => list.dataset.vraag === asked && !list.ariaBusy ? done() : setTimeout(look);
    look();
  });
  const times = [];
  for (const words of questions)
    for (let size = 1; size <= words.length; size++) {
      const start = performance.now();
      field.value = words.slice(0, size);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await shown(field.value.trim());
      times.push(performance.now() - start);
    }
  return times;
}"""
_ASK_ALL = """async (questions) => {
  const root = new URL("..", location.href);
  const { answer } = await import(new URL("assets/zoeken/motor.js", root));
  const given = [];
  for (const words of questions) {
    const { hits, meant } = await answer(words, {}, root);
    given.push([hits.map(({ url }) => url.slice(1)), meant?.name ?? null]);
  }
  return given;
}"""
_PATHS = "links => links.map(link => link.pathname)"


def _quote(words: str) -> str:
    return '"' + words.replace('"', '\\"') + '"'


def find_rank(question: Question, addresses: list[str]) -> int:
    """Give the place of the first right address, from 1; 0 when there is none."""
    places = (n for n, address in enumerate(addresses, 1) if address in question.answers)
    return next(places, 0)


def count(questions: Sequence[Question], replies: Sequence[Reply]) -> Figures:
    """Give the figures for all questions."""
    asked = len(questions)
    ranks = [find_rank(q, r.addresses) for q, r in zip(questions, replies, strict=True)]
    return Figures(
        asked=asked,
        first=sum(rank == 1 for rank in ranks) / asked,
        three=sum(1 <= rank <= 3 for rank in ranks) / asked,
        reciprocal=sum(1 / rank for rank in ranks if rank) / asked,
        zero=sum(not reply.addresses for reply in replies),
        single=sum(len(reply.addresses) == 1 for reply in replies),
        misled=sum(
            bool(reply.meant) and rank != 1 for reply, rank in zip(replies, ranks, strict=True)
        ),
    )
