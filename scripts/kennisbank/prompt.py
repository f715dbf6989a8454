"""How a command is typed on this system: through the one script in the top folder."""

import os

START = r".\start.cmd" if os.name == "nt" else "./start.sh"


def typed(command: str) -> str:
    """Give a command as a person types it here, in the folder of the knowledge base."""
    return f"{START} {command}"
