"""How the answers to one survey question fall, the best first, good and poor told apart by words as well as colour."""

import polars as pl

from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context
from frontdoor.answers.measure import provenance_line
from frontdoor.answers.satisfaction_questions import Scored
from frontdoor.answers.sentences import listed
from frontdoor.answers.shown_counts import shown_counts
from frontdoor.answers.wording import comparable
from frontdoor.errors import CannotTellError
from frontdoor.figure import Figure, Kind, Tone
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_value
from frontdoor.periods import Grain
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.scales import Scale, ScaleAnswer

OFF_THE_SCALE = "Not on the scale"
"""What is said of an answer nobody declared; its own words are never shown, for they may be anything."""

MOST_ANSWERS = 7  # bars; the 0 to 10 of recommending is drawn in its three groups
GROUPS = {Tone.GOOD: "9 or 10: would recommend us", Tone.MIDDLE: "7 or 8: neither", Tone.POOR: "0 to 6: would not"}
"""The groups of the net promoter score (DOMAIN.md section 2.8)."""


Bar = tuple[str, int | None, Tone]
"""What is drawn of an answer or a group of them: its words, how many gave it (None is hidden), and what it says of us."""


def answers_figure(chosen: Scored, filters: Filters, context: Context) -> Figure | None:
    """Return how many gave each answer of the scale, best first; None where too few answered to say."""
    scale = chosen.asked[0].scale if chosen.asked else chosen.question.scale
    counts = _counts(chosen, scale, filters, context)
    on_scale = [(answer, counts.get(answer.answer, 0)) for answer in scale.answers]
    total = sum(count or 0 for _, count in on_scale)
    if total < chosen.result.measure.minimum_denominator:
        return None
    bars = _bars(on_scale, scale)
    return Figure(
        key=f"{chosen.question.key}-answers",
        kind=Kind.BARS,
        frame=_frame(bars, total),
        unit=Unit.SHARE,
        better=Better.NEITHER,
        headline=_headline(bars, total, scale),
        subtitle=f"{filters.period.label}, % of {total:,} answers, the best answer first",
        sentence=f"{listed([f'“{label}” {_share(count, total)}' for label, count, _ in bars])}.{_left_out(counts, scale)}",
        definition="Every answer on the scale, as people gave it. Answers that are not on the scale are counted below and "
        "are in no score; people who left the question out are not in it.",
        table=_table(on_scale, counts, total),
        provenance=provenance_line(chosen.result),
    )


def _frame(bars: list[Bar], total: int) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "label": [label for label, _, _ in bars],
            "value": [None if count is None else count / total for _, count, _ in bars],
            "note": ["hidden: too few people" if count is None else f"({count:,} answers)" for _, count, _ in bars],
            "is_highlighted": [False] * len(bars),
            "tone": [str(tone) for _, _, tone in bars],
        },
        schema_overrides={"value": pl.Float64},
    )


def _headline(bars: list[Bar], total: int, scale: Scale) -> str:
    (best, most, _), (worst, fewest, _) = bars[0], bars[-1]
    if len(scale.answers) > MOST_ANSWERS:
        return f"{_share(most, total)} would recommend us, {_share(fewest, total)} would not"
    return f"{_share(most, total)} said “{best}”, {_share(fewest, total)} “{worst}”"


def _counts(chosen: Scored, scale: Scale, filters: Filters, context: Context) -> dict[str, int | None]:
    """Return how often each answer of the scale was given, and OFF_THE_SCALE, after disclosure control; null is hidden."""
    counted = comparable(chosen.promised, filters.period, context)
    try:
        scope = scope_of(chosen.promised, filters, counted, Grain.YEAR)
        frame = ask("answer_counts", chosen.promised, scope, context).frame
    except CannotTellError:
        return {}
    words = {written: answer.answer for answer in scale.answers for written in answer.written}
    named = frame.with_columns(answer=pl.col("answer").replace_strict(words, default=OFF_THE_SCALE))
    return dict(shown_counts(named, ("answer",), ["answers"], filters, context).rows())


def _bars(on_scale: list[tuple[ScaleAnswer, int | None]], scale: Scale) -> list[Bar]:
    """Return (label, answers, tone) as drawn; a long scale is drawn in its groups."""
    if len(on_scale) <= MOST_ANSWERS:
        return [(answer.answer, count, tone_of(answer, scale)) for answer, count in on_scale]
    return [
        (words, sum(count or 0 for answer, count in on_scale if tone_of(answer, scale) is tone), tone)
        for tone, words in GROUPS.items()
    ]


def tone_of(answer: ScaleAnswer, scale: Scale) -> Tone:
    """Return whether an answer is good, neither or poor: as its scale says, else by its points beside the scale's middle."""
    if answer.is_promoter or answer.is_detractor:
        return Tone.GOOD if answer.is_promoter else Tone.POOR
    if any(each.is_promoter for each in scale.answers):
        return Tone.MIDDLE
    points = [each.points for each in scale.answers]
    middle = (max(points) + min(points)) / 2
    if answer.points == middle:
        return Tone.MIDDLE
    return Tone.GOOD if answer.points > middle else Tone.POOR


def _share(count: int | None, total: int) -> str:
    return "a few" if count is None else format_value(count / total, Unit.SHARE)


def _left_out(counts: dict[str, int | None], scale: Scale) -> str:
    """Return how many answers are not on the scale, nothing where all are."""
    if OFF_THE_SCALE not in counts:
        return ""
    number = counts[OFF_THE_SCALE]
    said = "A few answers are" if number is None else "1 answer is" if number == 1 else f"{number:,} answers are"
    return f" {said} not on the scale from “{scale.answers[0].answer}” to “{scale.answers[-1].answer}” and left out."


def _table(on_scale: list[tuple[ScaleAnswer, int | None]], counts: dict[str, int | None], total: int) -> pl.DataFrame:
    rows = [(answer.answer, count, _share(count, total)) for answer, count in on_scale]
    rows += [(OFF_THE_SCALE, counts[OFF_THE_SCALE], "left out")] if OFF_THE_SCALE in counts else []
    return pl.DataFrame(
        rows, schema={"Answer": pl.String, "Answers": pl.Int64, "Of all on the scale": pl.String}, orient="row"
    )
