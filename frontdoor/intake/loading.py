"""Loads one export file: taken in, read, checked, merged and published; wholly or not at all."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from frontdoor.access.pseudonyms import create_key
from frontdoor.errors import AlreadyLoadedError, IntakeError, UnreadableFileError
from frontdoor.intake.checking import Checked, check
from frontdoor.intake.disk import room_on_the_disk
from frontdoor.intake.findings import findings
from frontdoor.intake.incoming import settle, show_incoming, show_stated, span
from frontdoor.intake.layouts import layout_of
from frontdoor.intake.reading import Staged, private_folder, read
from frontdoor.intake.receiving import Arrival, receive, shown_name
from frontdoor.intake.rejects import write_rejects
from frontdoor.intake.report import Finding, LoadReport
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Layout, Source
from frontdoor.intake.staging import close_staging, open_staging
from frontdoor.intake.stated import rate_findings
from frontdoor.schema.places import PLACES
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.files import rejects_file
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.merging import Merged, merge
from frontdoor.warehouse.places import keep_place
from frontdoor.warehouse.touched import TouchedDays

__all__ = ["LoadReport", "load", "load_into", "publish"]
KEY_FILE = "key"
Progress = Callable[[str, float], None]


def load(home: Home, file: Path, source_name: str, *, on_progress: Progress | None = None) -> LoadReport:
    """Load a file into the council's warehouse through a source and return what became of every row.

    Raises IntakeError (or a child) or BusyError, and then nothing has changed.
    """
    source = read_source(source_name)
    with room_on_the_disk(), home.draft() as draft:
        report = load_into(draft, file, source, on_progress=on_progress)
        _tell(on_progress)("Working out the figures", 0.7)
        publish(draft, [report])
    _tell(on_progress)("Done", 1.0)
    return report


def load_into(draft: Draft, file: Path, source: Source, *, on_progress: Progress | None = None) -> LoadReport:
    """Do everything of a load but publish it: the draft then holds the rows, their ledger entry and the file of rejects.

    Several files may be loaded into one draft, then published together by `publish`. An IntakeError leaves the draft as
    it was; after any other error the draft must be given up. `generation` of the report is the one to be published.
    """
    load_id = draft.load_id
    folder = private_folder(draft.private)
    try:
        report = _Load(draft, source, _tell(on_progress), folder).run(file)
        close_staging(draft.connection)
        return report
    except BaseException:
        _forget_rejects(draft, load_id)
        with suppress(duckdb.Error):
            close_staging(draft.connection)
        raise
    finally:
        shutil.rmtree(folder)


def publish(draft: Draft, reports: Iterable[LoadReport]) -> int:
    """Publish what was loaded into the draft and return the generation; where that fails the files of rejects go too."""
    try:
        return draft.publish()
    except BaseException:
        for report in reports:
            _forget_rejects(draft, report.load_id)
        raise


def _tell(on_progress: Progress | None) -> Progress:
    return on_progress or (lambda _step, _share: None)


def _forget_rejects(draft: Draft, load_id: int) -> None:
    shutil.rmtree(rejects_file(draft.folder, load_id).parent, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Load:
    """One load under way, in its draft, with a private folder of its own."""

    draft: Draft
    source: Source
    tell: Progress
    folder: Path

    def run(self, file: Path) -> LoadReport:
        try:
            load, arrival = self._receive(file)
            staged, checked = load._check(arrival)
        except IntakeError as error:
            raise type(error)(f"{shown_name(file)}: {error}") from error
        return load._merge(staged, checked)

    def _receive(self, file: Path) -> tuple["_Load", Arrival]:
        """Return the file as taken in, and this load by the layout of its source that fits the file."""
        self.tell("Taking the file in", 0.0)
        arrival = receive(file, self.folder, self.source.encoding, is_grid=self.source.layout is Layout.MONTHS)
        load = replace(self, source=layout_of(self.draft.connection, arrival, self.source))
        load._refuse_a_second_time(arrival)
        return load, arrival

    def _check(self, arrival: Arrival) -> tuple[Staged, Checked]:
        open_staging(self.draft.connection, self.folder)
        self.tell("Reading every row", 0.1)
        key = create_key(self.draft.folder / KEY_FILE)
        staged = read(self.draft.connection, arrival, self.source, self.draft.council, key)
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
        if self.source.kind in PLACES:
            return self._keep(staged, checked, load_id)
        settled = settle(connection, self.source)
        show_incoming(connection, staged.plan, self.source, load_id)
        dates = span(connection)
        found = (*settled, *findings(connection, staged, checked, self.source, self.draft.council))
        self.tell("Merging with what is held", 0.5)
        merged = merge(self.draft, self.source.kind, self.source.name, load_id, self.source.delivery, dates)
        not_contact = _not_contact(connection, self.source, load_id)
        if self.source.stated:
            show_stated(connection, staged.plan, self.source, load_id)
            found = (*rate_findings(connection), *found)
            merge(self.draft, "stated_results", self.source.name, load_id, self.source.delivery, dates)
        return self._write(staged, checked, merged, _Told(load_id, dates, found, not_contact))

    def _keep(self, staged: Staged, checked: Checked, load_id: int) -> LoadReport:
        """Keep a file of places whole beside the data versions: the ledger entry of this load is what puts it in force."""
        connection = self.draft.connection
        show_incoming(connection, staged.plan, self.source, load_id)
        found = findings(connection, staged, checked, self.source, self.draft.council)
        self.tell("Keeping it beside the figures", 0.5)
        kept = keep_place(self.draft, self.source.kind, load_id)
        merged = Merged(kept, 0, 0, 0, TouchedDays())
        return self._write(staged, checked, merged, _Told(load_id, (None, None), found, 0))

    def _write(self, staged: Staged, checked: Checked, merged: Merged, told: "_Told") -> LoadReport:
        """Write the ledger and the file of rejects; one left by a load that was killed under this number goes."""
        _forget_rejects(self.draft, told.load_id)
        rejects = rejects_file(self.draft.folder, told.load_id) if checked.rejects else None
        if rejects:
            write_rejects(rejects, checked.rejects)
        self.draft.write_ledger(self._ledger_row(staged, checked, merged, told))
        return LoadReport(
            load_id=told.load_id, source=self.source.name, file=staged.arrival.shown_name, read=checked.read,
            loaded=merged.loaded, corrected=merged.corrected, unchanged=merged.unchanged, rejected=checked.rejected,
            duplicates=checked.duplicates, withdrawn=merged.withdrawn, not_contact=told.not_contact,
            rejects_file=rejects, findings=told.findings, generation=self.draft.generation,
        )  # fmt: skip

    def _ledger_row(self, staged: Staged, checked: Checked, merged: Merged, told: "_Told") -> dict[str, object]:
        first, last = told.dates
        return {
            "load_id": told.load_id, "source": self.source.name, "kind": self.source.kind,
            "file_name": staged.arrival.shown_name, "sha256": staged.arrival.sha256,
            "loaded_at": _written_at(self.folder), "read": checked.read, "loaded": merged.loaded,
            "corrected": merged.corrected, "unchanged": merged.unchanged, "rejected": checked.rejected,
            "duplicates": checked.duplicates, "withdrawn": merged.withdrawn, "not_contact": told.not_contact,
            "from_date": first, "to_date": last, "covered_to": last,
            "notes": "\n".join(finding.sentence for finding in told.findings),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    load_id: int
    dates: tuple[date | None, date | None]
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
