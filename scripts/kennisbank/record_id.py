"""What may be the id of a record: its file has that name, and its addresses hold it.

The check, `new` and `rename` ask here, and nowhere else is an id refused.
"""

import re

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 80
"""Letters: the id of a tension holds two, and a path on Windows has no more than 260."""
_OURS = frozenset({"index"})
"""The page of a folder itself: `begrippen/index.md` is the list of all."""
_WINDOWS = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)))
)
"""Devices: no file may be called so, whatever its extension (Windows, "Naming Files")."""


def refuse_id(name: str) -> str:
    """Say in Dutch why this is no id, with what to do, or nothing when it is one."""
    if not re.fullmatch(ID_PATTERN, name):
        return f'"{name}" is geen id; gebruik kleine letters zonder accent, cijfers en streepjes'
    if len(name) > LONGEST_ID:
        return f"dit id heeft {len(name)} tekens; kies een korter, van ten hoogste {LONGEST_ID}"
    if name in _OURS:
        return f'"{name}" is de lijst zelf; kies een andere naam, zoals "de-{name}"'
    if name in _WINDOWS:
        return (
            f'"{name}" kan op Windows geen bestand heten; kies een andere naam, zoals "de-{name}"'
        )
    return ""
