"""Do packs tell what people decide, do and say: targets, actions, commentary, plans, sign-off and a ward, plainly and to whom?"""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import register_of
from frontdoor.answers.ward import ward_names
from frontdoor.commands.options import opened
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters
from frontdoor.intake.loading import load
from frontdoor.packs.action_pages import NONE_ENTERED, title_words
from frontdoor.packs.asked import Asked
from frontdoor.packs.making import make_pack
from frontdoor.packs.pack import Pack, PackPage
from frontdoor.packs.shown import pages_of
from frontdoor.packs.template import Show, Template, Wanted
from frontdoor.periods import Period
from frontdoor.register.actions import ActionEntry, Status, actions, add_action
from frontdoor.register.commentary import About, comment
from frontdoor.register.register import Register
from frontdoor.register.sign_offs import confirm
from frontdoor.warehouse.homes import open_home
from tests.pages.public_file import write_public_requests
from tests.pages.small_home import copied_small_home

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
TODAY = NOW.date()
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
CALLS = "calls_in_60_seconds"
LATE, OLD = date(2026, 10, 1), date(2026, 9, 2)  # 61 days before today
WORDS = "Waste calls doubled in July; two advisers join in December."
BLOCKS = (Show.TARGETS, Show.COMMENTARY, Show.ACTIONS, Show.PLANS, Show.SIGN_OFF, Show.ANNUAL_UPDATE)


@pytest.fixture(scope="module")
def home(shared_folder, tmp_path_factory):
    """Return a home where three actions are entered, two of them late, one commentary is written and one month confirmed."""
    folder = copied_small_home(shared_folder, tmp_path_factory.mktemp("blocks") / "own")
    register = register_of(folder / "trentside")
    for key, title, due in (
        ("a", "Train two advisers", OLD),
        ("b", "=cmd|' /C calc'!A0", LATE),
        ("c", "Publish", date(2027, 1, 5)),
    ):
        entry = ActionEntry(title, "Jo Smith", due, Status.UNDER_WAY, CALLS)
        add_action(register, key, entry, author="Jo Smith", now=NOW)
    figure = {"value": 0.55, "target": 0.7, "state": "missed"}
    comment(register, About(CALLS, "", OCTOBER), WORDS, figure, author="Sam Field", now=NOW)
    return folder


@pytest.fixture(scope="module")
def decided_nothing(tmp_path_factory):
    """Return a home in which Boston has one load and nothing else."""
    folder = tmp_path_factory.mktemp("public")
    with pytest.MonkeyPatch.context() as around:
        around.setenv("FRONTDOOR_HOME", str(folder))
        load(opened("boston"), write_public_requests(folder / "requests.csv"), "boston_311")
    return folder


@pytest.fixture(autouse=True)
def here(home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))


def asked(audience=Audience.OFFICER, **filters) -> Asked:
    return Asked(Filters("trentside", OCTOBER, **filters), audience, NOW)


def page(wanted: Wanted, audience=Audience.OFFICER, **filters) -> PackPage:
    return next(pages_of(wanted, asked(audience, **filters)))


def made(*wanted: Wanted, audience=Audience.OFFICER, now=NOW) -> Pack:
    template = Template("blocks", "Blocks", "x", audience, wanted)
    return make_pack(template, Filters("trentside", OCTOBER), audience, now=now)


def register() -> Register:
    return register_of(open_home("trentside").folder)


def said(one: PackPage) -> str:
    """Return all words of a page's asides."""
    return " ".join(f"{aside.title} {' '.join(aside.sentences)}" for aside in one.asides)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("show", BLOCKS)
def test_each_block_says_what_happened_to_everybody(show, audience):
    for one in pages_of(Wanted(show), asked(audience)):
        assert one.title.endswith((".", "?"))
        assert one.title.rstrip(".").lower() != show.value
        assert one.question.endswith("?") or show is Show.ANNUAL_UPDATE
        assert one.basis.version
        assert one.address.startswith("./")


def test_late_actions_are_counted_and_the_oldest_is_told_in_days():
    one = page(Wanted(Show.ACTIONS))
    still = sum(each.entry.status in (Status.PLANNED, Status.UNDER_WAY) for each in actions(register()))
    assert one.title == f"2 of {still} open actions are late; the oldest by 61 days."
    table = one.tables[0]
    assert [row[0].words for row in table.rows][:2] == ["Train two advisers", "=cmd|' /C calc'!A0"]
    assert table.rows[0][-1].words == "Overdue by 61 days, under way"


def test_only_overdue_ones_where_only_they_are_wanted():
    table = page(Wanted(Show.ACTIONS, view="Overdue")).tables[0]
    assert len(table.rows) == 2


def test_the_public_reads_of_no_action_but_those_of_the_published_plan():
    one = page(Wanted(Show.ACTIONS), Audience.PUBLIC)
    assert "Train two advisers" not in str(one)


def test_words_narrow_the_actions_and_the_title_counts_only_those():
    one = page(Wanted(Show.ACTIONS, find="two advisers"))
    assert one.title == "The only open action with “two advisers” is late, by 61 days."
    assert page(Wanted(Show.ACTIONS, find="no such words")).title == "No action with “no such words” is entered."


def test_without_actions_the_page_says_what_to_do():
    one = page(Wanted(Show.ACTIONS, find="no such words"))
    assert "Officers enter actions on the page" in one.lead
    assert title_words([], TODAY) == NONE_ENTERED


def test_commentary_stands_beside_its_number_as_it_then_was_with_author_and_day():
    one = page(Wanted(Show.MEASURE, measure=CALLS))
    [own] = [aside for aside in one.asides if aside.is_commentary]
    assert own.title == "Sam Field (name given, not verified), 2 November 2026, 12:00pm"
    assert own.sentences[0] == WORDS
    assert own.sentences[1].startswith("Written beside 55% against a target of 70%: missed.")
    assert "Now it is" in own.sentences[1]


def test_the_public_is_not_told_who_wrote():
    one = page(Wanted(Show.MEASURE, measure=CALLS), Audience.PUBLIC)
    assert [aside.title for aside in one.asides if aside.is_commentary] == ["the council, 2 November 2026"]


def test_a_missed_measure_without_a_word_says_so_above_everything():
    september = Asked(Filters("trentside", Period(date(2026, 9, 1), date(2026, 9, 30))), Audience.OFFICER, NOW)
    one = next(pages_of(Wanted(Show.MEASURE, measure=CALLS), september))
    assert one.marks == (
        "Calls answered within 60 seconds: missed, and nobody has said why. Head of Customer Services is to say it.",
    )
    assert not any(aside.is_commentary for aside in one.asides)


def test_the_page_of_commentary_names_what_nobody_explains():
    one = page(Wanted(Show.COMMENTARY))
    assert WORDS in said(one)
    assert "on calls answered within 60 seconds, October 2026" in said(one)
    assert "missed in October 2026" in one.title


def test_words_of_a_month_stand_in_a_pack_of_its_quarter():
    quarter = Asked(Filters("trentside", Period(date(2026, 8, 1), date(2026, 10, 31))), Audience.OFFICER, NOW)
    assert WORDS in said(next(pages_of(Wanted(Show.COMMENTARY), quarter)))
    one = next(pages_of(Wanted(Show.MEASURE, measure=CALLS), quarter))
    [own] = [aside for aside in one.asides if aside.is_commentary]
    assert own.title.endswith(", on calls answered within 60 seconds, October 2026")
    assert not one.marks


def test_nothing_is_made_up_for_fewer_than_words_are_kept_of():
    one = page(Wanted(Show.COMMENTARY), channels=("phone",))
    assert one.title.startswith("What owners say is kept for the whole council")
    assert not one.asides


def test_targets_say_how_many_changed_and_which_were_made_easier():
    one = page(Wanted(Show.TARGETS))
    assert "made easier" in one.title
    changed = next(table for table in one.tables if table.title == "Targets changed within a year")
    assert any("Made easier" in cell.words for row in changed.rows for cell in row)
    assert not any("filters" in table.note for table in one.tables)


def test_a_council_that_decided_nothing_is_told_so_and_what_to_do(decided_nothing, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(decided_nothing))
    none = Asked(Filters("boston", OCTOBER), Audience.OFFICER, NOW)
    told = {
        show: next(pages_of(Wanted(show), none)) for show in (Show.TARGETS, Show.ACTIONS, Show.PLANS, Show.SIGN_OFF)
    }
    assert told[Show.TARGETS].title.startswith("No target is stated for any of ")
    assert "officers enter them on the page" in told[Show.TARGETS].lead
    assert told[Show.ACTIONS].title == NONE_ENTERED
    assert told[Show.PLANS].title == "No service plan is entered."
    assert "council file" in told[Show.PLANS].lead
    assert told[Show.SIGN_OFF].title == "Nobody confirms figures here yet."
    assert "[[data_owner]]" in told[Show.SIGN_OFF].lead
    assert not any(one.facts for one in (told[Show.TARGETS], told[Show.ACTIONS]))


def test_every_page_flags_what_was_made_easier_for_a_year():
    pack = made(Wanted(Show.PROMISES), Wanted(Show.SATISFACTION))
    assert all(
        mark.startswith("Made easier within a year: calls answered") for page in pack.pages for mark in page.marks
    )
    assert len([mark for page in pack.pages for mark in page.marks]) == 2
    later = made(Wanted(Show.PROMISES), now=datetime(2027, 6, 1, 12, tzinfo=UTC))
    assert not any("calls answered" in mark for page in later.pages for mark in page.marks)


def test_a_pack_holds_the_digest_of_the_register():
    pack = made(Wanted(Show.PROMISES))
    chain = register().verify_chain()
    assert pack.register == f"{chain.entries:,} entries, digest {chain.digest}."


def test_a_figure_that_nobody_confirmed_is_provisional_wherever_it_stands():
    source = "frontdoor"
    confirm(register(), source, Period(date(2026, 8, 1), date(2026, 8, 31)), 1, author="Jo", now=NOW)
    one = page(Wanted(Show.MEASURE, measure=CALLS))
    assert "Provisional until the owner of" in one.facts[0].note
    assert "Provisional until the owner of" in one.basis.version
    overview = page(Wanted(Show.PROMISES))
    assert any("(provisional)" in cell.words for table in overview.tables for row in table.rows for cell in row)


def test_a_ward_is_named_and_one_there_is_not_is_refused():
    first, *_ = ward_names(asked().filters, Audience.OFFICER)
    assert first in page(Wanted(Show.WARD, ward=first)).title
    with pytest.raises(FrontdoorError, match=r"There is no ward called 'No Such Ward'"):
        page(Wanted(Show.WARD, ward="No Such Ward"))
    with pytest.raises(FrontdoorError, match=rf"say which ward this page is of.*{first}"):
        page(Wanted(Show.WARD))
