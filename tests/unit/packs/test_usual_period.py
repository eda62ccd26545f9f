"""Is a pack of a quarter or a year of the last one that is over?"""

from datetime import date

import pytest

from frontdoor.packs.usual_period import Usual, usual_period


@pytest.mark.parametrize(
    ("usual", "as_at", "first", "last"),
    [
        (Usual.MONTH, date(2026, 10, 31), date(2026, 10, 1), date(2026, 10, 31)),
        (Usual.MONTH, date(2026, 10, 30), date(2026, 9, 1), date(2026, 9, 30)),
        (Usual.QUARTER, date(2026, 10, 31), date(2026, 7, 1), date(2026, 9, 30)),
        (Usual.QUARTER, date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30)),
        (Usual.QUARTER, date(2026, 9, 29), date(2026, 4, 1), date(2026, 6, 30)),
        (Usual.YEAR, date(2026, 10, 31), date(2025, 4, 1), date(2026, 3, 31)),
        (Usual.YEAR, date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31)),
        (Usual.YEAR, date(2026, 3, 30), date(2024, 4, 1), date(2025, 3, 31)),
    ],
)
def test_the_newest_that_is_over(usual, as_at, first, last):
    period = usual_period(usual, as_at)
    assert (period.first, period.last) == (first, last)
