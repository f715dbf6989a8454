"""Know a withdrawn name again wherever it is written, without keeping it in the open."""
