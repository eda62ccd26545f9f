"""The seeded generator of the sample: the same council, months and seed give the same files, byte for byte."""

from datetime import date
from pathlib import Path

from sample_data.generator.councils import COUNCILS
from sample_data.generator.files import (
    NOTICE,
    GeneratedFile,
    Progress,
    write_contacts,
    write_summaries,
)
from sample_data.generator.making import Months, planned

DEFAULT_UNTIL = date(2026, 10, 31)
DEFAULT_SEED = 20261031
_SUMMARIES_ONLY = frozenset({"nenebridge"})

__all__ = ["COUNCILS", "DEFAULT_SEED", "DEFAULT_UNTIL", "GeneratedFile", "Progress", "generate"]


def generate(
    council: str,
    folder: Path,
    *,
    months: int = 30,
    until: date = DEFAULT_UNTIL,
    contacts: int | None = None,
    seed: int = DEFAULT_SEED,
    on_progress: Progress | None = None,
) -> list[GeneratedFile]:
    """Write a fictional council's files into `folder` and return those to load, in order.

    `contacts` is roughly how many rows to make; None is the council's own size. Raises KeyError for a council that is
    not one of COUNCILS and ValueError for fewer than one month.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "invented_README.txt").write_text(NOTICE, encoding="utf-8")
    plan = planned(COUNCILS[council], Months(months, until), seed, contacts)
    report = on_progress or _say_nothing
    if council in _SUMMARIES_ONLY:
        return write_summaries(plan, folder, report)
    return write_contacts(plan, folder, report)


def _say_nothing(_share: float) -> None:
    """Take no notice of progress."""
