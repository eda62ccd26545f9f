"""What changed: every outcome's effect, the times around an added hour, one outcome in full, and other ways only at the end."""

import pytest
from pilot_home import EIGHT_TO_NINE, NINE_TO_TEN, PILOT_FIRST, every_day, held, opened_early, outcome, plan, rows_of

from frontdoor.answers.context import Context
from frontdoor.answers.pilot_changed import LATER_TITLE, OUTCOME_KEY, changed_of
from frontdoor.answers.pilot_changed_effects import AROUND, EFFECTS
from frontdoor.answers.pilot_changed_rows import TITLE as HOLDS_UP
from frontdoor.answers.pilot_found import PilotFound
from frontdoor.answers.pilot_found_made import pilot_found
from frontdoor.answers.view_answer import Table, ViewAnswer
from frontdoor.statistics.pilot_reasons import Reason
from frontdoor.statistics.pilot_verdict import Verdict
from frontdoor.strategy.pilot_plan import Role, Where
from tests.unit.answers.demand_home import demand_context

ADDED = Where((1,), EIGHT_TO_NINE)
USED = outcome("used", Role.SECONDARY, label="Calls from 8am", where=ADDED, comparison=None, worthwhile=5.0)
DAY = outcome("day", Role.SECONDARY, label="Calls on Mondays", where=Where((1,)), worthwhile=None)
GUARD = outcome("other_days", Role.GUARD, label="Calls on other days", where=Where((2, 3, 4, 5)), comparison=None,
                worthwhile=None, margin=5.0)  # fmt: skip


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return demand_context(tmp_path_factory.mktemp("changed"), *rows_of(opened_early, every_day()))


@pytest.fixture(scope="module")
def found(context: Context) -> PilotFound:
    made = plan(outcome(label="Calls from 9am"), USED, DAY, GUARD, added=ADDED, moved_from=Where((1,), NINE_TO_TEN))
    return pilot_found(held(made), context)


@pytest.fixture(scope="module")
def answer(found: PilotFound, context: Context) -> ViewAnswer:
    return changed_of(found, context)


def tables(answer: ViewAnswer) -> dict[str, Table]:
    return {table.title: table for section in answer.sections for table in section.tables}


def figures(answer: ViewAnswer) -> list[str]:
    return [figure.key for section in answer.sections for figure in section.figures]


def cells(table: Table, start: str) -> tuple[str, ...]:
    return next(row.cells for row in table.rows if row.cells[0].startswith(start))


def around_truth(change: str, truth: float) -> bool:
    """Return whether '−4.1 (−7.8 to −2.2)' holds the truth."""
    low, high = (float(end.replace("−", "-")) for end in change.partition("(")[2].rstrip(")").split(" to "))
    return low <= truth <= high


def test_the_answer_names_the_main_outcome_and_what_became_of_it(found: PilotFound, answer: ViewAnswer) -> None:
    assert answer.answer.startswith("Calls from 9am: ")
    assert "fewer because of the pilot" in answer.answer
    assert found.primary.effect is not None
    assert answer.provenance is not None
    assert figures(answer)[0] == "pilot-nine"


def test_each_outcome_has_its_effect_with_a_range_and_per_cent(answer: ViewAnswer) -> None:
    """Three of each half-hour's calls from 9am come from 8am instead, so 6 fewer."""
    _, _, expected, seen, change, share = cells(tables(answer)[EFFECTS], "Calls from 9am")
    assert around_truth(change, -6)
    assert float(expected) - float(seen) == pytest.approx(-float(change.split()[0].replace("−", "-")), abs=0.6)
    assert share.startswith("−")
    assert share.endswith("%)")


def test_the_added_hour_is_counted_by_opening_beside_the_peak_the_day_and_the_week(answer: ViewAnswer) -> None:
    around = tables(answer)[AROUND]
    names = [row.cells[0] for row in around.rows]
    assert names == ["Mondays 8am to 9am", "Calls on Mondays", "Mondays 9am to 11am", "The whole week"]
    opening = around.rows[0]
    assert opening.cells[1] == "closed"
    assert opening.cells[4].startswith("10 (8.")
    assert "each time it was open" in opening.cells[4]
    assert opening.verdict is Verdict.MET  # at least 5 were wanted
    assert "not tested against 0" in around.note
    assert "Calls from 8am" not in [row.cells[0] for row in tables(answer)[EFFECTS].rows]


def test_the_peak_lost_six_and_the_day_gained_four(answer: ViewAnswer) -> None:
    around = tables(answer)[AROUND]
    assert around_truth(cells(around, "Mondays 9am to 11am")[4], -6)
    assert around_truth(cells(around, "Calls on Mondays")[4], 4)


def test_another_outcome_is_one_link_away_and_in_full_when_asked(
    found: PilotFound, context: Context, answer: ViewAnswer
) -> None:
    link = next(row.link for row in tables(answer)[EFFECTS].rows if row.cells[0] == "Calls on other days")
    assert link is not None
    assert (OUTCOME_KEY, "other_days") in link.query
    other = changed_of(found, context, "other_days")
    assert other.answer.startswith("Calls on other days: no clear change")
    assert figures(other)[0] == "pilot-other_days"
    assert set(figures(other)) == set(figures(answer))
    assert changed_of(found, context, "no such key").answer == answer.answer


def test_while_it_runs_other_ways_wait_for_the_end(context: Context) -> None:
    running = plan(last_day=context.as_at.replace(month=12))
    answer = changed_of(pilot_found(held(running), context), context)
    titles = [box.title for section in answer.sections for box in section.boxes]
    assert LATER_TITLE in titles
    assert HOLDS_UP not in tables(answer)
    assert "99.7%" in tables(answer)[EFFECTS].columns[4]


def test_before_it_starts_there_is_only_what_was(context: Context) -> None:
    later = plan(first_day=context.as_at.replace(month=9), last_day=context.as_at.replace(month=11))
    answer = changed_of(pilot_found(held(later), context), context)
    assert answer.answer.startswith("Nothing yet: it starts on ")
    assert not tables(answer)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"last_day": PILOT_FIRST.replace(day=15)}, Reason.SHORT_PILOT.value),
        ({"where": Where((1,), EIGHT_TO_NINE, channels=("chat",))}, ""),
    ],
)
def test_a_refusal_is_said_and_never_a_nan(context: Context, given: dict[str, object], reason: str) -> None:
    answer = changed_of(pilot_found(held(plan(**given)), context), context)
    told = str([answer.answer, answer.lead, *answer.sections])
    assert reason in told
    assert "nan" not in told.replace("nance", "").lower()


def test_an_outcome_that_cannot_be_asked_has_its_reason(context: Context) -> None:
    nobody = outcome(label="Chats", where=Where((1,), NINE_TO_TEN, channels=("chat",)), comparison=None)
    answer = changed_of(pilot_found(held(plan(nobody)), context), context)
    assert answer.answer == "Chats: nobody can tell what changed."
    assert answer.lead == "Nothing is recorded of what this outcome counts."
