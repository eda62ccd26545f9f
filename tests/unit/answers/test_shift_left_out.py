"""Who fell behind is named by a test, who is few is hidden, and what is not recorded is said, never guessed."""

import pytest
from left_out_home import OLD, YOUNG, june, left_out_context, lines_of, months_of, titles_of, year

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_left_out import left_out_in

BY_AGE = "By age"
EVEN = (year(30, 20), year(30, 40))  # forms and calls a month: 20 of 60 online a year before, 30 of 60 now
STUCK = (year(10, 10), year(50, 50))  # 10 of 60 in both years


def of_ages(old=STUCK, young=EVEN):
    return [*months_of({"age_band": OLD}, *old), *months_of({"age_band": YOUNG}, *young)]


@pytest.fixture(scope="module")
def behind(tmp_path_factory):
    return left_out_in(june(), left_out_context(tmp_path_factory.mktemp("behind"), *of_ages()))


def test_a_group_that_stayed_while_the_rest_moved_is_named(behind):
    assert behind.answer == "People aged 75 and over fell further behind in going online."
    said = lines_of(behind, BY_AGE)
    # 10 of 60 is 17% in both years; the others went from 20 of 60 to 30 of 60, 16.7 points.
    assert "17% online, 17% a year before" in said
    assert "gained 16.7 points less than the rest" in said


def test_the_group_behind_is_marked_in_the_picture_and_everyone_stands_first(behind):
    figure = next(figure for section in behind.sections for figure in section.figures)
    assert figure.frame["label"].to_list() == ["Everyone", OLD, YOUNG]
    assert figure.frame["is_highlighted"].to_list() == [False, True, False]
    # Everyone: 40 of 120 now, 30 of 120 a year before.
    assert figure.frame.row(0)[1:4] == pytest.approx((40 / 120, 30 / 120, 40 / 120))
    assert figure.table["Contacts now"].to_list() == ["720", "720"]


def test_groups_that_move_alike_are_not_named(tmp_path):
    answer = left_out_in(june(), left_out_context(tmp_path, *of_ages(old=EVEN)))
    assert answer.answer.startswith("No group fell further behind")
    assert "no group’s contact fell more" in lines_of(answer, BY_AGE)


def test_a_group_ahead_that_gains_less_is_not_left_out(tmp_path):
    ahead = (year(50, 50), year(10, 10))
    answer = left_out_in(june(), left_out_context(tmp_path, *of_ages(old=ahead)))
    assert answer.answer.startswith("No group fell further behind")


def test_contact_that_halved_and_did_not_move_online_is_said_to_be_lost_perhaps(tmp_path):
    # 60 a month became 30, none of them moved: half the contact beside the rest, which stayed at 60.
    halved = (year(5, 10), year(25, 50))
    answer = left_out_in(june(), left_out_context(tmp_path, *of_ages(old=halved)))
    said = lines_of(answer, BY_AGE)
    assert "50% less contact beside the rest’s" in said or "49% less contact beside the rest’s" in said
    assert "counts cannot say" in said
    assert "Contact of people aged 75 and over fell more than the rest’s." in answer.lead


def test_a_group_of_a_few_is_hidden_with_another_and_never_named(tmp_path):
    few = months_of({"age_band": "16 to 24"}, lambda back: int(back == 1), lambda back: int(back in {2, 14}))
    more = [
        row for name in ("45 to 64", "65 to 74") for row in months_of({"age_band": name}, year(20, 15), year(20, 25))
    ]
    answer = left_out_in(june(), left_out_context(tmp_path, *of_ages(), *few, *more))
    said = lines_of(answer, BY_AGE)
    assert "of 5 groups have too few contacts to be shown" in said
    assert "1 of 5" not in said  # alone it could be worked out from everyone's
    figure = next(figure for section in answer.sections for figure in section.figures)
    assert "16 to 24" not in figure.frame["label"].to_list()
    hidden = figure.table.filter(figure.table["Online now"] == "hidden: too few")
    assert "16 to 24" in hidden["Group"].to_list()
    assert set(hidden["Contacts now"]) == {"–"}


def test_groups_that_are_all_few_say_so(tmp_path):
    few = [
        row
        for name in (OLD, YOUNG)
        for row in months_of({"age_band": name}, lambda back: int(back in {1, 13}), year(0, 0))
    ]
    others = months_of({"service": "waste"}, *EVEN)  # so that the months are recorded
    answer = left_out_in(june(), left_out_context(tmp_path, *few, *others))
    assert "too few people are in each group to show them" in answer.answer


def test_access_need_is_shown_by_opt_in_only(tmp_path):
    rows = [
        *months_of({"access_need": "hearing"}, *STUCK), *months_of({"access_need": "none"}, *EVEN),
    ]  # fmt: skip
    closed = left_out_in(june(), left_out_context(tmp_path / "closed", *rows))
    assert "By access need" not in titles_of(closed)
    assert "opt_in" in lines_of(closed, "What the data cannot say")
    opened = left_out_in(june(), left_out_context(tmp_path / "open", *rows, opt_in=("access_need",)))
    assert opened.answer == "People whose access need is hearing fell further behind in going online."


def test_no_group_recorded_says_what_to_collect(tmp_path):
    rows = months_of({"service": "waste"}, *EVEN)
    answer = left_out_in(june(), left_out_context(tmp_path, *rows))
    assert answer.answer == "We can’t say who was left out: contact is not recorded by any group."
    said = lines_of(answer, "What the data cannot say")
    assert "contact by age, access need, customer type, language, tenure, ward and deprivation" in said
    assert "12 seconds on average" in lines_of(answer, "Those who stayed: waiting")


def test_less_than_a_year_before_says_so(tmp_path):
    rows = months_of({"age_band": OLD}, year(30, 30), year(30, 30), months=9)
    answer = left_out_in(june(), left_out_context(tmp_path, *rows))
    assert answer.nothing is not None
    assert "more than a year of whole months" in answer.lead


def test_the_ward_chosen_is_not_crossed_with_age(tmp_path):
    answer = left_out_in(june(attribute="ward", value="Beacon"), left_out_context(tmp_path, *of_ages()))
    assert answer.answer == "People aged 75 and over fell further behind in going online."
    assert any("not applied here" in note for note in answer.notes)


def test_the_public_sees_rounded_counts(tmp_path):
    odd = (year(11, 11), year(51, 51))  # 62 a month, 744 a year
    answer = left_out_in(june(), left_out_context(tmp_path, *of_ages(old=odd), audience=Audience.PUBLIC))
    figure = next(figure for section in answer.sections for figure in section.figures)
    assert figure.table["Contacts now"].to_list()[0] == "745"
