"""The maintainer's handbook, made from what the program knows: its fields and messages."""
