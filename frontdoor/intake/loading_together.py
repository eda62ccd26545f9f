"""Loads several files of one council into one draft, so that the figures are worked out once for all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from frontdoor.errors import IntakeError, UndeclaredOverlapError
from frontdoor.intake.disk import room_on_the_disk
from frontdoor.intake.loading import Progress, load, load_into, publish
from frontdoor.intake.report import LoadReport
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Source
from frontdoor.warehouse.draft import Draft
from frontdoor.warehouse.home import Home


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its report, or why it was refused."""

    file: Path
    report: LoadReport | None = None
    refusal: IntakeError | None = None


def load_together(
    home: Home, files: Sequence[tuple[Path, str]], *, on_progress: Progress | None = None
) -> tuple[Outcome, ...]:
    """Load (file, name of its source) pairs in order, each a load of its own in the ledger, and return what became of each.

    A file that is refused leaves nothing behind and the others are loaded. Where two of them claim the same contacts and
    nobody declared which counts, each is loaded by itself, so that only those that overlap are refused.
    Raises BusyError, SourceError for a name nobody knows, or IntakeError on a full disk, and then nothing has changed.
    """
    known = [(file, read_source(name)) for file, name in files]
    try:
        return _in_one_draft(home, known, on_progress)
    except UndeclaredOverlapError:
        return tuple(_alone(home, file, source, on_progress) for file, source in known)


def _in_one_draft(
    home: Home, files: Sequence[tuple[Path, Source]], on_progress: Progress | None
) -> tuple[Outcome, ...]:
    with room_on_the_disk(), home.draft() as draft:
        outcomes = tuple(_each(draft, files, on_progress))
        reports = [outcome.report for outcome in outcomes if outcome.report is not None]
        if reports:
            if on_progress:
                on_progress("Working out the figures", 0.7)
            publish(draft, reports)
    if on_progress:
        on_progress("Done", 1.0)
    return outcomes


def _each(draft: Draft, files: Sequence[tuple[Path, Source]], on_progress: Progress | None) -> Iterator[Outcome]:
    for file, source in files:
        try:
            yield Outcome(file, load_into(draft, file, source, on_progress=on_progress))
        except IntakeError as refusal:
            yield Outcome(file, refusal=refusal)


def _alone(home: Home, file: Path, source: Source, on_progress: Progress | None) -> Outcome:
    try:
        return Outcome(file, load(home, file, source.name, on_progress=on_progress))
    except IntakeError as refusal:
        return Outcome(file, refusal=refusal)
