"""The annual update on what people say: complaints with each stage's clock, and satisfaction question by question."""

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.complaints import complaints
from frontdoor.answers.feedback_answer import ComplaintsAnswer, SatisfactionAnswer, StageLine
from frontdoor.answers.result_words import interval_words, sums_words, target_words, value_words
from frontdoor.answers.satisfaction import satisfaction
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence, Source
from frontdoor.answers.update_sources import Drafting, figures_source, measure_source
from frontdoor.measures.formatting import NOTHING, format_value

STAGES = ("Step", "Promise", "Answered in time", "Counted", "Year before", "Target")
SCORES = ("Question", "What is measured", "Score", "95% sure", "Counted", "Target")
STATED = ("Who states it", "What", "For", "When", "Value")


def complaints_part(drafting: Drafting) -> Part:
    """Return the section on complaints, or why there is nothing to say."""
    answer = complaints(drafting.filters, Audience.COMMITTEE)
    link = drafting.page("Complaints", "complaints")
    volume = answer.volume
    definition = volume.measure.definition if volume else "Complaints and how they were answered."
    whole = figures_source(
        "complaints", "Complaints", definition, provenance=answer.provenance, drafting=drafting, link=link
    )
    sentences = _said(answer.answer, "" if answer.nothing else answer.lead, whole)
    stages = [each for each in answer.stages if each.promise]
    grids = (_facts(answer), _stages(stages))
    sources = (whole, *(measure_source(each.result, drafting) for each in stages))
    return Part("complaints", "Complaints", sentences, tuple(each for each in grids if each.rows), sources, link)


def satisfaction_part(drafting: Drafting) -> Part:
    """Return the section on satisfaction, or why there is nothing to say."""
    answer = satisfaction(None, drafting.filters, Audience.COMMITTEE)
    link = drafting.page("Satisfaction", "satisfaction")
    scores = [each.result for each in answer.scores]
    definition = scores[0].measure.definition if scores else "Answers to surveys."
    whole = figures_source(
        "satisfaction", "Satisfaction", definition, provenance=answer.provenance, drafting=drafting, link=link
    )
    grids = (_scores(answer), _stated(answer))
    sources = (whole, *(measure_source(result, drafting) for result in scores))
    sentences = _said(answer.answer, "" if answer.nothing else answer.lead, whole)
    return Part("satisfaction", "Satisfaction", sentences, tuple(each for each in grids if each.rows), sources, link)


def _said(answer: str, lead: str, whole: Source) -> tuple[Sentence, ...]:
    """Return the page's own answer as the headline, and what it adds."""
    more = (Sentence("lead", lead, whole.key),) if lead else ()
    return (Sentence(HEADLINE, answer, whole.key), *more)


def _facts(answer: ComplaintsAnswer) -> Grid:
    rows = tuple(
        GridRow(f"fact-{place}", (fact.label, fact.value, fact.note or NOTHING), "complaints")
        for place, fact in enumerate(answer.facts)
    )
    return Grid("facts", "Complaints of the year", ("What", "Number", "Beside it"), rows)


def _stages(stages: list[StageLine]) -> Grid:
    rows = tuple(_row(each.result, (each.name, each.promise), compared=True) for each in stages)
    return Grid("stages", "Each step by its own clock", STAGES, rows)


def _scores(answer: SatisfactionAnswer) -> Grid:
    rows = []
    for each in answer.scores:
        result = each.result
        cells = (
            each.label if each.is_first else f"{each.label} (the same question)",
            result.measure.label,
            value_words(result),
            interval_words(result) or NOTHING,
            sums_words(result),
            target_words(result),
        )
        rows.append(
            GridRow(f"{each.key}-{result.key}", cells, f"measure-{result.key}", f"measure.{result.judgement.state}")
        )
    return Grid("scores", "Each question asked", SCORES, tuple(rows))


def _row(result: Result, names: tuple[str, str], *, compared: bool) -> GridRow:
    before = result.compared.value if compared and result.compared else None
    cells = (
        *names,
        value_words(result),
        sums_words(result),
        format_value(before, result.measure.unit),
        target_words(result),
    )
    return GridRow(result.key, cells, f"measure-{result.key}", f"measure.{result.judgement.state}")


def _stated(answer: SatisfactionAnswer) -> Grid:
    rows = tuple(
        GridRow(
            f"stated-{place}",
            (line.provider, line.name, line.place or "Whole council", line.when, line.value),
            "satisfaction",
        )
        for place, line in enumerate(answer.reported)
    )
    note = "As providers state it of themselves; not checked from records."
    return Grid("stated", "What providers and partners state", STATED, rows, note)
