"""Where things are, and the one setting that lives in mkdocs.yml."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_SITE_URL = re.compile(r"^site_url:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A checkout: its folders, and the site's address with a slash at the end."""

    root: Path
    site_url: str
    today: date | None = None
    """The day on which a command runs: no date in a record may lie after it."""

    @property
    def records(self) -> Path:
        """The folder that maintainers edit."""
        return self.root / "concepts"

    @property
    def docs(self) -> Path:
        """The folder that MkDocs renders."""
        return self.root / "docs"


def find_project(start: Path) -> Project | None:
    """Find the checkout around `start`: the nearest folder with mkdocs.yml and concepts/."""
    for folder in (start, *start.parents):
        settings = folder / "mkdocs.yml"
        if settings.is_file() and (folder / "concepts").is_dir():
            return Project(root=folder, site_url=_read_site_url(settings))
    return None


def _read_site_url(settings: Path) -> str:
    match = _SITE_URL.search(settings.read_text(encoding="utf-8", errors="replace"))
    return match[1].rstrip("/") + "/" if match else "/"
