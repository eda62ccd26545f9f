"""What a postcode table of the whole country costs to take in, and how long one postcode takes to be found in it."""

import csv
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from random import Random
from statistics import quantiles

from benchmarks.child import Cost, in_child
from benchmarks.ingest import bare
from benchmarks.invented_files import COUNCIL
from benchmarks.report import Section, against
from frontdoor.intake.loading import load
from frontdoor.warehouse.files import place_file
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.ledger import loads
from frontdoor.warehouse.places import place_in_force

POSTCODES = 1_800_000
LOOK_UPS = 2_000
GOAL_MILLISECONDS = 5.0
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_POSTCODES_A_WARD = 220
_SEED = 20261122
_BYTES_IN_A_MEBIBYTE = 1 << 20


def postcodes() -> Iterator[str]:
    """Yield invented postcodes without a space, in order: two letters, one or two digits, a digit and two letters."""
    areas = (f"{first}{second}" for first, second in product("ZYX", _LETTERS))
    for area, district, sector, first, last in product(areas, range(1, 10), range(10), _LETTERS, _LETTERS):
        yield f"{area}{district}{sector}{first}{last}"


def make(file: str, number: str) -> dict[str, float]:
    """Write a table of so many postcodes, every twentieth terminated."""
    with Path(file).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("pcd", "pcds", "dointr", "doterm", "laua", "ward"))
        for place, one in enumerate(islice(postcodes(), int(number))):
            ended = "201906" if place % 20 == 0 else ""
            spaced = f"{one[:-3]} {one[-3:]}"
            ward = place // _POSTCODES_A_WARD
            writer.writerow((one, spaced, "198001", ended, f"T07{ward // 30:06d}", f"T05{ward:06d}"))
    return {"rows": float(number)}


def loaded(file: str) -> dict[str, float]:
    """Load the table into an empty home of FRONTDOOR_HOME."""
    home = open_home(COUNCIL)
    report = load(home, Path(file), "ons_postcodes")
    size = place_file(home.folder, "postcodes", report.load_id).stat().st_size
    return {"rows": report.loaded, "mebibytes": size / _BYTES_IN_A_MEBIBYTE}


def looked_up(number: str) -> dict[str, float]:
    """Return the milliseconds of looking up postcodes drawn at random, and of the beginnings of others."""
    home = open_home(COUNCIL)
    table = place_in_force(home.folder, loads(home), "postcodes")
    assert table is not None
    random = Random(_SEED)
    drawn = random.sample(list(islice(postcodes(), int(number))), LOOK_UPS)
    whole = [_timed(table.ask, "postcode", {"postcode": one}) for one in drawn]
    part = [_timed(table.ask, "postcodes_beginning", {"first": one[:-2], "before": f"{one[:-2]}~"}) for one in drawn]
    return {"first": whole[0], **_spread("whole", whole[1:]), **_spread("part", part)}


def _timed(ask: object, question: str, parameters: dict[str, str]) -> float:
    assert callable(ask)
    start = time.perf_counter()
    ask(question, parameters)
    return (time.perf_counter() - start) * 1000


def _spread(name: str, times: list[float]) -> dict[str, float]:
    cuts = quantiles(times, n=100)
    return {f"{name}_median": cuts[49], f"{name}_p95": cuts[94]}


def places(folder: Path, number: int = POSTCODES) -> Section:
    """Measure taking in the table, as a multiple of the CPU of a bare `read_csv`, and finding postcodes in it."""
    file, home = folder / "postcodes.csv", folder / "home"
    in_child(make, str(file), str(number))
    floor = in_child(bare, str(file), str(folder))
    whole = in_child(loaded, str(file), FRONTDOOR_HOME=str(home))
    told = in_child(looked_up, str(number), FRONTDOOR_HOME=str(home)).told
    return Section(
        f"A postcode among {number:,}",
        f"One invented CSV, loaded into an empty home ({whole.told['mebibytes']:.0f} MiB beside the data versions, which no "
        f"later load copies); {LOOK_UPS:,} postcodes drawn at random, then the beginnings of as many.",
        ("what", "median", "p95", "goal", "result"),
        (
            ("load, CPU s (x bare `read_csv`)", _cpu(whole, floor), "", "", ""),
            ("the first look-up, ms", f"{told['first']:.1f}", "", "", ""),
            _line("a whole postcode, ms", told["whole_median"], told["whole_p95"]),
            _line("a beginning, ms", told["part_median"], told["part_p95"]),
        ),
    )


def _cpu(cost: Cost, floor: Cost) -> str:
    return f"{cost.cpu_seconds:.1f} ({cost.cpu_seconds / floor.cpu_seconds:.1f})"


def _line(what: str, median: float, high: float) -> tuple[str, ...]:
    return what, f"{median:.1f}", f"{high:.1f}", f"{GOAL_MILLISECONDS:.0f}", against(high, GOAL_MILLISECONDS)
