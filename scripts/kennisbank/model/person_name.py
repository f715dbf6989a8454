"""Names of people in parts, as references need them: one place for every text and file.

Two customs meet here. In the Netherlands a prefix (tussenvoegsel) is written small after a given
name and with a capital without one: Abel de Riet, De Riet, A. In Flanders it belongs to the
family name and keeps its capital: An Van Damme. So a small word inside a name is always a prefix;
a capital one is a prefix when it stands in the table below. Sources: taaladvies.net, "J. Van den
Berg / J. van den Berg"; APA in Dutch, as Tilburg University and HAN print it (the first prefix
with a capital, sorted under it); the words of Landelijke Tabel 36, Voorvoegsels geslachtsnaam.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TABLE = """
aan abou abu af al am auf aus ben bij bin bint boven da dal dalla das de deca degli dei del della
dem den der des di die do don dos du el gen het ibn im in la las le les lo los of onder op over te
ten ter tho thoe thor to toe tot uijt uit unter van vande vanden vander ver vom von voor vor zu zum
zur
"""
PREFIXES = frozenset(_TABLE.split())
_GIVEN_TOO = frozenset({"al", "ben", "bin", "di", "do", "don", "lo", "tho", "thor", "to"})
"""Prefixes that are a given name when a name begins with them: Ben Feringa."""
_LINKING = frozenset({"e", "i", "y"})
"""Words between two halves of a family name: Ortega y Gasset."""
_AND = frozenset({"&", "and", "en", "et", "und"})
"""Words between several people, or in the name of an institution."""
_TITLES = frozenset(
    {"bc", "dhr", "dr", "drs", "ds", "ing", "ir", "lic", "mevr", "mr", "mw", "prof"}
)
_DEGREES = frozenset({"BA", "BSc", "BSW", "LLM", "MA", "MBA", "MD", "MEd", "MSc", "MSW", "PhD"})
_SUFFIXES = frozenset({"Jr", "Sr", "jr", "sr", "II", "III", "IV"})
_APOSTROPHES = "'’‘`´"
_ELIDED = re.compile(rf"(?P<particle>[dl][{_APOSTROPHES}]|[a-z]{{2}}-)(?P<core>\w.*)")
_CAPITALS = re.compile(r"\b[A-Z]{2,3}\b(?!\.)")
"""Initials without stops, as in JP Zilverling."""
_SPACED_HYPHEN = re.compile(r"\s+[-–]\s*|(?<=\w)[-–]\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts; without given names it is one whole, as of an institution or a group."""

    core: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def family(self) -> str:
        """Give the family name as it stands first or alone: "De Riet", "'t Hart"."""
        written = self.family_inside
        return written[:1].upper() + written[1:] if self.particle else written

    @property
    def family_inside(self) -> str:
        """Give the family name as it follows given names: "de Riet"."""
        space = " " if self.particle and self.particle[-1] not in f"{_APOSTROPHES}-" else ""
        return f"{self.particle}{space}{self.core}"

    @property
    def initials(self) -> str:
        """Give the initials: "J. P.", "J.-P.", "Chr."."""
        return " ".join("-".join(map(_initial, word.split("-"))) for word in self.given.split())

    @property
    def cited(self) -> str:
        """Give the name as a list of references begins with it: "De Riet, A."."""
        return ", ".join(part for part in (self.family, self.initials, self.suffix) if part)

    @property
    def cited_inside(self) -> str:
        """Give the name as it stands inside a reference: "A. de Riet"."""
        return f"{self.initials} {self.family_inside}".strip()

    @property
    def written(self) -> str:
        """Give the whole name as people write it: "Abel de Riet"."""
        return " ".join(part for part in (self.given, self.family_inside, self.suffix) if part)


def read_person(text: str) -> Name:
    """Read a person's name, as people write it or family name first; titles are left out."""
    text = _SPACED_HYPHEN.sub("-", " ".join(text.split()))
    head, *rest = (part.strip() for part in text.split(","))
    words = _without_titles(head.split())
    if _AND & set(words):
        return Name(text)
    rest = [part for part in rest if part and part.replace(".", "") not in _DEGREES]
    suffix = ""
    if rest and _is_suffix(rest[-1]):
        suffix = rest.pop()
    elif len(words) > 1 and _is_suffix(words[-1]):
        suffix = words.pop()
    if rest:
        return _join(_split_inverted(words, rest[0].split()), suffix)
    return _join(_split(words), suffix)


def read_author(text: str) -> Name:
    """Read an author of a source: "Achternaam, V." is a person, all else stays one whole."""
    head, _, rest = text.partition(",")
    return read_person(text) if _is_person(head.split(), rest) else Name(text.strip(" ,"))


def _is_person(family: list[str], rest: str) -> bool:
    """Tell a person from an institution with a comma in its name."""
    given = rest.replace(",", " ").split()
    if not family or not given:
        return False
    if all(word.endswith(".") or (_is_small(word) and _is_prefix(word)) for word in given):
        return True
    if (_AND | _LINKING) & set(given) or any(map(str.isdigit, rest)):
        return False
    if given[0][0].islower() and not _is_prefix(given[0]):
        return False
    return _is_prefix(family[0]) or not any(map(_is_prefix, family))


def _join(parts: tuple[Sequence[str], Sequence[str], Sequence[str]], suffix: str) -> Name:
    given, particle, core = (" ".join(words) for words in parts)
    if not particle and (match := _ELIDED.fullmatch(core)):
        particle, core = match["particle"], match["core"]
    given = re.sub(r"\.(?=[^\s.-])", ". ", _CAPITALS.sub(_dot, given))
    return Name(core, given, particle, suffix)


def _split(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    start = _find_family(words)
    core = start
    while core < len(words) - 1 and _is_small(words[core]):
        core += 1
    return words[:start], words[start:core], words[core:]


def _find_family(words: list[str]) -> int:
    """Give where the family name begins: at the first prefix, else at the last word."""
    last = len(words) - 1
    if last > 0 and words[0].casefold() not in _GIVEN_TOO and _begins_family(words[0]):
        return 0
    for number, word in enumerate(words[1:last], 1):
        if word in _LINKING:
            return number - 1
        if _is_small(word) or _begins_family(word):
            return number
    return max(last, 0)


def _begins_family(word: str) -> bool:
    """Tell whether a word is a prefix, or the first half of a double name: "Jansen-de"."""
    return _is_prefix(word) or _is_prefix(word.rpartition("-")[2])


def _split_inverted(head: list[str], given: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Split "Zwerk, Hans van" and "van Zwerk, Hans" alike; a capital stays as it was written."""
    kept = len(given)
    while kept > 1 and _is_small(given[kept - 1]):
        kept -= 1
    core = 0
    while core < len(head) - 1 and _is_small(head[core]) and _is_prefix(head[core]):
        core += 1
    return given[:kept], [*given[kept:], *head[:core]], head[core:]


def _without_titles(words: list[str]) -> list[str]:
    while len(words) > 1 and _is_title(words[0]):
        words = words[1:]
    while len(words) > 1 and words[-1].replace(".", "") in _DEGREES:
        words = words[:-1]
    return words


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES and (word.endswith(".") or len(word) > 2)


def _is_suffix(word: str) -> bool:
    return word.rstrip(".") in _SUFFIXES


def _is_small(word: str) -> bool:
    return word[:1].islower() or word[:1] in _APOSTROPHES


def _is_prefix(word: str) -> bool:
    return word.casefold() in PREFIXES or word.lstrip(_APOSTROPHES).casefold() in {"s", "t"}


def _dot(match: re.Match[str]) -> str:
    return " ".join(f"{letter}." for letter in match[0])


def _initial(word: str) -> str:
    if word.endswith("."):
        return word
    letters = word.lstrip(_APOSTROPHES)
    return f"{letters[:2]}." if letters.startswith("IJ") else f"{letters[:1]}."
