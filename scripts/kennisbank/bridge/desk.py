"""Records for the forms of a preview: given, tried, and saved whole or not at all."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from kennisbank.config import Project
from kennisbank.exports.form_data import describe_forms
from kennisbank.journal.look import hash_content, look
from kennisbank.journal.put import put, recover
from kennisbank.load.places import place_faults
from kennisbank.load.raw import load_records
from kennisbank.lock import BUSY, PATIENCE, hold
from kennisbank.problems import Problem, sort_problems
from kennisbank.record_id import refuse_id
from kennisbank.revise.stage import stage
from kennisbank.validate import validate
from kennisbank.vocabulary import CONCEPT, KIND_BY_FOLDER
from kennisbank.withdrawn.check import check_definitions, check_names
from kennisbank.withdrawn.left import NAME_RULE

_PATH = re.compile(r"concepts/([a-z]+)/(?:([a-z0-9-]+)/)?([a-z0-9-]+)\.yml")
Texts = Mapping[str, str]
"""Path of a record from the root, and the whole text of its file."""


def is_record(path: str) -> bool:
    """Tell whether a path from the root is one that a record has."""
    match = _PATH.fullmatch(path)
    kind = KIND_BY_FOLDER.get(match[1]) if match else None
    return match is not None and kind is not None and (kind is CONCEPT) == bool(match[2])


class RefusedError(Exception):
    """What was asked cannot be; says why in Dutch."""


class Desk:
    """Works on one folder; one request at a time."""

    def __init__(self, project: Project, show: Callable[[], None]) -> None:
        self._project = project
        self._show = show
        """Makes the pages show what was saved."""
        self._alone = Lock()

    def describe(self) -> dict[str, Any]:
        """Give what forms know: the fields, and every record that there is, drafts too."""
        with self._alone:
            raw, _ = load_records(self._project.root)
            records, _ = validate(self._project.root, raw, self._project.today)
        return describe_forms(records.all())

    def load(self, path: str) -> dict[str, str]:
        """Give the text of a record, and the mark of it. Raises RefusedError when there is none."""
        try:
            content = self._find(path).read_bytes()
            return {"text": content.decode(), "mark": hash_content(content)}
        except FileNotFoundError:
            raise RefusedError(f'"{path}" is er niet meer') from None
        except UnicodeDecodeError:
            raise RefusedError(f'"{path}" is geen tekst in UTF-8; bewaar het zo') from None

    def check(self, texts: Texts) -> list[dict[str, Any]]:
        """Give what a check finds in these records, and elsewhere because of them."""
        for path in texts:
            self._find(path)
        changes = {path: text.encode() for path, text in texts.items()}
        with self._alone, hold(self._project.root, PATIENCE) as is_alone:
            if not is_alone:
                raise RefusedError(BUSY)
            recover(self._project.root)
            with stage(self._project, changes) as copy:
                problems = self._check(copy)
        return [problem.describe() for problem in problems]

    def save(self, texts: Texts, seen: Mapping[str, str | None]) -> dict[str, Any]:
        """Write all, or nothing when one is no longer as it was `seen`: then say which.

        Raises RefusedError when a name stands in it that was withdrawn, or when the disk refuses.
        """
        problems = self.check(texts)
        for each in problems:
            if each["path"] in texts and each["rule"] == NAME_RULE:
                raise RefusedError(f"niet bewaard: {each['message']}")
        changes = {path: text.encode() for path, text in texts.items()}
        root = self._project.root
        with self._alone, hold(root, PATIENCE) as is_alone:
            if not is_alone:
                raise RefusedError(BUSY)
            recover(root)
            now = look(root)
            late = [path for path in changes if now.get(path) != seen.get(path)]
            if late := late or list(put(root, changes, now)):
                return {"late": late}
        self._show()
        marks = {path: hash_content(content) for path, content in changes.items()}
        return {"marks": marks, "problems": problems}

    @staticmethod
    def _check(project: Project) -> tuple[Problem, ...]:
        raw, problems = load_records(project.root)
        records, faults = validate(project.root, raw, project.today)
        told = place_faults(project.root, check_definitions(records))
        return sort_problems((*problems, *faults, *check_names(project.root, records), *told))

    def _find(self, path: str) -> Path:
        """Give the file of a record. Raises RefusedError for anything else, a link too."""
        root = self._project.root
        file = root / path
        if not is_record(path):
            raise RefusedError(f'"{path}" is geen record')
        if file.resolve() != root.resolve() / path:
            raise RefusedError(f'"{path}" is een koppeling; zet het bestand zelf hier')
        if not file.exists() and (why := refuse_id(file.stem)):
            raise RefusedError(why)
        return file


def answer(desk: Desk, what: str, asked: Mapping[str, str], sent: bytes) -> dict[str, Any]:
    """Give the answer to a request of the page. Raises RefusedError."""
    if what == "stand":
        return desk.describe()
    if what == "bestand":
        return desk.load(asked.get("pad", ""))
    try:
        found = json.loads(sent)
        texts = {str(path): str(text) for path, text in found["files"].items()}
        seen = found.get("seen", {})
        if what == "bewaar":
            return desk.save(texts, seen)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise RefusedError("dit was geen verzoek van deze pagina") from None
    if what == "nakijken":
        return {"problems": desk.check(texts)}
    raise RefusedError("dit kan niet")
