"""What a page is, in schema.org's terms as JSON-LD: a data block that no browser executes.

A concept is a DefinedTerm in the DefinedTermSet of the whole; the page is a WebPage that cites
its sources. DefinedTerm has no language and no citation of its own: the page has them.
"""

import json
from typing import Any

from kennisbank.citing.work import make_work
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.person_name import Name
from kennisbank.model.site import LinkedSource, Site
from kennisbank.pages.subject import Subject
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT, IDENTIFIER


def describe_page(site: Site, page: Subject, sources: tuple[LinkedSource, ...]) -> str:
    """Give the JSON-LD of a page, safe to stand inside a script element."""
    graph = [_describe_web_page(site, page, sources)]
    if page.concept:
        graph.append(_describe_term(site, page.concept))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _describe_web_page(
    site: Site, page: Subject, sources: tuple[LinkedSource, ...]
) -> dict[str, Any]:
    link = site.absolute(page.address)
    described: dict[str, Any] = {
        "@type": "WebPage",
        "@id": link,
        "url": link,
        "name": page.title,
        "description": page.text,
        "inLanguage": "nl",
        "dateModified": page.day.isoformat(),
        "license": site.settings.licence_url,
        "publisher": {"@type": "Organization", "name": site.settings.publisher},
        "isPartOf": {"@type": "WebSite", "@id": site.site_url, "name": site.settings.name},
        "citation": [_describe_source(site, linked) for linked in sources],
    }
    if page.concept:
        described["mainEntity"] = {"@id": _term_id(site, page.concept)}
    return described


def _term_id(site: Site, linked: LinkedConcept) -> str:
    return site.absolute(f"{IDENTIFIER}/{CONCEPT.name}/{site.stable_id(linked.concept)}")


def _describe_term(site: Site, linked: LinkedConcept) -> dict[str, Any]:
    concept = linked.concept
    return {
        "@type": "DefinedTerm",
        "@id": _term_id(site, linked),
        "name": concept.preferred_label,
        "alternateName": list(concept.alternative_labels),
        "description": render_plain(linked.definition),
        "termCode": concept.id,
        "url": site.absolute(concept.kind.address(concept.id)),
        "sameAs": list(concept.matches),
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": site.absolute("id/kader/kennisbank"),
            "name": site.settings.name,
            "url": site.absolute("begrippen/"),
        },
    }


def _describe_source(site: Site, linked: LinkedSource) -> dict[str, Any]:
    source, work = linked.source, make_work(linked)
    values = {
        "@type": work.form.schema,
        "@id": site.absolute(source.kind.address(source.id)),
        "name": work.title,
        "author": [_describe_name(name) for name in work.authors],
        "editor": [_describe_name(name) for name in work.editors],
        "translator": [_describe_name(name) for name in work.translators],
        "inLanguage": source.language,
        "url": source.url,
        "datePublished": source.date.rstrip("?~%") if source.date != "z.d." else None,
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else None,
        "isPartOf": {"@type": "CreativeWork", "name": source.container}
        if source.container
        else None,
    }
    return {key: value for key, value in values.items() if value}


def _describe_name(name: Name) -> dict[str, str]:
    return {"@type": "Person" if name.given else "Organization", "name": name.written}
