"""A council file holds a pilot's whole plan, and every mistake in it is one error that says where it is and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest
from invented_pilots import PLAN, QUESTION, TABLE

from frontdoor.errors import StrategyError
from frontdoor.strategy.council import Council
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.strategy.reading import read_council, read_strategy

EVENT = '[[event]]\non = 2025-03-10\nlabel = "Bills sent"\nservices = ["waste"]\n'
SERVICE_COMPARED = 'comparison = { by = "service", units = ["waste"] }'


def read(path: Path) -> Council:
    return read_council(path, path.parents[1] / "strategies")


@pytest.fixture
def plans(council_file):
    """Return a function that puts the plan into the small council's file, with some words replaced, and reads it."""

    def written(*changes: tuple[str, str]) -> tuple[PilotPlan, ...]:
        table = TABLE
        for old, new in changes:
            assert old in table, f"the plan does not hold {old!r}"
            table = table.replace(old, new, 1)
        return read(council_file((EVENT, EVENT + QUESTION + table))).plans

    return written


def test_a_whole_plan_is_read(plans):
    assert plans() == (PLAN,)


def test_what_may_be_left_out_is_as_usual(plans):
    short = TABLE[TABLE.index("approved_by") : TABLE.index("[pilot.where]")]
    cost = TABLE[TABLE.index("[pilot.added]") : TABLE.index("[[pilot.outcome]]")]
    (plan,) = plans((short, ""), (cost, ""))
    assert (plan.cost, plan.added, plan.moved_from, plan.settling_weeks) == (None, None, None, 0)
    assert (plan.approved_by, plan.approved_date, plan.rule.if_cannot_tell) == ("", None, "run on")


MISTAKES = {
    "ends before it starts": (
        [("last_day = 2027-02-28", "last_day = 2026-12-06")],
        ["pilot.monday_opening.last_day = 2026-12-06", "ends before it starts on 2026-12-07"],
    ),
    "of zero length": (
        [("last_day = 2027-02-28", "last_day = 2026-12-07")],
        ["last_day", "would last a single day", "seven days at least"],
    ),
    "a few days": ([("last_day = 2027-02-28", "last_day = 2026-12-12")], ["last_day", "would last 6 days"]),
    "settles in for ever": ([("settling_weeks = 1", "settling_weeks = 12")], ["settling_weeks = 12", "from 0 to 11"]),
    "no outcome": ([(TABLE[TABLE.index("[[pilot.outcome]]") :], "")], ["pilot.monday_opening.outcome", "at least one"]),
    "no primary": (
        [('role = "primary"', 'role = "secondary"')],
        ["pilot.monday_opening.outcome", "one outcome decides"],
    ),
    "two primaries": (
        [('role = "secondary"', 'role = "primary"')],
        ["only one outcome decides", "peak and satisfied are primary"],
    ),
    "a role nobody has": ([('role = "guard"', 'role = "gaurd"')], ["outcome.answered.role", "Did you mean guard?"]),
    "nothing worth having": (
        [("worthwhile = -15\n", "")],
        ["outcome.peak.worthwhile", "smallest change worth having"],
    ),
    "worthwhile 0": ([("worthwhile = -15", "worthwhile = 0")], ["outcome.peak.worthwhile = 0", "no change"]),
    "worthwhile the wrong way": (
        [("worthwhile = 0.035", "worthwhile = -0.035")],
        ["outcome.satisfied.worthwhile = -0.035", "better higher", "write 0.035"],
    ),
    "worthwhile no number": (
        [("worthwhile = -15", 'worthwhile = "15"')],
        ["outcome.peak.worthwhile", "write a number"],
    ),
    "a guard without margin": ([("margin = 0.02\n", "")], ["outcome.answered.margin", "how much worse is still borne"]),
    "a margin below 0": ([("margin = 0.02", "margin = -0.02")], ["outcome.answered.margin", "above 0"]),
    "a guard with a wish": ([("margin = 0.02", "worthwhile = 0.02")], ["outcome.answered.worthwhile", "has a margin"]),
    "a margin of the primary": ([("worthwhile = -15", "margin = 15")], ["outcome.peak.margin", "only a guard"]),
    "a guard that can get no worse": (
        [('measure = "service_level"', 'measure = "contacts"'), ("parameters.within_seconds = 60\n", "")],
        ["outcome.answered.measure", "neither better nor worse"],
    ),
    "an unknown measure": (
        [('measure = "calls_offered"', 'measure = "calls_ofered"')],
        ["outcome.peak.measure = 'calls_ofered'", "Did you mean calls_offered?"],
    ),
    "a figure by the month": (
        [('measure = "share_satisfied"', 'measure = "reported_figure"')],
        ["outcome.satisfied.measure", "judged by the week"],
    ),
    "an unknown service": (
        [('where = { channels = ["phone"] }', 'where = { services = ["wast"] }')],
        ["outcome.answered.where.services", "no service is called wast. Did you mean waste?"],
    ),
    "an unknown service of the pilot": (
        [('channels = ["phone", "visit"]', 'services = ["wast"]')],
        ["pilot.monday_opening.where.services", "Did you mean waste?"],
    ),
    "an unknown channel": (
        [('channels = ["phone", "visit"]', 'channels = ["telephone"]')],
        ["pilot.monday_opening.where.channels", "no channel is called telephone"],
    ),
    "an unknown weekday": (
        [('weekdays = ["monday"]', 'weekdays = ["Monday"]')],
        ["pilot.monday_opening.where.weekdays", "Did you mean monday?"],
    ),
    "a weekday twice": (
        [('weekdays = ["monday"]', 'weekdays = ["monday", "monday"]')],
        ["where.weekdays", "named twice"],
    ),
    "hours off the half-hour": ([("from = 08:00:00", "from = 08:15:00")], ["where.from = 08:15:00", ":00 or :30"]),
    "hours that end first": ([("before = 09:00:00", "before = 07:00:00")], ["where.before", "must be after"]),
    "half of the hours": ([("before = 09:00:00\n", "")], ["where.before", "missing"]),
    "hours of what has none": (
        [('question = "overall"\n', 'question = "overall"\nwhere = { from = 09:00:00, before = 11:00:00 }\n')],
        ["outcome.satisfied.where.from", "share_satisfied is not known by time of day"],
    ),
    "hours of a ward": (
        [("before = 11:00:00, channels", 'before = 11:00:00, wards = ["Castle"], channels')],
        ["outcome.peak.where.wards", "not known by ward"],
    ),
    "compared with itself": (
        [('units = ["tuesday", "wednesday"]', 'units = ["tuesday", "monday"]')],
        ["outcome.peak.comparison.units", "monday: this is part of the outcome itself"],
    ),
    "compared with a part of everything": (
        [('comparison = { by = "weekday", units = ["tuesday", "wednesday"], is_parallel = true }', SERVICE_COMPARED)],
        ["outcome.peak.comparison.units", "waste: this is part of the outcome itself", "services"],
    ),
    "compared with what the pilot changes": (
        [('by = "weekday", units = ["tuesday", "wednesday"]', 'by = "hours", units = ["08:30-09:00"]')],
        ["outcome.peak.comparison.units", "08:30-09:00: the pilot changes this too"],
    ),
    "compared with overlapping hours": (
        [('by = "weekday", units = ["tuesday", "wednesday"]', 'by = "hours", units = ["10:00-12:00"]')],
        ["outcome.peak.comparison.units", "10:00-12:00: this is part of the outcome itself"],
    ),
    "compared with no hours": (
        [('by = "weekday", units = ["tuesday", "wednesday"]', 'by = "hours", units = ["2pm to 4pm"]')],
        ["outcome.peak.comparison.units", '"13:00-15:00"'],
    ),
    "compared with nothing": (
        [('units = ["tuesday", "wednesday"]', "units = []")],
        ["outcome.peak.comparison.units", "name at least one"],
    ),
    "compared with an unknown day": (
        [('units = ["tuesday", "wednesday"]', 'units = ["tusday"]')],
        ["outcome.peak.comparison.units", "Did you mean tuesday?"],
    ),
    "a threshold too few": (
        [("parameters.within_seconds = 60\n", "")],
        ["outcome.answered.parameters.within_seconds", "cannot be counted without"],
    ),
    "a threshold too many": (
        [("worthwhile = -15", "worthwhile = -15\nparameters.within_seconds = 60")],
        ["outcome.peak.parameters.within_seconds", "has no use for this"],
    ),
    "a threshold in another unit": (
        [("within_seconds = 60", "within_seconds = 0")],
        ["outcome.answered.parameters.within_seconds", "goes from 1"],
    ),
    "an unknown question": (
        [('question = "overall"', 'question = "overal"')],
        ["outcome.satisfied.question", "Did you mean overall?"],
    ),
    "a question nobody asks": (
        [("worthwhile = -15", 'worthwhile = -15\nquestion = "overall"')],
        ["outcome.peak.question", "asks nobody a question"],
    ),
    "an added hour without hours": (
        [
            (
                '[pilot.added]\nweekdays = ["monday"]\nfrom = 08:00:00\nbefore = 09:00:00',
                '[pilot.added]\nweekdays = ["monday"]',
            )
        ],
        ["pilot.monday_opening.added.from", "give the hours"],
    ),
    "moved from the added hour itself": (
        [("from = 09:00:00\nbefore = 13:00:00", "from = 08:30:00\nbefore = 13:00:00")],
        ["pilot.monday_opening.moved_from", "the added hours themselves"],
    ),
    "moved into nothing": (
        [('[pilot.added]\nweekdays = ["monday"]\nfrom = 08:00:00\nbefore = 09:00:00', "")],
        ["pilot.monday_opening.moved_from", "give `added`"],
    ),
    "cost out of order": (
        [("low_pence = 20000", "low_pence = 22000")],
        ["pilot.monday_opening.cost.week_pence", "between low_pence 22000"],
    ),
    "cost below 0": (
        [("once_pence = 50000", "once_pence = -1")],
        ["pilot.monday_opening.cost.once_pence", "not below 0"],
    ),
    "cost from nowhere": ([('source = "Report to Cabinet"\n', "")], ["pilot.monday_opening.cost.source", "comes from"]),
    "a rule nobody has": ([('"extend"', '"go on"')], ["pilot.monday_opening.rule.if_cannot_tell", "Choose from"]),
    "an unknown key": ([("aim = ", "goal = ")], ["pilot.monday_opening.goal", "no such key"]),
    "a length beside its days": (
        [("settling_weeks", "weeks = 12\nsettling_weeks")],
        ["pilot.monday_opening.weeks", "no such key"],
    ),
    "a title twice": (
        [("[[pilot]]", TABLE.replace('key = "monday_opening"', 'key = "other"') + "\n[[pilot]]")],
        ["pilot.monday_opening.title", "another pilot has this title"],
    ),
    "no reason": (
        [('why = "Monday is the busiest morning of the week."\n', "")],
        ["pilot.monday_opening.why", "missing"],
    ),
}


@pytest.mark.parametrize(("changes", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_its_place_and_the_way_out(plans, changes, said):
    with pytest.raises(StrategyError) as error:
        plans(*changes)
    message = str(error.value)
    assert message.startswith("council.toml: pilot.")
    for words in said:
        assert words in message


def test_one_comparison_is_allowed(plans):
    (plan,) = plans(('units = ["tuesday", "wednesday"]', 'units = ["tuesday"]'))
    assert plan.primary.comparison is not None
    assert plan.primary.comparison.units == ("tuesday",)


def test_hours_may_end_the_day_at_midnight(plans):
    (plan,) = plans(("before = 13:00:00", "before = 00:00:00"))
    assert plan.moved_from is not None
    assert plan.moved_from.window is not None
    assert plan.moved_from.window.before_half_hour == 48


def test_a_promised_measure_brings_its_own_threshold(plans):
    (plan,) = plans(('measure = "service_level"', 'measure = "calls"'), ("parameters.within_seconds = 60\n", ""))
    assert plan.guards[0].measure == "calls"


def test_a_strategy_announces_one_pilot_and_plans_another(strategy_file):
    announced = '[[pilot]]\nkey = "housing"\ntitle = "Housing"\nwhat = "Pilots"\nsource = "Draft"\n\n[[partner]]'
    plan = TABLE.replace('question = "overall"\n', "")
    strategy = read_strategy(strategy_file(("[[partner]]", announced), ("[[promise]]", plan + "\n[[promise]]")))
    assert [pilot.key for pilot in strategy.pilots] == ["housing"]
    assert [pilot.key for pilot in strategy.plans] == ["monday_opening"]


def test_a_council_plans_what_its_strategy_announced_in_the_strategys_words(council_file, strategy_file):
    announced = '[[pilot]]\nkey = "monday_opening"\ntitle = "Mondays"\nwhat = "An hour"\nweeks = 12\nsource = "Cabinet"\n\n[[partner]]'
    own = TABLE.replace('title = "Open from 8am on Mondays"\n', "")
    path = council_file((EVENT, EVENT + QUESTION + own))
    strategy_file(("[[partner]]", announced))
    assert read(path).plans == (replace(PLAN, title="Mondays"),)


def test_a_council_replaces_its_strategys_plan_by_key_and_takes_no_title_of_it(council_file, strategy_file):
    own = TABLE.replace("2027-02-28", "2027-03-28")
    published = TABLE.replace('question = "overall"\n', "") + "\n[[promise]]"
    path = council_file((EVENT, EVENT + QUESTION + own))
    strategy_file(("[[promise]]", published))
    assert [plan.last_day.isoformat() for plan in read(path).plans] == ["2027-03-28"]
    path = council_file((EVENT, EVENT + QUESTION + own.replace('key = "monday_opening"', 'key = "other"')))
    strategy_file(("[[promise]]", published))
    with pytest.raises(StrategyError, match=r"pilot.other.title.*another pilot has this title"):
        read(path)
