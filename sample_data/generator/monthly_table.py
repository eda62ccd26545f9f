"""A table of calls kept by hand, months across and measures down, as councils really keep them: marks and gaps included."""

import csv
from datetime import date
from io import StringIO

import polars as pl

_QUICKLY = 20  # seconds
_NOT_WORKED_OUT, _SLIP, _FOOTNOTE, _TYPED_OTHERWISE = 8, 7, 9, 6  # months of the year in which the table is awkward
_SLIP_BY = 0.03  # how far the stated share is from its own counts that month


class MonthlyTable:
    """Gathers a month at a time and writes the table out as a person would have typed it."""

    def __init__(self) -> None:
        self._months: list[date] = []
        self._lines: dict[str, list[str]] = {}

    @property
    def months(self) -> int:
        """Return how many months the table has; a load reads each as a row."""
        return len(self._months)

    def add(self, first: date, rows: pl.DataFrame) -> None:
        """Add a month's column, from contacts of any channel."""
        calls = rows.filter(pl.col("channel") == "phone", pl.col("is_customer_contact"))
        answered = calls.filter(pl.col("outcome") == "answered")
        gave_up = calls.filter(pl.col("outcome") == "abandoned").height
        quickly = answered.filter(pl.col("seconds_waited") <= _QUICKLY).height
        slip = _SLIP_BY if first.month == _SLIP else 0.0
        self._months.append(first)
        self._put("Calls received", f"{calls.height:,}" + ("*" if first.month == _FOOTNOTE else ""))
        self._put("Calls answered", f"{answered.height:,}")
        self._put("Calls abandoned", f"{gave_up:,}")
        self._put("% answered", f"{answered.height / calls.height + slip:.0%}")
        self._put(
            "% answered in 20 seconds", "TBC" if first.month == _NOT_WORKED_OUT else f"{quickly / calls.height:.0%}"
        )
        self._put("Average wait", _minutes(int(answered["seconds_waited"].sum()) / answered.height))
        self._put("Longest wait", _minutes(float(calls.select(pl.col("seconds_waited").max()).item())))

    def as_csv(self) -> str:
        """Return the table: the months across, a measure on each line."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["", *(_typed(month) for month in self._months)])
        for label, cells in self._lines.items():
            writer.writerow([label, *cells])
        return out.getvalue()

    def _put(self, label: str, cell: str) -> None:
        self._lines.setdefault(label, []).append(cell)


def _typed(month: date) -> str:
    """Write the month as hurried people do: most one way, now and then another."""
    return f"{month:%b}- {month:%Y}" if month.month == _TYPED_OTHERWISE else f"{month:%b-%Y}"


def _minutes(seconds: float) -> str:
    whole, rest = divmod(round(seconds), 60)
    return f"{whole}m {rest}s"
