"""Does the page of satisfaction say each score with how sure it is, who is clearly below, and what others only state?"""

import pytest

AUDIENCES = ("officer", "member", "committee", "public")
QUESTION = "How satisfied are people with us?"


def table(screen):
    return screen.page.first("table", "fd-scores").rows()[1:]


def facts(screen):
    """Return the notes of each fact by its label."""
    found = screen.page.first("dl", "fd-facts").all("div")
    return {fact.first("dt").text: [each.text for each in fact.all("dd")] for fact in found}


def box(screen, title):
    return next(box for box in screen.page.all("section", "fd-box") if box.first("h2").text == title)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_satisfaction_is_answered_in_words_for_everybody(reading, sample_home, audience):
    screen = reading(sample_home, "satisfaction", audience=audience)
    assert not screen.is_broken
    assert screen.question == QUESTION
    assert screen.answer.startswith("Net satisfaction was +0.4")
    assert " answers" in screen.answer
    assert "they choose to." in screen.page.first(kind="fd-lead").text
    assert len(screen.page.all("article", "fd-card")) == 4


def test_every_question_has_its_words_its_survey_and_how_sure_its_score_is(reading, sample_home):
    rows = table(reading(sample_home, "satisfaction"))
    assert [row[0].split(" “")[0] for row in rows if "“" in row[0]] == [
        "How we did",
        "Satisfied with how we dealt with it",
        "Would recommend us",
        "Easy to deal with",
        "Sorted out first time",
    ]
    assert "“How did we do today?” GovMetric: good, average or poor" in rows[0][0]
    assert all("between" in row[1] for row in rows)


def test_the_share_satisfied_and_the_weighted_score_are_named_apart(reading, sample_home):
    rows = table(reading(sample_home, "satisfaction"))
    place = next(index for index, row in enumerate(rows) if row[0].startswith("Satisfied"))
    assert rows[place][1].split()[0].endswith("%")
    assert rows[place + 1][0].startswith("Satisfaction score The average of all answers")
    assert not rows[place + 1][1].split()[0].endswith("%")


def test_the_service_clearly_below_is_named(reading, sample_home):
    screen = reading(sample_home, "satisfaction", {"period": "July to September 2026"})
    assert "Planning (−0." in screen.page.first(kind="fd-lead").text
    assert "is clearly below" in screen.page.first(kind="fd-lead").text


def test_a_question_is_chosen_by_its_label(reading, sample_home):
    screen = reading(sample_home, "satisfaction", {"question": "Sorted out first time"})
    assert "in every 100 people who answered said it was sorted out first time" in screen.answer
    screen.choose("question", "Would recommend us")
    assert "net promoter score" in screen.answer
    headlines = [each.text for each in screen.page.all("h2", "fd-headline")]
    assert any("% would recommend us" in each for each in headlines), headlines


def test_a_label_nobody_knows_shows_the_first_question(reading, sample_home):
    screen = reading(sample_home, "satisfaction", {"question": "<script>alert(1)</script>"})
    assert not screen.is_broken
    assert screen.answer.startswith("Net satisfaction")
    assert "<script" not in screen.html


def test_a_question_nobody_answered_for_the_choice_is_said_to_be_another(reading, sample_home):
    screen = reading(sample_home, "satisfaction", {"question": "Would recommend us", "channel": "Visit"})
    lead = screen.page.first(kind="fd-lead").text
    assert lead.startswith("Nobody answered “Would recommend us” for this choice; this is “How we did”.")
    assert screen.answer.startswith("Net satisfaction was")


def test_a_question_that_changed_says_since_when_it_counts(reading, sample_home):
    screen = reading(sample_home, "satisfaction", {"question": "Satisfied with how we dealt with it"})
    assert "asked differently before 1 October 2025" in screen.page.first(kind="fd-lead").text


def test_answers_off_the_scale_and_left_out_are_counted_and_never_repeated(reading, sample_home):
    screen = reading(sample_home, "satisfaction", {"question": "Satisfied with how we dealt with it"})
    said = facts(screen)
    assert "did not answer it" in said["Answered this question"][1]
    assert int(said["Not on the scale"][0]) > 0
    assert "Verry satisfied" not in screen.html
    assert "Don't know" not in screen.html


def test_the_response_rate_says_of_what(reading, sample_home):
    (rate, note) = facts(reading(sample_home, "satisfaction"))["Response rate"]
    assert rate.endswith("%")
    assert note.startswith("of ")
    assert note.endswith(("survey invitations, to any survey", "contacts"))


def test_nothing_anybody_wrote_is_shown(reading, sample_home):
    screen = reading(sample_home, "satisfaction")
    assert box(screen, "What people wrote").text.startswith("What people wrote What people wrote is not ")
    for words in ("I waited far too long", "The lady I spoke to", "HYPERLINK"):
        assert words not in screen.html


def test_what_partners_state_has_their_name_and_the_return_never_sent(reading, sample_home):
    rows = {
        row[0]: row[1:] for row in box(reading(sample_home, "satisfaction"), "Stated by others").first("table").rows()
    }
    assert rows["Leisure visits"][:3] == ["Riverside Leisure Trust", "July to September 2026", "157,900"]
    assert rows["Leisure visits"][-1] == "January to March 2026"
    bins = rows["Missed bins put right in 2 days, waste and recycling"]
    assert bins[2:4] == ["88%", "3,091 of 3,512"]


def test_a_council_without_surveys_reads_what_to_load(reading, small_home):
    screen = reading(small_home, "satisfaction")
    assert not screen.is_broken
    assert screen.answer == "We can’t say yet: no survey answers have been loaded."
    assert [each.text for each in screen.page.all("code")] == ["python -m frontdoor load FILE --source frontdoor"]
    assert "docs/canonical-csv.md" in screen.words
