"""python -m frontdoor sample: makes invented figures for the fictional councils, loads them and enters what their people did."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdoor.commands.authoring import write_author
from frontdoor.commands.options import command
from frontdoor.commands.sample_pilots import enter_pilots
from frontdoor.commands.sample_registers import enter_register, read_files
from frontdoor.errors import FrontdoorError, RegisterError
from frontdoor.intake.loading_together import Outcome, load_together
from frontdoor.register.loads import LoadAct
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.homes import open_home

DEFAULT_MONTHS = 30
"""How many months the sample covers: enough for a year's comparison and a 24-month trend."""

AUTHOR = "the sample"
"""Who loaded the invented files, as the register has it."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "sample", run, "Make and load invented figures for a fictional council, or for all.")
    added.add_argument("--months", type=int, default=DEFAULT_MONTHS, help="months of data (default: %(default)s)")
    added.add_argument("--contacts", type=int, help="about how many contacts, to try a big council")


def run(options: argparse.Namespace) -> int:
    """Build the sample of one fictional council, or of all five."""
    for council in fictional_councils() if options.council == "all" else (options.council,):
        build_sample(council, options.months, options.contacts)
    return 0


def fictional_councils() -> tuple[str, ...]:
    """Return the keys of the shipped councils whose figures are invented."""
    shipped = (read_council(path) for path in sorted(shipped_councils().glob("*.toml")))
    return tuple(council.key for council in shipped if council.is_invented)


def build_sample(council: str, months: int = DEFAULT_MONTHS, contacts: int | None = None) -> None:
    """Generate the council's invented files and load them in order; refuse where there is data already."""
    home = open_home(council)
    if not home.council.is_invented:
        raise FrontdoorError(f"{council} is not a fictional council, so no figures are invented for it")
    if home.current() is not None:
        raise FrontdoorError(f"{council} already holds data in {home.folder}; move that folder away to build it anew")
    print(f"Making invented figures for {home.council.name} ...", file=sys.stderr, flush=True)
    with TemporaryDirectory(prefix="frontdoor-sample-") as folder:
        read_files(home, datetime.now(UTC))
        _enter_pilots(home)  # first, so that the marts are built with the thresholds they name
        _generate_and_load(home, Path(folder), months, contacts)
    _enter_register(home)


def _generate_and_load(home: Home, folder: Path, months: int, contacts: int | None) -> None:
    """Make every file of the council, contacts first, and load them as one data version under the sample's name."""
    from sample_data.generator import (  # numpy work that no other command needs
        generate,
        generate_feedback,
        generate_places,
        generate_rota,
    )

    made = [
        *generate(home.council.key, folder, months=months, contacts=contacts),
        *generate_feedback(home.council.key, folder, months=months, contacts=contacts),
        *generate_rota(home.council.key, folder, months=months, contacts=contacts),
        *generate_places(home.council.key, folder),
    ]
    outcomes = load_together(home, [(one.path, one.source) for one in made])
    _write_author(home, outcomes)
    for outcome in outcomes:
        if outcome.refusal:
            raise outcome.refusal
        if outcome.report:
            print(f"  {outcome.report.file}: {outcome.report.loaded:,} rows loaded", file=sys.stderr, flush=True)


def _enter_pilots(home: Home) -> None:
    """Enter the council's invented plans; a register that cannot be written costs the pilots and not the figures."""
    try:
        entered = enter_pilots(home)
    except RegisterError as error:
        print(f"frontdoor: no pilot was entered: {error}", file=sys.stderr)
    else:
        if entered:
            print(f"  {entered} {'pilot' if entered == 1 else 'pilots'} declared", file=sys.stderr, flush=True)


def _enter_register(home: Home) -> None:
    """Enter what the council's invented people decided and wrote; a register that cannot be written costs no figures."""
    try:
        entered = enter_register(home)
    except RegisterError as error:
        print(f"frontdoor: not all of the invented register was entered: {error}", file=sys.stderr)
    else:
        print(f"  {entered} entries in the register", file=sys.stderr, flush=True)


def _write_author(home: Home, outcomes: tuple[Outcome, ...]) -> None:
    loaded = [outcome.report for outcome in outcomes if outcome.report]
    if loaded:
        write_author(home, LoadAct.LOADED, [report.load_id for report in loaded], loaded[-1].generation, AUTHOR)
