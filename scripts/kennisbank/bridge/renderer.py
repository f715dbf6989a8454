"""Single pages rendered with what the last build of MkDocs knew of the site."""

from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kennisbank.bridge.files import MadeFile


@dataclass(frozen=True, slots=True)
class Renderer:
    """What MkDocs knows of the site."""

    config: MkDocsConfig
    files: Files
    env: Environment
    nav: Navigation

    def render(self, file: MadeFile, content: str) -> None:
        """Write the page of a file below the site."""
        file.content_string = content
        page = Page(None, file, self.config)
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, (), self.nav, self.env)
        file.page = None

    def show_problems(self, problems: list[dict[str, str]]) -> bool:
        """Let pages show these from now on; False when they do already."""
        if self.config.extra["problems"] == problems:
            return False
        self.config.extra["problems"] = problems
        return True

    def render_lone_pages(self) -> None:
        """Write the pages that come from the frame alone, such as that for a lost reader."""
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.env, self.files, self.config, self.nav)
