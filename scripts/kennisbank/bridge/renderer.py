"""Single pages rendered with what the last build of MkDocs knew of the site."""

from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from kennisbank.bridge.files import MadeFile
from kennisbank.bridge.unpromised import BUILD_PAGE, BUILD_TEMPLATE, POPULATE_PAGE, find_part


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
        find_part(POPULATE_PAGE)(page, self.config, self.files)
        find_part(BUILD_PAGE)(page, self.config, (), self.nav, self.env)
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
            find_part(BUILD_TEMPLATE)(template, self.env, self.files, self.config, self.nav)
