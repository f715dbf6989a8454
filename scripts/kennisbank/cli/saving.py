"""Put in place what a command changes, unless somebody saved something meanwhile."""

from kennisbank.cli.say import refuse
from kennisbank.config import Project
from kennisbank.journal.look import Seen
from kennisbank.journal.put import Changes, put


def save(project: Project, changes: Changes, seen: Seen) -> bool:
    """Make all changes, or none when a file is not as it was `seen`: then say which."""
    late = put(project.root, changes, seen)
    if late:
        more = f" en {len(late) - 1} meer" if len(late) > 1 else ""
        refuse(
            f"er is intussen iets bewaard in {late[0]}{more}; "
            "er is niets veranderd, draai de opdracht nog eens"
        )
    return not late
