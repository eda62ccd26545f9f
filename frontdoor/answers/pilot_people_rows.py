"""Those who used a pilot as tables: beside others on the same days, or during against before, each with its range."""

from collections.abc import Sequence

from frontdoor.answers.pilot_effect_words import effect_words, level_words, ways_of
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_people_asked import REPEATED, Fared
from frontdoor.answers.pilot_people_levels import Change, Level, before_and_during, beside_others, change_of
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.sentences import listed
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import format_value
from frontdoor.measures.measure import Measure
from frontdoor.schema.units import Unit

SINCE = (
    "The change is the main analysis’s: against what the weeks before, and the comparison where there is one, lead to expect. Where weeks "
    "are too few for it, a share’s change is the plain difference of the two, allows for chance alone and is marked plain. Several figures are "
    "looked at here, so now and then one seems to change by chance: the plan’s own outcomes decide."
)
BESIDE = (
    "The added hours had no before, so users stand beside all others on the same days. People choose when to call, so a difference need "
    "not be the pilot’s doing."
)
ALL_DAY = (
    "These are not kept by time of day, so they are of everyone on those days, whether they used the pilot or not."
)
FIRST = "the rest were the first, where the customer is known"


def fared_tables(asked: Sequence[Fared], found: PilotFound) -> tuple[Table, ...]:
    """Return how those fared who used the pilot; what is known of whole days only stands apart."""
    sure = "95% range" if found.state is State.FINISHED else "99.7% range"
    is_finished = found.state is State.FINISHED
    beside = [each for each in asked if each.all_day is not None]
    own = [each for each in asked if each.series is not None and each.all_day is None and not each.is_widened]
    widened = [each for each in asked if each.is_widened]
    tables = [_beside_table(beside, sure, is_finished=is_finished)] if beside else []
    columns = ("Measure", "During", "Before", f"Change ({sure})")
    for title, rows, note in (
        ("How those who used it fared", own, SINCE),
        ("The whole of those days", widened, f"{ALL_DAY} {SINCE}"),
    ):
        if rows:
            made = tuple(_since(each.label, each.series, is_finished=is_finished) for each in rows if each.series)
            tables.append(Table(title, columns, made, f"{note}{_compared(rows)}"))
    return tuple(tables)


def _beside_table(asked: Sequence[Fared], sure: str, *, is_finished: bool) -> Table:
    columns = ("Measure", "Those who used it", "Others on the same days", f"Difference ({sure})")
    rows = tuple(row for each in asked if (row := _beside(each, is_finished=is_finished)) is not None)
    return Table("How those who used it fared", columns, rows, BESIDE)


def _beside(each: Fared, *, is_finished: bool) -> Row | None:
    found = beside_others(each, is_finished=is_finished)
    if found is None or each.series is None:
        return None
    measure = each.series.measure
    levels = (level_and_number(level, measure.unit) for level in (found.users, found.others))
    return Row((each.label, *levels, change_in_words(measure, found.difference)), detail=_detail(measure))


def _since(label: str, series: OutcomeSeries, *, is_finished: bool) -> Row:
    before, during = before_and_during(series)
    levels = (level_and_number(level, series.measure.unit) for level in (during, before))
    change = change_of(series, is_finished=is_finished)
    touched = [event.label for event in series.events if event.is_confounding]
    detail = "; ".join([_detail(series.measure), *(f"also: {label}" for label in dict.fromkeys(touched))])
    return Row((label, *levels, change_in_words(series.measure, change)), detail=detail)


def _detail(measure: Measure) -> str:
    return FIRST if measure.key in REPEATED else measure.label


def level_and_number(level: Level, unit: Unit) -> str:
    """Return '82% of 412', 'too few to say, of 12' below the measure's least, 'nobody' of none."""
    if level.value is None:
        return f"too few to say, of {level.number}" if level.number else "nobody"
    return f"{level_words(level.value, unit)} of {format_value(level.number, Unit.COUNT)}"


def change_in_words(measure: Measure, change: Change | None) -> str:
    """Return the change with its range, marked where it is plain; that none can be told."""
    if change is None:
        return "can’t tell"
    words = effect_words(change.effect, measure.unit, ways_of(measure))
    return f"{words}, plain" if change.is_plain else words


def _compared(asked: Sequence[Fared]) -> str:
    """Return what it is compared with, where anything is."""
    labels = list(dict.fromkeys(label for each in asked if each.series for label in each.series.labels))
    return (
        f" Compared with {listed(labels)}."
        if labels
        else " Nothing is compared with, so the time of year may have a part in it."
    )
