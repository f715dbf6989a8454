"""The index that lets searching find what a preview shows."""

from pathlib import Path
from threading import Event, Lock

from mkdocs.exceptions import Abort

from kennisbank.bridge.finish import index_site

_MANY = 5_000
"""Files of which the index is made once; of fewer it follows every save."""
_ENDING = 1.0
"""Seconds in which a preview that is stopped says so."""


class SearchIndex:
    """Indexes the pages of a preview; whoever changes one says that the index is not right."""

    def __init__(self) -> None:
        self.is_right = False
        self._busy = Lock()
        self._over = Event()

    def follow(self, site: Path, count: int) -> None:
        """Index the pages below `site` unless that is done; raises Abort with what was wrong."""
        with self._busy:
            if self.is_right or self._over.is_set():
                return
            self.is_right = True
            if count >= _MANY and (site / "pagefind").exists():
                return
            try:
                index_site(site)
            except Abort:
                # Ctrl+C stops Pagefind as well, and before us.
                if not self._over.wait(_ENDING):
                    raise

    def end(self) -> None:
        """Index nothing any more; what is being written is waited for."""
        self._over.set()
        with self._busy:
            pass
