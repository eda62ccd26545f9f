"""What is said of the week: peaks, quiet times, people who ring while closed, and headlines that fit."""

import pytest

from frontdoor.answers.peaks_times import WEEKDAYS
from frontdoor.answers.peaks_week_hours import Hour
from frontdoor.answers.peaks_week_shows import SHOWN
from frontdoor.answers.peaks_week_words import (
    NONE_STANDS_OUT,
    answer_words,
    closed_words,
    day_after_words,
    number_words,
    peak_headline,
    peaks_box,
    times_words,
    worst_words,
)
from frontdoor.statistics.day_after_holiday import DayAfter

MONDAY_9 = Hour(0, 18, 212.0, 1.98, late=0.31)
MONDAY_10 = Hour(0, 20, 187.0, 1.7, late=0.24)
TUESDAY_9 = Hour(1, 18, 160.0, 1.44)
FRIDAY_4 = Hour(4, 32, 50.0, 0.46, late=0.02)
LONGEST_HEADLINE = 55


@pytest.mark.parametrize(
    ("times", "words"),
    [(1.98, "twice"), (3.1, "three times"), (1.7, "1.7 times"), (1.22, "22% more than"), (0.6, "40% fewer than"), (0.49, "half")],
)  # fmt: skip
def test_multiples_are_said_as_people_say_them(times, words):
    assert times_words(times) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(211.6, "212 calls"), (1234.0, "1,234 calls"), (4.24, "4.2 calls"), (1.0, "1 call"), (0.01, "hardly any calls")],
)
def test_averages_are_whole_unless_small(count, words):
    assert number_words(count, "calls") == words


def test_the_answer_names_the_peak_and_who_waits():
    assert answer_words((MONDAY_9,), 60, "calls") == (
        "Monday 9am to 10am is the peak: twice the usual calls, 31 in 100 wait over a minute."
    )
    assert answer_words((MONDAY_9,), 300, "calls").endswith("31 in 100 wait over 5 minutes.")
    assert answer_words((TUESDAY_9,), 60, "calls") == "Tuesday 9am to 10am is the peak: 44% more than the usual calls."
    assert answer_words((), 60, "calls") == "No time of the week stands out."


def test_the_box_has_peaks_the_quietest_and_the_day_after_a_bank_holiday():
    after = DayAfter(1.22, 1.15, 1.30, 1312.0, 14)
    box = peaks_box((MONDAY_9, TUESDAY_9), FRIDAY_4, after, 60, "calls")
    assert [(line.label, line.words) for line in box.lines] == [
        ("Monday 9am to 10am:", "212 calls, twice the average hour. 31 in every 100 waited over 60 seconds."),
        ("Tuesday 9am to 10am:", "160 calls, 44% more than the average hour."),
        ("Quietest, Friday 4pm to 5pm:", "50 calls, 54% fewer than the average hour. 2 in every 100 waited over 60 seconds."),
        ("The day after a bank holiday:", "1,312 calls on average, 22% more than the same weekday otherwise (15% to 30%; 14 such days)."),
    ]  # fmt: skip
    assert peaks_box((), None, None, 60, "calls").lines[0].words.startswith(NONE_STANDS_OUT)


def test_a_day_after_that_may_be_chance_is_said_to_be_so_and_left_out_of_the_box():
    after = DayAfter(1.1, 0.9, 1.3, 100.0, 5)
    assert "no different beyond noise" in day_after_words(after, "calls")
    assert len(peaks_box((MONDAY_9,), None, after, 60, "calls").lines) == 1
    assert "10% fewer" in day_after_words(DayAfter(0.9, 0.8, 0.95, 100.0, 5), "calls")


def test_hours_that_follow_each_other_are_one_headline():
    assert peak_headline((MONDAY_10, MONDAY_9, TUESDAY_9)) == "Mondays 9am to 11am are the busiest"
    assert peak_headline((TUESDAY_9,)) == "Tuesdays 9am to 10am are the busiest"
    assert peak_headline(()) == NONE_STANDS_OUT


def test_people_who_ring_while_we_are_closed():
    assert (
        closed_words(Hour(0, 16, 23.2), True) == "On Mondays 23 people ring between 8am and 9am, while we are closed."
    )
    assert (
        closed_words(Hour(0, 16, 1.1), True)
        == "On Mondays about 1 person rings between 8am and 9am, while we are closed."
    )
    assert "4 people get in touch" in closed_words(Hour(5, 24, 4.0), False)
    assert closed_words(None, True) == ""


@pytest.mark.parametrize("shown", SHOWN.values())
def test_the_longest_headlines_fit_at_half_width(shown):
    for weekday in range(len(WEEKDAYS)):
        assert len(worst_words(Hour(weekday, 25, 1.0), shown.worst)) < LONGEST_HEADLINE
        assert len(peak_headline((Hour(weekday, 25, 1.0, 2.0),))) < LONGEST_HEADLINE


def test_the_hour_that_stands_out_is_a_sentence():
    words = SHOWN["Average wait"].answer
    assert (
        worst_words(MONDAY_9, words, "2 minutes")
        == "On Mondays 9am to 10am people wait 2 minutes, the longest of the week."
    )
    assert worst_words(None, words, "") == NONE_STANDS_OUT
