"""The manifest of a Common Cartridge 1.1 (1EdTech), the version that every course system reads.

Moodle looks for the namespace in the first 1,024 bytes and knows no later version. One root item
without a title, below it modules without a reference, below those the links: no deeper, or Moodle
makes labels of them.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from kennisbank.exports.cartridge.outline import Item, Module
from kennisbank.exports.elements import add, write_xml
from kennisbank.exports.selection import Group, Selection
from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import Site
from kennisbank.render import render_plain

_CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM"
_PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1"
_NAMESPACES = {
    "xmlns": f"{_CARTRIDGE}/imscp_v1p1",
    "xmlns:lomimscc": f"{_LOM}/manifest",
    "xmlns:lom": f"{_LOM}/resource",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        f"{_CARTRIDGE}/imscp_v1p1 {_PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd "
        f"{_LOM}/manifest {_PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd"
    ),
}


def write_manifest(site: Site, selection: Selection, modules: Iterable[Module]) -> bytes:
    """Give imsmanifest.xml."""
    modules = tuple(modules)
    name = selection.key.replace("/", "-")
    root = Xml.Element("manifest", {**_NAMESPACES, "identifier": f"kennisbank-{name}"})
    _describe(site, add(root, "metadata"), selection)
    organization = add(
        add(root, "organizations"),
        "organization",
        identifier="inhoud",
        structure="rooted-hierarchy",
    )
    top = add(organization, "item", identifier="wortel")
    resources = add(root, "resources")
    for module in modules:
        _add_module(top, resources, module)
    Xml.indent(root, " ")
    return write_xml(root)


def write_link(item: Item) -> bytes:
    """Give the file of a link."""
    root = Xml.Element("webLink", {"xmlns": f"{_CARTRIDGE}/imswl_v1p1"})
    add(root, "title", item.title)
    add(root, "url", href=item.url, target="_blank")
    return write_xml(root)


def name_file(item: Item) -> str:
    """Give the path of an item's file in the package."""
    return f"links/{item.id}.xml" if item.url else f"teksten/{item.id}.html"


def _describe(site: Site, metadata: Xml.Element, selection: Selection) -> None:
    settings = site.settings
    add(metadata, "schema", "IMS Common Cartridge")
    add(metadata, "schemaversion", "1.1.0")
    lom = add(metadata, "lomimscc:lom")
    general = add(lom, "lomimscc:general")
    _say(add(general, "lomimscc:title"), selection.title)
    add(general, "lomimscc:language", "nl")
    _say(add(general, "lomimscc:description"), _sum_up(site, selection.group))
    rights = add(lom, "lomimscc:rights")
    add(add(rights, "lomimscc:copyrightAndOtherRestrictions"), "lomimscc:value", "yes")
    licence = f"{settings.publisher}, {settings.licence}, {settings.licence_url}"
    _say(add(rights, "lomimscc:description"), licence)


def _say(parent: Xml.Element, text: str) -> None:
    add(parent, "lomimscc:string", text, language="nl")


def _sum_up(site: Site, group: Group) -> str:
    if group is None:
        return " ".join(site.settings.description.split())
    return render_plain(group.goal if isinstance(group, LinkedRoute) else group.question)


def _add_module(top: Xml.Element, resources: Xml.Element, module: Module) -> None:
    parent = add(top, "item", identifier=f"module-{module.id}")
    add(parent, "title", module.title)
    for item in module.items:
        reference = f"bron-{item.id}"
        entry = add(parent, "item", identifier=f"item-{item.id}", identifierref=reference)
        add(entry, "title", item.title)
        path = name_file(item)
        resource = add(resources, "resource", identifier=reference)
        resource.set("type", "imswl_xmlv1p1" if item.url else "webcontent")
        if item.html:
            resource.set("href", path)
        add(resource, "file", href=path)
