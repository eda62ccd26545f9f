"""Run with a folder and a name, loads one contact after another for ever, so that a test can kill it at any instant."""

import sys
from pathlib import Path

from small_warehouse import COUNCIL, Delivery, contact, load

from frontdoor.warehouse.home import Home


def load_for_ever(folder: str, name: str) -> None:
    """Load contacts called `name` and a number into the home in `folder`; never returns."""
    number = 0
    home = Home(COUNCIL, Path(folder))
    while True:
        number += 1
        load(home, Delivery([contact(f"{name}-{number}")]))


if __name__ == "__main__":
    print("ready", flush=True)
    load_for_ever(*sys.argv[1:])
