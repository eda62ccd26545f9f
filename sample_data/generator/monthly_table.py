"""A table kept by hand, months across and measures down, as councils really keep them: notes, marks and gaps included."""

import csv
from datetime import date
from io import StringIO

import polars as pl

_COUNTED = {
    "Visits": "visit",
    "Web forms": "web",
    "App": "app",
    "Emails received": "email",
    "Web chats": "chat",
    "Voicemails": "voicemail",
}
_SEEN_WITHIN = 600
_PROVISIONAL, _NOT_KEPT = "TBC", "Information not available"


class MonthlyTable:
    """Gathers a month at a time and writes the table out as a person would have typed it."""

    def __init__(self) -> None:
        self._months: list[date] = []
        self._rows: dict[str, list[str]] = {}

    @property
    def lines(self) -> int:
        return len(self._rows)

    def add(self, first: date, rows: pl.DataFrame) -> None:
        """Add a month's column."""
        self._months.append(first)
        contacts = rows.filter(pl.col("is_customer_contact"))
        for label, channel in _COUNTED.items():
            count = contacts.filter(pl.col("channel") == channel).height
            self._put(label, f"{count:,}" if count else _NOT_KEPT)
        visits = contacts.filter(pl.col("channel") == "visit", pl.col("outcome") == "answered")
        seen = visits.filter(pl.col("seconds_waited") <= _SEEN_WITHIN).height
        self._put("Visitors seen", str(visits.height) + ("*" if first.month == 12 else ""))
        self._put("Seen within 10 minutes", str(seen))
        self._put("% seen within 10 minutes", _share(seen, visits.height, first))
        self._put("Average wait at the counter", _minutes(int(visits["seconds_waited"].sum()), visits.height))

    def as_csv(self) -> str:
        """Return the table: the months across, a measure on each line."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["Measure", *(_month(month) for month in self._months)])
        for label, cells in self._rows.items():
            writer.writerow([label, *cells])
        return out.getvalue()

    def _put(self, label: str, cell: str) -> None:
        self._rows.setdefault(label, []).append(cell)


def _month(month: date) -> str:
    """Write the month as hurried people do: most one way, every February another."""
    return f"{month:%b}- {month:%Y}" if month.month == 2 else f"{month:%b-%Y}"


def _share(seen: int, visits: int, month: date) -> str:
    """Write the share seen in time; one month's is not worked out yet and one does not match its own counts."""
    if month == date(2025, 1, 1):
        return _PROVISIONAL
    slip = 0.03 if month == date(2025, 6, 1) else 0.0
    return f"{seen / visits + slip:.0%}" if visits else _PROVISIONAL


def _minutes(seconds: int, visits: int) -> str:
    if not visits:
        return _PROVISIONAL
    whole, rest = divmod(round(seconds / visits), 60)
    return f"{whole}m {rest}s"
