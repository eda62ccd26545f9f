"""Kills a loader at random instants: is the published data whole afterwards, and did any reader meet an error?"""

import os
import random
import subprocess
import threading
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from benchmarks.child import in_child, started
from benchmarks.ingest import SOURCE
from benchmarks.invented_files import COUNCIL
from benchmarks.report import Section, against, middle, ninety_fifth
from frontdoor.intake.loading import load
from frontdoor.periods import Grain
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.undoing import undo
from sample_data.generator import generate

SEED = 20_261_122
MONTHS, CONTACTS = 2, 20_000
EVER = Scope(date(2000, 1, 1), date(2039, 12, 31), Grain.MONTH)
BETWEEN_READS = 0.02  # seconds
LATEST = 1.25  # a kill falls anywhere up to this many times the usual time of a load, so that some come too late
BEGINS = "begins"
_MILLISECONDS = 1000
Held = tuple[int, int, int]
"""How much a generation holds: loads in the ledger, records, contacts counted by the marts."""


@dataclass(slots=True)
class Findings:
    """What the rounds found."""

    killed: int = 0
    finished: int = 0
    published_whole: int = 0
    torn: list[str] = field(default_factory=list)
    reader_errors: list[str] = field(default_factory=list)
    reads: list[float] = field(default_factory=list)


def kill_loaders(file: Path, rounds: int) -> Findings:
    """Load `file` into FRONTDOOR_HOME's council `rounds` times, each time killed at a random instant, a reader reading on.

    The council holds something already. What is published must be what was held before or all of the load, never less.
    """
    before = held()
    usual = in_child(load_once, str(file)).seconds
    after = held()
    in_child(undo_newest)
    findings, instants = Findings(), random.Random(SEED)
    with _Reader(findings, (before, after)):
        for _ in range(rounds):
            _one_round(file, instants.uniform(0, usual * LATEST), findings, (before, after))
    return findings


def load_once(file: str) -> None:
    """Load a file, having said that it begins; what a killed process does."""
    print(BEGINS, flush=True)
    load(open_home(COUNCIL), Path(file), SOURCE)


def undo_newest() -> None:
    """Take the newest load back."""
    undo(open_home(COUNCIL))


def _one_round(file: Path, instant: float, findings: Findings, fine: tuple[Held, Held]) -> None:
    with started(load_once, str(file)) as loader:
        assert loader.stdout is not None
        if loader.stdout.readline().strip() != BEGINS:
            raise RuntimeError("the loader did not begin")
        try:
            loader.wait(instant)
            findings.finished += 1
        except subprocess.TimeoutExpired:
            loader.kill()
            findings.killed += 1
    try:
        found = held()
    except Exception as error:  # whatever went wrong is what is looked for
        findings.torn.append(f"after {instant:.2f} s: {error!r}")
        return
    if found not in fine:
        findings.torn.append(f"after {instant:.2f} s: {found} is neither {fine[0]} nor {fine[1]}")
    if found == fine[1]:
        findings.published_whole += 1
        in_child(undo_newest)


def held() -> Held:
    """Return what the generation in force holds, from its own two files."""
    home = open_home(COUNCIL)
    generation = home.current()
    assert generation is not None, "the council holds nothing to begin with"
    as_viewers_do: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": "false"
    }  # DuckDB refuses one file opened in two ways by one process
    with duckdb.connect(str(home.marts_file(generation)), read_only=True, config=as_viewers_do) as marts:
        loads = _number(marts, "select count(*) from loads")
        counted = _number(marts, "select sum(contacts) from contacts_by_day")
    with duckdb.connect(str(home.records_file(generation)), read_only=True) as records:
        return loads, _number(records, "select count(*) from contacts"), counted


def _number(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0


class _Reader:
    """Reads on in a thread, as a viewer does: the generation in force, its ledger and every contact counted."""

    def __init__(self, findings: Findings, fine: tuple[Held, Held]) -> None:
        self.findings = findings
        self.fine = {(loads, counted) for loads, _, counted in fine}
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._read_on)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.thread.join()

    def _read_on(self) -> None:
        while not self.stopped.wait(BETWEEN_READS):
            began = time.monotonic()
            try:
                self._read()
            except Exception as error:  # whatever a reader meets is what is looked for
                self.findings.reader_errors.append(repr(error))
            self.findings.reads.append(time.monotonic() - began)

    def _read(self) -> None:
        warehouse = open_warehouse(open_home(COUNCIL))
        asked = warehouse.ask("contact_totals", EVER, {"digital_channels": [], "unit_costs": []})
        seen = (warehouse.loads().height, int(asked.frame["contacts"].sum()))
        if seen not in self.fine:
            raise AssertionError(f"{seen} loads and contacts are not among {self.fine}")


def prepared(folder: Path) -> Path:
    """Load a month of a small council into FRONTDOOR_HOME and return the file of the next."""
    made = generate(COUNCIL, folder / "made", months=MONTHS, contacts=CONTACTS)
    load(open_home(COUNCIL), made[0].path, SOURCE)
    return made[1].path


def kills(folder: Path, rounds: int) -> Section:
    """Make a small council in `folder` and kill its loader `rounds` times."""
    os.environ["FRONTDOOR_HOME"] = str(folder / "home")
    file = prepared(folder)
    before = held()
    findings = kill_loaders(file, rounds)
    if held() != before:
        findings.torn.append(f"at the end: {held()} is not {before}")
    for words in (*findings.torn, *findings.reader_errors):
        print(words)
    return _section(findings, rounds)


def _section(findings: Findings, rounds: int) -> Section:
    reads = [_MILLISECONDS * took for took in findings.reads]
    table = (
        ("loads killed (SIGKILL) at a random instant", str(findings.killed), ""),
        ("loads that finished before their instant", str(findings.finished), ""),
        ("rounds after which the load was there as a whole", str(findings.published_whole), ""),
        ("torn files or partial loads", str(len(findings.torn)), against(len(findings.torn), 0)),
        (
            "reader errors, wrong totals included",
            str(len(findings.reader_errors)),
            against(len(findings.reader_errors), 0),
        ),
        ("reads meanwhile", f"{len(reads):,}", ""),
    )
    return Section(
        f"Loaders killed {rounds:,} times",
        f"A month of {CONTACTS // MONTHS:,} contacts is loaded into a small council and killed at an instant drawn evenly over "
        f"the usual time of a load and a quarter more; a reader asks on. After each kill records, ledger and marts are compared "
        f"with what was held before and with the whole load.",
        ("what", "count", "result"),
        table,
        (f"Reads took p50 {middle(reads):.0f} ms, p95 {ninety_fifth(reads):.0f} ms.",),
    )
