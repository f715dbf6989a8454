"""Rename, merge and withdraw: changes to many files that happen whole or not at all."""
