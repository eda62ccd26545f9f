"""Is a number told from a date, and is every number of a sentence found?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.answers.update_numbers import numbers_in, pieces


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("62.4% of 21,232 calls", ("62.4%", "21,232")),
        ("Of 4 promises in 2025/26: 2 kept", ("4", "2")),
        ("on 31 October 2026, since May 2025 and 2024", ()),
        ("from 25 January to 10 March 2024", ()),
        ("4m 40s on average, 2h 5m at most", ("4m", "40s", "2h", "5m")),
        ("£26,000 (£11,000 to £46,000)", ("£26,000", "£11,000", "£46,000")),
        ("net score −0.42 and +0.1", ("−0.42", "+0.1")),
        ("open from 8am, stage 1", ("1",)),
        ("1,204, 3 and 5.", ("1,204", "3", "5")),
        ("no number at all", ()),
    ],
)
def test_numbers_are_found_and_dates_are_none(words, numbers):
    assert numbers_in(words) == numbers


@given(st.text(max_size=80))
def test_the_pieces_are_the_words(words):
    assert "".join(piece for piece, _ in pieces(words)) == words
