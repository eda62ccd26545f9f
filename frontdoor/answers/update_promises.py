"""The annual update on promises: which were kept in the year, and every measure beside the year before and its target."""

from collections import Counter
from collections.abc import Iterable

from frontdoor.answers.answer import PromiseResult, Result
from frontdoor.answers.overview import judged_promises, lead
from frontdoor.answers.result_words import interval_words, lowered_words, sums_words, target_words, value_words
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.update_blocks import HEADLINE, Grid, GridRow, Part, Sentence, Source
from frontdoor.answers.update_sources import Drafting, chosen, figures_source, measure_source
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.strategy.judgement import PromiseState

TITLE = "Promises kept or not"
RULE = (
    "Kept: every measure judged was met. Partly kept: some were. Not kept: none was. Whether a measure is met is judged by the "
    "target in force on the last day of the period."
)
STATES = {
    PromiseState.KEPT: "kept",
    PromiseState.PARTLY_KEPT: "partly kept",
    PromiseState.NOT_KEPT: "not kept",
    PromiseState.CANNOT_SAY: "not judged",
}


def promises_part(drafting: Drafting) -> Part:
    """Return the section."""
    promises = judged_promises(drafting.filters, drafting.context)
    link = drafting.page("Promises", "")
    results = [result for each in promises for result in each.results]
    provenance = results[0].provenance if results else None
    counted = figures_source("promises", "Promises", RULE, provenance=provenance, drafting=drafting, link=link)
    sentences = [Sentence(HEADLINE, headline_words(promises, drafting), counted.key)]
    for label, words in lead(tuple(promises), drafting.context):
        sentences.append(Sentence(label.rstrip(":").lower(), f"**{label}** {words}", counted.key))
    return Part(
        key="promises",
        title=TITLE,
        sentences=tuple(sentences),
        grids=(_promises(promises), _measures(promises, drafting)),
        sources=(
            counted,
            *(_published(each, drafting) for each in promises),
            *(measure_source(result, drafting) for result in results),
        ),
        link=link,
    )


def headline_words(promises: Iterable[PromiseResult], drafting: Drafting) -> str:
    """Return 'Of 5 promises 2 were kept in 2025/26, 1 partly kept and 2 not judged.'."""
    counts = Counter(each.state for each in promises)
    said = [f"{counts[state]} {words}" for state, words in STATES.items() if counts[state]]
    return f"Of {count_noun(counts.total(), 'promise')} in {drafting.filters.period.label}: {listed(said)}."


def _promises(promises: Iterable[PromiseResult]) -> Grid:
    rows = tuple(
        GridRow(
            each.promise.key,
            (each.promise.title, each.promise.words),
            f"promise-{each.promise.key}",
            f"promise.{each.state}",
        )
        for each in promises
    )
    return Grid("promises", "Each promise", ("Promise", "As published"), rows, RULE)


def _published(each: PromiseResult, drafting: Drafting) -> Source:
    """Return where the words of a promise are published."""
    return Source(
        key=f"promise-{each.promise.key}",
        title=f"The promise “{each.promise.title}”",
        definition=RULE,
        filters=chosen(drafting, drafting.filters.period.label),
        how=f"Published: {each.promise.source}",
        link=drafting.page("Promises", ""),
    )


def _measures(promises: Iterable[PromiseResult], drafting: Drafting) -> Grid:
    period = drafting.filters.period
    before = drafting.filters.compared_with
    columns = ("Measure", period.label, "Counted", before.label if before else "Year before", "Target", "To know")
    rows = tuple(_row(result) for each in promises for result in each.results)
    return Grid("measures", "Every measure", columns, rows)


def _row(result: Result) -> GridRow:
    compared = NOTHING if result.compared is None else format_value(result.compared.value, result.measure.unit)
    sure = interval_words(result)
    counted = f"{sums_words(result)}{f'; 95% sure: {sure}' if sure else ''}"
    to_know = ". ".join(said for said in (lowered_words(result, with_date=True), *result.caveats[:1]) if said)
    cells = (result.label, value_words(result), counted, compared, target_words(result), to_know or NOTHING)
    return GridRow(result.key, cells, f"measure-{result.key}", f"measure.{result.judgement.state}")
