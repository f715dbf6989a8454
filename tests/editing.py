"""Drive the page on which records are edited, and serve what it needs."""

import json
import re
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, expect

import forking
from building import ROOT, environment
from kennisbank.config import Project
from kennisbank.pipeline import check_records

EDITOR = "https://github.com/klein/kennis/edit/main/{bestand}"
PATIENCE = 20_000


Preview = tuple[str, Callable[[], str]]
"""The address of a preview, and what gives all that it said so far."""


@contextmanager
def serve_preview(project: Path) -> Iterator[Preview]:
    """Start a preview of a project; it stops afterwards."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = ("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    process = forking.start(project, *command, env=environment())
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(300):
            try:
                urlopen(address, timeout=5).close()
                break
            except URLError:
                assert process.poll() is None, process.read()
                time.sleep(0.1)
        yield address, process.read
    finally:
        process.kill()
        process.wait()


def make_site(project: Project, folder: Path, editor: str = EDITOR) -> Path:
    """Make the page for a git host below `folder`, with the styles and scripts that it loads."""
    settings = project.records / "kennisbank.yml"
    settings.write_text(f"{settings.read_text('utf-8')}bewerken: {editor}\n", "utf-8")
    check = check_records(project)
    assert check.is_good, check.problems
    for artifact in check.artifacts:
        if artifact.path.startswith("bewerken/"):
            file = folder / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.content)
    shutil.copytree(ROOT / "docs/assets", folder / "assets")
    return folder


def open_record(page: Page, address: str, path: str) -> None:
    """Open the form of a record."""
    page.goto(f"{address}bewerken/#{path}")
    expect(page.locator("#vorm > *").first).to_be_visible(timeout=PATIENCE)


def field(page: Page, path: str) -> str:
    """Give the selector of what is typed in a field, by its keys with slashes."""
    return f'#vorm [data-pad="{path}"] :is(input, select, textarea)'


def step(page: Page, title: str) -> None:
    """Go to a step of the form of a draft."""
    page.get_by_role("navigation", name="Stappen").get_by_role("button", name=title).click()


def save(page: Page, said: str = "Bewaard") -> None:
    """Save, and wait for what the page says of it."""
    page.click("#bewaar")
    expect(page.locator("#stand")).to_contain_text(said, timeout=PATIENCE)


MISTAKES = {
    "voorkeursterm": "“Meer”",
    "engels": "x" * 301,
    "definitie": "stilstaand water.",
    "uitleg": "woord " * 81,
    "toelichting": "woord " * 351,
    "alternatieve_termen": "boot\n'plas'",
    "uitspraken/0/bron": "Geen Bron",
    "uitspraken/0/wie/0": "Wie Dan Ook",
    "uitspraken/0/tekst": "",
    "uitspraken/0/cijfer": "x" * 301,
    "relaties/verwant/rivier": "",
    "overeenkomst": "www.klein.example",
    "diagrammen": "",
    "wijzigingen": "Eerste versie zonder datum",
    "verbuigingen": "'meren'",
}
"""Mistakes of shape, by field: what is typed."""
MEANT = {
    "alternatieve_termen": "boot",
    "uitleg": "Een [[bestaat-niet]] meer, en <b>vet</b>.",
    "vragen": "Dit is geen vraag",
    "wijzigingen": "2062-11-23 Eerste versie",
    "uitspraken/0/tekst": "‘Een meer wacht op de rivier en op nog veel meer dan dat.’",
    "uitspraken/0/via": "Anna Stroom",
}
"""Mistakes that need other records or other fields to be seen."""


def as_in_form(message: str) -> str:
    """Give a message as a form says it: a button makes the record that is missing."""
    return re.sub(r'(schrijf "[^"]*" en )?(maak (het|dat record)) met: .*', r"\2 hier:", message)


def type_all(page: Page, texts: dict[str, str]) -> None:
    """Unfold all, and type a text in each of these fields that there is."""
    page.evaluate(
        "document.querySelectorAll('#vorm details').forEach((fold) => (fold.open = true))"
    )
    for path, text in texts.items():
        found = page.locator(field(page, path))
        if found.count():
            found.last.fill(text)


ROUND_TRIP = """async ([data, texts, change]) => {
  const load = (name) => import(`/assets/bewerken/${name}.js`);
  const [{ makeKnowledge }, record, schemas, { makePart }, { writeRecord }] =
    await Promise.all(["kennis", "record", "schema", "velden", "schrijven"].map(load));
  const knowledge = makeKnowledge(data);
  for (const kind of Object.keys(data.kinds)) {
    const list = document.createElement("datalist");
    list.id = `ids-${kind}`;
    document.body.append(list);
  }
  return texts.map(([kind, text]) => {
    const { schema } = data.kinds[kind];
    schemas.define(schema.$defs ?? {});
    const read = record.readRecord(text);
    if (read.problem) return read.problem;
    const form = makePart(schema, record.showRecord(read, schema), { kind, knowledge, path: [] });
    document.body.append(form.element);
    if (change) {
      const all = [...form.element.querySelectorAll("textarea")];
      const areas = all.filter((area) => area.value.includes(change));
      const area = areas[text.length % areas.length];
      area.value = area.value.replace(" ", " heel ");
    }
    const written = writeRecord(read, form.read(), schema);
    form.element.remove();
    return written;
  });
}"""
"""Open texts in a form, read the form, and give what would be saved; changed by a word or not."""


def write_in_form(page: Page, data: object, texts: list[list[str]], change: str = "") -> list[str]:
    """Give what each text becomes when it is opened in a form and saved.

    With `change` a long text that holds it gets a word more, at its first space.
    """
    plain = json.loads(json.dumps(data))
    written: list[str] = page.evaluate(ROUND_TRIP, [plain, texts, change])
    return written
