"""What the disk refuses, told in Dutch by the number of the error, never in the system's words."""

import errno
import os
import re
from pathlib import Path
from typing import NamedTuple


class Refusal(NamedTuple):
    """What could not be done, why, and what to do."""

    act: str
    reason: str
    advice: str


_EITHER = "lezen of schrijven"
_RIGHTS = "je hebt er geen rechten op, of het staat open in een ander programma"
_REFUSALS = {
    errno.ENOSPC: Refusal("schrijven", "de schijf is vol", "maak ruimte"),
    errno.EDQUOT: Refusal("schrijven", "de schijf is vol", "maak ruimte"),
    errno.EFBIG: Refusal("schrijven", "het is te groot voor deze schijf", "maak het kleiner"),
    errno.EROFS: Refusal(
        "schrijven", "de schijf is alleen om te lezen", "zet de map op een andere plek"
    ),
    errno.EACCES: Refusal(_EITHER, _RIGHTS, "sluit dat programma of vraag om rechten"),
    errno.EPERM: Refusal(_EITHER, _RIGHTS, "sluit dat programma of vraag om rechten"),
    errno.EBUSY: Refusal(_EITHER, "het is in gebruik", "sluit andere programma's"),
    errno.EIO: Refusal(_EITHER, "de schijf geeft een fout", "controleer de schijf"),
    errno.ENXIO: Refusal(_EITHER, "het apparaat is er niet", "controleer de schijf"),
    errno.ENODEV: Refusal(_EITHER, "het apparaat is er niet", "controleer de schijf"),
    errno.ESTALE: Refusal(_EITHER, "de netwerkschijf is weg", "maak opnieuw verbinding"),
    errno.ETIMEDOUT: Refusal(_EITHER, "de netwerkschijf antwoordt niet", "maak opnieuw verbinding"),
    errno.ENOENT: Refusal(_EITHER, "het is verdwenen", "sluit andere opdrachten"),
    errno.EISDIR: Refusal(_EITHER, "het is een map en geen bestand", "geef de map een andere naam"),
    errno.ENOTDIR: Refusal(
        _EITHER, "een deel van het pad is een bestand en geen map", "geef het een andere naam"
    ),
    errno.EEXIST: Refusal("schrijven", "het bestaat al", "kies een andere naam"),
    errno.ENOTEMPTY: Refusal("weghalen", "de map is niet leeg", "sluit andere programma's"),
    errno.ENAMETOOLONG: Refusal("schrijven", "de naam is te lang", "kies een kortere naam"),
    errno.EINVAL: Refusal(_EITHER, "de naam kan op deze schijf niet", "kies een andere naam"),
    errno.ELOOP: Refusal(_EITHER, "koppelingen wijzen in een kring", "haal de koppeling weg"),
    errno.EMFILE: Refusal(_EITHER, "er staan te veel bestanden open", "sluit andere programma's"),
    errno.ENFILE: Refusal(_EITHER, "er staan te veel bestanden open", "sluit andere programma's"),
    errno.ENOMEM: Refusal(_EITHER, "het geheugen is vol", "sluit andere programma's"),
    errno.EPIPE: Refusal("schrijven", "wie het zou lezen, is gestopt", "sluit andere opdrachten"),
    errno.EXDEV: Refusal("schrijven", "de mappen staan op twee schijven", "zet ze bij elkaar"),
}
_OPEN_ELSEWHERE = Refusal("schrijven", "een ander programma heeft het open", "sluit dat")
_SHARING_VIOLATION = 32
"""What Windows says of a file that another program has open."""
_ERRNO = re.compile(r"\[Errno (\d+)\]")


def find_refusal(error: OSError) -> Refusal:
    """Give what the system's number for an error means; an unknown number is told itself."""
    if getattr(error, "winerror", 0) == _SHARING_VIOLATION:
        return _OPEN_ELSEWHERE
    inner = _ERRNO.search(str(error))
    code = error.errno or (int(inner[1]) if inner else 0)
    unknown = f"de computer geeft fout {code}" if code else "de computer zegt niet waarom"
    return _REFUSALS.get(code, Refusal(_EITHER, unknown, "controleer de schijf"))


def explain(error: OSError) -> str:
    """Say in one line what the disk refused, why, and what to do."""
    act, reason, advice = find_refusal(error)
    name = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else ""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    file = f'"{shown}"' if shown else "een bestand"
    return f"kan {file} niet {act}: {reason}; {advice} en probeer het opnieuw"
