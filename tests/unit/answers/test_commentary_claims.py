"""A small set of phrases is read as claims; what is negated, wished for or of another time is not taken for one."""

from datetime import date

import pytest

from frontdoor.answers.commentary_claims import Claim, claims
from frontdoor.periods import Period
from frontdoor.schema.units import Better

OCTOBER = Period.month(date(2026, 10, 1))


def said(words: str, better: Better = Better.HIGHER) -> set[Claim]:
    return {each.claim for each in claims(words, better, OCTOBER)}


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("We are on track.", Claim.ON_TRACK),
        ("This is on target for the year", Claim.ON_TRACK),
        ("We are not on track", Claim.OFF_TRACK),
        ("It isn’t on track yet", Claim.OFF_TRACK),
        ("We are no longer on track.", Claim.OFF_TRACK),
        ("Far from being on track", Claim.OFF_TRACK),
        ("We are behind schedule", Claim.OFF_TRACK),
        ("The target was met.", Claim.MET),
        ("We met the 70% target in October", Claim.MET),
        ("We are now meeting our target", Claim.MET),
        ("The target was not met", Claim.MISSED),
        ("The target wasn't met because two posts are vacant", Claim.MISSED),
        ("We have not met the target", Claim.MISSED),
        ("We failed to meet the target", Claim.MISSED),
        ("We missed the target", Claim.MISSED),
        ("We did not miss it; the target was not missed", Claim.MET),
        ("Performance is improving", Claim.BETTER),
        ("Improving steadily.", Claim.BETTER),
        ("It has improved since August", Claim.BETTER),
        ("There is a clear improvement", Claim.BETTER),
        ("Better than last month", Claim.BETTER),
        ("It is not improving", Claim.NOT_BETTER),
        ("There was no improvement", Claim.NOT_BETTER),
        ("It is getting worse", Claim.WORSE),
        ("It is not getting worse", Claim.NOT_WORSE),
        ("No change", Claim.SAME),
        ("Performance remains stable", Claim.SAME),
        ("It has not changed", Claim.SAME),
        ("We will meet the target by March", Claim.WILL_MEET),
        ("The target will be met", Claim.WILL_MEET),
        ("We expect to hit our target by year end", Claim.WILL_MEET),
        ("We will not meet the target", Claim.WILL_MISS),
        ("We are unlikely to reach the target", Claim.WILL_MISS),
        ("We will miss the target", Claim.WILL_MISS),
    ],
)
def test_a_phrase_claims_one_thing(words, claim):
    assert said(words) == {claim}


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Two posts are vacant.",
        "We hope to be on track by March",
        "If calls fall we would be on track",
        "Two advisers start in December to get us back on track",
        "We were on track until the storm",
        "The target was met last year",
        "The target was met in July",
        "We are improving the telephone menu",
        "An improvement plan is written",
        "Improved training begins in December",
        "No change to opening hours",
        "Meeting the target remains hard",
        "We met with partners about the standard",
        "A target must be set",
        "<script>alert('on')</script>",
        "track on",
    ],
)
def test_what_claims_nothing_is_left_alone(words):
    assert said(words) == set()


def test_one_text_may_claim_several_things():
    assert said("The target was missed, but we are on track and improving") == {
        Claim.MISSED,
        Claim.ON_TRACK,
        Claim.BETTER,
    }


def test_not_belongs_to_its_own_half_of_a_sentence():
    assert said("We have not hired anybody, but we are on track") == {Claim.ON_TRACK}
    assert said("We are not on track and the target was missed") == {Claim.OFF_TRACK, Claim.MISSED}
    assert said("We are not only on track") == {Claim.ON_TRACK}


def test_above_the_target_is_good_or_bad_as_the_measure_has_it():
    assert said("We are above target") == {Claim.MET}
    assert said("We are above target", Better.LOWER) == {Claim.MISSED}
    assert said("We are below the target", Better.LOWER) == {Claim.MET}
    assert said("We are not below the target") == {Claim.MET}
    assert said("We are above target", Better.NEITHER) == set()


def test_the_words_are_quoted_with_what_negates_them():
    assert [each.words for each in claims("We are not yet on track", Better.HIGHER, OCTOBER)] == ["not yet on track"]
    assert [each.words for each in claims("We ARE on   Track", Better.HIGHER, OCTOBER)] == ["on track"]
