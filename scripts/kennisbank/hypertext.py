"""Prose for packages: HTML of p, em, strong, a, ul and li alone, or plain paragraphs.

Links are absolute, so that they work wherever a package lands.
"""

from collections.abc import Callable
from html import escape

from kennisbank.model.text import Block, Span, Target, Text
from kennisbank.vocabulary import KIND_BY_PREFIX

Absolute = Callable[[str], str]
"""Gives the full web address of an address within the site."""


def make_href(target: Target, absolute: Absolute) -> str:
    """Give the web address of a record's page."""
    return absolute(KIND_BY_PREFIX[target.prefix].address(target.id))


def make_link(href: str, words: str) -> str:
    """Give a link."""
    return f'<a href="{escape(href)}">{escape(words)}</a>'


def render_hypertext(text: Text, absolute: Absolute) -> str:
    """Give a text as paragraphs and lists; an empty text gives an empty string."""
    return "".join(_render_block(block, absolute) for block in text if _is_filled(block))


def render_run(spans: tuple[Span, ...], absolute: Absolute) -> str:
    """Give one paragraph or item without its element."""
    return "".join(_render_span(span, absolute) for span in spans).strip()


def _render_block(block: Block, absolute: Absolute) -> str:
    lines = [render_run(spans, absolute) for spans in block.items]
    if block.is_list:
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    return f"<p>{lines[0]}</p>"


def _render_span(span: Span, absolute: Absolute) -> str:
    words = escape(span.text, quote=False)
    words = f"<{span.style}>{words}</{span.style}>" if span.style else words
    if span.target is None:
        return words
    return f'<a href="{escape(make_href(span.target, absolute))}">{words}</a>'


def render_paragraphs(text: Text) -> str:
    """Give a text as plain words: an empty line between blocks, a dash before each item."""
    return "\n\n".join(
        "\n".join(f"{'- ' if block.is_list else ''}{_plain(spans)}" for spans in block.items)
        for block in text
        if _is_filled(block)
    )


def _plain(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans).strip()


def _is_filled(block: Block) -> bool:
    return any(_plain(spans) for spans in block.items)
