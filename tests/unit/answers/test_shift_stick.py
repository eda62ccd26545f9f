"""Did it stick? Bounces counted by hand, the range of those nobody can see, forms, journeys and what cannot be known."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from demand_home import demand_context
from stick_home import JUNE, ONLINE, call, facts_of, forms, online, said_in, stick_context

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_stick import stick_of
from frontdoor.answers.shift_stick_words import CANNOT_BE_KNOWN
from frontdoor.figure import Figure
from tests.small_warehouse import contact, interval

BOUNCES = "Bounces: a range, not a number"
NOON = datetime(2026, 6, 8, 12)


def figures_of(answer) -> dict[str, Figure]:
    return {figure.key: figure for section in answer.sections for figure in section.figures}


def test_ten_of_forty_linked_forms_bounce_and_all_is_known_where_everything_is_linked(tmp_path):
    answer = stick_of(JUNE, stick_context(tmp_path, *forms(40, 10)))
    assert answer.answer == (
        "25 in every 100 online contacts we can link were followed by a call or visit within 3 days."
    )
    facts = facts_of(answer, BOUNCES)
    assert (facts["At least"], facts["About"], facts["At most"]) == ("10", "10", "10")
    assert facts["Online share as counted"] == "80%"  # 40 of 50
    assert facts["Net of bounces"] == "75% to 75%"  # 30 of 40


def test_unlinked_forms_and_calls_widen_the_range(tmp_path):
    unlinked = [online(f"u{n}", NOON, customer=None) for n in range(10)]
    strangers = [call(f"s{n}", NOON + timedelta(days=1), customer=None) for n in range(5)]
    facts = facts_of(stick_of(JUNE, stick_context(tmp_path, *forms(40, 10), *unlinked, *strangers)), BOUNCES)
    assert facts["At least"] == "10"
    assert facts["At most"] == "15"  # no more than there are calls
    assert facts["About"] == "15"  # 10 / 40 x 50 / (10 / 15) = 18.75, and no more than 15


def test_the_number_of_days_is_the_readers_own(tmp_path):
    context = stick_context(tmp_path, *forms(40, 10, after=5))
    assert facts_of(stick_of(JUNE, context), BOUNCES)["At least"] == "0"
    assert facts_of(stick_of(JUNE, context, within_days=5), BOUNCES)["At least"] == "10"


def test_without_a_shared_key_it_cannot_be_known(tmp_path):
    rows = [online(n, NOON, customer=None) for n in range(30)] + [contact(n, NOON) for n in range(30)]
    answer = stick_of(JUNE, stick_context(tmp_path, *rows))
    assert answer.answer == CANNOT_BE_KNOWN
    assert "customer_reference" in answer.lead
    assert not figures_of(answer)
    links = "Contacts that carry a customer reference"
    assert facts_of(answer, links) == {"Web form": "0%", "Phone": "0%"}


def test_links_on_one_side_alone_are_not_enough(tmp_path):
    rows = [*forms(30, 0), *(contact(n, NOON) for n in range(30))]
    assert stick_of(JUNE, stick_context(tmp_path, *rows)).answer == CANNOT_BE_KNOWN


def test_a_bad_form_is_named_and_the_others_are_not(tmp_path):
    rows = [
        *forms(200, 10, queue="waste_order"),
        *forms(200, 8, 1000, queue="missed_bin"),
        *forms(100, 40, 2000, queue="bulky_waste"),
    ]
    answer = stick_of(JUNE, stick_context(tmp_path, *rows))
    assert facts_of(answer, "Forms that send people back") == {"Bulky waste": "40%"}
    drawn = figures_of(answer)["bounces-by-form"]
    assert drawn.frame["label"].to_list() == ["Bulky waste", "Waste order", "Missed bin"]
    assert drawn.frame["is_highlighted"].to_list() == [True, False, False]


def test_no_form_is_named_where_they_differ_by_chance(tmp_path):
    rows = [*forms(60, 6, queue="waste_order"), *forms(60, 8, 1000, queue="missed_bin")]
    assert "None stands out" in said_in(stick_of(JUNE, stick_context(tmp_path, *rows)), "Forms that send people back")


def test_journeys_are_a_table_and_few_are_hidden(tmp_path):
    visits = [call(f"{n}", NOON + timedelta(days=1), channel="visit") for n in range(20, 23)]
    again = [online(f"{n}", NOON + timedelta(days=1), contact_id=f"again {n}") for n in range(23, 40)]
    rows = [*forms(40, 10), *visits, *again]
    drawn = figures_of(stick_of(JUNE, stick_context(tmp_path, *rows)))["journeys"]
    web = drawn.table.filter(drawn.table["First"] == "Web form").row(0, named=True)
    assert web["Then visit"] == "hidden"
    assert web["Then web form"] == "17"
    assert web["Then phone"] == "hidden"  # or the 3 could be worked out from the total


def test_a_new_online_contact_is_no_bounce(tmp_path):
    again = [online(f"{n}", NOON + timedelta(days=1), contact_id=f"again {n}") for n in range(10)]
    facts = facts_of(stick_of(JUNE, stick_context(tmp_path, *forms(40, 0), *again)), BOUNCES)
    assert facts["At least"] == "0"


def test_the_last_days_are_left_out_because_nobody_knows_what_follows(tmp_path):
    late = [online(f"late {n}", datetime(2026, 6, 29, 12)) for n in range(50)]
    answer = stick_of(JUNE, stick_context(tmp_path, *forms(40, 10), *late))
    assert facts_of(answer, "Contacts that carry a customer reference")["Web form"] == "100%"
    assert "40 of 40" in said_in(answer, "Contacts that carry a customer reference")
    assert "The last 3 days are left out" in " ".join(answer.notes)


def test_completion_is_said_where_it_is_recorded_and_else_that_it_is_not(tmp_path):
    done = {"completed_at": NOON + timedelta(days=3), "completed_date": (NOON + timedelta(days=3)).date()}
    finished = [online(f"done {n}", NOON, case_id=f"case {n}", **done) for n in range(30)]
    still_open = [online(f"open {n}", NOON, case_id=f"open {n}") for n in range(10)]
    rows = [*forms(40, 10), *finished, *still_open]
    answer = stick_of(JUNE, stick_context(tmp_path / "a", *rows))
    assert facts_of(answer, "Completion of online requests")["Finished"].endswith("%")
    bare = stick_of(JUNE, stick_context(tmp_path / "b", *forms(40, 10)))
    assert "Not recorded" in said_in(bare, "Completion of online forms")


def test_the_shift_net_of_bounces_is_told_against_the_year_before(tmp_path):
    year_ago = NOON - timedelta(days=364)
    before = [online(f"b{n}", year_ago) for n in range(20)]
    before += [call(f"c{n}", year_ago) for n in range(30)]
    answer = stick_of(JUNE, stick_context(tmp_path, *forms(40, 10), *before))
    facts = facts_of(answer, "The shift, net of bounces")
    assert facts["As counted"] == "+40 points"  # 20 of 50, then 40 of 50
    assert facts["Net of bounces, the range"] == "+35 points to +35 points"  # 40% then, 30 of 40 now


def test_a_channel_that_appears_overnight_is_said_and_no_shift_is_told(tmp_path):
    year_ago = [call(f"c{n}", NOON - timedelta(days=day)) for day in range(0, 420, 3) for n in range(3)]
    answer = stick_of(JUNE, stick_context(tmp_path, *forms(200, 10), *_renumbered(year_ago)))
    assert "Can’t tell" in said_in(answer, "The shift, net of bounces")
    assert any("Web form" in note for note in answer.notes)


def test_nothing_online_or_no_digital_channel_is_said_in_words(tmp_path):
    calls = [contact(n, NOON) for n in range(30)]
    assert "No online contact" in stick_of(JUNE, stick_context(tmp_path / "a", *calls)).lead
    unset = stick_of(JUNE, stick_context(tmp_path / "b", *calls, digital_channels=()))
    assert "which channels are digital" in unset.lead


def test_by_ward_it_cannot_be_told(tmp_path):
    answer = stick_of(replace(JUNE, attribute="ward"), stick_context(tmp_path, *forms(40, 10)))
    assert answer.nothing is not None
    assert "not kept by ward" in answer.lead


def test_the_public_sees_rounded_counts(tmp_path):
    context = stick_context(tmp_path, *forms(43, 11), audience=Audience.PUBLIC)
    assert facts_of(stick_of(JUNE, context), BOUNCES)["At least"] == "10"


def test_days_out_of_range_are_refused(tmp_path):
    with pytest.raises(ValueError, match="within_days is 91"):
        stick_of(JUNE, stick_context(tmp_path, *forms(40, 10)), within_days=91)


def test_summaries_have_no_journeys(tmp_path):
    rows = [interval(n, datetime(2026, 6, 1 + n), calls_offered=40, calls_answered=30) for n in range(20)]
    context = demand_context(tmp_path, *rows, kind="contact_intervals", digital_channels=ONLINE)
    assert stick_of(JUNE, context).answer.startswith("We can’t say")


def _renumbered(rows):
    """Return the rows with keys and customers of their own."""
    return [row | {"contact_id": f"r{place}", "customer": f"r{place}"} for place, row in enumerate(rows)]
