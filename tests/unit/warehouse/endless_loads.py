"""Loads one contact after another for ever, so that a test can kill it at any instant: python endless_loads.py FOLDER."""

import sys
from pathlib import Path

from small_warehouse import COUNCIL, Delivery, contact, load

from frontdoor.warehouse.home import Home

if __name__ == "__main__":
    number = 0
    home = Home(COUNCIL, Path(sys.argv[1]))
    print("ready", flush=True)
    while True:
        number += 1
        load(home, Delivery([contact(f"{sys.argv[2]}-{number}")]))
