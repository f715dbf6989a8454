"""What stands in a course package: modules of titled links and pages of text, in order.

Identifiers come from the first id of a record and never from a place, so that they stay the same.
They begin with the name of the package: Canvas takes what has the same identifier in two packages
of one course for the same thing. The first module is a small one about the package: Moodle puts it
in the section "General". Moodle also merges the modules of several packages by their place, so each
begins with a link that says what follows, and of which package: that is its heading.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kennisbank.exports.cartridge.text import write_introduction, write_questions
from kennisbank.exports.selection import Selection, is_current, keep_current
from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import LinkedTheme, Site
from kennisbank.vocabulary import CASE, LESSON, ROUTE, TENSION_FOLDER


class Item(NamedTuple):
    """A link (`url`) or a page of text (`html`)."""

    id: str
    title: str
    url: str = ""
    html: bytes = b""


class Module(NamedTuple):
    """A module of a course."""

    id: str
    title: str
    items: tuple[Item, ...]


def outline(site: Site, selection: Selection) -> tuple[Module, ...]:
    """Give the modules of a package; those without items are left out."""
    group = selection.group
    modules = [_introduce(site, selection)]
    if group is None:
        modules += _outline_everything(site)
    else:
        questions = group.questions if isinstance(group, LinkedRoute) else ()
        text = write_questions(site, selection.title, selection.concepts, questions)
        links = (
            Item("start", _name_start(selection), url=site.absolute(selection.address)),
            *_link_concepts(site, selection.concepts),
            *(_link_lesson(site, group) if isinstance(group, LinkedRoute) else ()),
            *_ask("vragen", selection.title, text),
        )
        modules.append(Module("begrippen", selection.title, links if len(links) > 1 else ()))
        tensions = getattr(group, "tensions", ())
        title = f"Spanningen bij {selection.title}"
        modules.append(_collect_tensions(site, tensions, title, f"{selection.address}#spanningen"))
    package = selection.key.replace("/", "-")
    return tuple(_mark(package, module) for module in modules if module.items)


def _mark(package: str, module: Module) -> Module:
    items = tuple(item._replace(id=f"{package}-{item.id}") for item in module.items)
    return module._replace(id=f"{package}-{module.id}", items=items)


def _introduce(site: Site, selection: Selection) -> Module:
    title = f"Over dit pakket: {selection.title}"
    page = Item("over", title, html=write_introduction(site, selection, title))
    return Module("over", title, (page,))


def _name_start(selection: Selection) -> str:
    if selection.group is None:
        return selection.title
    is_route = isinstance(selection.group, LinkedRoute)
    return f"{'Leerroute' if is_route else 'Thema'}: {selection.title}"


def _outline_everything(site: Site) -> Iterator[Module]:
    for theme in site.themes:
        yield _outline_theme(site, theme)
    yield _collect_tensions(site, site.tensions, "Spanningen", f"{TENSION_FOLDER}/")
    routes = tuple(
        _link_record(site, linked.route) for linked in site.routes if is_current(linked.route)
    )
    yield _head(site, Module("leerroutes", "Leerroutes", routes), f"{ROUTE.folder}/")
    cases = tuple(_link_record(site, c.case) for c in site.cases if is_current(c.case))
    yield _head(site, Module("casussen", "Casussen", cases), f"{CASE.folder}/")


def _head(site: Site, module: Module, address: str) -> Module:
    """Give a module with its heading, when there is anything in it."""
    heading = Item(f"kop-{module.id}", module.title, url=site.absolute(address))
    return module._replace(items=(heading, *module.items) if module.items else ())


def _outline_theme(site: Site, theme: LinkedTheme) -> Module:
    record = theme.theme
    name = site.stable_id(record)
    concepts = keep_current(theme.concepts)
    text = write_questions(site, record.name, concepts)
    items = (
        _link_record(site, record, f"Thema: {record.name}"),
        *_link_concepts(site, concepts),
        *_ask(f"vragen-{name}", record.name, text),
    )
    return Module(f"thema-{name}", record.name, items)


def _collect_tensions(site: Site, tensions: Iterable[Tension], title: str, address: str) -> Module:
    links = tuple(
        Item(
            f"spanning-{site.stable_pair(tension)}",
            f"{tension.first.concept.title} en {tension.second.concept.title}",
            url=site.absolute(f"spanningen/{tension.id}/"),
        )
        for tension in tensions
        if is_current(tension.first.concept) and is_current(tension.second.concept)
    )
    return _head(site, Module("spanningen", title, links), address)


def _link_concepts(site: Site, concepts: Iterable[LinkedConcept]) -> tuple[Item, ...]:
    return tuple(_link_record(site, linked.concept) for linked in concepts)


def _link_record(site: Site, record: Record, title: str = "") -> Item:
    url = site.absolute(record.kind.address(record.id))
    return Item(f"{record.kind.name}-{site.stable_id(record)}", title or record.title, url=url)


def _link_lesson(site: Site, linked: LinkedRoute) -> Iterator[Item]:
    """Give the cases of a lesson and the sheet of students; that of who teaches is not for them."""
    for each in linked.cases:
        yield _link_record(site, each.case, f"Casus: {each.case.name}")
    if linked.lesson:
        url = site.absolute(f"{LESSON}/student-{linked.route.id}/")
        yield Item("les", f"Studentenblad: {linked.route.name}", url=url)


def _ask(name: str, title: str, text: bytes) -> Iterator[Item]:
    """Give the page of questions, when there are any."""
    if text:
        yield Item(name, f"Vragen bij {title}", html=text)
