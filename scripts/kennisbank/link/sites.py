"""The site as it is shown, and as it leaves."""

from dataclasses import replace

from kennisbank.link.shelf import make_shelf
from kennisbank.link.site import link_shelf
from kennisbank.link.told import link_told
from kennisbank.model.privacy import find_privacy
from kennisbank.model.records import Records
from kennisbank.model.site import Site


def link(records: Records, site_url: str, with_drafts: bool) -> tuple[Site, Site]:
    """Give the site for pages, which names private people where they tell their story, and the
    one for data and packages, which names them nowhere and has no drafts.
    """
    privacy = find_privacy(records)
    shown = link_shelf(make_shelf(privacy.public, with_drafts), site_url)
    packed = link_shelf(make_shelf(privacy.packed, False), site_url)
    return replace(shown, told=link_told(privacy, with_drafts)), packed
