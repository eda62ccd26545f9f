"""The words of what is close or missed: without a dated action, without a word of why, and what owners say of the rest."""

from collections.abc import Sequence

from frontdoor.answers.action_heading import chance_words, state_words, value_in_words, year_words
from frontdoor.answers.action_missed import Short
from frontdoor.answers.action_words import measure_link
from frontdoor.answers.result_words import target_words, value_words
from frontdoor.answers.view_answer import Box, Line, Row, Table

LONGEST_SAID = 300  # characters; the whole stands on the measure's own page


def short_table(short: Sequence[Short]) -> Table:
    """Return the amber and red measures without a dated action: what they are now, and where the year is heading."""
    rows = tuple(_short_row(each) for each in short if not each.has_dated_action)
    head = f"By the end of {year_words(short[0].heading.year)}" if short else "By the end of the year"
    return Table(
        "Amber and red, without a dated action", ("Measure", "Now", "Target", head), rows, result_head="Status now"
    )


def _short_row(each: Short) -> Row:
    result, unit = each.result, each.result.measure.unit
    chance = chance_words(each.heading, result.measure.better)
    state = "" if each.heading.value is None else f"**{state_words(each.heading.state).capitalize()}:** "
    ahead = f"{state}{value_in_words(each.heading, unit)}{f'; {chance}' if chance else ''}"
    cells = (result.label, value_words(result), target_words(result), ahead)
    return Row(cells, standing=result.judgement.state, link=measure_link(result.label), detail=_owned(each))


def unsaid_box(short: Sequence[Short]) -> Box:
    """Return the measures that are missed while nobody has said why, each with its owner."""
    unsaid = [each for each in short if each.is_missed and not each.is_explained]
    lines = tuple(
        Line(
            f"{each.result.label}:", f"{value_words(each.result)}, {target_words(each.result)} promised. {_owned(each)}"
        )
        for each in unsaid
    )
    return Box("Missed, and nobody has said why", lines, tuple(measure_link(each.result.label) for each in unsaid))


def said_box(short: Sequence[Short]) -> Box:
    """Return what owners say of what is close or missed, and where the data say otherwise."""
    lines = [line for each in short if each.said for line in _said_lines(each)]
    return Box("What owners say of what is close or missed", tuple(lines))


def _said_lines(each: Short) -> tuple[Line, ...]:
    words = " ".join(each.said.words.split()) if each.said else ""
    shown = words if len(words) <= LONGEST_SAID else f"{words[:LONGEST_SAID].rsplit(' ', 1)[0]}…"
    doubted = (Line("The data say otherwise:", " ".join(each.doubts)),) if each.doubts else ()
    return (Line(f"{each.result.label}:", f"“{shown}”"), *doubted)


def _owned(each: Short) -> str:
    return f"Owner: {each.owner}." if each.owner else "Nobody is named as owner."
