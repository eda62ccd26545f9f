"""The surveys of the fictional councils, one file each."""

from pathlib import Path

import numpy as np
import polars as pl

from sample_data.generator.councils import COUNCILS
from sample_data.generator.files import GeneratedFile
from sample_data.generator.making import Months
from sample_data.generator.surveys.awkward import awkward_surveys
from sample_data.generator.surveys.councils import SURVEYS
from sample_data.generator.surveys.follow_up import follow_ups
from sample_data.generator.surveys.profile import FOLLOW_UP, GOVMETRIC
from sample_data.generator.surveys.ratings import ratings

_PURPOSE = {GOVMETRIC: 31, FOLLOW_UP: 32}  # streams of chance of their own
_MOMENTS = "%Y-%m-%dT%H:%M:%S"
SOURCE = "frontdoor_surveys"


def surveys_of(council: str, months: Months, seed: int, scale: float = 1.0) -> dict[str, pl.DataFrame]:
    """Return the responses of each survey the council runs, by the survey's name."""
    profile, town = SURVEYS[council], COUNCILS[council]

    def random(survey: str) -> np.random.Generator:
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, town.number, _PURPOSE[survey]])))

    made: dict[str, pl.DataFrame] = {}
    if profile.ratings is not None:
        made[GOVMETRIC] = ratings(town, profile.ratings, months, seed, scale=scale, random=random(GOVMETRIC))
    if profile.follow_up is not None:
        made[FOLLOW_UP] = follow_ups(town, profile.follow_up, months, seed, scale=scale, random=random(FOLLOW_UP))
    return made


def write_awkward_surveys(folder: Path, months: Months, seed: int, scale: float) -> GeneratedFile:
    """Write Trentside's awkward file of survey responses; awkward.COUNTS says what is in it."""
    rows = awkward_surveys(surveys_of("trentside", months, seed, scale)[FOLLOW_UP])
    path = folder / "invented_trentside_surveys_3_awkward.csv"
    rows.write_csv(path)
    return GeneratedFile(path, SOURCE, rows.height)


def write_surveys(council: str, folder: Path, months: Months, seed: int, scale: float) -> list[GeneratedFile]:
    """Write each survey of the council to a file of its own; nothing for a council without surveys."""
    if council not in SURVEYS:
        return []
    written = []
    for place, (survey, rows) in enumerate(surveys_of(council, months, seed, scale).items(), start=1):
        path = folder / f"invented_{council}_surveys_{place}_{survey}.csv"
        rows.write_csv(path, datetime_format=_MOMENTS)
        written.append(GeneratedFile(path, SOURCE, rows.height))
    return written
