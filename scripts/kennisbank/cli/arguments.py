"""What the command line may say, in Dutch: each command with its arguments and its steps."""

import argparse
from collections.abc import Callable

from kennisbank.cli import (
    addresses,
    changes,
    editions,
    packages,
    records,
    revising,
    site,
    stats,
    withdrawing,
)
from kennisbank.cli.parser import Parser, one_of, speak_dutch
from kennisbank.cli.say import PRINTERS
from kennisbank.config import Project
from kennisbank.prompt import START, typed
from kennisbank.revise.withdraw import WITHDRAWABLE
from kennisbank.vocabulary import KINDS

Step = Callable[[Project, argparse.Namespace], int]
Add = Callable[..., Parser]

_KINDS = tuple(kind.name for kind in KINDS)


def make_parsers() -> tuple[Parser, dict[str, Parser]]:
    """Give the parser and those of the commands by name; each sets `steps`."""
    speak_dutch()
    parser = Parser(
        prog=START,
        description="Maakt van de records in concepts/ de pagina’s van de kennisbank.",
        epilog=f"Meer over een opdracht: {typed('help new')}. "
        f"Zonder opdracht toont {START} de kennisbank in je browser.",
    )
    commands = parser.add_subparsers(metavar="opdracht", title="opdrachten")
    known: dict[str, Parser] = {}

    def add(name: str, text: str, *steps: Step, example: str = "") -> Parser:
        epilog = f"Voorbeeld: {typed(f'{name} {example}')}" if example else None
        made = commands.add_parser(name, help=text, description=_sentence(text), epilog=epilog)
        made.set_defaults(steps=steps)
        known[name] = made
        return made

    _add_record_commands(add)
    _add_publishing_commands(add)
    _add_revising_commands(add)
    _add_help(add)
    return parser, known


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _add_record_commands(add: Add) -> None:
    check = add("check", "controleer alle records", records.check_all)
    _add_form(check, "de meldingen", tuple(PRINTERS))
    new = add(
        "new",
        "maak een nieuw record als ontwerp",
        records.new,
        example='begrip "Buurtkoffie" --thema collectief-werk',
    )
    new.add_argument("soort", type=one_of(_KINDS), help=", ".join(_KINDS))
    new.add_argument("naam", help="de term, naam of titel, tussen aanhalingstekens")
    new.add_argument("--thema", metavar="id", help="bij een begrip: de map van het thema")
    uses = add("uses", "toon waar een record gebruikt wordt", records.uses, example="macht")
    uses.add_argument("id", help="de bestandsnaam zonder .yml")
    add("stats", "toon waar de kennisbank nog dun is", stats.tell_stats)
    tell = add("changes", "toon wat lezers anders zullen zien", changes.tell_changes)
    tell.add_argument("sinds", nargs="?", help="een git-revisie; anders de laatste publicatie")
    _add_form(tell, "het verslag", ("text", "markdown"))
    make = add("build", "controleer, en schrijf de pagina’s en databestanden", records.build_all)
    make.add_argument("--ontwerpen", action="store_true", help="neem ontwerpen mee")
    add("schema", "schrijf de schema’s voor editors", records.schema)


def _add_form(command: Parser, what: str, forms: tuple[str, ...]) -> None:
    command.add_argument(
        "--format",
        type=one_of(forms),
        metavar="vorm",
        default=forms[0],
        help=f"vorm van {what}: {', '.join(forms)}",
    )


def _add_publishing_commands(add: Add) -> None:
    whole = add("site", "bouw de hele site in de map site/", site.build_site)
    whole.add_argument(
        "--renderer",
        type=one_of(tuple(site.RENDERERS)),
        metavar="programma",
        default=site.MKDOCS,
        help=f"wat de pagina's opmaakt: {', '.join(site.RENDERERS)}",
    )
    add(
        "publish",
        "leg nieuwe adressen vast, maak de pakketten en bouw de site",
        *(addresses.publish_addresses, packages.make_packages, site.build_site),
    )
    add(
        "packages",
        "maak de pakketten voor Anki en papier; de volgende bouw neemt ze mee",
        packages.make_packages,
    )
    edition = add(
        "edition", "bewaar de gebouwde site als editie", editions.make_edition, example="2026-2"
    )
    edition.add_argument("naam", help="jaar en nummer, zoals 2026-2")
    add(
        "publish-addresses",
        "leg nieuwe adressen vast; dit hoort bij elke publicatie",
        addresses.publish_addresses,
    )
    redirect = add(
        "redirect",
        "laat een gepubliceerd adres elders heen leiden",
        addresses.redirect,
        example='"begrippen/macht/#stem-x" "begrippen/macht/"',
    )
    redirect.add_argument("oud", help="het gepubliceerde adres")
    redirect.add_argument("nieuw", help="het adres waar lezers dan komen")


def _add_revising_commands(add: Add) -> None:
    rename = add(
        "rename",
        "geef een record een andere naam in zijn adres",
        revising.rename,
        example="begrip werkrelatie de-werkrelatie",
    )
    rename.add_argument("soort", type=one_of(_KINDS), help=", ".join(_KINDS))
    rename.add_argument("oud", help="het id van nu")
    rename.add_argument("nieuw", help="het nieuwe id")
    merge = add(
        "merge", "voeg een begrip bij een ander begrip", revising.merge, example="oud-id blijft-id"
    )
    merge.add_argument("oud", help="het begrip dat opgaat in het andere")
    merge.add_argument("in_begrip", metavar="in", help="het begrip dat blijft")
    withdraw = add(
        "withdraw",
        "haal een record weg dat niet langer gepubliceerd mag zijn",
        withdrawing.withdraw,
        example="persoon het-id",
    )
    kinds = ", ".join(WITHDRAWABLE)
    withdraw.add_argument("soort", nargs="?", type=one_of(WITHDRAWABLE), help=kinds)
    withdraw.add_argument(
        "id", nargs="?", help="de bestandsnaam zonder .yml; leeg: kijk na wat er nog staat"
    )


def _add_help(add: Add) -> None:
    tell = add("help", "leg een opdracht uit", example="new")
    tell.add_argument("over", nargs="?", metavar="opdracht", help="de opdracht, of niets")
