"""Read the records: find the files, decode them, parse them, and find places in them again."""
