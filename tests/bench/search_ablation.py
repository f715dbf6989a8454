"""Print what each part of searching brings: how well each set is answered without that part.

    make search-quality ABLATION=1

The built site is asked; where a part works in the index, an index without it is served instead.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import ModuleType, SimpleNamespace
from unittest.mock import patch
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from browsing import open_browser
from building import ROOT
from kennisbank.config import find_project
from kennisbank.model.site import Site
from kennisbank.pipeline import check_records
from kennisbank.search import files, make_index, weigh, words
from searching import QUESTIONS, Figures, ask_all, count, read_questions
from serving import serve_site

SCRIPTS = ROOT / "docs" / "assets" / "zoeken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of searching: what stands for it in the index and in the scripts when it is away."""

    index: tuple[tuple[ModuleType, str, object], ...] = ()
    script: tuple[str, str, str] = ("", "", "")
    """File, what stands there, and what stands there instead."""


PARTS = {
    "stems": Part(
        index=(
            (words, "_STEMMER", SimpleNamespace(stemWord=lambda word: word)),
            (words, "_ENDINGS", ()),
        ),
        script=(
            "woorden.js",
            'stemmer(ENDINGS.reduce((rest, ending) => rest.replace(ending, ""), word))',
            "word",
        ),
    ),
    "compounds": Part(
        index=((weigh, "split_compound", lambda *_: None),),
        script=("vraag.js", "near[0]?.off <= 1 ? null : splitCompound(typed, base)", "null"),
    ),
    "typos": Part(
        script=("vraag.js", "count || isHalf ? [] : findNearest(typed, base)", "[]"),
    ),
    "half words": Part(
        script=("vraag.js", "isLast ? typed.length > 1 : !count && typed.length > 2", "false"),
    ),
    "rarity": Part(
        script=(
            "rang.js",
            "Math.log(1 + count / ((postings.get(key)?.length ?? 0) / 2 + 0.5))",
            "1",
        ),
    ),
    "fields": Part(index=((weigh, "FIELDS", dict.fromkeys(weigh.FIELDS, 1.0)),)),
    "whole names": Part(script=("rang.js", "NAME = 0.5", "NAME = 0")),
    "intents": Part(
        script=("rang.js", "findAsked({ words, names, postings }, base);", "new Map();")
    ),
    "everyday words": Part(index=((files, "list_rings", list),)),
    "what people say": Part(
        index=(
            (weigh, "FIELDS", {k: v for k, v in weigh.FIELDS.items() if k != "said"}),
            (files, "weigh_sayings", lambda _: {}),
        )
    ),
    "each saying a text": Part(script=("rang.js", "SAYING = 0.7", "SAYING = 0")),
}


def serve_without(page: Page, part: Part, site: Site) -> None:
    """Serve a page the index and the scripts of a site without a part."""
    content: dict[str, bytes] = {}
    if part.index:
        with _without(part):
            content |= {PurePosixPath(each.path).name: each.content for each in make_index(site)}
    name, old, new = part.script
    if name:
        code = (SCRIPTS / name).read_text(encoding="utf-8")
        assert code.count(old) == 1, (name, old)
        content[name] = code.replace(old, new).encode()

    def answer(route: Route) -> None:
        file = PurePosixPath(urlsplit(route.request.url).path).name
        if file in content:
            kind = "text/javascript" if file.endswith(".js") else "application/json"
            route.fulfill(body=content[file], content_type=kind)
        else:
            route.continue_()

    page.route("**/zoeken/*", answer)


@contextmanager
def _without(part: Part) -> Iterator[None]:
    words.make_key.cache_clear()
    with ExitStack() as stack:
        for module, name, value in part.index:
            stack.enter_context(patch.object(module, name, value))
        yield
    words.make_key.cache_clear()


def measure(page: Page, name: str) -> Figures:
    """Ask the questions of a set."""
    questions = read_questions(name)
    return count(questions, ask_all(page, (question.words for question in questions)))


def main(names: list[str]) -> None:
    """Print a line for each part and set."""
    sets = names or sorted(file.stem for file in QUESTIONS.glob("*.tsv"))
    project = find_project(ROOT)
    site = check_records(project).site if project else None
    assert site
    print(f"{'without':18}" + "".join(f"{name:>22}" for name in sets))
    with serve_site(ROOT / "site") as address, open_browser() as browser:
        for part_name, part in {"(nothing)": Part(), **PARTS}.items():
            page = browser.new_page()
            serve_without(page, part, site)
            page.goto(f"{address}zoeken/")
            figures = [measure(page, name) for name in sets]
            page.close()
            cells = (f"{f.first:8.3f}{f.three:7.3f}{f.reciprocal:7.3f}" for f in figures)
            print(f"{part_name:18}{''.join(cells)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
