"""Follows the advice of a message word for word, as far as a program can.

Each entry of ADVICE has the words of an advice, and what they say to do. Where a person has to
write or to choose ("vul het in", "kort in", "kies uit") there is no entry.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from kennisbank.problems import Problem
from kennisbank.spelling import INVISIBLE, ODD_SPACE
from mistakes.reading import ENCODING, run_command
from mistakes.sheets import Sheet, indent_of

Match = re.Match[str]
Act = Callable[[Sheet, Match], None]


def _replace_meant(sheet: Sheet, match: Match) -> None:
    """Put what was meant in the place of what was written."""
    meant, said = match["meant"], match.string
    if sheet.file.is_dir():
        sheet.file.rename(sheet.file.with_name(meant))
        return
    value = sheet.line[sheet.column :]
    written = re.findall(r'"([^"]*)"', said[: match.start()])
    found = max((each for each in written if each and each in value), key=len, default=value)
    sheet.put(sheet.line[: sheet.column] + value.replace(found, meant, 1))


def _rename(sheet: Sheet, match: Match) -> None:
    sheet.file.rename(sheet.file.with_name(match["name"]))


def _remove_file(sheet: Sheet, match: Match) -> None:
    if sheet.file.is_dir():
        sheet.file.rmdir()
    else:
        sheet.file.unlink()


def _remove_sign(sheet: Sheet, match: Match) -> None:
    sheet.put(sheet.line[: sheet.column] + sheet.line[sheet.column + 1 :])


def _put_colon(sheet: Sheet, match: Match) -> None:
    before, after = sheet.line.split(match["word"], 1)
    sheet.put(f"{before}{match['word']}: {after.lstrip(' ;=：')}".rstrip())


def _break_line(sheet: Sheet, match: Match) -> None:
    before, after = sheet.line[: sheet.column], sheet.line[sheet.column :]
    sheet.put(before.rstrip(), " " * indent_of(sheet.line) + after)


def _write_ids(sheet: Sheet, match: Match) -> None:
    key = re.match(r"( *)(- )?([\w-]+):", sheet.line)
    assert key
    lead = " " * (len(key[1]) + len(key[2] or ""))
    items = re.findall(r'"- ([^"]+)"', match.string)
    sheet.put(key[0], *(f"{lead}- {item}" for item in items))


def _sort_changes(sheet: Sheet, match: Match) -> None:
    start = next(n for n in range(sheet.number, -1, -1) if sheet.lines[n].startswith("wijzigingen"))
    end = sheet.find_end(start)
    sheet.change(start + 1, end, *sorted(sheet.lines[start + 1 : end], reverse=True))


def _join_block(sheet: Sheet, match: Match) -> None:
    start = sheet.find_owner()
    end = sheet.find_end(start)
    words = " ".join(line.strip() for line in sheet.lines[start + 1 : end])
    sheet.change(start, end, sheet.lines[start].replace("|", words))


def _keep_ours(sheet: Sheet, match: Match) -> None:
    """Keep the upper version of each conflict; of addresses keep all."""
    keep_all = "houd alle adressen" in match.string
    kept, side = [], ""
    for line in sheet.lines:
        mark = re.match(r"\s*(<{7}|\|{7}|={7}|>{7})", line)
        if mark:
            side = {"<": "ours", "|": "base", "=": "theirs", ">": ""}[mark[1][0]]
        elif side in ("", "ours") or keep_all:
            kept.append(line)
    sheet.change(0, len(sheet.lines), *dict.fromkeys(kept) if keep_all else kept)


def _save_as_utf8(sheet: Sheet, match: Match) -> None:
    """Save as the author's editor does, which knows how it was saved before."""
    note = sheet.root / ENCODING
    encoding = note.read_text() if note.exists() else "cp1252"
    if sheet.file.read_bytes().startswith(b"\xff\xfe"):
        encoding = encoding if encoding == "utf-32" else "utf-16"
    sheet.file.write_bytes(sheet.file.read_bytes().decode(encoding).encode())


def _rename_back(sheet: Sheet, match: Match) -> None:
    sheet.file.rename(sheet.file.with_name(f"{match['old']}.yml"))
    run_command(sheet.root, "rename", match["kind"], match["old"], match["new"])


def _restore(sheet: Sheet, match: Match) -> None:
    subprocess.run(match["git"].split(" "), cwd=sheet.root, check=True, capture_output=True)


def _move(sheet: Sheet, match: Match) -> None:
    folder = match["folder"].replace("<thema>", "water")
    sheet.file.rename(sheet.root / folder / sheet.file.name)


def _join(offset: int) -> Act:
    """Join the line with the one that is so many lines away."""

    def act(sheet: Sheet, match: Match) -> None:
        first = min(sheet.number, sheet.number + offset)
        one, other = sheet.lines[first], sheet.lines[first + 1].strip()
        sheet.change(first, first + 2, f"{one} {other}")

    return act


def _line(change: Callable[[str], str]) -> Act:
    return lambda sheet, match: sheet.put(change(sheet.line))


def _hyphen_parts(sheet: Sheet, match: Match) -> None:
    far = sheet.column - 2
    sheet.put(f"{sheet.line[:far]}- {sheet.line[sheet.column :]}")


ADVICE: tuple[tuple[str, Act], ...] = (
    (r"[;,] bedoel je (?:die: )?\"(?P<meant>[^\"]*)\"", _replace_meant),
    (r"hernoem naar \"(?P<name>[^\"]+)\"", _rename),
    (r"hier staan twee versies van", _keep_ours),
    (
        r"haal de regels met ``` weg",
        lambda sheet, _: sheet.change(
            0, len(sheet.lines), *(line for line in sheet.lines if not line.startswith("```"))
        ),
    ),
    (
        r"en geen (?:record|tekst|bestand); haal|haal dit bestand weg|het begint niet met een "
        r"sleutel|bestand is leeg; vul|geen gewoon bestand|een hulpbestand van|bestaat ook in",
        _remove_file,
    ),
    (r"zet het bestand in (?P<folder>\S+)", _move),
    (
        r"geef het bestand zijn oude naam terug en typ: \S+ rename "
        r"(?P<kind>\S+) (?P<old>\S+) (?P<new>\S+)",
        _rename_back,
    ),
    (r"haal het terug met: (?P<git>git restore .*?)(?:, |$)", _restore),
    (r"gebruik spaties", _line(lambda line: line.replace("\t", "  ").rstrip())),
    (
        r"typ een gewone spatie|hierin staat een harde spatie",
        _line(lambda line: ODD_SPACE.sub(" ", line).rstrip()),
    ),
    (r"haal dit woord weg en typ het opnieuw", _line(lambda line: INVISIBLE.sub("", line))),
    (
        r"onzichtbaar teken .*; haal het weg|haal dit teken weg|; haal die weg$|"
        r"met dit teken beginnen; haal het weg",
        _remove_sign,
    ),
    (r"niet met \">\"; haal dat weg", _line(lambda line: line.lstrip("> "))),
    (r"zet er overal evenveel spaties", lambda sheet, _: sheet.even_out()),
    (r"hoort helemaal vooraan op de regel", lambda sheet, _: sheet.put_indent(0)),
    (
        r"haal het streepje weg en zet er (?P<far>\d+) spaties voor",
        lambda sheet, match: sheet.put_indent(int(match["far"]), without_hyphen=True),
    ),
    (
        r"(?:horen|zet er) (?P<far>\d+) spaties (?:te staan|voor)",
        lambda sheet, match: sheet.put_indent(int(match["far"])),
    ),
    (r"achter \"(?P<word>[\w-]+)\" hoort een dubbele punt", _put_colon),
    (
        r"achter \"(?P<word>[\w-]+:)\" hoort een spatie",
        lambda sheet, match: sheet.put(sheet.line.replace(match["word"], f"{match['word']} ", 1)),
    ),
    (
        r"achter het streepje van een lijst hoort een spatie",
        _line(lambda line: line.replace("-", "- ", 1)),
    ),
    (r"zet hier \"- \"|zet er \"- \" voor", lambda sheet, _: sheet.put_hyphen()),
    (r"\" hoort op een eigen regel", _break_line),
    (r"schrijf een lijst, elk op een eigen regel", _write_ids),
    (r"schrijf hier het id zonder haken", _line(lambda line: re.sub(r"\[\[|\]\]", "", line))),
    (
        r"gebruik \"\|\" in plaats van",
        _line(lambda line: re.sub(r">[-+]?\s*$", "|", line)),
    ),
    (
        r"zet \| achter de dubbele punt|in een blok|begin de tekst op de volgende regel",
        lambda sheet, match: sheet.make_block(
            without_hyphens="streepje" in match.string or "geen lijst" in match.string
        ),
    ),
    (r"zet aanhalingstekens om de hele waarde", lambda sheet, _: sheet.quote_value()),
    (
        r"zet haar achter de dubbele punt|kies er één en zet die achter de dubbele punt",
        lambda sheet, _: sheet.make_value(),
    ),
    (r"haal één streepje weg", _line(lambda line: line.replace("- - ", "- ", 1))),
    (r"zet elk onderdeel op een eigen regel eronder", lambda sheet, _: sheet.make_list()),
    (r"zet \"- \" voor de eerste regel van elk onderdeel", _hyphen_parts),
    (r"zet de nieuwste wijziging bovenaan", _sort_changes),
    (r"zet hem op één regel", _join(0)),
    (r"hoort dit bij de regel erboven", _join(-1)),
    (r"haal de regeleinden weg", _join_block),
    (
        r"haal het teken vooraan weg",
        _line(lambda line: re.sub(r"^( *)(?:[-*+•–]|\d+[.)]) ", r"\1", line)),
    ),
    (r"zet het erachter", _line(lambda line: f"{line.rstrip()}?")),
    (r"kies in je editor opslaan als UTF-8", _save_as_utf8),
    (
        r"twee keer; haal er één weg|haal één van de twee weg|haal één stap weg|"
        r"haal \"via\" weg|haal de reden weg|haal dat veld dan weg|haal het hier weg$|"
        r"haal dit weg$|maak dit af en haal deze regel weg",
        lambda sheet, _: sheet.remove_entry(),
    ),
    (
        r"haal (?:de|deze|die) regel(?:s met % bovenaan)? weg|haal hem weg",
        lambda sheet, _: sheet.put(),
    ),
)
"""The words of an advice, and how a program follows them; the first that fits counts."""


def follow(root: Path, problem: Problem) -> bool:
    """Do what a problem says; give whether a program can."""
    for words, act in ADVICE:
        if match := re.search(words, problem.message):
            act(Sheet(root, problem), match)
            return True
    return False
