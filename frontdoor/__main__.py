"""Lets `python -m frontdoor` run the commands."""

import sys

from frontdoor.commands.main import main

sys.exit(main())
