"""Measures what is asked for and writes it to docs/benchmarks.md.

python -m benchmarks                                    all of it, 1,000,000 and 10,000,000 rows: needs about 10 GB of disk
python -m benchmarks --only kills --kills 1000          one part
python -m benchmarks --only voices --rows 200000        complaints and surveys, fewer of them
python -m benchmarks --only demand --public FOLDER      forecasts, also on public records that lie in FOLDER
python -m benchmarks --only pilots --pilots 4000        the analysis of pilots, on more invented series
python -m benchmarks --only packs                       committee packs in every format
python -m benchmarks --rows 100000000 --keep FOLDER     a bigger warehouse, kept for the next run
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine
from benchmarks.browser import browsing
from benchmarks.child import in_child
from benchmarks.daily import daily
from benchmarks.demand import USUAL_ORIGINS, demand
from benchmarks.demand_series import PUBLIC
from benchmarks.ingest import ingest
from benchmarks.invented_files import Files, make
from benchmarks.invented_voices import COMPLAINTS
from benchmarks.kills import kills
from benchmarks.packs import packs
from benchmarks.pilot_answers import pilot_answers
from benchmarks.pilots import USUAL_SERIES, pilots
from benchmarks.places import places
from benchmarks.questions import pages, questions, shift
from benchmarks.report import Section, write
from benchmarks.staffing import staffing
from benchmarks.statistics import charts
from benchmarks.voices import asked_about, taking_in

OF_A_SIZE = ("ingest", "daily", "questions", "shift", "pages")
OF_ANY_SIZE = ("voices", "statistics", "demand", "pilots", "packs", "places", "kills", "browser")
USUAL_ROWS = (1_000_000, 10_000_000)
REPEATS = {1_000_000: 5, 10_000_000: 3}
VOICE_REPEATS = 3


def main() -> None:
    """Run what the command line asks for; each section is printed and written as soon as it is there."""
    options = _arguments()
    wanted = options.only or [*OF_A_SIZE, *OF_ANY_SIZE]
    with _folder(options.keep) as folder:
        for rows in options.rows if set(wanted) & set(OF_A_SIZE) else ():
            for section in _of_size(folder / str(rows), rows, wanted, options.repeats):
                _tell(section)
        if "voices" in wanted:
            for section in _voices(folder, min(COMPLAINTS, max(options.rows)), options.repeats or VOICE_REPEATS):
                _tell(section)
        if "pilots" in wanted:
            for section in (*pilots(options.pilots), *pilot_answers(folder)):
                _tell(section)
        for section in _of_any_size(folder, wanted, options.kills, options.public):
            _tell(section)


def _of_size(folder: Path, rows: int, wanted: list[str], repeats: int | None) -> Iterator[Section]:
    files, home, times = Files(folder), folder / "home", repeats or REPEATS.get(rows, 1)
    folder.mkdir(parents=True, exist_ok=True)
    if not files.daily.exists():
        in_child(make, str(folder), str(rows))
    parts: dict[str, Callable[[], Section]] = {
        "ingest": lambda: ingest(files.contacts, times, home),
        "daily": lambda: daily(files.daily, home, rows, times),
        "questions": lambda: questions(home, rows),
        "shift": lambda: shift(home, rows),
        "pages": lambda: pages(home, rows),
    }
    if "ingest" not in wanted and not home.exists():
        yield parts["ingest"]()
    yield from (part() for name, part in parts.items() if name in wanted)


def _voices(folder: Path, complaints: int, repeats: int) -> Iterator[Section]:
    own = folder / f"voices-{complaints}"
    yield taking_in(own, complaints, repeats)
    yield asked_about(own, complaints)


def _of_any_size(folder: Path, wanted: list[str], rounds: int, public: Path) -> Iterator[Section]:
    if "statistics" in wanted:
        yield charts()
    if "demand" in wanted:
        with TemporaryDirectory(prefix="demand-", dir=folder) as own:
            yield from demand(Path(own), public, USUAL_ORIGINS)
        yield staffing()
    if "packs" in wanted:
        yield from packs(folder)
    if "places" in wanted:
        with TemporaryDirectory(prefix="places-", dir=folder) as own:
            yield places(Path(own))
    if "kills" in wanted:
        with TemporaryDirectory(prefix="kills-", dir=folder) as own:
            yield kills(Path(own), rounds)
    if "browser" in wanted:
        with TemporaryDirectory(prefix="browser-", dir=folder) as own:
            yield from browsing(Path(own))


def _tell(section: Section) -> None:
    text = section.as_markdown(machine.described())
    print(f"\n{text}", flush=True)
    write([text])


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        yield kept.resolve()
        return
    with TemporaryDirectory(prefix="frontdoor-bench-") as folder:
        yield Path(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--rows",
        type=int,
        nargs="+",
        default=USUAL_ROWS,
        help="contacts, or complaints (default: 1 and 10 million, 2 million)",
    )
    parser.add_argument("--only", nargs="+", choices=[*OF_A_SIZE, *OF_ANY_SIZE], help="only these parts")
    parser.add_argument("--keep", type=Path, help="keep the files and warehouses made here, and use them the next time")
    parser.add_argument("--kills", type=int, default=50, help="how often a loader is killed (default: %(default)s)")
    parser.add_argument(
        "--public", type=Path, default=PUBLIC, help="public records to test forecasts on, if there are any"
    )
    parser.add_argument(
        "--pilots",
        type=int,
        default=USUAL_SERIES,
        help="invented series a line of the tables of pilots (default: %(default)s)",
    )
    parser.add_argument("--repeats", type=int, help="how often each way is measured (default: by size)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
