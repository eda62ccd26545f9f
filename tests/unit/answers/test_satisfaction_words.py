"""Survey questions in words: what an answer says of us, and how a figure that others state is said."""

import pytest

from frontdoor.answers.satisfaction_figures import tone_of
from frontdoor.answers.satisfaction_reported import value_words
from frontdoor.figure import Tone
from frontdoor.strategy.scales import GOVMETRIC, NPS, SATISFACTION_5, YES_NO, Scale, ScaleAnswer


@pytest.mark.parametrize(
    ("scale", "tones"),
    [
        (GOVMETRIC, "good middle poor"),
        (SATISFACTION_5, "good good middle poor poor"),
        (YES_NO, "good poor"),
        (NPS, "good good middle middle poor poor poor poor poor poor poor"),
        (Scale("own", (ScaleAnswer("A", 1.0), ScaleAnswer("B", 0.5), ScaleAnswer("C", 0.0))), "good middle poor"),
    ],
    ids=lambda each: each.key if isinstance(each, Scale) else "",
)
def test_each_answer_is_good_neither_or_poor(scale, tones):
    assert [tone_of(answer, scale) for answer in scale.answers] == [Tone(tone) for tone in tones.split()]


@pytest.mark.parametrize(
    ("numerator", "denominator", "stated", "text", "words"),
    [
        (3091.0, 3512.0, None, None, "88%"),
        (None, None, 0.144, "14.4%", "14.4%"),
        (None, None, 157900.0, "157900", "157,900"),
        (None, None, 2.3, "2.3", "2.3"),
        (30.0, 12.0, None, None, "2.50"),
        (None, None, None, None, "–"),
    ],
)
def test_a_stated_value_is_said_as_its_provider_says_it(numerator, denominator, stated, text, words):
    row = {"numerator": numerator, "denominator": denominator, "stated_value": stated, "value_text": text}
    assert value_words(row) == words
