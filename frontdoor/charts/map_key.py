"""The keys of the maps, of loads and of forecasts: only of marks that are there."""

from collections.abc import Iterator

import polars as pl

from frontdoor.charts.cell_words import NO_FIGURE_KEY, cell_numbers
from frontdoor.charts.drawable import drawable
from frontdoor.charts.key_entry import KeyEntry, KeyMark
from frontdoor.charts.week_cells import coloured
from frontdoor.charts.week_grid import open_words
from frontdoor.charts.year_days import DIGITS, with_closed
from frontdoor.figure import DayKind, Figure, Tone
from frontdoor.schema.units import Better

RAMP_WORDS = ("Fewer", "More")
SIGNED_WORDS = {
    Better.HIGHER: ("Worse (−)", "Better (+)", ""),
    Better.LOWER: ("Better (−)", "Worse (+)", ""),
    Better.NEITHER: ("Less (−)", "More (+)", ""),
}
SIGNED_MARKS = {
    Better.HIGHER: (KeyMark.CELL_WORSE, KeyMark.CELL_BETTER),
    Better.LOWER: (KeyMark.CELL_BETTER, KeyMark.CELL_WORSE),
    Better.NEITHER: (KeyMark.CELL_LESS, KeyMark.CELL_MORE),
}
DAY_ENTRIES = (
    (DayKind.CLOSED, KeyMark.CLOSED, "Closed"),
    (DayKind.BANK_HOLIDAY, KeyMark.BANK_HOLIDAY, "Bank holiday"),
    (DayKind.CLOCK_CHANGE, KeyMark.CLOCK_CHANGE, "Clock change"),
    (DayKind.EVENT, KeyMark.EVENT_DAY, "Event"),
)
WARD_DOUBTFUL = "Also where no address was given"
LOAD_WORDS = ("As it was", "What is usual")


def week_map_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the ramp, what its numbers are, the opening hours and what is closed."""
    return (
        _ramp(figure),
        *_numbers(figure),
        *_opening(figure),
        *_unknown(figure.frame.filter(pl.col("is_open").fill_null(value=True))),
    )


def signed_map_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the two colours that are there, no change where it is named, and the rest as for any week."""
    minus, plus, level = figure.key_words or SIGNED_WORDS[figure.better]
    told = figure.frame.filter(coloured(figure.frame))
    marked = told.filter("is_marked")["value"].drop_nulls()
    less, more = SIGNED_MARKS[figure.better]
    found = [(marked.lt(0).any(), less, minus), (marked.gt(0).any(), more, plus), (bool(level), KeyMark.WORDS, level)]
    unmarked = told.filter(~pl.col("is_marked"))["value"].drop_nulls()
    found.append((not unmarked.is_empty(), KeyMark.UNMARKED, "No colour: no real difference"))
    colours = tuple(KeyEntry(mark, words) for is_there, mark, words in found if is_there)
    return (
        *colours,
        *_numbers(figure),
        *_opening(figure),
        *_unknown(figure.frame.filter(pl.col("is_open").fill_null(value=True))),
    )


def year_map_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the ramp and the kinds of days that are there."""
    kinds = set(figure.frame["kind"].to_list())
    days = (KeyEntry(mark, words) for kind, mark, words in DAY_ENTRIES if kind in kinds)
    return (_ramp(figure), *days, *_unknown(with_closed(drawable(figure.frame)).filter(~pl.col("is_closed"))))


def year_numbers_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return what the numbers are that a year has only on a phone."""
    return tuple(_numbers(figure, DIGITS))


def ward_map_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the ramp, what its numbers are, and the hatching of wards whose figure says little of who lives there."""
    has_figures = drawable(figure.frame)["value"].is_not_null().any()
    doubtful = (KeyEntry(KeyMark.CLOSED, WARD_DOUBTFUL),) if figure.frame["is_doubtful"].any() else ()
    return (*((_ramp(figure), *_numbers(figure)) if has_figures else ()), *doubtful, *_unknown(figure.frame))


def load_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the circles, the curve and the shade; the lines have their words beside them."""
    parts = set(figure.frame["part"].to_list())
    circles, curve = figure.key_words or LOAD_WORDS
    is_shaded = any(level.low is not None and level.tone is not Tone.POOR for level in figure.levels)
    found = (
        ("figure" in parts, KeyMark.CIRCLE, circles),
        ("curve" in parts, KeyMark.CURVE, curve),
        (is_shaded, KeyMark.SHADE, "Where the limit may lie (95%)"),
    )
    return tuple(KeyEntry(mark, words) for is_there, mark, words in found if is_there)


def forecast_key(figure: Figure) -> tuple[KeyEntry, ...]:
    """Return the two lines and the two bands."""
    found = (
        ("seen", KeyMark.SEEN, "Seen"),
        ("expected", KeyMark.EXPECTED, "Expected"),
        ("low_80", KeyMark.BAND_80, "80% range"),
        ("low_95", KeyMark.BAND_95, "95% range"),
    )
    return tuple(KeyEntry(mark, words) for column, mark, words in found if figure.frame[column].is_not_null().any())


def _ramp(figure: Figure) -> KeyEntry:
    least, most = figure.key_words or RAMP_WORDS
    return KeyEntry(KeyMark.RAMP, f"{least} to {most[:1].lower()}{most[1:]}")


def _numbers(figure: Figure, digits: int = 3) -> Iterator[KeyEntry]:
    words = cell_numbers(drawable(figure.frame)["value"].drop_nulls().to_list(), figure.unit, digits).key_words
    if words:
        yield KeyEntry(KeyMark.WORDS, words)


def _opening(figure: Figure) -> Iterator[KeyEntry]:
    words = open_words(figure.frame)
    if words:
        yield KeyEntry(KeyMark.OPENING, words)
    if not figure.frame["is_open"].all():
        yield KeyEntry(KeyMark.CLOSED, "Closed")


def _unknown(open_cells: pl.DataFrame) -> Iterator[KeyEntry]:
    if drawable(open_cells)["value"].is_null().any():
        yield KeyEntry(KeyMark.WORDS, NO_FIGURE_KEY)
