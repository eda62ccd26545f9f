"""The pictures of where service breaks: a dot for each day or half-hour, the curve through them, and the limits found."""

import numpy as np
import polars as pl

from frontdoor.answers.demand_nouns import about, weekday_date
from frontdoor.answers.peaks_limit_found import Failing, Found
from frontdoor.answers.peaks_limit_loads import Each
from frontdoor.answers.peaks_limit_words import Subject, breaks, copes, usual
from frontdoor.answers.peaks_times import time_words
from frontdoor.figure import Figure, Kind, Level, Tone
from frontdoor.schema.units import Better, Unit

MOST_DOTS = 400  # more are a cloud; those drawn are spread evenly from the quietest to the busiest
BANDS = 10  # of equally many half-hours each, in the table of half-hours
TITLES = {Failing.WAITED: "Waits", Failing.GAVE_UP: "Giving up"}


def load_figure(found: Found, subject: Subject, provenance: str) -> Figure:
    """Return the loads against the share let down."""
    each = found.loads.each
    told = (copes(found, subject), breaks(found, subject), usual(found, subject))
    return Figure(
        key=f"limit-{found.failing}-{each}",
        kind=Kind.LOAD,
        frame=_frame(found),
        unit=Unit.SHARE,
        better=Better.LOWER,
        headline=_headline(found, subject),
        subtitle=_subtitle(found, subject),
        sentence=" ".join(part for part in told if part),
        definition=_definition(found, subject),
        table=_days(found, subject) if each is Each.DAY else _bands(found, subject),
        provenance=provenance,
        levels=_levels(found, subject),
    )


def _headline(found: Found, subject: Subject) -> str:
    if found.limit is not None and found.limit.load is not None:
        then = "waits climb" if found.failing is Failing.WAITED else "more give up"
        return f"We cope with about {about(found.limit.load)} {subject.noun} a {found.loads.each}, then {then}"
    return f"{TITLES[found.failing]} against {subject.noun} a {found.loads.each}"


def _subtitle(found: Found, subject: Subject) -> str:
    each, height = found.loads.each, found.rows.height
    who = f"waiting {subject.too_long}" if found.failing is Failing.WAITED else "who gave up"
    dots = f"each dot is a {each}"
    if height > MOST_DOTS:
        dots = f"{dots}, {MOST_DOTS} of {height:,} drawn"
    return f"Callers {who}, %, by {subject.noun} that {each}; {dots}"


def _definition(found: Found, subject: Subject) -> str:
    waited = (
        f"Of those who called, how many were still waiting {subject.too_long.removeprefix('over ')} after they joined the "
        "queue, whether they were answered later or gave up."
    )
    said = (
        waited if found.failing is Failing.WAITED else "Of those who called, how many hung up before anyone answered."
    )
    groups = "the days of a week" if found.loads.each is Each.DAY else "the half-hours of a day"
    return (
        f"{said} The limit is where the line through the dots bends upwards most clearly; the shaded band is its 95% "
        f"interval, with {groups} taken together. The curve may only rise. People who call again the same day count again."
    )


def _frame(found: Found) -> pl.DataFrame:
    rows = _drawn(found.rows.sort("calls", "period_start", "half_hour"))
    dots = pl.DataFrame(
        {
            "part": ["figure"] * rows.height,
            "load": rows["calls"].cast(pl.Float64),
            "value": rows["share"],
            "label": _labels(rows, found.loads.each),
        },
        schema=SCHEMA,
    )
    if found.crossing is None:
        return dots
    load, value = found.crossing.curve
    curve = {"part": ["curve"] * len(load), "load": load, "value": value, "label": [""] * len(load)}
    return pl.concat([dots, pl.DataFrame(curve, schema=SCHEMA)])


SCHEMA = {"part": pl.String, "load": pl.Float64, "value": pl.Float64, "label": pl.String}


def _drawn(rows: pl.DataFrame) -> pl.DataFrame:
    if rows.height <= MOST_DOTS:
        return rows
    places = np.linspace(0, rows.height - 1, MOST_DOTS).round().astype(np.int64)
    return rows.with_row_index("place").filter(pl.col("place").is_in(places.tolist())).drop("place")


def _labels(rows: pl.DataFrame, each: Each) -> list[str]:
    days = rows["period_start"].to_list()
    if each is Each.DAY:
        return [weekday_date(day) for day in days]
    return [f"{weekday_date(day)}, {time_words(at)}" for day, at in zip(days, rows["half_hour"], strict=True)]


def _levels(found: Found, subject: Subject) -> tuple[Level, ...]:
    """Return the limit and the load above which it fails, where they are known."""
    levels = []
    limit, crossing = found.limit, found.crossing
    if limit is not None and limit.load is not None:
        levels.append(Level(limit.load, limit.lower, limit.upper, f"Copes up to about {about(limit.load)}"))
    if crossing is not None and 0 < crossing.load < np.inf:
        words = f"Above {about(crossing.load)}, {subject.fails(found.failing, found.level)}"
        high = crossing.upper if np.isfinite(crossing.upper) else None
        levels.append(Level(crossing.load, crossing.lower if high else None, high, words, Tone.POOR))
    return tuple(levels)


def _days(found: Found, subject: Subject) -> pl.DataFrame:
    rows = found.rows.sort("period_start", descending=True)
    column = "waited_over" if found.failing is Failing.WAITED else "gave_up"
    return pl.DataFrame(
        {
            "Day": _labels(rows, Each.DAY),
            subject.noun.capitalize(): rows["calls"],
            _column(found, subject): rows[column],
            "%": (rows["share"] * 100).round(1),
        }
    )


def _bands(found: Found, subject: Subject) -> pl.DataFrame:
    """Return the half-hours in ten bands of equally many, from the quietest to the busiest."""
    column, whole = ("waited_over", "offered") if found.failing is Failing.WAITED else ("gave_up", "calls")
    rows = found.rows.sort("calls").with_row_index("place")
    banded = (
        rows.group_by((pl.col("place") * BANDS // rows.height).alias("band"))
        .agg(
            pl.col("calls").min().alias("least"),
            pl.col("calls").max().alias("most"),
            pl.len().alias("number"),
            (pl.col(column).sum() / pl.col(whole).sum() * 100).round(1).alias("share"),
        )
        .sort("band")
    )
    bands = [
        f"{least:,}" if least == most else f"{least:,} to {most:,}"
        for least, most in banded.select("least", "most").rows()
    ]
    return pl.DataFrame(
        {
            f"{subject.noun.capitalize()} in the half-hour": bands,
            "Half-hours": banded["number"],
            f"{_column(found, subject)}, %": banded["share"],
        }
    )


def _column(found: Found, subject: Subject) -> str:
    return f"Waited {subject.too_long}" if found.failing is Failing.WAITED else "Gave up"
