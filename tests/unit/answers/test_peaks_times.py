"""Times of the week in words."""

import pytest

from frontdoor.answers.peaks_times import hour_words, span_words, time_words


@pytest.mark.parametrize(
    ("half_hour", "words"),
    [(0, "midnight"), (1, "12:30am"), (18, "9am"), (19, "9:30am"), (24, "midday"), (25, "12:30pm"), (47, "11:30pm"), (48, "midnight")],
)  # fmt: skip
def test_a_half_hour_is_said_as_people_say_it(half_hour, words):
    assert time_words(half_hour) == words


def test_spans_and_hours_of_the_week():
    assert span_words(18, 20) == "9am to 10am"
    assert hour_words(0, 22) == "Monday 11am to midday"
    assert hour_words(6, 46) == "Sunday 11pm to midnight"
