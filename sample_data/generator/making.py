"""Makes a council's contacts month by month, however many, holding one month at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import polars as pl

from sample_data.generator.days import Days, day_number
from sample_data.generator.drafts import Drafts, no_drafts
from sample_data.generator.month import month_of_contacts
from sample_data.generator.profile import CouncilProfile
from sample_data.generator.rows import rows_of
from sample_data.generator.stretch import Stretch
from sample_data.generator.town import Town, prepare

_ROWS_AT_ONCE = 400_000  # about 300 MB while they are being made
_DAYS_AROUND = (40, 220)  # days kept before and after, for promises that run past the end
_ROWS_PER_CONTACT = 1.029  # second rows of transfers and staff rows come on top


@dataclass(frozen=True, slots=True)
class Months:
    """Which calendar months to make: the `count` months up to the one of `until`, the last one cut off there."""

    count: int
    until: date

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"at least one month is needed, not {self.count}")

    @property
    def first_of_each(self) -> tuple[date, ...]:
        last = self.until.year * 12 + self.until.month - 1
        return tuple(date(index // 12, index % 12 + 1, 1) for index in range(last - self.count + 1, last + 1))

    def last_of(self, first: date) -> date:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return min(following - timedelta(days=1), self.until)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sample of a wanted size is made: a town of `size`, in `parts` shares of each month."""

    profile: CouncilProfile
    months: Months
    seed: int
    size: float
    parts: int
    rows: float  # roughly


def planned(profile: CouncilProfile, months: Months, seed: int, contacts: int | None) -> Plan:
    """Work out the town's size from the number of rows wanted; None is the council's own size."""
    usual = _usual_rows(profile, months, seed)
    scale = 1.0 if contacts is None else contacts / usual
    parts = max(ceil(usual * scale / months.count / _ROWS_AT_ONCE), 1)
    return Plan(profile, months, seed, scale / parts, parts, usual * scale)


def months_of_rows(plan: Plan) -> Iterator[tuple[date, pl.DataFrame]]:
    """Yield each month's first day and its rows (rows.COLUMNS), in time order, as they will finally stand."""
    town = prepare(plan.profile, plan.seed, plan.size)
    days = _days(plan.months)
    references = [town.customer_references(part) for part in range(plan.parts)]
    carried = [no_drafts() for _ in range(plan.parts)]
    for first in plan.months.first_of_each:
        frames = []
        for part in range(plan.parts):
            frame, carried[part] = _part(
                _stretch(town, days, plan.months, first, part), carried[part], references[part]
            )
            frames.append(frame)
        yield first, frames[0] if plan.parts == 1 else pl.concat(frames).sort("started_at", maintain_order=True)


def _part(stretch: Stretch, carried: Drafts, references: pl.Series) -> tuple[pl.DataFrame, Drafts]:
    made = month_of_contacts(stretch, carried)
    return rows_of(stretch, made, references), made.carried


def _stretch(town: Town, days: Days, months: Months, first: date, part: int) -> Stretch:
    month = (first.year - 1970) * 12 + first.month - 1
    return Stretch(town, days, day_number(first), day_number(months.last_of(first)), month, part)


def _days(months: Months) -> Days:
    before, after = _DAYS_AROUND
    return Days.between(months.first_of_each[0] - timedelta(days=before), months.until + timedelta(days=after))


def _usual_rows(profile: CouncilProfile, months: Months, seed: int) -> float:
    town, days = prepare(profile, seed), _days(months)
    stretches = (_stretch(town, days, months, first, 0) for first in months.first_of_each)
    return sum(stretch.expected.contacts for stretch in stretches) * _ROWS_PER_CONTACT
