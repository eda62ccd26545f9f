"""The seeded generator of the sample: the same council, months and seed give the same files, byte for byte."""

from datetime import date
from pathlib import Path

from sample_data.generator.complaints import write_awkward_complaints, write_complaints
from sample_data.generator.councils import COUNCILS
from sample_data.generator.files import (
    NOTICE,
    GeneratedFile,
    Progress,
    write_contacts,
    write_summaries,
)
from sample_data.generator.making import Months, planned
from sample_data.generator.places import write_places
from sample_data.generator.profile import CouncilProfile
from sample_data.generator.reported import write_returns
from sample_data.generator.rotas import write_rota
from sample_data.generator.surveys import write_awkward_surveys, write_surveys

DEFAULT_UNTIL = date(2026, 10, 31)
DEFAULT_SEED = 20261031
_SUMMARIES_ONLY = frozenset({"nenebridge"})
_AWKWARD_ONES_FOR = "trentside"

__all__ = [
    "COUNCILS",
    "DEFAULT_SEED",
    "DEFAULT_UNTIL",
    "GeneratedFile",
    "Progress",
    "generate",
    "generate_awkward_feedback",
    "generate_complaints",
    "generate_feedback",
    "generate_places",
    "generate_returns",
    "generate_rota",
    "generate_surveys",
]


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


def generate_feedback(
    council: str,
    folder: Path,
    *,
    months: int = 30,
    until: date = DEFAULT_UNTIL,
    contacts: int | None = None,
    seed: int = DEFAULT_SEED,
) -> list[GeneratedFile]:
    """Write all the council's complaints, surveys and reported figures, and return those to load, in order.

    There are as many complaints and answers as go with `contacts` rows of contacts. Trentside's two awkward files come last
    of their kinds, unless the town is smaller than its own size and has too few complaints to make them of.
    """
    scale = _scale(COUNCILS[council], Months(months, until), seed, contacts)
    made = [
        *generate_complaints(council, folder, months=months, until=until, scale=scale, seed=seed),
        *generate_surveys(council, folder, months=months, until=until, scale=scale, seed=seed),
        *generate_returns(council, folder, months=months, until=until),
    ]
    if council == _AWKWARD_ONES_FOR and scale >= 1:
        made += generate_awkward_feedback(folder, months=months, until=until, scale=scale, seed=seed)
    return made


def generate_complaints(
    council: str,
    folder: Path,
    *,
    months: int = 30,
    until: date = DEFAULT_UNTIL,
    scale: float = 1.0,
    seed: int = DEFAULT_SEED,
) -> list[GeneratedFile]:
    """Write a fictional council's complaints into `folder` and return the files to load, in order.

    Trentside and Ouseford export cases, Loddonvale stages, Thamesmere events, Nenebridge nothing. `scale` multiplies how
    many there are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return write_complaints(council, folder, Months(months, until), seed, scale)


def generate_surveys(
    council: str,
    folder: Path,
    *,
    months: int = 30,
    until: date = DEFAULT_UNTIL,
    scale: float = 1.0,
    seed: int = DEFAULT_SEED,
) -> list[GeneratedFile]:
    """Write a fictional council's surveys into `folder` and return the files to load; nothing where it runs none."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_surveys(council, folder, Months(months, until), seed, scale)


def generate_returns(
    council: str, folder: Path, *, months: int = 30, until: date = DEFAULT_UNTIL
) -> list[GeneratedFile]:
    """Write the figures that partners, human resources and other teams report to a council."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_returns(council, folder, Months(months, until))


def generate_rota(
    council: str,
    folder: Path,
    *,
    months: int = 30,
    until: date = DEFAULT_UNTIL,
    contacts: int | None = None,
    seed: int = DEFAULT_SEED,
) -> list[GeneratedFile]:
    """Write who is on duty over the last 26 weeks and the next 8: Trentside's shifts, Nenebridge's half-hours, else nothing.

    There are as many advisers as go with `contacts` rows of contacts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scale = _scale(COUNCILS[council], Months(months, until), seed, contacts)
    return write_rota(COUNCILS[council], folder, Months(months, until), scale)


def generate_places(council: str, folder: Path, *, seed: int = DEFAULT_SEED) -> list[GeneratedFile]:
    """Write the council's postcodes, councillors and outlines of wards, and return the files to load, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    return write_places(COUNCILS[council], folder, seed)


def generate_awkward_feedback(
    folder: Path, *, months: int = 30, until: date = DEFAULT_UNTIL, scale: float = 1.0, seed: int = DEFAULT_SEED
) -> list[GeneratedFile]:
    """Write Trentside's awkward complaints and survey responses, to be loaded after the others of their kind."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = Months(months, until)
    return [write_awkward_complaints(folder, wanted, seed, scale), write_awkward_surveys(folder, wanted, seed, scale)]


def _scale(profile: CouncilProfile, months: Months, seed: int, contacts: int | None) -> float:
    """Return how many times its own size the town is that has about `contacts` rows; None is its own size."""
    if contacts is None:
        return 1.0
    plan = planned(profile, months, seed, contacts)
    return plan.size * plan.parts


def _say_nothing(_share: float) -> None:
    """Take no notice of progress."""
