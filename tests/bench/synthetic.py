"""Write a synthetic knowledge base: seeded, valid, and as large as asked.

Each concept writes eight relations and five claims, so that a page shows sixteen relations on
average. There are five themes whatever the size.
"""

from pathlib import Path

from bench import words
from bench.concepts import PLACES, make_concept
from bench.plan import THEMES, Plan, make_id, make_plan
from bench.records import Record, write_record

SMALLEST, LARGEST = 20, 20_000
BASE_SOURCES = 5


def make_records(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` concepts and all that they need below `folder`, an empty concepts/."""
    if not SMALLEST <= count <= LARGEST:
        raise ValueError(f"from {SMALLEST} to {LARGEST} concepts, not {count}")
    plan = make_plan(count, seed)
    _write_settings(folder)
    _write_themes(folder / "themas", plan)
    _write_people(folder / "personen", plan)
    _write_sources(folder / "bronnen", plan)
    for number, name in enumerate(plan.ids):
        theme, record = make_concept(plan, number)
        write_record(folder / "begrippen" / theme / f"{name}.yml", record)
    _write_examples(folder / "voorbeelden", plan)
    _write_routes(folder / "leerroutes", plan)


def _write_settings(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = (
        "titel: Synthetische kennisbank",
        "omschrijving: |\n  Een kennisbank om de snelheid mee te meten.",
        "uitgever: Synthetische kennisbank",
        "licentie: CC BY 4.0",
        "licentie_url: https://creativecommons.org/licenses/by/4.0/deed.nl\n",
    )
    (folder / "kennisbank.yml").write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _write_themes(folder: Path, plan: Plan) -> None:
    for number, theme in enumerate(THEMES):
        record: Record = {
            "titel": theme.replace("-", " ").capitalize(),
            "volgorde": str(number + 1),
            "kernvraag": plan.pick(words.QUESTIONS),
            "inleiding": plan.write_sentences(5),
        }
        write_record(folder / f"{theme}.yml", record)


def _write_people(folder: Path, plan: Plan) -> None:
    for name in plan.people:
        write_record(folder / f"{make_id(name)}.yml", {"naam": name, "soort": "persoon"})


def _write_sources(folder: Path, plan: Plan) -> None:
    places = "\n" + "".join(f"  plaats-{n}: Kop {n + 1}\n" for n in range(PLACES))
    for number, source in enumerate(plan.sources):
        record: Record = {"soort": "artikel"}
        if number < BASE_SOURCES:
            record["basis"] = "ja"
        record |= {
            "titel": f"Over {plan.terms[number].lower()} ({number})",
            "datum": str(2000 + number % 25),
            "samenvatting": plan.write_sentences(2),
            "plaatsen": places,
            "sprekers": plan.speakers(number),
        }
        write_record(folder / f"{source}.yml", record)


def _write_examples(folder: Path, plan: Plan) -> None:
    for number in range(len(plan.ids) // 10):
        source = number % len(plan.sources)
        record: Record = {
            "titel": f"Uit de praktijk, {number + 1}",
            "tekst": plan.write_sentences(6),
            "wie": plan.speakers(source)[0],
            "bron": plan.sources[source],
            "plaats": "plaats-0",
            "begrippen": plan.chance.sample(plan.ids, 3),
            "vraag": plan.pick(words.QUESTIONS),
        }
        write_record(folder / f"voorbeeld-{number:04}.yml", record)


def _write_routes(folder: Path, plan: Plan) -> None:
    for number in range(len(plan.ids) // 20):
        steps = plan.chance.sample(plan.ids, 8)
        record: Record = {
            "titel": f"Route {number + 1}",
            "doel": plan.write_sentences(1),
            "voor_wie": "Voor wie net begint.",
            "minuten": "45",
            "stappen": {concept: plan.write_sentences(1) for concept in steps},
            "vragen": "\n".join(plan.chance.sample(words.QUESTIONS, 3)),
        }
        write_record(folder / f"route-{number:03}.yml", record)
