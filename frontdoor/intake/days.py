"""Which days a file covers: gaps in what is otherwise recorded daily, and channels that come, go or jump overnight."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from frontdoor.intake.report import Finding, FindingKind
from frontdoor.periods import add_months, month_end

USUAL_SHARE = 0.8  # a weekday is expected when this share of its dates is recorded
NEAR_DAYS = 28
FEWEST_NEAR_ROWS = 8.0  # a day; with fewer, a day without any is no surprise (Poisson: 3 in 10,000 days at 8)
LATE_DAYS = 30  # a channel that first appears this long after the file begins came overnight ...
EARLY_STRETCH_DAYS = 91  # ... if over its first quarter
NOTABLE_SHARE = 0.01  # it holds this share of everything
FEWEST_ROWS = 20
JUMP_RATIO = 3.0
JUMP_ROWS = 300
MOST_TOLD = 10
ALL = "all channels"
_DAY = timedelta(days=1)

Counts = Mapping[str, Mapping[date, int]]
"""Rows by channel and local date."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of days on which records were to be expected and there are none; both ends inclusive."""

    first: date
    last: date


def day_findings(counts: Counts, holidays: frozenset[date] = frozenset()) -> list[Finding]:
    """Return coverage, gaps, and channels that appear, vanish or jump, in that order; [] for an empty file."""
    if not counts:
        return []
    findings = [_coverage(channel, days) for channel, days in sorted(counts.items())]
    for channel, days in sorted(counts.items()):
        findings += _told([_gap(channel, gap) for gap in gaps(days, holidays) if _is_surprising(days, gap)])
    findings += appearances(counts)
    for channel, days in sorted(counts.items()):
        findings += _told(jumps(channel, days))
    return findings


def gaps(days: Iterable[date], holidays: frozenset[date] = frozenset()) -> list[Gap]:
    """Return the gaps between the first and last day recorded; months when only firsts of months are recorded."""
    recorded = set(days)
    if all(day.day == 1 for day in recorded) and len(recorded) > 1:
        return _month_gaps(recorded)
    span = [min(recorded) + _DAY * number for number in range((max(recorded) - min(recorded)).days + 1)]
    usual = _usual_weekdays(span, recorded)
    found: list[list[date]] = []
    was_missing = False
    for day in span:
        if day.weekday() not in usual or day in holidays:
            continue
        is_missing = day not in recorded
        if is_missing and was_missing:
            found[-1].append(day)
        elif is_missing:
            found.append([day])
        was_missing = is_missing
    return [Gap(stretch[0], stretch[-1]) for stretch in found]


def appearances(counts: Counts) -> list[Finding]:
    """Return the channels that begin or end abruptly inside the file's dates."""
    first = min(min(days) for days in counts.values())
    last = max(max(days) for days in counts.values())
    found = []
    for channel, days in sorted(counts.items()):
        begun, ended = min(days), max(days)
        if (begun - first).days >= LATE_DAYS and _is_notable(counts, channel, begun, begun + _DAY * EARLY_STRETCH_DAYS):
            found.append(
                _abrupt(channel, f"first appears on {_said(begun)}, though the file begins on {_said(first)}", begun)
            )
        if (last - ended).days >= LATE_DAYS and _is_notable(counts, channel, ended - _DAY * EARLY_STRETCH_DAYS, ended):
            found.append(
                _abrupt(channel, f"is last seen on {_said(ended)}, though the file goes on to {_said(last)}", ended)
            )
    return found


def jumps(channel: str, days: Mapping[date, int]) -> list[Finding]:
    """Return whole months whose rows are three times the month before, or a third of it."""
    months: dict[date, int] = defaultdict(int)
    for day, rows in days.items():
        months[day.replace(day=1)] += rows
    whole = [month for month in sorted(months) if month >= min(days) and month_end(month) <= max(days)]
    found = []
    for before, month in pairwise(whole):
        low, high = sorted((months[before], months[month]))
        if month == add_months(before, 1) and high >= JUMP_ROWS and high >= low * JUMP_RATIO:
            words = f"{channel}: {months[before]:,} rows in {before:%B %Y}, {months[month]:,} in {month:%B %Y}. Did recording change?"
            found.append(Finding(FindingKind.JUMP, words, months[month], "channel", channel, month, month_end(month)))
    return found


def _usual_weekdays(span: Sequence[date], recorded: set[date]) -> set[int]:
    held: dict[int, int] = defaultdict(int)
    all_days: dict[int, int] = defaultdict(int)
    for day in span:
        all_days[day.weekday()] += 1
        held[day.weekday()] += day in recorded
    return {weekday for weekday, number in all_days.items() if held[weekday] >= number * USUAL_SHARE}


def _is_surprising(days: Mapping[date, int], gap: Gap) -> bool:
    """Return whether the days around a gap are so busy that a day without a row would be strange."""
    near = [days.get(gap.first - _DAY * number, 0) for number in range(1, NEAR_DAYS + 1)]
    near += [days.get(gap.last + _DAY * number, 0) for number in range(1, NEAR_DAYS + 1)]
    held = [rows for rows in near if rows]
    return bool(held) and sum(held) / len(held) >= (FEWEST_NEAR_ROWS if max(days.values()) > 1 else 0)


def _month_gaps(recorded: set[date]) -> list[Gap]:
    month, found = min(recorded), []
    while month <= max(recorded):
        if month not in recorded:
            found.append(Gap(month, month_end(month)))
        month = add_months(month, 1)
    return found


def _is_notable(counts: Counts, channel: str, first: date, last: date) -> bool:
    def rows(days: Mapping[date, int]) -> int:
        return sum(number for day, number in days.items() if first <= day <= last)

    mine = rows(counts[channel])
    return mine >= FEWEST_ROWS and mine >= NOTABLE_SHARE * sum(rows(days) for days in counts.values())


def _coverage(channel: str, days: Mapping[date, int]) -> Finding:
    first, last, rows = min(days), max(days), sum(days.values())
    words = f"{channel}: {rows:,} rows on {len(days):,} days, {_said(first)} to {_said(last)}."
    return Finding(FindingKind.COVERAGE, words, rows, "channel", channel, first, last)


def _gap(channel: str, gap: Gap) -> Finding:
    when = _said(gap.first) if gap.first == gap.last else f"{_said(gap.first)} to {_said(gap.last)}"
    return Finding(FindingKind.GAP, f"{channel}: nothing for {when}.", None, "channel", channel, gap.first, gap.last)


def _abrupt(channel: str, what: str, day: date) -> Finding:
    words = f"{channel} {what}. That looks like a change in recording, not in what people do."
    return Finding(FindingKind.JUMP, words, None, "channel", channel, day, day)


def _told(findings: list[Finding]) -> list[Finding]:
    """Return at most MOST_TOLD findings, the last of them saying how many more there are."""
    if len(findings) <= MOST_TOLD:
        return findings
    last = findings[MOST_TOLD - 1]
    more = Finding(
        last.kind, f"{last.value}: and {len(findings) - MOST_TOLD + 1} more like these.", None, last.column, last.value
    )
    return [*findings[: MOST_TOLD - 1], more]


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
