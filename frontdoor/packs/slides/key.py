"""The key of a chart on a slide: each mark as a sign that looks like it, with its words; only of marks that are there."""

from frontdoor.charts.key import KeyEntry, KeyMark, chart_key
from frontdoor.charts.theme import Theme
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_value
from frontdoor.packs.slides.events import event_list
from frontdoor.packs.slides.text import SMALL, Run

SIGN = 16  # points
MOST_LISTED = 4  # events said below a chart; more are left to the notes
BETWEEN = "     "  # two entries
SIGNS = {
    KeyMark.MEASURED: ("●", "measured"),
    KeyMark.WORSE: ("■", "missed"),
    KeyMark.BETTER: ("◆", "met"),
    KeyMark.TARGET: ("╍╍", "target"),
    KeyMark.USUAL_RANGE: ("═", "edge"),
    KeyMark.UNFINISHED: ("●", "ramp_less"),
    KeyMark.IN_TIME: ("■", "measured"),
    KeyMark.LATE: ("▨", "missed"),
    KeyMark.STILL_OPEN: ("□", "missed"),
    KeyMark.SCORE: ("■", "measured"),
    KeyMark.INTERVAL: ("├─┤", "close_mark"),
    KeyMark.CLOSED: ("▨", "ink_second"),
    KeyMark.CELL_WORSE: ("■", "cell_worse"),
    KeyMark.CELL_BETTER: ("■", "cell_better"),
    KeyMark.CELL_LESS: ("■", "cell_less"),
    KeyMark.CELL_MORE: ("■", "ramp_more"),
    KeyMark.UNMARKED: ("□", "ink_second"),
    KeyMark.BANK_HOLIDAY: ("◆", "ink"),
    KeyMark.CLOCK_CHANGE: ("○", "ink"),
    KeyMark.EVENT_DAY: ("▲", "ink"),
    KeyMark.CIRCLE: ("●", "ramp_more"),
    KeyMark.CURVE: ("━", "measured"),
    KeyMark.SEEN: ("●", "measured"),
    KeyMark.EXPECTED: ("◆", "met"),
    KeyMark.BAND_80: ("■", "expected_80"),
    KeyMark.BAND_95: ("■", "expected_95"),
    KeyMark.STEP: ("■", "measured"),
    KeyMark.ADDED: ("■", "met"),
    KeyMark.WHISKER: ("├─┤", "ink"),
    KeyMark.WORDS: ("", "ink"),
}
"""Each mark as a sign and the name of its colour; a mark that has none is not drawn on slides."""
RAMP = ("ramp_less", "ramp_more", "ramp_most")


def key_runs(figure: Figure, theme: Theme) -> list[list[Run]]:
    """Return the lines of the key, nothing where all is labelled directly."""
    runs: list[Run] = []
    for entry in _entries(figure):
        runs += [*([Run(BETWEEN, SMALL)] if runs else []), *_entry(entry, theme)]
    for words in _more(figure):
        runs += [*([Run(BETWEEN, SMALL)] if runs else []), Run(words, SMALL, colour=theme.ink)]
    lines = [runs] if runs else []
    listed = event_list(figure)
    if listed:
        last = listed[-1].partition(":")[0]
        said = (
            "; ".join(listed)
            if len(listed) <= MOST_LISTED
            else f"Events a to {last} are listed in the notes of this slide."
        )
        lines.append([Run(said, SMALL, colour=theme.ink)])
    return lines


def _entries(figure: Figure) -> list[KeyEntry]:
    known = {*SIGNS, KeyMark.RAMP}
    return [entry for entry in chart_key(figure) if entry.mark in known]


def _entry(entry: KeyEntry, theme: Theme) -> list[Run]:
    words = Run(f" {entry.words}", SMALL, colour=theme.ink)
    if entry.mark is KeyMark.RAMP:
        return [*(Run("■", SIGN, colour=getattr(theme, name)) for name in RAMP), words]
    sign, colour = SIGNS[entry.mark]
    return [*([Run(sign, SIGN, colour=getattr(theme, colour))] if sign else []), words]


def _more(figure: Figure) -> list[str]:
    """Return what the page draws as a line and a slide says in words."""
    target = figure.targets[-1] if figure.targets else None
    if target is None or target.value is None:
        return []
    if figure.kind in {Kind.BARS, Kind.INTERVALS}:
        return [f"Dashed frame: {target.label or f'target {format_value(target.value, figure.unit)}'}"]
    if figure.kind in {Kind.COLUMNS, Kind.DISTRIBUTION}:
        return [target.label or f"Target {format_value(target.value, figure.unit)}"]
    return []
