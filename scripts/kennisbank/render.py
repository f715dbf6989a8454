"""Linked values to Markdown: prose through one escaping renderer, pages through templates.

A record's text can never become Markdown or HTML of its own: every character with a meaning
in either is written as a character reference.
"""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kennisbank.dutch import write_day, write_edtf, write_language, write_number
from kennisbank.model.private_names import NOBODY, PrivateNames
from kennisbank.model.text import Span, Target, Text
from kennisbank.model.voices import write_author
from kennisbank.origin import DEFINITION_OF_OURS, REASON_OF_OURS, write_origin, write_short_origin
from kennisbank.qr import draw_address
from kennisbank.vocabulary import (
    CONCEPT,
    KIND_BY_PREFIX,
    PERSON,
    RELATION_KINDS,
    SECURITY_POLICY,
)

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~^&#]")
_COLOUR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6})")
_LONGEST = 160
_SENTENCES = re.compile(r"(?s).*[.?!]’?(?= [‘“]?[A-Z])")
UNSEARCHED = "data-nosnippet"
"""Keeps an element out of what search engines show; our own search never reads it."""
_MARKS = {"": ("", ""), "em": ("*", "*"), "strong": ("**", "**")}


def escape(text: str) -> str:
    """Give plain text that Markdown and HTML both leave alone, within a line."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)


def _escape_start(text: str) -> str:
    """Keep the first character of a line from starting a list, a heading or a quotation."""
    first = text[:1]
    return (
        text
        if first.isalpha() or first in "&[*‘“("
        else f"&#{ord(first)};{text[1:]}"
        if first
        else ""
    )


def markdown_href(target: Target) -> str:
    """Give the Markdown link to a record; every generated page lies one folder deep."""
    return f"../{KIND_BY_PREFIX[target.prefix].folder}/{target.id}.md"


def render_spans(spans: tuple[Span, ...]) -> str:
    """Give one paragraph or list item as a line of Markdown."""
    parts = []
    for span in spans:
        text = span.text.strip()
        if not text:
            parts.append(span.text)
            continue
        opening, closing = _MARKS[span.style]
        words = f"{opening}{escape(text)}{closing}"
        words = f"[{words}]({markdown_href(span.target)})" if span.target else words
        before, _, after = span.text.partition(text)
        parts.append(f"{before}{words}{after}")
    return _escape_start("".join(parts).strip())


def render_markdown(text: Text) -> str:
    """Give a text as Markdown blocks; an empty text gives an empty string."""
    blocks = []
    for block in text:
        lines = [render_spans(spans) for spans in block.items]
        blocks.append("\n".join(f"- {line}" for line in lines) if block.is_list else lines[0])
    return "\n\n".join(blocks)


def render_told(text: Text, names: PrivateNames) -> str:
    """Give a text as Markdown blocks; searching passes over those that name somebody private."""
    return "\n\n".join(_render_told_block((block,), names) for block in text)


def _render_told_block(block: Text, names: PrivateNames) -> str:
    shown = render_markdown(block)
    if not names.find(render_plain(block)):
        return shown
    return f'<div {UNSEARCHED} markdown="1">\n\n{shown}\n\n</div>'


def render_told_line(text: Text, names: PrivateNames) -> str:
    """Give a text as one line of Markdown; searching passes over it when it names one."""
    shown = render_line(text)
    if not names.find(render_plain(text)):
        return shown
    return f"<span {UNSEARCHED}>{shown}</span>"


def render_line(text: Text) -> str:
    """Give a text as one line of Markdown."""
    return " ".join(render_spans(spans) for block in text for spans in block.items)


def render_plain(text: Text) -> str:
    """Give a text as plain words on one line."""
    return " ".join(
        "".join(span.text for span in spans).strip() for block in text for spans in block.items
    )


def shorten(text: str) -> str:
    """Cut plain text after some 160 characters, for search engines and previews.

    The last sentence that is whole ends it, or a word where there is none in the second half.
    """
    if len(text) <= _LONGEST:
        return text
    whole = _SENTENCES.match(text, 0, _LONGEST)
    if whole and whole.end() > _LONGEST / 2:
        return whole.group()
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:–") + " …"


def read_colours(style: str) -> dict[str, str]:
    """Give the colours that a style sheet names, as they are in light: `#rrggbb` by name."""
    return dict(_COLOUR.findall(style))


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kennisbank"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # templates make Markdown; `e` and `md` escape each value
    )
    environment.filters.update(
        e=escape, md=render_markdown, line=render_line, plain=render_plain, attr=escape_attribute
    )
    environment.filters.update(told=render_told, told_line=render_told_line, regex=re.escape)
    environment.filters.update(short=shorten, origin=write_origin, short_origin=write_short_origin)
    environment.filters.update(day=write_day, edtf=write_edtf, number=write_number)
    environment.filters.update(author=write_author, language=write_language)
    environment.globals.update(
        count=_count,
        relation_kinds=RELATION_KINDS,
        concept_kind=CONCEPT,
        person_kind=PERSON,
        draw_address=draw_address,
        definition_of_ours=DEFINITION_OF_OURS,
        reason_of_ours=REASON_OF_OURS,
        policy=SECURITY_POLICY,
        unsearched=UNSEARCHED,
        nobody=NOBODY,
    )
    return environment


def escape_attribute(text: str) -> str:
    """Give plain text for use between double quotes in HTML."""
    return escape(text).replace('"', "&quot;")


def render_file(template: str, **values: Any) -> bytes:
    """Give what a template makes of these values."""
    return _environment().get_template(template).render(values).encode()
