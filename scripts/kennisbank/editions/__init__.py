"""Freeze the built site as an edition, and take withdrawn content out of editions."""
