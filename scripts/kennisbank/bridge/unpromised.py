"""What the preview uses of MkDocs without a promise that it stays: all of it, and nowhere else.

A whole site needs none of this.
"""

from importlib import import_module
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

POPULATE_PAGE = "mkdocs.commands.build._populate_page"
BUILD_PAGE = "mkdocs.commands.build._build_page"
BUILD_TEMPLATE = "mkdocs.commands.build._build_theme_template"
PARTS = (POPULATE_PAGE, BUILD_PAGE, BUILD_TEMPLATE)
"""Functions that render one page, by their dotted names."""
SERVER_PARTS = ("builder", "mount_path", "observer", "serve_request", "set_app", "url")
"""What a server has besides watching and serving."""


def find_part(dotted: str) -> Any:
    """Give a part of MkDocs by its dotted name; raises Abort with a plain sentence without it."""
    module, _, name = dotted.rpartition(".")
    try:
        return getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise _refuse(dotted) from error


def check_server(server: LiveReloadServer) -> None:
    """Raise Abort with a plain sentence when a server has not all that we use."""
    for name in SERVER_PARTS:
        if not hasattr(server, name):
            raise _refuse(f"LiveReloadServer.{name}")


def _refuse(what: str) -> Abort:
    return Abort(
        f'de voorvertoning kent deze versie van MkDocs niet: "{what}" ontbreekt; '
        "start opnieuw, dan komt de versie die hierbij hoort"
    )
