"""What taking in a file costs, as a multiple of the CPU of a bare `read_csv` of the same file into a table."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks import machine
from benchmarks.child import Cost, in_child
from benchmarks.invented_files import COUNCIL
from benchmarks.report import Section, against, middle
from frontdoor.intake.checking import check
from frontdoor.intake.loading import load
from frontdoor.intake.reading import private_folder, read
from frontdoor.intake.receiving import receive
from frontdoor.intake.source import read_source
from frontdoor.intake.staging import open_staging
from frontdoor.schema.units import Channel
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.homes import open_home

SOURCE = "frontdoor"
CHECKED_GOAL, CHECKED_MEMORY_GOAL = 1.15, 1024  # times the floor, MiB: DESIGN.md
WHOLE_GOAL, WHOLE_MEMORY_GOAL = 5.0, 2048
_CHUNK_BYTES = 1 << 20


def scan(file: str, _folder: str) -> dict[str, float]:
    """Read the bytes and do nothing with them."""
    with Path(file).open("rb") as stream:
        while stream.read(_CHUNK_BYTES):
            pass
    return {}


def bare(file: str, folder: str) -> dict[str, float]:
    """Read the file into a table of a new database, nothing checked."""
    with duckdb.connect(f"{folder}/bare.duckdb") as connection:
        connection.execute("create table bare as select * from read_csv($file)", {"file": file})
        return {"rows": _count(connection, "bare")}


def checked(file: str, folder: str) -> dict[str, float]:
    """Read and check the file as a load does, up to the rows the warehouse takes; customers left out."""
    return checked_of(Path(file), Path(folder), is_keyed=False)


def keyed(file: str, folder: str) -> dict[str, float]:
    """Do the same, and turn each customer's reference into a keyed pseudonym."""
    return checked_of(Path(file), Path(folder))


def checked_of(file: Path, folder: Path, source_name: str = SOURCE, *, is_keyed: bool = True) -> dict[str, float]:
    """Read and check a file of a source in `folder`; return how many rows were read, sound, refused and repeated."""
    source, council = read_source(source_name), read_council(shipped_councils() / f"{COUNCIL}.toml")
    if not is_keyed:
        source = replace(source, columns={name: rule for name, rule in source.columns.items() if name != "customer"})
    private = private_folder(folder)
    with duckdb.connect(str(folder / "records.duckdb")) as connection:
        open_staging(connection, private)
        staged = read(connection, receive(file, private), source, council, bytes(32))
        found = check(connection, staged, source)
    return {"rows": found.read, "sound": found.sound, "rejected": found.rejected, "duplicates": found.duplicates}


def whole(file: str, _folder: str) -> dict[str, float]:
    """Load the file into an empty home of FRONTDOOR_HOME: pseudonyms, corrections, marts, publishing."""
    report = load(open_home(COUNCIL), Path(file), SOURCE)
    return {"rows": report.read, "sound": report.loaded, "rejected": report.rejected, "duplicates": report.duplicates}


def in_pandas(file: str, folder: str) -> dict[str, float]:
    """Read the file in pandas, check the same rules and keep the sound rows as Parquet; customers left as they are."""
    pandas = import_module("pandas")
    began = machine.cpu_seconds()
    frame = pandas.read_csv(file, dtype=str)
    for name in ("started_at", "updated_at", "replied_at", "completed_at", "promised_date"):
        frame[name] = pandas.to_datetime(frame[name], format="ISO8601", errors="coerce")
    for name in ("seconds_waited", "seconds_handled", "transfers"):
        frame[name] = pandas.to_numeric(frame[name], errors="coerce")
    for name in ("is_resolved_first", "is_avoidable", "is_survey_invited", "is_customer_contact"):
        frame[name] = frame[name].map({"true": True, "false": False})
    is_bad = frame.contact_id.isna() | frame.started_at.isna() | ~frame.channel.isin(list(Channel))
    for name in ("seconds_waited", "seconds_handled", "transfers"):
        is_bad |= frame[name] < 0
    for name in ("replied_at", "completed_at"):
        frame.loc[frame[name] < frame.started_at, name] = pandas.NaT
    sound = frame[~is_bad]
    kept = sound.sort_values("updated_at", kind="stable").drop_duplicates("contact_id", keep="last").sort_index()
    kept.to_parquet(f"{folder}/pandas.parquet")
    told = {"rows": len(frame), "sound": len(kept), "rejected": int(is_bad.sum()), "duplicates": len(sound) - len(kept)}
    return {**told, "cpu_seconds": machine.cpu_seconds() - began}


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"select count(*) from {table}").fetchone()
    return int(row[0]) if row else 0


WAYS: dict[str, Callable[[str, str], dict[str, float]]] = {
    "reading the bytes (scan limit)": scan,
    "bare `read_csv` into a table (floor)": bare,
    "read and validate": checked,
    "read, validate, pseudonyms": keyed,
    "whole load: also corrections, marts, publishing": whole,
    "pandas: read and validate (peer)": in_pandas,
}


def ingest(file: Path, repeats: int, home: Path) -> Section:
    """Measure each way in turn, `repeats` times, and leave the last whole load in `home`."""
    costs: dict[Callable[..., object], list[Cost]] = {way: [] for way in WAYS.values()}
    for _ in range(repeats):
        for way in WAYS.values():
            with TemporaryDirectory(prefix="way-", dir=file.parent) as folder:
                if way is whole:
                    shutil.rmtree(home, ignore_errors=True)
                costs[way].append(in_child(way, str(file), folder, FRONTDOOR_HOME=str(home)))
    _refuse_differing({way: found[-1] for way, found in costs.items()})
    return _section(costs, file.stat().st_size)


def _refuse_differing(costs: dict[Callable[..., object], Cost]) -> None:
    """Raise AssertionError unless the checked, the whole and the pandas way came to the same counts."""
    names = ("rows", "sound", "rejected", "duplicates")
    counts = [{name: costs[way].told[name] for name in names} for way in (checked, keyed, whole, in_pandas)]
    if any(one != counts[0] for one in counts) or not counts[0]["rejected"] or not counts[0]["duplicates"]:
        raise AssertionError(f"the ways did not do the same job: {counts}")


def _section(costs: dict[Callable[..., object], list[Cost]], size: int) -> Section:
    floor = middle([cost.cpu_seconds for cost in costs[bare]])
    rows = int(costs[bare][0].told["rows"])
    goals: dict[Callable[..., object], tuple[float, float]] = {
        checked: (CHECKED_GOAL, CHECKED_MEMORY_GOAL),
        whole: (WHOLE_GOAL, WHOLE_MEMORY_GOAL),
    }
    table = tuple(_cells(label, costs[way], floor, goals.get(way)) for label, way in WAYS.items())
    return Section(
        f"Taking in a file: {rows:,} rows",
        f"One CSV of {size / 1e6:,.0f} MB and 24 columns, with about {2 * rows // 1000:,} dirty or repeated rows; "
        f"median of {len(costs[bare])}. Every way that validates came to the same counts.",
        ("way", "CPU s", "x floor", "elapsed s", "peak MiB", "goal", "result"),
        table,
    )


def _cells(label: str, found: list[Cost], floor: float, goal: tuple[float, float] | None) -> tuple[str, ...]:
    cpu, elapsed = middle([cost.cpu_seconds for cost in found]), middle([cost.seconds for cost in found])
    peak = max(cost.peak_mebibytes for cost in found)
    said, met = "", ""
    if goal:
        said = f"at most {goal[0]:g}x, {goal[1] / 1024:g} GiB"
        met = f"{against(cpu / floor, goal[0])}, memory {against(peak, goal[1])}"
    return label, f"{cpu:.1f}", f"{cpu / floor:.2f}", f"{elapsed:.1f}", f"{peak:,.0f}", said, met
