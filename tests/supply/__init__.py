"""What the site is made of, and whether anything in it is known to be unsafe."""
