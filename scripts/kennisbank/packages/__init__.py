"""Packages that take too long for every preview: decks for Anki and the reader on paper.

They are made by `kennisbank packages`, beside the site, and copied into it by the next build as
long as the records have not changed since.
"""

PACKAGES = {"anki": "kaartjes voor Anki", "reader": "het boek op papier (PDF)"}
"""Each module here, with what it makes in words.

Each offers `make(site, docs)`, from the public site and docs/, where the fonts are. They are
imported when asked for: they need more than editing does.
"""
