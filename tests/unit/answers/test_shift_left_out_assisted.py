"""Language, tenure and deprivation are groups once known; adjustments and assistance are counted by opt-in, small counts hidden."""

from datetime import date

import pytest
from left_out_home import june, left_out_context, lines_of, months_of, titles_of, year

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_left_out import left_out_in
from frontdoor.strategy.deprivation import Deprivation

BOX, CANNOT_SAY = "Adjustments and assistance", "What the data cannot say"
EVEN = (year(30, 20), year(30, 40))  # forms and calls a month: 20 of 60 online a year before, 30 of 60 now
STUCK = (year(10, 10), year(50, 50))  # 10 of 60 in both years
NOBODY = months_of({"service": "waste"}, *EVEN)
BOTH = ("adjustment", "assistance")


def decile(ward, number, since=date(2025, 1, 1)):
    return Deprivation(ward, number, since, "invented")


def of_wards(**groups):
    return [row for ward, counts in groups.items() for row in months_of({"ward": ward}, *counts)]


@pytest.mark.parametrize(
    ("attribute", "behind", "ahead", "who"),
    [
        ("language", "Polish", "English", "People whose language is Polish"),
        ("tenure", "council tenant", "owner", "People whose tenure is council tenant"),
    ],
)
def test_a_language_or_tenure_that_fell_behind_is_named(attribute, behind, ahead, who, tmp_path):
    rows = [*months_of({attribute: behind}, *STUCK), *months_of({attribute: ahead}, *EVEN)]
    answer = left_out_in(june(), left_out_context(tmp_path, *rows))
    assert answer.answer == f"{who} fell further behind in going online."
    other = {"language": "Tenure:", "tenure": "Language:"}[attribute]
    said = lines_of(answer, CANNOT_SAY)
    assert other in said
    assert attribute.capitalize() not in said
    assert f"access need, customer type, {'tenure' if attribute == 'language' else 'language'}, ward" in said


@pytest.fixture(scope="module")
def by_wards(tmp_path_factory):
    rows = of_wards(Beacon=STUCK, Castle=STUCK, Mill=EVEN, Trent=EVEN, Elsewhere=EVEN)
    deciles = (decile("Beacon", 1), decile("Castle", 2), decile("Mill", 9), decile("Trent", 10))
    later = decile("Trent", 1, date(2026, 7, 1))  # after the last day compared
    return left_out_in(june(), left_out_context(tmp_path_factory.mktemp("wards"), *rows, deprivation=(*deciles, later)))


def test_the_wards_of_two_deciles_are_held_against_the_rest_together(by_wards):
    said = lines_of(by_wards, "By deprivation")
    # 240 of 1,440 is 17% in both years; the least deprived went from 480 to 720 of 1,440, 16.7 points.
    assert "Wards in deciles 1 and 2 (most deprived): 17% online, 17% a year before." in said
    assert "gained 16.7 points less than the rest" in said
    assert "For 20% of contacts deprivation is not known" in said
    assert "Deprivation:" not in lines_of(by_wards, CANNOT_SAY)
    assert any("the ward’s, not the person’s" in note for note in by_wards.notes)


def test_the_picture_holds_two_fifths(by_wards):
    figure = next(
        figure for section in by_wards.sections for figure in section.figures if figure.key == "left-out-deprivation"
    )
    assert figure.frame["label"].to_list() == [
        "Everyone",
        "Deciles 1 and 2 (most deprived)",
        "Deciles 9 and 10 (least deprived)",
    ]
    assert figure.table["Contacts now"].to_list() == ["1,440", "1,440"]


def test_a_hidden_ward_is_in_no_fifth_and_nor_is_one_filled_in_by_forms(tmp_path):
    few = (year(0, 0), lambda back: int(back in {1, 13}))
    rows = of_wards(Beacon=STUCK, Castle=STUCK, Mill=EVEN, Trent=EVEN, Hamlet=few, Thorp=few, Office=EVEN)
    numbers = {"Beacon": 1, "Castle": 2, "Hamlet": 2, "Office": 2, "Mill": 9, "Trent": 9, "Thorp": 10}
    deciles = tuple(decile(ward, number) for ward, number in numbers.items())
    context = left_out_context(tmp_path, *rows, deprivation=deciles, default_wards=("Office",))
    answer = left_out_in(june(), context)
    figures = {figure.key: figure for section in answer.sections for figure in section.figures}
    by_name = dict(figures["left-out-ward"].table.select("Group", "Contacts now").iter_rows())
    assert {by_name["Hamlet"], by_name["Thorp"]} == {"–"}
    shown = {
        number: sum(
            720 for ward, each in numbers.items() if each == number and by_name[ward] == "720" and ward != "Office"
        )
        for number in (1, 2, 9)
    }
    counted = figures["left-out-deprivation"].table["Contacts now"].to_list()
    assert counted == [f"{shown[1] + shown[2]:,}", f"{shown[9]:,}"]


def test_wards_without_deciles_say_how_to_give_them(tmp_path):
    answer = left_out_in(june(), left_out_context(tmp_path, *of_wards(Beacon=STUCK, Mill=EVEN)))
    assert "By deprivation" not in titles_of(answer)
    assert "[[deprivation]]" in lines_of(answer, CANNOT_SAY)


@pytest.fixture(scope="module")
def assisted_rows():
    return [
        *NOBODY,
        *months_of({"adjustment": "honoured"}, year(10, 10), year(20, 20)),
        *months_of({"adjustment": "not_honoured"}, year(0, 0), year(5, 10)),
        *months_of({"assistance": "relay"}, year(2, 2), year(10, 10)),
        *months_of({"assistance": "british_sign_language"}, year(3, 3), year(1, 1)),
        *months_of({"assistance": "interpreter"}, year(0, 0), lambda back: int(back in {1, 2})),
    ]


def test_adjustments_and_assistance_are_counted(assisted_rows, tmp_path):
    answer = left_out_in(june(), left_out_context(tmp_path, *assisted_rows, opt_in=BOTH))
    said = lines_of(answer, BOX)
    # 30 a month honoured and 5 not: 360 of 420 is 86%, Wilson's 95% interval 82% to 89%; 360 of 480 a year before.
    assert "asked for in 420 contacts, honoured in 360 (86%, between 82% and 89%; 75% a year before)." in said
    assert "Relay: 120 by phone and 24 by web form." in said
    # Of 2 with an interpreter and 12 calls in sign language, both are hidden: one alone could be worked out.
    assert "Interpreter: too few contacts to be shown." in said
    assert "British Sign Language: 36 by web form; too few to be shown in 1 other channel." in said
    missing = lines_of(answer, CANNOT_SAY)
    assert "Adjustments:" not in missing
    assert "Relay, BSL" not in missing


def test_neither_is_told_without_opting_in(assisted_rows, tmp_path):
    answer = left_out_in(june(), left_out_context(tmp_path, *assisted_rows))
    assert BOX not in titles_of(answer)
    said = lines_of(answer, CANNOT_SAY)
    assert "Adjustments:" in said
    assert "Relay, BSL, interpreters:" in said


def test_one_that_is_recorded_leaves_the_other_to_be_collected(tmp_path):
    rows = [*NOBODY, *months_of({"assistance": "relay"}, year(5, 5), year(10, 10))]
    answer = left_out_in(june(), left_out_context(tmp_path, *rows, opt_in=BOTH))
    assert "Adjustments:" not in lines_of(answer, BOX)
    assert "Adjustments:" in lines_of(answer, CANNOT_SAY)


def test_a_few_not_honoured_are_hidden_and_so_is_their_share(tmp_path):
    rows = [
        *NOBODY,
        *months_of({"adjustment": "honoured"}, year(10, 10), year(20, 20)),
        *months_of({"adjustment": "not_honoured"}, year(0, 0), lambda back: int(back in {1, 2, 3})),
    ]
    said = lines_of(left_out_in(june(), left_out_context(tmp_path, *rows, opt_in=BOTH)), BOX)
    assert "asked for in 363 contacts; too few of one outcome" in said
    assert "360" not in said


def test_the_public_sees_assistance_rounded(tmp_path):
    rows = [*NOBODY, *months_of({"assistance": "relay"}, year(1, 1), year(11, 11))]
    context = left_out_context(tmp_path, *rows, opt_in=BOTH, audience=Audience.PUBLIC)
    assert "130 by phone" in lines_of(left_out_in(june(), context), BOX)  # 132 of them
