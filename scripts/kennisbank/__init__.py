"""Turn the YAML records of Kennisbank Relationeel Werken into Markdown pages and data files."""
