"""What the command line may say, in Dutch."""

import argparse

from kennisbank.cli import (
    addresses,
    changes,
    editions,
    packages,
    records,
    revising,
    withdrawing,
)
from kennisbank.cli.say import PRINTERS
from kennisbank.revise.withdraw import WITHDRAWABLE
from kennisbank.vocabulary import KINDS


def make_parser() -> argparse.ArgumentParser:
    """Give the parser; each command sets `run`."""
    parser = argparse.ArgumentParser(
        prog="kennisbank",
        description="Maakt van de records in concepts/ de pagina’s van de kennisbank.",
    )
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    _add_record_commands(commands)
    _add_address_commands(commands)
    _add_revising_commands(commands)
    return parser


def _add_record_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="controleer alle records")
    check.add_argument("--format", choices=PRINTERS, default="text", help="vorm van de meldingen")
    check.set_defaults(run=records.check_all)
    stats = commands.add_parser("stats", help="toon waar de kennisbank nog dun is")
    stats.set_defaults(run=records.tell_stats)
    tell = commands.add_parser("changes", help="toon wat lezers anders zullen zien")
    tell.add_argument("sinds", nargs="?", help="een git-revisie; anders de laatste publicatie")
    tell.add_argument("--format", choices=("text", "markdown"), default="text")
    tell.set_defaults(run=changes.tell_changes)
    make = commands.add_parser("build", help="controleer, en schrijf de pagina’s en databestanden")
    make.add_argument("--ontwerpen", action="store_true", help="neem ontwerpen mee")
    make.set_defaults(run=records.build_all)
    new = commands.add_parser("new", help="maak een nieuw record als ontwerp")
    new.add_argument("soort", choices=[kind.name for kind in KINDS])
    new.add_argument("naam", help="de term, naam of titel")
    new.add_argument("--thema", help="bij een begrip: de map van het thema")
    new.set_defaults(run=records.new)
    uses = commands.add_parser("uses", help="toon waar een record gebruikt wordt")
    uses.add_argument("id")
    uses.set_defaults(run=records.uses)
    schema = commands.add_parser("schema", help="schrijf de schema’s voor editors")
    schema.set_defaults(run=records.schema)


def _add_address_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    publish = commands.add_parser(
        "publish-addresses", help="leg nieuwe adressen vast; doe dit bij elke publicatie"
    )
    publish.set_defaults(run=addresses.publish_addresses)
    redirect = commands.add_parser(
        "redirect", help="laat een gepubliceerd adres elders heen leiden"
    )
    redirect.add_argument("oud")
    redirect.add_argument("nieuw")
    redirect.set_defaults(run=addresses.redirect)


def _add_revising_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rename = commands.add_parser("rename", help="geef een record een andere naam in zijn adres")
    rename.add_argument("soort", choices=[kind.name for kind in KINDS])
    rename.add_argument("oud", help="het id van nu")
    rename.add_argument("nieuw", help="het nieuwe id")
    rename.set_defaults(run=revising.rename)
    merge = commands.add_parser("merge", help="voeg een begrip bij een ander begrip")
    merge.add_argument("oud", help="het begrip dat opgaat in het andere")
    merge.add_argument("in_begrip", metavar="in", help="het begrip dat blijft")
    merge.set_defaults(run=revising.merge)
    withdraw = commands.add_parser(
        "withdraw", help="haal een record weg dat niet langer gepubliceerd mag zijn"
    )
    withdraw.add_argument("soort", nargs="?", choices=WITHDRAWABLE)
    withdraw.add_argument("id", nargs="?", help="leeg: kijk na wat er nog staat")
    withdraw.set_defaults(run=withdrawing.withdraw)
    package = commands.add_parser(
        "packages", help="maak de pakketten voor Anki en papier; de volgende bouw neemt ze mee"
    )
    package.set_defaults(run=packages.make_packages)
    edition = commands.add_parser("edition", help="bewaar de gebouwde site als editie")
    edition.add_argument("naam", help="jaar en nummer, zoals 2026-2")
    edition.set_defaults(run=editions.make_edition)
