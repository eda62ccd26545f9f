"""What is said of those who used a pilot: how they fared, who they were, and what nobody recorded."""

from collections.abc import Sequence

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.peaks_times import WEEKDAYS, span_words
from frontdoor.answers.pilot_effect_words import change_words, ways_of
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_people_asked import Fared
from frontdoor.answers.pilot_people_groups import Share, Shares
from frontdoor.answers.pilot_people_levels import beside_others, change_of
from frontdoor.answers.sentences import listed
from frontdoor.answers.shift_left_out_words import NAMES, share_words
from frontdoor.answers.view_answer import Box, Line, Row, Table
from frontdoor.measures.formatting import MINUS, NOTHING, format_value
from frontdoor.schema.units import Better, Unit
from frontdoor.statistics.count_per_opening import CountPerOpening
from frontdoor.strategy.pilot_plan import Where

MOST_GROUPS = 6
BUT = ", but something else happened too"
GROUPS_NOTE = (
    "Of contacts whose group is known, the same months of two years, each group alone and never crossed; counts of 1 to 4 are hidden. "
    "The range allows for chance in who called, not for what else changed in a year, so read it as a hint and ask people."
)
NEVER_WAITS = "Waits are never cut by ward or group: whoever gave up left no address, so the figure would flatter."
COLLECT = (
    Line(
        "Time of day of a survey answer:",
        "send the survey with the contact’s own reference or time, so that users can be told from others.",
    ),
    Line(
        "First-time contacts:",
        "ask “is this the first time you contact us about this?”, or keep a customer reference on every contact.",
    ),
    Line(
        "Ward and access need:",
        "a short card or two questions at the end of a call during the pilot, for a sample, and thrown away after it.",
    ),
)


def answer_words(asked: Sequence[Fared], found: PilotFound) -> str:
    """Return the answer: the first clear change for those who used it, or that nothing clearly changed."""
    if found.state is State.BEFORE:
        return "Nobody has used it yet."
    if all(each.series is None for each in asked):
        return "We can’t say how those who used it fared."
    clear = _clear(asked, found)
    if clear:
        label, words, than, good = clear[0]
        return f"{label} was {words} for those who used it{than}{good}."
    if all(each.series is None or each.is_widened for each in asked):
        return "We can’t tell those who used it from others."
    return "Nothing clearly changed for those who used it."


def lead_words(asked: Sequence[Fared], found: PilotFound) -> str:
    """Return how many used it, every other clear change, and what is not recorded."""
    said = [used_words(found)] if used_words(found) else []
    said += [f"{label} was {words}{than}{good}." for label, words, than, good in _clear(asked, found)[1:]]
    missing = [f"{each.label[:1].lower()}{each.label[1:]}" for each in asked if each.series is None]
    if missing and found.state is not State.BEFORE:
        said.append(f"Not recorded where it ran: {listed(missing)}.")
    return " ".join(said)


def _clear(asked: Sequence[Fared], found: PilotFound) -> list[tuple[str, str, str, str]]:
    """Return each clear change of those who used it: its label, the change, than whom, and whether it is better or worse."""
    is_finished = found.state is State.FINISHED
    told = []
    for each in asked:
        if each.series is None or each.is_widened:
            continue
        beside = beside_others(each, is_finished=is_finished)
        change = beside.difference if beside else change_of(each.series, is_finished=is_finished)
        if change is not None and change.is_clear:
            measure = each.series.measure
            than = " than for others" if beside else ""
            words = change_words(change.effect.value, measure.unit, ways_of(measure))
            is_doubtful = each.series.is_confounded and not beside
            good = BUT if is_doubtful else _good(change.effect.value, measure.better)
            told.append((each.label, words, than, good))
    return told


def _good(change: float, better: Better) -> str:
    if better is Better.NEITHER:
        return ""
    return ", which is better" if (change > 0) == (better is Better.HIGHER) else ", which is worse"


def used_words(found: PilotFound) -> str:
    """Return how many came each time the added hours were open; '' where no hour was added."""
    if not isinstance(found.opening, CountPerOpening):
        return ""
    low, high = (format_value(end, Unit.COUNT) for end in found.opening.interval)
    mean = format_value(found.opening.mean, Unit.COUNT)
    return f"{mean} contacts each time it was open ({low} to {high}), {found.opening.contacts:,} in {found.opening.openings} openings."


def where_words(where: Where, context: Context) -> str:
    """Return where the pilot ran: 'Mondays, 8am to 9am, Phone'."""
    days = [f"{WEEKDAYS[day - 1]}s" for day in where.weekdays]
    hours = [span_words(where.window.from_half_hour, where.window.before_half_hour)] if where.window else []
    services = [label_of(key, "service", context) for key in where.services]
    channels = [label_of(key, "channel", context) for key in where.channels]
    parts = [listed(days), *hours, listed(services), listed(channels), listed(list(where.wards))]
    return ", ".join(part for part in parts if part) or "everywhere"


def groups_table(shares: Shares) -> Table:
    """Return the largest groups of one attribute, their share of contacts during and a year before."""
    shown = [each for each in shares.groups if each.during is not None]
    rows = tuple(_row(each, shares.attribute) for each in shown[:MOST_GROUPS])
    hidden = len(shares.groups) - len(shown)
    more = f" The {MOST_GROUPS} largest of {len(shown)} are shown." if len(shown) > MOST_GROUPS else ""
    few = f" {hidden} more have too few contacts to be shown." if hidden else ""
    unknown = f" For {share_words(shares.unknown)} of contacts it is not known." if shares.unknown else ""
    columns = ("Group", "During", "A year before", "Change in points (95% range)")
    return Table(f"By {NAMES[shares.attribute]}", columns, rows, f"{GROUPS_NOTE}{more}{few}{unknown}")


def _row(each: Share, attribute: str) -> Row:
    words = each.value.replace("_", " ")
    label = words if attribute == "age_band" else f"{words[:1].upper()}{words[1:]}"
    return Row(
        (
            label,
            share_words(each.during),
            share_words(each.before) if each.before is not None else NOTHING,
            _points(each),
        )
    )


def _points(each: Share) -> str:
    if each.change is None:
        return NOTHING
    middle, low, high = (_signed(end * 100) for end in each.change)
    return f"{middle} ({low} to {high})"


def _signed(points: float) -> str:
    """Return '+1.2' or '−0.3', and 0.0 without a sign."""
    said = f"{points:+.1f}".replace("-", MINUS)
    return "0.0" if said[1:] == "0.0" else said


def unknown_box(asked: Sequence[Fared], reason: str) -> Box:
    """Return what nobody recorded, and what to collect so that the next pilot can say it."""
    missing = [Line(f"{each.label}:", each.reason) for each in asked if each.series is None and each.reason]
    why = [Line("Who they were:", reason)] if reason else []
    return Box(
        "What is not known, and what to collect", (*missing, *why, *COLLECT, Line("", NEVER_WAITS)), is_quiet=True
    )
