"""Days of a year as weeks across and weekdays down, or on a phone weeks down and weekdays across; months are named."""

from calendar import day_abbr
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from frontdoor.charts.grid import Place, outline_shape, segment
from frontdoor.charts.labels import LINE_HEIGHT
from frontdoor.charts.template import axis
from frontdoor.charts.theme import Theme

Settings = dict[str, Any]

ROW, PHONE_ROW = 26, 23  # pixels
TOP, BOTTOM = 26, 4  # pixels
WEEKDAY_ROOM, MONTH_ROOM = 42, 50  # pixels left of the cells
WEEK = 7
LEAST_WEEKS = 2.4  # of a month shown before its name has room
MONTH_LINE = 1.5  # pixels


@dataclass(frozen=True, slots=True)
class YearGrid:
    """Where each day stands; `days` are in order."""

    days: tuple[date, ...]
    is_turned: bool

    def place(self, day: date) -> Place:
        """Return row and column."""
        week, weekday = (day - self._monday).days // WEEK, day.weekday()
        return (week, weekday) if self.is_turned else (weekday, week)

    @property
    def weeks(self) -> int:
        return (self.days[-1] - self._monday).days // WEEK + 1 if self.days else 1

    def layout(self, theme: Theme) -> Settings:
        """Return height, margins and axes."""
        rows, columns = (self.weeks, WEEK) if self.is_turned else (WEEK, self.weeks)
        weekdays: Settings = {
            "tickvals": list(range(WEEK)),
            "ticktext": list(day_abbr),
            "tickfont": {"color": theme.ink},
        }
        months: Settings = {
            "tickvals": [at for at, _ in self._months()],
            "ticktext": [words for _, words in self._months()],
        }
        across, down = (weekdays, months) if self.is_turned else (months, weekdays)
        across["tickvals"] = [at + 0.5 for at in across["tickvals"]]
        top = TOP if self.is_turned else TOP + LINE_HEIGHT  # a year stands above its first month
        return {
            "height": top + BOTTOM + rows * (PHONE_ROW if self.is_turned else ROW),
            "margin": {"l": MONTH_ROOM if self.is_turned else WEEKDAY_ROOM, "r": 4, "t": top, "b": BOTTOM, "pad": 0},
            "xaxis": axis(theme, side="top", range=[0, columns], ticklabelstandoff=4, **across),
            "yaxis": axis(theme, range=[rows - 0.5, -0.5], ticklabelstandoff=8, **down),
        }

    def month_lines(self, theme: Theme) -> list[Settings]:
        """Return the line between the days of one month and the next."""
        return outline_shape("".join(self._between()), theme.ink_second, MONTH_LINE)

    @property
    def _monday(self) -> date:
        return self.days[0] - timedelta(days=self.days[0].weekday())

    def _months(self) -> list[tuple[float, str]]:
        """Return where along the weeks each month is named and its name, with its year where that is new."""
        found, said_year = [], None
        for (year, _), group in groupby(self.days, key=lambda day: (day.year, day.month)):
            days = list(group)
            if len(days) < LEAST_WEEKS * WEEK and len(self.days) > LEAST_WEEKS * WEEK:
                continue
            first, last = (((day - self._monday).days) / WEEK - 0.5 for day in (days[0], days[-1]))
            month = f"{days[0]:%b}"
            with_year = f"{month}<br>{year}" if self.is_turned else f"{year}<br>{month}"
            words = month if year == said_year else with_year
            found.append(((first + last) / 2, words))
            said_year = year
        return found

    def _between(self) -> Iterator[str]:
        """Yield the sides of the cells whose next day or same weekday a week on is in another month."""
        known = set(self.days)
        for day in self.days:
            row, column = self.place(day)
            below = ((column, row + 1), (column + 1, row + 1))
            beside = ((column + 1, row), (column + 1, row + 1))
            tomorrow, next_week = day + timedelta(days=1), day + timedelta(days=WEEK)
            after_day, after_week = (beside, below) if self.is_turned else (below, beside)
            if day.weekday() < WEEK - 1 and tomorrow in known and tomorrow.month != day.month:
                yield segment(*after_day)
            if next_week in known and next_week.month != day.month:
                yield segment(*after_week)
