"""Effects in words: the size, the way it went, and both ends of the range in one unit."""

import pytest

from frontdoor.answers.pilot_effect_words import (
    HIGHER_LOWER,
    WAYS,
    Ways,
    change_words,
    effect_words,
    good_or_bad,
    ways_of,
)
from frontdoor.answers.pilot_found import Range
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.schema.units import Unit

WORSE = Ways("worse", "better")


@pytest.mark.parametrize(
    ("effect", "unit", "ways", "words"),
    [
        (Range(-0.086, -0.139, -0.033), Unit.SHARE, HIGHER_LOWER, "8.6 points lower (3.3 to 13.9)"),
        (Range(0.004, -0.015, 0.023), Unit.SHARE, WORSE, "0.4 points worse (1.5 better to 2.3 worse)"),
        (Range(41, 37, 45), Unit.COUNT, WAYS[Unit.COUNT], "41 more (37 to 45)"),
        (Range(3.4, 0.1, 6), Unit.COUNT, WAYS[Unit.COUNT], "3.4 more (0.1 to 6)"),
        (Range(-12, -20, -4), Unit.SECONDS, WAYS[Unit.SECONDS], "12 seconds shorter (4 to 20)"),
        (Range(-112, -180, -4), Unit.SECONDS, WAYS[Unit.SECONDS], "112 seconds shorter (4 seconds to 3 minutes)"),
        (Range(-0.0001, -0.01, 0.01), Unit.SHARE, HIGHER_LOWER, "no different (1 point lower to 1 point higher)"),
        (Range(0.05, -0.01, 0.1), Unit.SCORE, HIGHER_LOWER, "0.05 higher (0.01 lower to 0.10 higher)"),
        (Range(1.05, 0.01, 2.1), Unit.DAYS, WAYS[Unit.DAYS], "1.1 days longer (0 to 2.1)"),
        (Range(3, None, 6), Unit.COUNT, WAYS[Unit.COUNT], "3 more (the range has no end on one side)"),
        (Range(3, None, None), Unit.COUNT, WAYS[Unit.COUNT], "3 more"),
    ],
)
def test_an_effect_is_said_with_its_range(effect, unit, ways, words):
    assert effect_words(effect, unit, ways) == words


def test_a_measure_that_should_fall_is_worse_when_it_rises():
    assert good_or_bad(CATALOGUE["abandonment_rate"]).of(0.1) == "worse"
    assert good_or_bad(CATALOGUE["service_level"]).of(0.1) == "better"
    assert ways_of(CATALOGUE["contacts"]).of(1) == "more"


def test_what_rounds_to_nothing_is_no_different():
    assert change_words(0.0002, Unit.SHARE, HIGHER_LOWER) == "no different"
