"""References: in APA 7 as Dutch schools use it, and as items for reference managers."""

from kennisbank.citing.reference import (
    cite_inside,
    cite_page,
    cite_place,
    cite_source,
    write_html,
)

__all__ = ["cite_inside", "cite_page", "cite_place", "cite_source", "write_html"]
