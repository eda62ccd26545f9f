"""The rota against the need: hours short never hide behind hours over, and the sentence names the worst hour."""

import numpy as np

from frontdoor.answers.staffing_email import Email, email_words
from frontdoor.answers.staffing_gap import gap_of, gap_sentence
from frontdoor.answers.staffing_words import advisers, hours, rounded

NINE, TEN = 18, 20


def a_week() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return needed, rostered and told (7 x 48): Monday 9 to 11 and Tuesday 9 to 10."""
    needed, rostered, told = np.zeros((7, 48), dtype=np.int64), np.zeros((7, 48)), np.zeros((7, 48), dtype=np.bool_)
    told[0, NINE : NINE + 4] = told[1, NINE:TEN] = True
    needed[0, NINE : NINE + 4], rostered[0, NINE : NINE + 4] = (18, 17, 12, 12), (12, 12, 12, 14)
    needed[1, NINE:TEN], rostered[1, NINE:TEN] = (8, 8), (10, 11)
    return needed, rostered, told


def test_the_worst_hour_is_named_with_the_hours_of_the_week():
    gap = gap_of(*a_week())
    # short: Monday 6 and 5 half-hours = 5.5 hours; over: Monday 2, Tuesday 2 and 3 half-hours = 3.5 hours
    assert (gap.hours_short, gap.hours_over) == (5.5, 3.5)
    assert gap_sentence(gap) == "Monday 9am to 10am is 6 advisers short; over the week 6 hours short and 4 over."


def test_a_week_with_enough_says_so():
    needed, rostered, told = a_week()
    assert gap_sentence(gap_of(needed, rostered + 6, told)).startswith("No hour of the week is short of advisers; ")


def test_a_weekday_without_a_rota_counts_for_nothing():
    needed, rostered, told = a_week()
    rostered[0] = np.nan
    gap = gap_of(needed, rostered, told)
    assert (gap.hours_short, gap.hours_over) == (0, 2.5)
    assert not gap.is_told[0].any()
    assert "No hour" in gap_sentence(gap_of(needed, np.full((7, 48), np.nan), told))


def test_numbers_of_people_and_hours_are_said_as_people_round():
    assert (rounded(5.5), rounded(-5.5), rounded(-0.4)) == (6, -6, 0)
    assert (advisers(-1.2), advisers(5.5), hours(1)) == ("1 adviser", "6 advisers", "1 hour")


def test_email_fits_or_not():
    coming, spare = np.zeros((7, 48)), np.zeros((7, 48))
    coming[0, NINE] = 60
    spare[0, NINE:TEN] = 2.0
    assert "60 e-mails come in a week, 3 hours of work: they fit into the 4 hours" in email_words(
        Email(coming, 180.0), spare
    )
    assert "2 hours need more people" in email_words(Email(coming, 360.0), spare)
    assert "would leave 4 minutes for each" in email_words(Email(coming, None), spare)
    assert "not recorded by time of day" in email_words(None, spare)
