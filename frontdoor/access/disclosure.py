"""Disclosure control: hides counts so small that a person could be recognised, before anything is divided.

                        officer, member     committee                 public
whole-council counts    as they are         as they are               1 to 4 hidden, rest rounded
ward or attribute       1 to 4 hidden       1 to 4 hidden, rounded    1 to 4 hidden, rest rounded

Give it the whole table at the grain that will be shown (every service, channel and value of the attribute) and choose
rows afterwards: then what is hidden does not depend on the reader's filters. Give totals as their own table, never as
the sum of controlled rows. What this does and does not protect against: docs/decisions/0705.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from frontdoor.access.audience import Audience
from frontdoor.access.hiding import hidden_counts

ROUNDED_TO = 5  # NHS Digital sub-national publications: counts rounded to the nearest 5 (DOMAIN.md section 6)
PUBLISHED = (Audience.COMMITTEE, Audience.PUBLIC)


def control(
    frame: pl.DataFrame,
    count_columns: Sequence[str],
    audience: Audience,
    *,
    is_small_area: bool,
    sums_of: Mapping[str, str] | None = None,
    largest_of: Mapping[str, str] | None = None,
) -> pl.DataFrame:
    """Return `frame` in its own order with small counts null, and `is_suppressed` true on rows that lost one.

    `count_columns` are the counts of one measure, of people or their contacts; two that differ by 1 to 4 are taken for a
    whole and its part. `is_small_area` says that they are cut or filtered by ward or another attribute. `sums_of` names
    sums over people, such as seconds waited, and the count each goes with: a sum is hidden with its count and scaled
    with its rounding, so that their ratio stays true to half of one in the count. `largest_of` names maxima, hidden with their count, never scaled.
    Every other column is taken as a dimension over which the counts add up. A count that is null already stays null and
    is not called suppressed.
    """
    sums, maxima = sums_of or {}, largest_of or {}
    if not is_small_area and audience is not Audience.PUBLIC:
        return frame.with_columns(is_suppressed=pl.lit(False))
    dimensions = [name for name in frame.columns if name not in {*count_columns, *sums, *maxima}]
    flagged = pl.concat([frame, hidden_counts(frame, count_columns, dimensions).rename(_flag)], how="horizontal")
    shown = _hidden_and_rounded(flagged, count_columns, sums, maxima, ROUNDED_TO if audience in PUBLISHED else 1)
    return shown.select(*frame.columns, "is_suppressed")


def _hidden_and_rounded(
    flagged: pl.DataFrame, counts: Sequence[str], sums: Mapping[str, str], maxima: Mapping[str, str], rounded_to: int
) -> pl.DataFrame:
    """Return the frame with `is_suppressed` and what is flagged null; sums and maxima first, as they follow the counts."""
    return (
        flagged.with_columns(is_suppressed=pl.any_horizontal([_flag(name) for name in counts]))
        .with_columns([_shown_sum(name, count, rounded_to) for name, count in sums.items()])
        .with_columns([_shown_sum(name, count, 1) for name, count in maxima.items()])
        .with_columns([_shown_count(name, rounded_to) for name in counts])
    )


def _flag(name: str) -> str:
    return f"is_hidden_{name}"


def _rounded(count: str, to: int) -> pl.Expr:
    """Return the count to the nearest multiple of `to`."""
    return (pl.col(count) + to // 2) // to * to


def _shown_count(count: str, rounded_to: int) -> pl.Expr:
    return pl.when(~pl.col(_flag(count))).then(_rounded(count, rounded_to)).alias(count)


def _shown_sum(name: str, count: str, rounded_to: int) -> pl.Expr:
    """Return the sum, scaled with its count and then whole: else their ratio would name the count it was divided by."""
    scaled = (pl.col(name) * _rounded(count, rounded_to) / pl.col(count)).round()
    shown = pl.when(pl.col(count) > 0).then(scaled).otherwise(pl.col(name)) if rounded_to > 1 else pl.col(name)
    return pl.when(~pl.col(_flag(count))).then(shown).alias(name)
