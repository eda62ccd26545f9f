"""Days and half-hours as rows and columns; on a phone, or with many half-hours, times run down and days across."""

from calendar import day_name
from dataclasses import dataclass
from typing import Any

import polars as pl

from frontdoor.answers.peaks_times import DAY_ENDS, span_words, time_words
from frontdoor.charts.grid import Place
from frontdoor.charts.labels import LINE_HEIGHT, written
from frontdoor.charts.scale import CHARACTER
from frontdoor.charts.template import axis
from frontdoor.charts.theme import Theme

Settings = dict[str, Any]

MOST_ACROSS = 24  # half-hours whose numbers have room beside each other
ROOMY_ACROSS = 18  # half-hours whose numbers have room at full size
ROW, TURNED_ROW = 30, 23  # pixels
SIZE, SMALL_SIZE = 14, 13  # pixels of the numbers
LONGEST_DAY, LONGEST_TURNED_DAY = 16, 6  # characters on one line
TOP, BOTTOM, RIGHT = 26, 4, 20  # pixels
EDGE = 0.06  # of a cell, kept free so that the outline is not cut
TIMES_ROOM = 58  # pixels left of times that run down


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """Where each day and half-hour stands."""

    days: tuple[str, ...]
    half_hours: tuple[int, ...]
    is_turned: bool

    def place(self, day: str, half_hour: int) -> Place:
        """Return row and column."""
        along = (self.days.index(day), self.half_hours.index(half_hour))
        return along[::-1] if self.is_turned else along

    @property
    def size(self) -> int:
        """Return the pixels of a number."""
        return SMALL_SIZE if not self.is_turned and len(self.half_hours) > ROOMY_ACROSS else SIZE

    def layout(self, theme: Theme) -> Settings:
        """Return height, margins and axes."""
        names = [_short(day) if self.is_turned else day for day in self.days]
        longest = LONGEST_TURNED_DAY if self.is_turned else LONGEST_DAY
        labels = [written(name, longest) for name in names]
        return self._turned(labels, theme) if self.is_turned else self._upright(labels, theme)

    def _upright(self, labels: list[str], theme: Theme) -> Settings:
        hours = {column: words for column, words in self._hours() if words}
        end = self.half_hours[-1] + 1 if self.half_hours else 0
        if self.half_hours and end % 2 == 0:
            hours[len(self.half_hours)] = time_words(end)
        left = max((len(line) for label in labels for line in label.split("<br>")), default=0) * CHARACTER + 24
        return {
            "height": TOP + BOTTOM + ROW * max(len(labels), 1),
            "margin": {"l": left, "r": RIGHT, "t": TOP, "b": BOTTOM, "pad": 0},
            "xaxis": axis(
                theme, side="top", range=[-EDGE, max(len(self.half_hours), 1) + EDGE], tickvals=list(hours),
                ticktext=list(hours.values()), ticks="outside", ticklen=4, tickcolor=theme.edge,
            ),
            "yaxis": _rows(labels, theme, theme.ink),
        }  # fmt: skip

    def _turned(self, labels: list[str], theme: Theme) -> Settings:
        lines = max((label.count("<br>") + 1 for label in labels), default=1)
        hours = [words for _, words in self._hours()]
        return {
            "height": TOP + LINE_HEIGHT * (lines - 1) + BOTTOM + TURNED_ROW * max(len(hours), 1),
            "margin": {"l": TIMES_ROOM, "r": 4, "t": TOP + LINE_HEIGHT * (lines - 1), "b": BOTTOM, "pad": 0},
            "xaxis": axis(
                theme, side="top", range=[-EDGE, max(len(labels), 1) + EDGE], ticktext=labels, ticklabelstandoff=4,
                tickvals=[column + 0.5 for column in range(len(labels))], tickfont={"color": theme.ink},
            ),
            "yaxis": _rows(hours, theme, theme.ink_second),
        }  # fmt: skip

    def _hours(self) -> list[tuple[int, str]]:
        """Return the words at each half-hour: the whole hours, and where times begin anew after a gap."""
        return [
            (index, time_words(now) if now % 2 == 0 or index == 0 or self.half_hours[index - 1] != now - 1 else "")
            for index, now in enumerate(self.half_hours)
        ]


def week_grid(frame: pl.DataFrame, is_narrow: bool) -> WeekGrid:
    """Return the grid of a WEEK_MAP's or SIGNED_MAP's frame; days keep the frame's order, times are sorted."""
    days = frame["day"].unique(maintain_order=True).to_list()
    half_hours = frame["half_hour"].unique().sort().to_list()
    return WeekGrid(tuple(days), tuple(half_hours), is_narrow or len(half_hours) > MOST_ACROSS)


def open_words(frame: pl.DataFrame) -> str:
    """Return 'Open, 9am to 5pm', the earliest and the latest of any day; 'Open' alone where that would be untrue."""
    times: dict[str, list[int]] = {}
    for day, half_hour in frame.filter("is_open").select("day", "half_hour").rows():
        times.setdefault(day, []).append(half_hour)
    if not times:
        return ""
    every = {tuple(sorted(of_day)) for of_day in times.values()}
    first, last = min(map(min, every)), max(map(max, every))
    if every != {tuple(range(first, last + 1))}:
        return "Open"
    return "Open, all day" if last - first + 1 == DAY_ENDS else f"Open, {span_words(first, last + 1)}"


def _short(day: str) -> str:
    """Return 'Mon' for 'Monday'; other labels keep their words."""
    return day[:3] if day in set(day_name) else day


def _rows(labels: list[str], theme: Theme, colour: str) -> Settings:
    return axis(
        theme, range=[max(len(labels), 1) - 0.5 + EDGE, -0.5 - EDGE], tickvals=list(range(len(labels))), ticktext=labels,
        ticklabelstandoff=8, tickfont={"color": colour},
    )  # fmt: skip
