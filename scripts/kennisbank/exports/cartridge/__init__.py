"""Course packages (Common Cartridge 1.1) for Brightspace, Canvas, Moodle and Blackboard.

Links stay live and are what updates a course: importing once more makes everything double.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kennisbank.exports.cartridge.manifest import name_file, write_link, write_manifest
from kennisbank.exports.cartridge.outline import outline
from kennisbank.exports.export import Export, Format
from kennisbank.exports.selection import Selection, list_selections
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site

FOLDER = "data/cursus"
MANIFEST = "imsmanifest.xml"
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""A zip has no other dates."""
_UNIX, _PLAIN_FILE = 3, 0o644 << 16


def make(site: Site) -> Iterator[Artifact]:
    """Make a package of everything, of each theme and of each route."""
    for selection in list_selections(site):
        yield later(f"{FOLDER}/{selection.stem}.imscc", _make_package, site, selection)


def _make_package(site: Site, selection: Selection) -> bytes:
    modules = outline(site, selection)
    files = {
        name_file(item): item.html or write_link(item)
        for module in modules
        for item in module.items
    }
    manifest = write_manifest(site, selection, modules)
    return _pack({MANIFEST: manifest, **dict(sorted(files.items()))}, selection.day)


def _pack(files: dict[str, bytes], day: date) -> bytes:
    """Give a zip that is the same on every machine, dated by its content."""
    output = BytesIO()
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    with ZipFile(output, "w", ZIP_DEFLATED) as package:
        for path, content in files.items():
            info = ZipInfo(path, (year, day.month, day.day, 0, 0, 0))
            info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, content)
    return output.getvalue()


COURSE = Format(
    id="cursus",
    name="Cursuspakket (Common Cartridge)",
    use="Een hele leerroute of een heel thema in Brightspace, Canvas, Moodle of Blackboard: "
    "modules met links op volgorde, een inleiding en de vragen.",
    pattern="data/cursus/{}.imscc",
    steps=(
        "Download het pakket van de route of het thema.",
        "Kies in je cursus voor importeren: in Brightspace bij ‘Import/Export/Copy "
        "Components’, in Canvas bij ‘Import Course Content’, in Moodle bij "
        "‘Cursus hergebruiken’ en ‘Terugzetten’.",
        "Controleer de modules. Importeer één keer: een tweede keer zet alles dubbel.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(COURSE,),
    media_types={"imscc": "application/vnd.ims.imsccv1p1"},
)
