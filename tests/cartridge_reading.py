"""Read a course package as course systems do: what they recognise, and what they make of it.

Moodle: backup/converter/imscc11/lib.php and backup/cc/. Canvas: package_identifier.rb and
org_converter.rb. Anything that they would refuse, lose or misplace raises here.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

from tools import need

MOODLE_MARK = "xmlns=http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
WL = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
XML_ID = re.compile(r"[A-Za-z_][\w.-]*")
WEB_ADDRESS = re.compile(r"https?://[!-~]+")
MANIFEST = "imsmanifest.xml"
VALIDATORS = os.environ.get("KENNISBANK_VALIDATORS", "")


class RefusedError(Exception):
    """A course system would not take this."""


class Activity(NamedTuple):
    """What a module shows: a link with its address, or a page with its HTML."""

    title: str
    url: str = ""
    html: str = ""


class Course(NamedTuple):
    """What an import makes: the title, and activities by module."""

    title: str
    modules: dict[str, tuple[Activity, ...]]


def open_package(content: bytes) -> dict[str, bytes]:
    """Give the files in their order; the manifest is first and at the root."""
    with ZipFile(BytesIO(content)) as package:
        _demand(package.testzip() is None, "broken file")
        names = package.namelist()
        files = {name: package.read(name) for name in names}
    _demand(len(files) == len(names), "a file twice")
    _demand(not [name for name in names if name.startswith("/") or ".." in name], "a path outside")
    _demand(names[0] == MANIFEST, "manifest is not first")
    return files


def import_course(files: dict[str, bytes]) -> Course:
    """Import the files of a package."""
    recognise(files[MANIFEST])
    root = Xml.fromstring(files[MANIFEST])
    ids = [each.get("identifier", "") for each in root.iter() if "identifier" in each.attrib]
    _demand(len(ids) == len(set(ids)), "an identifier twice")
    _demand(all(XML_ID.fullmatch(each) for each in ids), "an identifier that is no name")
    resources = {each.get("identifier", ""): each for each in root.iter(f"{CP}resource")}
    named = [each.get("href") for each in root.iter(f"{CP}file")]
    _demand(sorted(map(str, named)) == sorted(set(files) - {MANIFEST}), "files differ")
    tops = root.findall(f"{CP}organizations/{CP}organization/{CP}item")
    _demand(len(tops) == 1, "not one root item")
    _demand(tops[0].find(f"{CP}title") is None, "the root item has a title")
    modules = {
        _title(module): tuple(
            _read_item(item, resources, files) for item in module.findall(f"{CP}item")
        )
        for module in tops[0].findall(f"{CP}item")
        if _is_module(module)
    }
    used = [each.get("identifierref") for each in root.iter(f"{CP}item") if each is not tops[0]]
    _demand(sorted(filter(None, used)) == sorted(resources), "a resource unused or used twice")
    return Course(root.findtext(f".//{LOM}title/{LOM}string", ""), modules)


class Placed(NamedTuple):
    """An activity in a course with the package that it came from."""

    package: str
    activity: Activity


def merge_by_identifier(packages: Mapping[str, dict[str, bytes]]) -> dict[str, Placed]:
    """Import several packages in one course as Canvas does: what bears a known identifier, or lies
    at a known path, takes the place of what was there.
    """
    course: dict[str, Placed] = {}
    files: dict[str, bytes] = {}
    for name, package in packages.items():
        files |= package
        for identifier, activity in _list_activities(package, files):
            course[identifier] = Placed(name, activity)
    return course


def merge_by_place(packages: Mapping[str, dict[str, bytes]]) -> list[list[Placed]]:
    """Import several packages in one course as Moodle does: the first module of each in the first
    section, the second in the second, one behind the other.
    """
    sections: list[list[Placed]] = []
    for name, package in packages.items():
        for place, activities in enumerate(import_course(package).modules.values()):
            sections += [[] for _ in range(place + 1 - len(sections))]
            sections[place] += (Placed(name, each) for each in activities)
    return sections


def _list_activities(
    package: dict[str, bytes], files: dict[str, bytes]
) -> Iterator[tuple[str, Activity]]:
    root = Xml.fromstring(package[MANIFEST])
    resources = {each.get("identifier", ""): each for each in root.iter(f"{CP}resource")}
    for item in root.iter(f"{CP}item"):
        if item.get("identifierref"):
            yield item.get("identifier", ""), _read_item(item, resources, files)


def recognise(manifest: bytes) -> None:
    """Refuse what Moodle or Canvas does not take for a cartridge."""
    start = re.sub(r"[\s'\"]", "", manifest[:1024].decode()).lower()
    _demand(MOODLE_MARK in start, "Moodle: unable_to_find_conversion_path")
    root = Xml.fromstring(manifest)
    schema = root.findtext(f"{CP}metadata/{CP}schema", "")
    version = root.findtext(f"{CP}metadata/{CP}schemaversion", "")
    _demand(re.match(r"IMS(?: Thin)? Common Cartridge", schema) is not None, "Canvas: schema")
    _demand(version == "1.1.0", "Canvas: schemaversion")
    _demand(not re.search(rb"imsccv1p[^1]|authorizations|intendedEndUserRole", manifest), "mixed")


def _is_module(item: Xml.Element) -> bool:
    _demand(item.get("identifierref") is None, "Canvas: Misc Module")
    _demand(bool(item.findall(f"{CP}item")), "an empty module")
    return True


def _read_item(
    item: Xml.Element, resources: dict[str, Xml.Element], files: dict[str, bytes]
) -> Activity:
    _demand(not item.findall(f"{CP}item"), "Moodle: a label")
    resource = resources.get(item.get("identifierref", ""))
    if resource is None:
        raise RefusedError("Moodle: a label")
    content = files[str(resource.find(f"{CP}file").get("href"))]  # type: ignore[union-attr]  # checked
    if resource.get("type") == "webcontent":
        _demand(resource.get("href") in files, "a page without href")
        return Activity(_title(item), html=content.decode())
    _demand(resource.get("type") == "imswl_xmlv1p1", "a type that is not in 1.1")
    link = Xml.fromstring(content)
    _demand([each.tag for each in link] == [f"{WL}title", f"{WL}url"], "a link of another kind")
    url = str(link[1].get("href"))
    _demand(WEB_ADDRESS.fullmatch(url) is not None, "Moodle: http://invalidurldetected/")
    _demand(link[0].text == _title(item), "two titles")
    return Activity(_title(item), url=url)


def _title(item: Xml.Element) -> str:
    title = item.findtext(f"{CP}title", "")
    _demand(bool(title), "an item without a title")
    return title


def _demand(holds: bool, message: str) -> None:
    if not holds:
        raise RefusedError(message)


def check_by_schemas(packages: Mapping[str, dict[str, bytes]], folder: Path) -> None:
    """Demand that manifests and links are valid by the schemas in KENNISBANK_VALIDATORS."""
    xmllint = need("xmllint")
    schemas = Path(VALIDATORS) / "common-cartridge-1.1"
    by_schema: dict[str, list[Path]] = {
        "cc11libxml2validator.xsd": [],
        "ccv1p1_imswl_v1p1.xsd": [],
    }
    for path, package in packages.items():
        for name, content in package.items():
            file = folder / path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            if name.endswith(".xml"):
                by_schema[list(by_schema)[name != MANIFEST]].append(file)
    for schema, files in by_schema.items():
        command = [xmllint, "--nonet", "--noout", "--schema", str(schemas / schema)]
        result = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
        _demand(result.returncode == 0, result.stderr)
        _demand(result.stderr.count(" validates") == len(files), result.stderr)
