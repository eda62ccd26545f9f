"""The wards that may be shown, put together by how deprived they are, and held against each other like any other groups."""

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.shift_left_out_groups import DEPRIVATION, UNKNOWN, Groups, grouped
from frontdoor.periods import Period
from frontdoor.strategy.deprivation import DECILES, deciles_on

A_FIFTH = DECILES // 5


def by_deprivation(wards: Groups | None, years: tuple[Period, Period], context: Context) -> Groups | None:
    """Return the groups of wards by deprivation; None where no ward's is known or all are of one group.

    Only wards that may be shown by name are put together, so that no hidden one can be worked out as the rest of a group.
    """
    deciles = deciles_on(context.council.deprivation, years[1].last)
    if wards is None or not deciles:
        return None
    shown = {each.value for each in wards.groups if each.now is not None} - set(context.council.default_wards)
    fifths = {ward: fifth_of(decile) for ward, decile in deciles.items() if ward in shown}
    value = pl.col("value").replace_strict(fifths, default=UNKNOWN, return_dtype=pl.String)
    return grouped(DEPRIVATION, wards.asked.frame.with_columns(value), wards.asked, years, context)


def fifth_of(decile: int) -> str:
    """Return what the fifth of a decile from 1 to 10 is called: 'deciles 1 and 2 (most deprived)'."""
    first = (decile - 1) // A_FIFTH * A_FIFTH + 1
    which = {1: " (most deprived)", DECILES - A_FIFTH + 1: " (least deprived)"}.get(first, "")
    return f"deciles {first} and {first + A_FIFTH - 1}{which}"
