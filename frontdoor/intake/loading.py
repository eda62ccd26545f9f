"""Loads one export file: taken in, read, checked, merged and published; wholly or not at all."""

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from frontdoor.access.pseudonyms import create_key
from frontdoor.errors import AlreadyLoadedError, IntakeError, UnreadableFileError
from frontdoor.intake.checking import Checked, check
from frontdoor.intake.findings import findings
from frontdoor.intake.incoming import is_midnight_only, mark_as_dates_only, show_incoming, show_stated, span
from frontdoor.intake.reading import Staged, private_folder, read
from frontdoor.intake.receiving import Arrival, receive, shown_name
from frontdoor.intake.rejects import write_rejects
from frontdoor.intake.report import Finding, LoadReport
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Layout, Source
from frontdoor.intake.staging import close_staging, open_staging
from frontdoor.intake.stated import rate_findings
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.merging import Merged, merge

__all__ = ["LoadReport", "load"]
KEY_FILE = "key"
Progress = Callable[[str, float], None]
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


def load(home: Home, file: Path, source_name: str, *, on_progress: Progress | None = None) -> LoadReport:
    """Load a file into the council's warehouse through a source and return what became of every row.

    Raises IntakeError (or a child) or BusyError, and then nothing has changed.
    """
    source = read_source(source_name)
    tell = on_progress or (lambda _step, _share: None)
    try:
        with home.draft() as draft:
            return _Load(home, draft, source, tell).run(file)
    except (OSError, duckdb.Error, MemoryError) as error:
        if _is_full(error):
            raise IntakeError(
                "there is no room left on the disk. Nothing was changed; make room and load again."
            ) from error
        raise


def _is_full(error: BaseException) -> bool:
    words = str(error).lower()
    told = "no space left" in words or "file too large" in words or "disk quota" in words
    return told or (isinstance(error, OSError) and error.errno in _FULL)


@dataclass(frozen=True, slots=True)
class _Load:
    """One load under way, in its draft."""

    home: Home
    draft: Draft
    source: Source
    tell: Progress

    def run(self, file: Path) -> LoadReport:
        try:
            staged, checked = self._check(file, private_folder(self.draft.private))
        except IntakeError as error:
            raise type(error)(f"{shown_name(file)}: {error}") from error
        return self._merge(staged, checked)

    def _check(self, file: Path, folder: Path) -> tuple[Staged, Checked]:
        self.tell("Taking the file in", 0.0)
        arrival = receive(file, folder, self.source.encoding, is_grid=self.source.layout is Layout.MONTHS)
        self._refuse_a_second_time(arrival)
        open_staging(self.draft.connection, folder)
        self.tell("Reading every row", 0.1)
        staged = read(
            self.draft.connection, arrival, self.source, self.home.council, create_key(self.home.folder / KEY_FILE)
        )
        self.tell("Checking every row", 0.4)
        checked = check(self.draft.connection, staged, self.source)
        _refuse_nothing(checked)
        return staged, checked

    def _refuse_a_second_time(self, arrival: Arrival) -> None:
        row = self.draft.connection.execute(
            "select load_id, file_name from loads where sha256 = $sha256 and source = $source",
            {"sha256": arrival.sha256, "source": self.source.name},
        ).fetchone()
        if row is not None:
            raise AlreadyLoadedError(
                f"this very file was loaded before, as {row[1]} (load {row[0]}). Nothing was changed."
            )

    def _merge(self, staged: Staged, checked: Checked) -> LoadReport:
        connection, load_id = self.draft.connection, self.draft.next_load_id()
        if self.source.kind == "contacts" and is_midnight_only(connection):
            mark_as_dates_only(connection)
        show_incoming(connection, staged.plan, self.source, load_id)
        dates = span(connection)
        found = findings(connection, staged, checked, self.source, self.home.council.opt_in)
        self.tell("Merging with what is held", 0.5)
        merged = merge(self.draft, self.source.kind, self.source.name, load_id, self.source.delivery, dates)
        not_contact = _not_contact(connection, self.source, load_id)
        if self.source.stated:
            show_stated(connection, staged.plan, self.source, load_id)
            found = (*rate_findings(connection), *found)
            merge(self.draft, "stated_results", self.source.name, load_id, self.source.delivery, dates)
        close_staging(connection)
        return self._publish(staged, checked, merged, _Told(load_id, dates, found, not_contact))

    def _publish(self, staged: Staged, checked: Checked, merged: Merged, told: "_Told") -> LoadReport:
        self.tell("Working out the figures", 0.7)
        folder = self.home.folder / "loads" / str(told.load_id)
        rejects_file = folder / "rejects.csv" if checked.rejects else None
        try:
            if rejects_file:
                write_rejects(rejects_file, checked.rejects)
            row = self._ledger_row(staged, checked, merged, told)
            generation = self.draft.publish(row)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self.tell("Done", 1.0)
        return LoadReport(
            load_id=told.load_id, source=self.source.name, file=staged.arrival.shown_name, read=checked.read,
            loaded=merged.loaded, corrected=merged.corrected, unchanged=merged.unchanged, rejected=checked.rejected,
            duplicates=checked.duplicates, withdrawn=merged.withdrawn, not_contact=told.not_contact,
            rejects_file=rejects_file, findings=told.findings, generation=generation,
        )  # fmt: skip

    def _ledger_row(self, staged: Staged, checked: Checked, merged: Merged, told: "_Told") -> dict[str, object]:
        first, last = told.dates
        return {
            "load_id": told.load_id, "source": self.source.name, "kind": self.source.kind,
            "file_name": staged.arrival.shown_name, "sha256": staged.arrival.sha256,
            "loaded_at": _written_at(staged.arrival.path.parent), "read": checked.read, "loaded": merged.loaded,
            "corrected": merged.corrected, "unchanged": merged.unchanged, "rejected": checked.rejected,
            "duplicates": checked.duplicates, "withdrawn": merged.withdrawn, "not_contact": told.not_contact,
            "from_date": first, "to_date": last, "covered_to": last,
            "notes": "\n".join(finding.sentence for finding in told.findings),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    load_id: int
    dates: tuple[date, date]
    findings: tuple[Finding, ...]
    not_contact: int


def _refuse_nothing(checked: Checked) -> None:
    if checked.sound:
        return
    if not checked.read:
        raise UnreadableFileError("the file has a header but no rows.")
    first = checked.rejects[0]
    where = f"line {first.line}{f', column {first.column}' if first.column else ''}: {first.reason}"
    raise UnreadableFileError(f"none of its {checked.read:,} rows could be loaded. The first: {where}.")


def _not_contact(connection: duckdb.DuckDBPyConnection, source: Source, load_id: int) -> int:
    """Count the rows this load brought that are not customer contact."""
    if source.kind != "contacts":
        return 0
    row = connection.execute(
        "select count(*) from contacts where load_id = $load_id and not is_customer_contact", {"load_id": load_id}
    ).fetchone()
    return int(row[0]) if row else 0


def _written_at(folder: Path) -> datetime:
    """Return when this load began, UTC, as the file system dates its private folder."""
    return datetime.fromtimestamp(folder.stat().st_ctime, UTC).replace(tzinfo=None)
