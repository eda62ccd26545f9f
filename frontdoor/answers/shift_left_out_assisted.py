"""How many contacts kept to the adjustment asked for, and how many came by relay, in sign language or with an interpreter."""

from collections.abc import Collection, Iterator

import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask
from frontdoor.answers.context import bare
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.shift_left_out_groups import UNKNOWN
from frontdoor.answers.shift_left_out_stayed import FEWEST, Asking
from frontdoor.answers.shift_left_out_words import share_words
from frontdoor.answers.view_answer import Box, Line
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Grain, Period
from frontdoor.schema.records import ASSISTANCE
from frontdoor.statistics.intervals import wilson_interval
from frontdoor.warehouse.scope import Scope

TITLE = "Adjustments and assistance"
HONOURED, NOT_HONOURED = "honoured", "not_honoured"
CALLED = {
    "relay": "Relay",
    "british_sign_language": "British Sign Language",
    "interpreter": "Interpreter",
    "other": "Assisted otherwise",
}
TOO_FEW = "too few contacts to be shown."
NOT_ASKED = "Only adjustments on record as asked for are counted: who did not ask, or was not asked, is not known."


def told_of(asking: Asking) -> frozenset[str]:
    """Return which of adjustment and assistance are recorded in the later year and may be read."""
    return frozenset(
        name for name in ("adjustment", "assistance") if _contacts(name, asking.years[1], asking) is not None
    )


def assisted_box(told: Collection[str], asking: Asking) -> Box:
    """Return the lines on what is `told`, small counts hidden; no lines where neither is."""
    lines = [_adjustments(asking), Line("", NOT_ASKED)] if "adjustment" in told else []
    return Box(TITLE, (*lines, *(_assistance(asking) if "assistance" in told else ())))


def _contacts(attribute: str, year: Period, asking: Asking) -> pl.DataFrame | None:
    """Return contacts of the year by value and channel; None where not opted in, or nothing but unknown is recorded."""
    if attribute not in asking.context.council.opt_in:
        return None
    scope = Scope(year.first, year.last, Grain.YEAR, asking.filters.services, asking.filters.channels, attribute)
    try:
        asked = ask("contacts_online", bare(CATALOGUE["contacts"]), scope, asking.context, by_service=False)
    except CannotTellError:
        return None
    added = asked.frame.group_by("value", "channel").agg(pl.col("contacts").sum()).sort("value", "channel")
    return added if added.filter(pl.col("value") != UNKNOWN)["contacts"].sum() else None


def _adjustments(asking: Asking) -> Line:
    before, now = (_outcomes(year, asking) for year in asking.years)
    asked = None if now is None else now[0]
    if now is None or asked is None or asked < FEWEST:
        return Line("Adjustments:", TOO_FEW)
    words = f"asked for in {asked:,} contacts"
    if now[1] is None:
        return Line("Adjustments:", f"{words}; too few of one outcome to show how many were honoured.")
    was = ""
    if before is not None and before[0] is not None and before[0] >= FEWEST and before[1] is not None:
        was = f"; {share_words(before[1] / before[0])} a year before"
    return Line("Adjustments:", f"{words}, honoured in {now[1]:,} ({_share(now[1], asked)}{was}).")


def _share(part: int, whole: int) -> str:
    ends = wilson_interval(part, whole)
    assert ends is not None, "an interval is asked for only of contacts there are"
    return f"{share_words(part / whole)}, between {share_words(ends.lower)} and {share_words(ends.upper)}"


def _outcomes(year: Period, asking: Asking) -> tuple[int | None, int | None] | None:
    """Return contacts with an adjustment asked for, and those honoured, as they may be shown; None where not recorded."""
    found = _contacts("adjustment", year, asking)
    if found is None:
        return None
    one = _shown(found.group_by("value").agg(pl.col("contacts").sum()).sort("value"), asking)
    kept, broken = one.get(HONOURED, 0), one.get(NOT_HONOURED, 0)
    if kept is not None and broken is not None:
        return kept + broken, kept
    is_asked = pl.when(pl.col("value") == UNKNOWN).then(pl.lit(UNKNOWN)).otherwise(pl.lit("asked")).alias("value")
    both = _shown(found.group_by(is_asked).agg(pl.col("contacts").sum()).sort("value"), asking)
    return both.get("asked"), None


def _shown(counts: pl.DataFrame, asking: Asking) -> dict[str, int | None]:
    shown = control(counts, ["contacts"], asking.context.audience, is_small_area=True)
    return dict(shown.select("value", "contacts").iter_rows())


def _assistance(asking: Asking) -> Iterator[Line]:
    """Yield a line for each way of assisting in the later year, by channel."""
    found = _contacts("assistance", asking.years[1], asking)
    assert found is not None, "it is told only where it is recorded"
    shown = _cells(found, asking)
    for kind in ASSISTANCE:
        rows = shown.filter(pl.col("value") == kind).select("channel", "contacts").rows()
        if any(count is None or count > 0 for _, count in rows):
            yield Line(f"{CALLED[kind]}:", _by_channel(rows, asking))


def _cells(found: pl.DataFrame, asking: Asking) -> pl.DataFrame:
    """Return contacts by value and channel as they may be shown.

    Nobody is told the sums of a way of assisting or of a channel's assisted contacts, so the cells add up to one total only.
    """
    cells = found.select(pl.concat_str("value", "channel", separator="|").alias("cell"), "contacts")
    shown = control(cells, ["contacts"], asking.context.audience, is_small_area=True)
    return found.with_columns(shown["contacts"])


def _by_channel(rows: list[tuple[str, int | None]], asking: Asking) -> str:
    counts = [(channel, count) for channel, count in rows if count]
    hidden = sum(count is None for _, count in rows)
    if not counts:
        return TOO_FEW
    most_first = sorted(counts, key=lambda pair: -pair[1])
    said = listed([f"{count:,} by {_label(channel, asking)}" for channel, count in most_first])
    few = f"; too few to be shown in {count_noun(hidden, 'other channel')}" if hidden else ""
    return f"{said}{few}."


def _label(channel: str, asking: Asking) -> str:
    words = label_of(channel, "channel", asking.context)
    return f"{words[:1].lower()}{words[1:]}"
