"""Signs that make something elsewhere, and that readers here see as they are typed.

Uitleg: In tekst werken alleen een lege regel, lijsten met "- ", *nadruk*, **sterk** en links met
dubbele haken. Al het andere ziet de lezer zoals jij het typt: kopjes met hekjes, tabellen,
genummerde lijsten, HTML, webadressen. Bij elke vondst staat wat je wel kunt schrijven.
Fout:
    toelichting: |
      ## Waarom het telt
      Zie <b>dit</b>, [deze site](https://example.org) en _vooral_ dat.
Goed:
    toelichting: |
      Waarom telt het?
      Zie **dit**, [[bron:zorg-en-de-staat|dit boek]] en *vooral* dat.
"""

import re
from collections.abc import Iterator

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.links import hide_markup
from kennisbank.model.records import Records
from kennisbank.model.text import iterate_prose
from kennisbank.problems import Fault, Where

RULES = ("opmaak-werkt-niet",)

_LIST = 'begin elke regel van een lijst met "- "'
_SOURCE = "maak een bron van dat adres en schrijf [[bron:id|woorden]]"
_STARS = "schrijf *nadruk* of **sterk**"
_SIGNS: tuple[tuple[str, str], ...] = (
    (r"^ *#{1,6} +\S", f"een kop met hekjes; haal ze weg, of {_STARS}"),
    (r"^ *\|.*\| *$|^ *:?-{3,}:? *\|", f"een tabel; {_LIST}"),
    (r"^ *[1a][.)] +\S|\A *\d{1,2}[.)] +\S", f"een genummerde lijst; {_LIST}"),
    (r"^ *[•◦▪●‣·∙○■] *\S|^ *[*+] +[^\s*]", f"dit teken voor een lijst; {_LIST}"),
    (r"^ *[–—] .*\n *[–—] ", f"een lijst met lange streepjes; {_LIST}"),
    (r"^-\w.*\n-\w", "een lijst zonder spatie achter het streepje; zet die erachter"),
    (r"\A- (?:.*\n)*? +(?P<at>[-*•]) +\S", f"een lijst in een lijst; {_LIST}"),
    (r"^- +\[[ xX]\] ", "een vakje om af te vinken; haal de haken weg"),
    (r"^ *> ?\S", "een citaat met >; zet de woorden tussen ‘ en ’"),
    (r"^ *(?:[-=_]{3,}|[*](?: ?[*]){2,}) *$", "een streep; haal de regel weg"),
    (r"^ *(?:!!!|[?]{3}|:::)|^ *\[TOC\]|\{[:#.][^{}]*\}", "opmaak van MkDocs; haal haar weg"),
    (r"`[^`\n]+`|^ *```", "code tussen accenten; schrijf *nadruk*"),
    (r"\[\^[^\]\n]+\]", 'een voetnoot; zet haar in de zin, of bij "redactienoot"'),
    (r"!\[[^\[\]]*\]\(", 'een plaatje; maak er een diagram van en noem het bij "diagrammen"'),
    (
        r"(?<!!)\[[^\[\]]+\]\((?=[^)\n]*\))(?:[a-z]+:|[^\s()]*[./#])",
        f"een link met ronde haken; {_SOURCE}",
    ),
    (r"(?<!\]\()(?:https?://|www\.)\w", f"een webadres in tekst; {_SOURCE}"),
    (r"\[[^\[\]]+\]\[[^\[\]]*\]|^ *\[[^\[\]^]+\]: +\S", f"een link met twee haken; {_SOURCE}"),
    (r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--", f"HTML; haal het weg, of {_STARS}"),
    (
        r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});",
        "een code van HTML; typ het teken zelf",
    ),
    (r"(?<!\w)(_{1,3})(?=[^\W_])[^_]+(?<![\s_])\1(?!\w)", f"nadruk met lage streepjes; {_STARS}"),
    (r"~~(?=\S)[^~]+~~|==(?=\S)[^=]+==", f"doorhalen of markeren; haal de tekens weg, of {_STARS}"),
    (r"\\(?=[\\`*_{}\[\]()#+.!|<>~-])|\\$", "een schuine streep voor een teken; haal haar weg"),
    (r"\*{2,}(?=\S)|(?<=\S)\*{2,}|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)", f"dit sterretje; {_STARS}"),
)
_PATTERNS = tuple((re.compile(pattern, re.MULTILINE), said) for pattern, said in _SIGNS)
_SUSPECT = re.compile(
    r"[|#>`<&_~=\\*+•◦▪●‣·∙○■–—]|\][(\[]|\]:|\[[\^TxX ]|https?:|www\.|[?!:]{3}|\{[:#.]"
    r"|^ *(?:\d|a[.)]|-)",
    re.MULTILINE,
)
"""What a text has when any of the signs is in it; most have not, and are not looked at further."""
_BREAK = re.compile(r"\n *\n")
_LATE_LIST = re.compile(r"(?:(?<=:)\n(- +\S)|\n(- +\S).*\n- +\S)")


def check(records: Records) -> Iterator[Fault]:
    """Give a line for the first of each kind of sign in each paragraph that has no effect."""
    for record in records.all():
        for where, offset, said in _find_signs(record):
            yield record.fault(RULES[0], where, said, level="let op", text_offset=offset)


@remembered
def _find_signs(record: Record) -> Iterator[tuple[Where, int, str]]:
    for where, text in iterate_prose(record):
        if isinstance(where[-1], int) and text.startswith("- "):
            yield where, 0, 'elke regel is hier al een punt van een lijst; haal "- " weg'
        elif _SUSPECT.search(text):
            for start, paragraph in _split(hide_markup(text)):
                yield from ((where, start + at, said) for at, said in _read(paragraph))


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Give each paragraph with its offset."""
    start = 0
    for gap in _BREAK.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _read(paragraph: str) -> Iterator[tuple[int, str]]:
    for pattern, said in _PATTERNS:
        match = pattern.search(paragraph)
        if match:
            has_place = "at" in pattern.groupindex
            at = match.start("at" if has_place else 0)
            at += len(match[0]) - len(match[0].lstrip())
            what, _, advice = said.partition("; ")
            yield at, f"{what} werkt hier niet; {advice}"
    late = None if paragraph.startswith("- ") else _LATE_LIST.search(paragraph)
    if late:
        at = late.start(1) if late[1] else late.start(2)
        yield at, "een lijst midden in een alinea werkt hier niet; zet er een lege regel boven"
