"""The page on which records are edited with forms, for a site whose records a git host keeps.

A preview gives the same page for the folder on this computer: see bridge/desk.py.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from kennisbank.exports.export import Export
from kennisbank.exports.form_data import describe_forms
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.git_host import GitHost, read_git_host
from kennisbank.model.site import Site
from kennisbank.render import render_file
from kennisbank.vocabulary import EDITING, SECURITY_POLICY


def make(site: Site) -> Iterator[Artifact]:
    """Make the page and what its forms know, where a git host takes proposals."""
    if host := read_git_host(site.settings.editor):
        page, data = f"{EDITING}/index.html", f"{EDITING}/velden.json"
        yield later(page, render_editing, site.settings.name, host, is_redirect=True)
        yield later(data, _dump, site, is_redirect=True)


def render_editing(name: str, host: GitHost | None, key: str = "") -> bytes:
    """Give the page, for a host or, with a `key`, for the preview that gives it.

    `name` is that of the knowledge base.
    """
    policy = host.policy if host and not key else SECURITY_POLICY
    return render_file(
        "editing.html.j2",
        settings={"name": name},
        title="Bewerken",
        root="../",
        host=json.dumps(asdict(host)) if host else "null",
        host_name=host.name if host else "",
        key=key,
        policy=f"{policy}; frame-src 'self'",
    )


def _dump(site: Site) -> bytes:
    return json.dumps(describe_forms(_list_records(site)), ensure_ascii=False).encode()


def _list_records(site: Site) -> Iterator[Record]:
    yield from (linked.theme for linked in site.themes)
    yield from (linked.concept for linked in site.concepts.values())
    yield from (linked.person for linked in site.people)
    yield from (linked.source for linked in site.sources)
    yield from (linked.example for linked in site.examples)
    yield from (linked.case for linked in site.cases)
    yield from (linked.route for linked in site.routes)
    yield from (linked.diagram for linked in site.diagrams.values())


EXPORT = Export(make=make, folder=EDITING)
