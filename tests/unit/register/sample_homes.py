"""Homes of the five fictional councils as `python -m frontdoor sample` leaves them, of four months to keep them small."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context, register_of
from frontdoor.commands.sample import build_sample
from frontdoor.commands.sample_registers import enter_register, read_files, sample_ends
from frontdoor.filters import Filters
from frontdoor.periods import Period, Span
from frontdoor.register.database import SQLITE_FILE, URL_VARIABLE
from frontdoor.warehouse.homes import open_home

COUNCILS = ("loddonvale", "nenebridge", "ouseford", "thamesmere", "trentside")
ENDS = sample_ends()
LAST_MONTH = Period(ENDS.replace(day=1), ENDS, Span.MONTH)
LAST_DAY = datetime.combine(ENDS, time(18), ZoneInfo("Europe/London"))
MONTHS = 4


def build_homes(folder: Path) -> Path:
    """Build all five in `folder` and return it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(folder))
        for council in COUNCILS:
            build_sample(council, MONTHS)
    return folder


def opened(council: str) -> Context:
    return open_context(Filters(council, LAST_MONTH), Audience.OFFICER)


@contextmanager
def entered_anew(homes: Path, folder: Path, url: str) -> Iterator[None]:
    """Copy the homes to `folder` without their registers, and enter those into the database at `url`."""
    shutil.copytree(homes, folder, ignore=shutil.ignore_patterns(f"{SQLITE_FILE}*"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(folder))
        patch.setenv(URL_VARIABLE, url)
        for council in COUNCILS:
            read_files(open_home(council), LAST_DAY)
            enter_register(open_home(council))
        yield
        for council in COUNCILS:
            register_of(open_home(council).folder).close()
