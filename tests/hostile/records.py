"""A knowledge base whose every field of text holds hostile values, and its harmless twin."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from building import GOLDEN
from hostile.values import LINES, VALUES

WIDEST = 280
MANY = 90
"""How many values one concept carries as claims, relations and the like; the next takes more."""

CONCEPTS = (len(VALUES) + 1) // 2
"""Each concept holds two values, in its term and in every field of prose."""
SHARE = 12
"""How many values one field of prose of a lesser record holds; there are some twenty of each."""

Spell = Callable[[str], str]
Fields = dict[str, Any]


def leave(value: str) -> str:
    """Give a value as it is."""
    return value


def _prose(value: str) -> str:
    """Give a value as prose may hold it: without the brackets of a link that is none."""
    return value.replace("]]", "] ]")


def tame(value: str) -> str:
    """Give harmless words in the place of a value, another for each."""
    number = VALUES.index(value)
    return f"woord{chr(97 + number // 26)}{chr(97 + number % 26)}"


def write_records(root: Path, spell: Spell) -> None:
    """Write the knowledge base below `root`, each value as `spell` gives it."""
    concepts = root / "concepts"
    shutil.rmtree(concepts, ignore_errors=True)
    for path, fields in _make_records(spell):
        file = concepts / path
        file.parent.mkdir(parents=True, exist_ok=True)
        changes = fields.pop("wijzigingen", None) or "2026-11-23 Eerste versie"
        if not path.startswith("kennisbank"):
            fields["wijzigingen"] = Block(changes)
        file.write_text(write_yaml(fields), encoding="utf-8")
    drawings = root / "docs" / "assets" / "diagrammen"
    drawing = (GOLDEN / "docs/assets/diagrammen/de-loop.svg").read_text(encoding="utf-8")
    for file in (concepts / "diagrammen").iterdir():
        drawings.mkdir(parents=True, exist_ok=True)
        own = drawing.replace("de-loop", file.stem)
        (drawings / f"{file.stem}.svg").write_text(own, encoding="utf-8")


class Block(str):
    """Text that is written as a block of YAML."""

    __slots__ = ()


def write_yaml(value: Any, indent: str = "") -> str:
    """Give fields as an author writes them: lists, quoted lines and blocks."""
    lines = []
    for key, inner in value.items():
        if isinstance(inner, Block):
            body = "".join(f"{indent}  {line}\n" if line else "\n" for line in inner.split("\n"))
            lines.append(f"{indent}{key}: |2\n{body}")
        elif isinstance(inner, dict):
            lines.append(f"{indent}{key}:\n{write_yaml(inner, indent + '  ')}")
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            parts = (write_yaml(part, indent + "  ")[len(indent) + 2 :] for part in inner)
            lines.append(f"{indent}{key}:\n" + "".join(f"{indent}- {part}" for part in parts))
        elif isinstance(inner, list):
            parts = (f"{indent}- {_quote(part)}\n" for part in inner)
            lines.append(f"{indent}{key}:\n" + "".join(parts))
        else:
            lines.append(f"{indent}{key}: {_quote(inner)}\n")
    return "".join(lines)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pack(spell: Spell, turn: int) -> list[str]:
    """Give all values of one line, packed in as few lines as a field may hold."""
    packed: list[list[str]] = []
    width = WIDEST
    for value in (*LINES[turn:], *LINES[:turn]):
        if width + len(value) >= WIDEST:
            packed.append([])
            width = 0
        packed[-1].append(value)
        width += len(value) + 1
    return [" ".join(map(spell, values)) for values in packed]


def _some(spell: Spell, number: int) -> Block:
    """Give a share of the values as prose, each a paragraph; the next number gives the next."""
    values = (VALUES[(number * SHARE + step) % len(VALUES)] for step in range(SHARE))
    return Block("\n\n".join(_prose(spell(value)) for value in values))


def _ask(lines: Sequence[str]) -> Block:
    """Make a question of each line: it ends with a mark, and starts as no list does."""
    starts = ("- ", "+ ", "* ", "1. ", "1) ")
    asked = (f"Wat is {line}?" if line.startswith(starts) else f"{line}?" for line in lines)
    return Block(_prose("\n".join(asked)))


def _line_by_line(spell: Spell, number: int) -> Block:
    values = (LINES[(number * SHARE + step) % len(LINES)] for step in range(SHARE))
    return Block("\n".join(_prose(spell(value)) for value in values))


def _make_records(spell: Spell) -> Iterator[tuple[str, Fields]]:
    yield from _make_shelf(spell)
    for number in range(CONCEPTS):
        yield f"begrippen/thema-0/b{number:03}.yml", _make_concept(spell, number)
    for start in range(0, len(VALUES), MANY):
        chosen = VALUES[start : start + MANY]
        yield f"begrippen/thema-1/veel-{start}.yml", _make_crowd(spell, start, chosen)


def pair(number: int) -> str:
    """Give the two values that the term of a concept holds."""
    return f"{LINES[number % len(LINES)]} {LINES[(number + CONCEPTS) % len(LINES)]}"


def _make_concept(spell: Spell, number: int) -> Fields:
    first, second = LINES[number % len(LINES)], LINES[(number + CONCEPTS) % len(LINES)]
    values = VALUES[number::CONCEPTS]
    prose = Block("\n\n".join(_prose(spell(value)) for value in values))
    tension = {"relaties": {"spanning": {f"b{number + 1:03}": prose}}}
    return {
        "voorkeursterm": f"{spell(first)} {spell(second)}",
        "engels": f"{spell(second)} {spell(first)}",
        "omvang": "gewoon",
        "definitie": Block(prose.rstrip(" .!")),
        "definitie_van": "redactie",
        "uitleg": prose,
        "toelichting": prose,
        "uitspraken": [_make_claim(spell, number, values[0])],
        "redactienoot": prose,
        "aanvulling": prose,
        "leesbaarheid": prose,
        **(tension if number % 7 == 0 else {}),
    }


def _make_claim(spell: Spell, number: int, value: str) -> Fields:
    return {
        "wie": f"p-{number % 8}",
        "bron": "s-0",
        "plaats": f"plaats-{number % 100}",
        "cijfer": spell(LINES[number % len(LINES)]),
        "tekst": Block(_prose(spell(value))),
        "voorbehoud": Block(_prose(spell(value))),
    }


def _make_crowd(spell: Spell, start: int, values: Sequence[str]) -> Fields:
    lines = [spell(value) for value in values if value in LINES]
    numbers = range(start, start + len(values))
    reasons = {
        f"b{n % CONCEPTS:03}": Block(_prose(spell(v))) for n, v in zip(numbers, values, strict=True)
    }
    return {
        "voorkeursterm": f"Veel {start}",
        **({"alternatieve_termen": [f"{line} alt" for line in lines]} if lines else {}),
        "zoektermen": lines,
        "verbuigingen": [f"{line} alt" for line in lines],
        "omvang": "gewoon",
        "definitie": Block("een verzameling van van alles"),
        "definitie_van": "redactie",
        "uitleg": Block("Hier komt veel samen."),
        "uitspraken": [_make_claim(spell, n, v) for n, v in zip(numbers, values, strict=True)],
        "relaties": {"verwant": reasons},
        "vragen": _ask(lines),
        "diagrammen": ["d-0"],
        "verder_lezen": ["s-1"],
        "redactienoot": Block("\n\n".join(_prose(spell(value)) for value in values)),
        "wijzigingen": "\n".join(f"2026-11-23 {line}" for line in lines),
    }


def _make_shelf(spell: Spell) -> Iterator[tuple[str, Fields]]:
    packs = [_pack(spell, 37 * turn) for turn in range(12)]
    last = max(map(len, packs))
    packs = [[*pack, *pack][:last] for pack in packs]
    yield "kennisbank.yml", _make_settings(spell)
    for number, (name, other, *more) in enumerate(zip(*packs, strict=True)):
        yield (
            f"themas/thema-{number}.yml",
            {
                "titel": name,
                "volgorde": str(number + 1),
                "kernvraag": Block(f"{_some(spell, number)}?"),
                "inleiding": _some(spell, number + 1),
            },
        )
        yield f"bronnen/s-{number}.yml", _make_source(spell, number, (name, other, *more))
        yield (
            f"personen/p-{number}.yml",
            {
                "naam": other,
                "soort": "persoon",
                "rollen": {"s-0": _some(spell, number)},
                "zoektermen": [name],
            },
        )
        yield (
            f"voorbeelden/v-{number}.yml",
            {
                "titel": more[0],
                "tekst": _some(spell, number),
                "wie": "p-0",
                "bron": "s-0",
                "plaats": "plaats-0",
                "begrippen": ["b000", "b001"],
                "vraag": Block(f"{_some(spell, number + 2)}?"),
            },
        )
        yield f"leerroutes/r-{number}.yml", _make_route(spell, number, more[1])
        yield (
            f"diagrammen/d-{number}.yml",
            {
                "titel": more[2],
                "tekst": _some(spell, number),
                "bronnen": ["s-0"],
            },
        )


def _make_settings(spell: Spell) -> Fields:
    packed = _pack(spell, 0)
    return {
        "titel": packed[0],
        "omschrijving": Block("\n\n".join(_prose(spell(value)) for value in VALUES)),
        "uitgever": packed[1],
        "licentie": packed[2],
        "licentie_url": "https://klein.example/licentie",
        "dubbelzinnige_termen": [spell(value) for value in LINES[::9]],
    }


def _make_source(spell: Spell, number: int, lines: tuple[str, ...]) -> Fields:
    is_first = number == 0
    places = {f"plaats-{n}": spell(value) for n, value in enumerate(LINES)}
    places = places if is_first else {}
    authors = [f"{spell(value)}, V." for value in LINES] if is_first else []
    return {
        "soort": "artikel",
        **({"basis": "ja"} if is_first else {}),
        "titel": lines[0],
        "ondertitel": lines[1],
        "auteurs": [f"{lines[2]}, V.", "p-1", *authors],
        "in": f"{lines[3]}, 7(1)",
        "uitgever": lines[4],
        "datum": "2019",
        "paginas": lines[5],
        "doi": lines[6],
        "isbn": lines[7],
        "samenvatting": _some(spell, number),
        **({"plaatsen": places, "sprekers": [f"p-{n}" for n in range(8)]} if is_first else {}),
        **(_make_silence(spell) if is_first else {}),
        "onbekend": _line_by_line(spell, number),
    }


def _make_silence(spell: Spell) -> Fields:
    silent = range(100, len(LINES))
    return {"zonder_uitspraak": {f"plaats-{n}": Block(_prose(spell(LINES[n]))) for n in silent}}


def _make_route(spell: Spell, number: int, name: str) -> Fields:
    steps = range(number, CONCEPTS, 25)
    return {
        "titel": name,
        "doel": _some(spell, number),
        "voor_wie": _some(spell, number + 1),
        "minuten": "45",
        "stappen": {f"b{n:03}": Block(_prose(spell(VALUES[n]))) for n in steps},
        "vragen": _ask(_line_by_line(spell, number).split("\n")),
        "werkvormen": [
            {"titel": spell(value), "minuten": "15", "tekst": Block(_prose(spell(value)))}
            for value in LINES[number::23]
        ],
    }
