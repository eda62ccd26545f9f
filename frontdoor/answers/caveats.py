"""Caveats where there is little room: a few sentences are said at once, more of them further down the page."""

MOST_AT_ONCE = 320
"""Characters of caveats said before a reader has seen the number: two or three sentences."""

ELSEWHERE = "There are limits to what this shows: they are listed under “What this measures”."


def first_caveats(caveats: tuple[str, ...]) -> tuple[str, ...]:
    """Return the caveats to say at once; where they are too many, that they stand further down."""
    return (ELSEWHERE,) if _are_long(caveats) else caveats


def later_caveats(caveats: tuple[str, ...]) -> tuple[str, ...]:
    """Return the caveats that first_caveats had no room for."""
    return caveats if _are_long(caveats) else ()


def _are_long(caveats: tuple[str, ...]) -> bool:
    return sum(map(len, caveats)) > MOST_AT_ONCE
