"""What a build makes, held against all that was ever promised."""

from collections.abc import Collection, Iterator

from kennisbank.load.editions import check_last_edition
from kennisbank.model.records import Records
from kennisbank.model.site import Site
from kennisbank.permanence.check import check_addresses, check_current_edition
from kennisbank.permanence.equal import check_equal
from kennisbank.permanence.made import Made
from kennisbank.problems import Fault


def hold(records: Records, site: Site, made: Made, own: Collection[str]) -> Iterator[Fault]:
    """Give a fault for what was promised and is not there; `own` are pages that people write."""
    path, current = site.settings.path, site.settings.edition
    yield from check_current_edition(site.settings, (edition.name for edition in site.editions))
    yield from check_last_edition(site.editions, path, current)
    yield from check_equal(records, made, own)
    yield from check_addresses(records, made)
