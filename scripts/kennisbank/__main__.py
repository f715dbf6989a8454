"""Run the command with `python -m kennisbank`."""

import sys

from kennisbank.cli import main

sys.exit(main())
