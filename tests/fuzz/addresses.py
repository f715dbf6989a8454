"""Random renames, merges, withdrawals, new records, redirects and publications, one after another.

After each step every address that was ever published answers with the record that carries on what
stood there, or says that it was withdrawn; never with another record.

    PYTHONPATH=tests python -m fuzz.addresses 1000     1,000 steps; a second number is the seed
"""

import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import permutations
from pathlib import Path

from fuzz.answers import Host
from fuzz.town import CASE, CONCEPT, EXAMPLE, PERSON, Thing, Token, make_town, read
from kennisbank.cli import main as run_command
from kennisbank.config import find_project
from kennisbank.model.outcome import Check
from kennisbank.old_files import add_old_packages
from kennisbank.pipeline import check_records
from kennisbank.qr import draw_address_file
from kennisbank.vocabulary import ANCHORS, KIND_BY_NAME, KINDS, tension_id

WORDS = ("ba", "bo", "bi", "da")
PARTS = (*WORDS, *("-".join(each) for size in (2, 3) for each in permutations(WORDS, size)))
"""Ids of which many pairs give the same id of a tension."""
SITE = "https://klein.example/"
MOST = 7
"""Concepts at a time, beside the two that stay."""
GOOD, PROBLEMS, REFUSED = 0, 1, 2
STEPS = (
    *("rename", "rename", "rename_back", "merge", "withdraw", "new", "new", "redirect"),
    *("publish", "publish", "tension", "take_by_hand", "redirect_wrongly"),
)
FIXED = {"vast", "zeker", "eerste", "artikel", "oud"}
NAMED = tuple(kind.name for kind in KINDS if kind.name != "diagram")


class Walk:
    """A town, a seeded chance, and the steps that it takes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.town = make_town(folder, ("ba", "bo", "ba-bo"))
        self.chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.fixed = {thing for thing in self.town.things if thing.id in FIXED}
        self.said = ""

    def run(self, *arguments: str) -> int:
        """Run a command in the town; keep what it said."""
        said = StringIO()
        before = Path.cwd()
        os.chdir(self.town.folder)
        try:
            with redirect_stdout(said), redirect_stderr(said):
                status = run_command(arguments)
        finally:
            os.chdir(before)
        self.said = said.getvalue()
        assert "Traceback" not in self.said
        return status

    def check(self) -> Check:
        """Check the town."""
        project = find_project(self.town.folder)
        assert project
        return check_records(project)

    def step(self) -> None:
        """Take one step, whatever it is, and look at every address."""
        name = self.chance.choice(STEPS)
        took: Callable[[], str] = getattr(self, name)
        self.done[f"{name}: {took()}"] += 1
        self.look()

    def pick(self, kind: str = "", among: tuple[str, ...] = NAMED) -> Thing | None:
        """Give any record."""
        there = [each for each in self.town.there(kind) if each.kind in among]
        return self.chance.choice(there) if there else None

    def rename(self, thing: Thing | None = None, name: str = "") -> str:
        """Give a record any id: free, taken before, withdrawn or reserved."""
        thing = thing or self.pick()
        assert thing
        name = name or self.chance.choice((*PARTS, "nul", "index"))
        owners = self.town.owners(thing.kind, name)
        is_taken = self.town.find(thing.kind, name) or not owners <= {thing}
        before = self.book()
        status = self.run("rename", thing.kind, thing.id, name)
        if status != GOOD:
            assert self.book() == before, self.said
            is_pair = thing.kind == CONCEPT and "spanning" in self.said
            assert is_taken or name in ("nul", "index") or is_pair, self.said
            return "refused"
        assert not is_taken, f"{thing.kind} {thing.id} mocht {name} niet heten"
        thing.id = name
        return "done"

    def book(self) -> bytes:
        """Give the book as it is on disk."""
        file = self.town.folder / "concepts/adressen.yml"
        return file.read_bytes() if file.exists() else b""

    def rename_back(self) -> str:
        """Give a record an id back that it had when it was published."""
        known = [each for each in self.town.there() if each.ids - {each.id}]
        if not known:
            return "nothing to do"
        thing = self.chance.choice(known)
        return self.rename(thing, self.chance.choice(sorted(thing.ids - {thing.id})))

    def merge(self) -> str:
        """Make one concept part of another one."""
        old, into = self.pick(CONCEPT), self.pick(CONCEPT)
        assert old
        assert into
        if old in self.fixed:
            return "nothing to do"
        before = self.book()
        status = self.run("merge", old.id, into.id)
        if status == REFUSED:
            assert old is into or "spanning" in self.said, self.said
            assert self.book() == before
            return "refused"
        old.became = into
        (left,) = self.town.path(into).parent.glob(f"{into.id}.samenvoegen-*.txt")
        left.unlink()  # as somebody does who has taken over what was of use
        return "done"

    def withdraw(self) -> str:
        """Withdraw a record that others can do without."""
        thing = self.pick(among=(CONCEPT, EXAMPLE, CASE, "leerroute", PERSON, "bron"))
        if thing is None or thing in self.fixed:
            return "nothing to do"
        path = self.town.path(thing)
        assert self.run("withdraw", thing.kind, thing.id) != REFUSED, self.said
        assert not path.exists(), self.said
        thing.is_withdrawn = True
        if thing.kind == PERSON:  # the anchor names who is withdrawn, and is forgotten
            for key, person in list(self.town.anchors.items()):
                if person is thing or key[1] == f"stem-{thing.id}":
                    del self.town.anchors[key]
        return "done"

    def new(self) -> str:
        """Make a record with any id, and publish it in the place of its draft."""
        kind, name = self.chance.choice(NAMED), self.chance.choice(PARTS)
        if kind == CONCEPT and len(self.town.there(CONCEPT)) > MOST + len(FIXED):
            return "nothing to do"
        theme = self.chance.choice(self.town.there("thema")).id
        place = ("--thema", theme) if kind == CONCEPT else ()
        is_taken = self.town.find(kind, name) or self.town.owners(kind, name)
        status = self.run("new", kind, name, *place)
        if status != GOOD:
            assert is_taken, self.said
            return "refused"
        assert not is_taken, f"er mocht geen {kind} {name} komen"
        folder = self.town.folder / "concepts" / KIND_BY_NAME[kind].folder
        self.town.add(kind, name, next(folder.rglob(f"{name}.yml")))
        return "done"

    def redirect(self) -> str:
        """Take a record away by hand, and let its page lead to another one."""
        thing = self.pick(among=(EXAMPLE, "leerroute"))
        end = self.pick(among=(EXAMPLE, "leerroute", CONCEPT))
        if thing is None or end is None or thing is end or not thing.ids:
            return "nothing to do"
        page, other = (KIND_BY_NAME[each.kind].address(each.id) for each in (thing, end))
        path = self.town.path(thing)
        text = path.read_bytes()
        path.unlink()
        typed = self.chance.choice((page, f"/{page}", page.rstrip("/"), SITE + page, page.upper()))
        if self.run("redirect", typed, other) != GOOD:
            path.write_bytes(text)
            assert page not in self.town.published, self.said
            return "refused"
        thing.became = end
        return "done"

    def redirect_wrongly(self) -> str:
        """Lead any address anywhere: what would harm is refused, and changes nothing."""
        known = sorted(self.town.published) or ["begrippen/vast/"]
        old, new = (self.chance.choice((*known, "niets/", "begrippen/")) for _ in range(2))
        before = self.book()
        status = self.run("redirect", old, new)
        if status == REFUSED:
            assert self.book() == before
            return "refused"
        found, token = read(old), self.town.published.get(old, ())
        assert (found and found[0] == "spanning") or all(not each.is_there for each in token), (
            self.said
        )
        self.restore(before)
        return "done and undone"

    def restore(self, book: bytes) -> None:
        """Put the book back as it was."""
        (self.town.folder / "concepts/adressen.yml").write_bytes(book)

    def tension(self) -> str:
        """Write a tension between two concepts by hand, or take one away."""
        one, other = self.pick(CONCEPT), self.pick(CONCEPT)
        assert one
        assert other
        path, before = self.town.path(one), self.book()
        text = path.read_text(encoding="utf-8")
        if one is other or "relaties:" not in text:
            return "nothing to do"
        entry = f"    {other.id}: |\n      Daarom.\n"
        head = "relaties:\n  spanning:\n"
        if entry in text:
            changed = text.replace(entry, "").replace("  spanning:\n  verwant", "  verwant")
        else:
            start = head if head in text else "relaties:\n"
            changed = text.replace(start, f"{head}{entry}")
        path.write_text(changed, encoding="utf-8")
        page = f"spanningen/{tension_id(one.id, other.id)}/"
        if self.run("check") == GOOD:
            return "done"
        leads = self.run("redirect", page, KIND_BY_NAME[CONCEPT].address(one.id))
        if leads == GOOD:
            return "done, and led on"
        path.write_text(text, encoding="utf-8")
        self.restore(before)
        return "refused"

    def take_by_hand(self) -> str:
        """Make a file by hand where another record was: the check says so."""
        kind = self.chance.choice((CONCEPT, EXAMPLE, CASE, "leerroute", PERSON))
        names = [name for name in PARTS if self.town.owners(kind, name)]
        names = [name for name in names if not self.town.find(kind, name)]
        if not names:
            return "nothing to do"
        path = self.town.folder / "concepts" / KIND_BY_NAME[kind].folder
        path = path / self.town.there("thema")[0].id if kind == CONCEPT else path
        thing = self.town.add(kind, self.chance.choice(names), path / "nieuw.yml")
        self.town.things.remove(thing)
        file = path / "nieuw.yml"
        file = file.rename(path / f"{thing.id}.yml")
        status = self.run("check")
        file.unlink()
        if kind == PERSON:
            source = self.town.there("bron")[0]
            self.town.edit(source, f"- {thing.id}\n", "")
        assert status == PROBLEMS, f"{kind} {thing.id} is van een ander"
        return "told"

    def publish(self) -> str:
        """Publish, and note for what each address is."""
        assert self.run("publish-addresses") == GOOD, self.said
        check = self.check()
        assert check.site
        pairs = {
            tension.id: (tension.first.concept.id, tension.second.concept.id)
            for tension in check.site.tensions
        }
        host = Host(check.artifacts)
        for address, page in check.made.items():
            token = self.token(host, address, pairs)
            if token:
                self.town.note(address, token)
            if page and token:
                for anchor in check.records.addresses.anchors(address):
                    name = anchor.removeprefix("stem-")
                    person = self.town.find(PERSON, name) if name != anchor else None
                    if person or anchor in ANCHORS:
                        self.town.anchors.setdefault((address, anchor), person)
        return "done"

    def token(self, host: Host, address: str, pairs: dict[str, tuple[str, str]]) -> Token:
        """Give what an address is made for now."""
        found = read(address)
        if found is None:
            return ()
        if found[0] == "spanning":
            names = pairs[found[1]]
            return tuple(thing for name in names if (thing := self.town.find(CONCEPT, name)))
        if address.startswith("id/"):  # kept when its record is renamed: it says whose it is
            numbers = host.ask(address).numbers
            return tuple(thing for thing in self.town.things if thing.number in numbers)
        thing = self.town.find(*found)
        return (thing,) if thing else ()

    def look(self) -> None:
        """Look at every address that was ever published."""
        check = self.check()
        assert check.is_good, [*map(str, check.problems), self.said]
        host = Host(check.artifacts)
        packages = {
            address: address.encode() for address in check.made if address.endswith(".apkg")
        }
        packages = add_old_packages(check.records.addresses, packages)
        for address, token in self.town.published.items():
            if address.endswith(".apkg"):
                is_gone = all(thing.now().is_withdrawn for thing in token)
                assert is_gone or address in packages, address
            else:
                self._look_at(host, address, token)
        for (page, anchor), person in self.town.anchors.items():
            self._look_at_part(host, page, anchor, person)

    def _look_at(self, host: Host, address: str, token: Token) -> None:
        answer = host.ask(address)
        nows = [thing.now() for thing in token]
        if address.startswith("data/termen/"):
            return  # terms with their meaning alone: it does not say whose they are
        if address.endswith("qr.svg"):
            self._look_at_code(address, answer.content, nows)
            return
        if token[0].kind != nows[0].kind and not address.endswith("/"):
            return  # the file of everything: there is none of this sort for what carries it on
        if answer.says_withdrawn:
            assert any(now.is_withdrawn for now in nows), f"{address} is niet ingetrokken"
            return
        assert not all(now.is_withdrawn for now in nows), f"{address} is ingetrokken"
        wanted = {now.number for now in nows if not now.is_withdrawn}
        assert answer.numbers, f"{address} zegt niet waar het over gaat"
        assert set(answer.numbers) <= wanted, f"{address} gaat over {answer.numbers}, niet {wanted}"

    def _look_at_code(self, address: str, content: bytes, nows: list[Thing]) -> None:
        """A code leads to the page of what is there, or to the one that says it is withdrawn."""
        pages = [KIND_BY_NAME[now.kind].address(now.id) for now in nows]
        found = read(address)
        if found and any(now.is_withdrawn for now in nows):
            is_pair = found[0] == "spanning"
            folder = "spanningen" if is_pair else KIND_BY_NAME[found[0]].folder
            pages = [page for page, now in zip(pages, nows, strict=True) if not now.is_withdrawn]
            pages.append(f"{folder}/{found[1]}/")
        elif len(nows) > 1:
            pages.append(f"spanningen/{tension_id(nows[0].id, nows[1].id)}/")
        assert content in [draw_address_file(SITE + page) for page in pages], address

    def _look_at_part(self, host: Host, page: str, anchor: str, person: Thing | None) -> None:
        answer, part = host.ask_part(page, anchor)
        if answer.says_withdrawn or not answer.address.endswith("/"):
            return
        text = answer.content.decode()
        marks = (f'id="{part}"', f"{{ #{part} }}", *(["\nshare: "] * (part == "citeren")))
        assert any(mark in text for mark in marks), f"{page}#{anchor} is weg van {answer.address}"
        voice = text.partition(f'class="stem stem-groep" id="{part}"')[2]
        if person and voice:
            assert f"Term{person.now().number}]" in voice.partition("###")[2].partition("\n")[0]


def walk(steps: int, seed: int, folder: Path) -> Walk:
    """Take a number of steps; an AssertionError says at which one an address failed."""
    taken = Walk(folder / "stad", seed)
    taken.look()
    for number in range(steps):
        try:
            taken.step()
        except AssertionError as error:
            error.add_note(f"step {number} of seed {seed}; {dict(taken.done)}; {taken.said}")
            raise
    return taken


def main(steps: int = 1_000, seed: int = 1) -> int:
    """Take the steps, and tell what was done and how many addresses were looked at."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        taken = walk(steps, seed, Path(folder))
    town = taken.town
    for what, count in sorted(taken.done.items()):
        print(f"{count:5} {what}")
    print(
        f"{steps} steps of seed {seed} in {time.perf_counter() - start:.0f} s: "
        f"{len(town.things)} records, {len(town.published)} addresses and {len(town.anchors)} "
        "anchors ever published, all right after every step"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
