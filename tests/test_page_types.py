"""What follows from the types of pages and exports: menus, ignored folders, anchors, the frame."""

import re
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from building import ROOT
from kennisbank.model.artifact import Artifact
from kennisbank.owned import OWNED
from kennisbank.pages import PAGE_TYPES
from kennisbank.pages.page import Page
from packages import check_real, read_real_site

_ID = re.compile(r'\bid="([^"]+)"|\{:? ?#([\w-]+)')


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Give every Markdown page of the real records by its path."""
    site = read_real_site()
    found = (page for page_type in PAGE_TYPES for page in page_type.make(site))
    return {page.path: page for page in found if not isinstance(page, Artifact)}


def test_generated_folders_are_ignored_by_git() -> None:
    """The list in .gitignore is that of the page types and exports."""
    ignored = re.findall(r"^/docs/([^/\n]+)/?$", (ROOT / ".gitignore").read_text(), re.MULTILINE)
    assert sorted(ignored) == sorted((*OWNED.folders, *OWNED.files)), (
        "make .gitignore name what a build makes below docs/"
    )


def test_generated_folders_stay_out_of_the_menu_of_mkdocs() -> None:
    """Every folder with Markdown pages stands under `not_in_nav` in mkdocs.yml."""
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    named = {line.strip("/") for line in settings["not_in_nav"].split()}
    wanted = {each.folder for each in PAGE_TYPES if each.folder and each.name != "kaartje"}
    assert wanted <= named, f"add to not_in_nav in mkdocs.yml: {sorted(wanted - named)}"


def test_every_list_can_be_reached_from_every_page() -> None:
    """The menu or the footer leads to every folder that has a list or is a page by itself."""
    menu = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["menu"]
    footer = (ROOT / "overrides/delen/voet.html").read_text(encoding="utf-8")
    linked = {address for _, address in menu} | set(re.findall(r"\'([^\']+/)\' \| url", footer))
    wanted = {f"{each.folder}/" for each in PAGE_TYPES if each.folder and each.name != "kaartje"}
    assert wanted <= linked, f"add to mkdocs.yml or voet.html: {sorted(wanted - linked)}"


def test_declared_anchors_are_on_the_page(pages: dict[str, Page], tmp_path: Path) -> None:
    """Each anchor that a page declares is in what is written, and each fixed one is declared."""
    fixed = ("stem-", "plaats-")
    for artifact in check_real().artifacts:
        if artifact.path in pages:
            text = artifact.content.decode()
            written = {a or b for a, b in _ID.findall(text)}
            if "\nshare: " in text:
                written.add("citeren")  # made by the frame
            assert pages[artifact.path].anchors <= written, artifact.path
            undeclared = {a for a in written - artifact.anchors if a.startswith(fixed)}
            assert not undeclared or pages[artifact.path].record is None, artifact.path


def test_paths_follow_from_addresses(pages: dict[str, Page]) -> None:
    """A list is the index of its folder, any other page a file of its own."""
    for path, page in pages.items():
        assert path.removesuffix(".md").removesuffix("index").rstrip("/") == page.address.rstrip(
            "/"
        )
        assert path.split("/")[0] in (page.type.folder, "index.md")
