"""A parser that speaks Dutch: argparse looks up its sentences, here they are.

argparse asks gettext for each of its sentences, in the language of the machine. The records are
in Dutch, and so is the command, whatever the machine speaks. Errors of programmers are not here.
"""

import argparse
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from kennisbank.cli.say import WRONG_USE, refuse
from kennisbank.problems import suggest
from kennisbank.prompt import START, typed

SENTENCES = {
    "usage: ": "gebruik: ",
    "%(heading)s:": "%(heading)s:",
    "positional arguments": "wat erachter komt",
    "options": "wat er ook bij mag",
    "subcommands": "opdrachten",
    "show this help message and exit": "toon deze uitleg",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "hier ontbreekt nog: %s",
    "one of the arguments %s is required": "hier ontbreekt een van: %s",
    "unrecognized arguments: %s": "%s is te veel",
    "expected one argument": "hier hoort één waarde achter",
    "expected at most one argument": "hier hoort hooguit één waarde achter",
    "expected at least one argument": "hier hoort minstens één waarde achter",
    "expected %s argument": "hier hoort %s waarde achter",
    "expected %s arguments": "hier horen %s waarden achter",
    "invalid %(type)s value: %(value)r": '"%(value)s" kan hier niet',
    "invalid choice: %(value)r (choose from %(choices)s)": (
        '"%(value)s" kan hier niet; kies uit: %(choices)s'
    ),
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        '"%(value)s" kan hier niet; bedoel je "%(suggestion)s"?'
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        'opdracht "%(parser_name)s" bestaat niet; kies uit: %(choices)s'
    ),
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan %(matches)s zijn; schrijf het voluit"
    ),
    "unexpected option string: %s": "%s hoort hier niet; haal het weg",
    "not allowed with argument %s": "dit kan niet samen met %s",
    "ignored explicit argument %r": "hier hoort geen waarde achter, maar er staat %r",
    "can't open '%(filename)s': %(error)s": '"%(filename)s" is niet te openen: %(error)s',
    " (default: %(default)s)": " (anders: %(default)s)",
}
"""The sentences of argparse in Python 3.11 to 3.14 that a person can get to see."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that says how to get help."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help, and stop with the status of wrong use."""
        command = self.prog.removeprefix(START).strip()
        end = "" if message.endswith("?") else ";"
        refuse(f"{message}{end} uitleg: {typed(f'help {command}'.strip())}")
        raise SystemExit(WRONG_USE)


def speak_dutch() -> None:
    """Let argparse find its sentences in this table; it has no other way than its own `_`."""

    def find(text: str) -> str:
        return SENTENCES.get(text, text)

    def find_number(one: str, more: str, number: int) -> str:
        return find(one if number == 1 else more)

    vars(argparse).update(_=find, ngettext=find_number)


def one_of(names: Iterable[str]) -> Callable[[str], str]:
    """Give the type of an argument that is one of these words; another gets the nearest."""
    known = tuple(names)

    def choose(value: str) -> str:
        if value not in known:
            hint = suggest(value, known) or f"; kies uit: {', '.join(known)}"
            raise argparse.ArgumentTypeError(f'"{value}" kan hier niet{hint}')
        return value

    return choose
