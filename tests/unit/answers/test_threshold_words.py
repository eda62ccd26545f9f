"""A threshold made easier, or waiting, is said with both values and the day."""

from datetime import UTC, date, datetime

import pytest

from frontdoor.answers.threshold_words import easing_words, pending_words
from frontdoor.measures.measure import Parameter
from frontdoor.register.thresholds import PendingThreshold
from frontdoor.strategy.dated import ALWAYS
from frontdoor.strategy.history import easings
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

APRIL = date(2026, 4, 1)


def promised(parameter: Parameter, *values: DatedValue) -> PromisedMeasure:
    return PromisedMeasure("calls", "service_level", "Calls", "phone", {parameter: values}, (), (), ())


@pytest.mark.parametrize(
    ("parameter", "values", "words"),
    [
        (Parameter.WITHIN_SECONDS, (DatedValue(ALWAYS, 30), DatedValue(APRIL, 300)), "from 30 seconds to 5 minutes on 1 April 2026"),
        (
            Parameter.PROMISED_WORKING_DAYS,
            (DatedValue(ALWAYS, 1), DatedValue(APRIL, 5, "planning")),
            "from 1 working day to 5 working days on 1 April 2026 for planning",
        ),
        (Parameter.WITHIN_DAYS, (DatedValue(ALWAYS, 14), DatedValue(APRIL, 7)), "from 14 days to 7 days on 1 April 2026"),
    ],
)  # fmt: skip
def test_an_easing_is_said_with_both_values_and_the_day(parameter, values, words):
    (easing,) = easings(promised(parameter, *values), date(2026, 10, 31))
    assert easing_words(easing) == words


def test_what_waits_names_what_stays_in_force():
    held, stated = (DatedValue(ALWAYS, 60),), (DatedValue(ALWAYS, 60), DatedValue(APRIL, 300))
    now = datetime(2026, 11, 22, tzinfo=UTC)
    waiting = PendingThreshold(1, "calls", Parameter.WITHIN_SECONDS, held, stated, "aa", now)
    assert (
        pending_words(waiting) == "A file now states 5 minutes; 60 seconds stays in force until the change is approved."
    )
