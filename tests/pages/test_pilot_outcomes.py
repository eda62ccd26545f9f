"""Does the page show what changed for the outcome its address names, and what only moved with every picture's words?"""

from frontdoor.answers.pilot_choices import View

MONDAYS, RUNNING = "Open from 8am on Mondays", "Tell people what happens next in planning"


def opened(reading, home, pilot, view, **query):
    return reading(home, "pilots", {"pilot": pilot, "pilot_view": view.value} | query)


def test_the_address_names_the_outcome_shown_in_full(reading, sample_home):
    main = opened(reading, sample_home, MONDAYS, View.CHANGED)
    other = opened(reading, sample_home, MONDAYS, View.CHANGED, pilot_outcome="other_days")
    assert not other.is_broken
    assert "Mondays" in main.answer.partition(":")[0]
    assert "Tuesday" in other.answer.partition(":")[0]


def test_an_outcome_nobody_knows_is_as_good_as_none(reading, sample_home):
    main = opened(reading, sample_home, MONDAYS, View.CHANGED)
    assert opened(reading, sample_home, MONDAYS, View.CHANGED, pilot_outcome="the moon").answer == main.answer


def test_every_way_is_shown_at_the_end_and_none_while_it_runs(reading, sample_home):
    ended = opened(reading, sample_home, MONDAYS, View.CHANGED).words
    for words in ("Does the answer hold up?", "Four ways to compare", "(should show nothing)", "it cannot be below"):
        assert words in ended
    running = opened(reading, sample_home, RUNNING, View.CHANGED)
    assert "too early to say" in running.answer
    assert "Does the answer hold up?" not in running.words
    assert "99.7% range" in running.words


def test_what_only_moved_says_the_share_its_range_and_the_aim(reading, sample_home):
    words = opened(reading, sample_home, MONDAYS, View.MOVED).words
    for said in (
        "Only moved:",
        "New:",
        "Was moving them the aim?",
        "Mondays by half-hour",
        "Other weekdays",
        "Other channels",
    ):
        assert said in words
