"""The files of a preview: those that MkDocs copies, and the pages that are made later."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from kennisbank.model.artifact import Artifact, later
from kennisbank.pages.handbook import make_handbook
from kennisbank.pages.home import make_placeholder
from kennisbank.pages.write_page import write_page


class MadeFile(File):
    """A file of the site whose content is made later."""

    def __init__(self, artifact: Artifact, config: MkDocsConfig) -> None:
        super().__init__(
            artifact.path,
            None,
            config.site_dir,
            config.use_directory_urls,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.artifact = artifact
        self.generated_by = "kennisbank"

    def fits(self, config: MkDocsConfig) -> bool:
        """Tell whether it would be the same file in a build with other settings."""
        same = self.use_directory_urls == config.use_directory_urls
        return same and self.dest_dir == config.site_dir


class PreviewFiles(Files):
    """Every file of the site for whoever looks for one by name; all others are not gone over."""

    def __iter__(self) -> Iterator[File]:
        """Give the files that MkDocs itself must build or copy."""
        return (file for file in super().__iter__() if not isinstance(file, MadeFile))


def read_later(page: File) -> Artifact:
    """Give a page that people write, to be read when it is asked for."""
    assert page.abs_src_path
    return later(page.src_uri, Path(page.abs_src_path).read_bytes)


def add_missing(left: Iterable[Artifact]) -> list[Artifact]:
    """Give the pages that a build left, and what nobody can do without where there was no build."""
    needed = (write_page(page, None) for page in (make_placeholder(), *make_handbook()))
    return list({page.path: page for page in (*needed, *left)}.values())
