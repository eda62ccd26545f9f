"""Are we keeping our promises? Every promise with its judged measures, summed up in plain English."""

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Attention, OverviewAnswer, PromiseResult, Result
from frontdoor.answers.attention import attention_of
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.result import result_of
from frontdoor.answers.sentences import STATE_REASONS, listed, sentence
from frontdoor.filters import Filters
from frontdoor.strategy.judgement import PromiseState, State, judge_promise
from frontdoor.strategy.strategy import Promise

WORST_FIRST = (PromiseState.NOT_KEPT, PromiseState.PARTLY_KEPT, PromiseState.KEPT, PromiseState.CANNOT_SAY)
"""The order promises stand in on the page."""

RULES = (
    "Kept: every measure judged was met. Partly kept: some were. Not kept: none was. "
    "Close: within the tolerance the council stated."
)


def overview(filters: Filters, audience: Audience) -> OverviewAnswer:
    """Return every promise of the strategy, judged for the period, worst first."""
    context = open_context(filters, audience)
    promises = tuple(sorted(judged_promises(filters, context), key=lambda each: WORST_FIRST.index(each.state)))
    return OverviewAnswer(
        question="Are we keeping our promises?",
        answer=headline(promises),
        lead=lead(promises, context),
        promises=promises,
        attention=attention(promises, context, filters),
        freshness=freshness_of(context),
        notes=(RULES, *chance_notes(promises)),
    )


def judged_promises(filters: Filters, context: Context) -> list[PromiseResult]:
    """Return each promise with the results of the measures that evidence it, in the strategy's order."""
    results = [result_of(promised, filters, context) for promised in context.measures() if promised.is_headline]
    return [
        _promise_result(promise, tuple(result for result in results if result.promise == promise.key))
        for promise in context.council.promises
    ]


def _promise_result(promise: Promise, results: tuple[Result, ...]) -> PromiseResult:
    return PromiseResult(promise, judge_promise(tuple(result.judgement.state for result in results)), results)


def headline(promises: tuple[PromiseResult, ...]) -> str:
    """Return 'We are keeping 2 of our 5 promises.', or that none can be judged yet."""
    if not any(each.state is not PromiseState.CANNOT_SAY for each in promises):
        return "We cannot say yet whether we keep our promises."
    kept = sum(each.state is PromiseState.KEPT for each in promises)
    if kept == len(promises):
        return f"We are keeping all {kept} of our promises."
    return f"We are keeping {kept or 'none'} of our {len(promises)} promises."


def lead(promises: tuple[PromiseResult, ...], context: Context) -> tuple[tuple[str, str], ...]:
    """Return what is not kept, what is partly kept and what cannot be said, a label and a sentence each."""
    groups = {state: [each for each in promises if each.state is state] for state in WORST_FIRST}
    parts = (
        ("Not kept:", _broken(groups[PromiseState.NOT_KEPT], context)),
        ("Partly kept:", _partly(groups[PromiseState.PARTLY_KEPT], context)),
        ("Can’t say yet:", _unsaid(groups[PromiseState.CANNOT_SAY])),
    )
    return tuple((label, words) for label, words in parts if words)


def _broken(promises: list[PromiseResult], context: Context) -> str:
    """Return the subjects of promises not kept and the worst measure of the first in words, with its change."""
    if not promises:
        return ""
    worst = _worst(promises[0].results)
    changed = f" {_change_words(worst)}" if worst.change.direction == "worse" else ""
    return f"{listed([_subject(each.promise) for each in promises])}. {sentence(worst, context.promised(worst.key))}{changed}"


def _partly(promises: list[PromiseResult], context: Context) -> str:
    if not promises:
        return ""
    worst = _worst(promises[0].results)
    return f"{listed([_subject(each.promise) for each in promises])}. {sentence(worst, context.promised(worst.key))}"


def _unsaid(promises: list[PromiseResult]) -> str:
    if not promises:
        return ""
    reasons = {each.promise.key: _reason(each) for each in promises}
    if len(set(reasons.values())) == 1:
        first = next(iter(reasons.values()))
        return f"{listed([_subject(each.promise) for each in promises])}, which {_plural(first, len(promises))}."
    return f"{listed([f'{_subject(each.promise)} ({reasons[each.promise.key]})' for each in promises])}."


def _reason(each: PromiseResult) -> str:
    states = [result.judgement.state for result in each.results]
    if not states:
        return "has no measure yet"
    first = State.TO_BE_SET if State.TO_BE_SET in states else states[0]
    return STATE_REASONS.get(first, "cannot be judged")


def _plural(words: str, count: int) -> str:
    return words.replace("has ", "have ", 1).replace("is ", "are ", 1) if count > 1 else words


def _subject(promise: Promise) -> str:
    return promise.subject or promise.title


def _change_words(result: Result) -> str:
    since = result.change.words.removeprefix("Worse ")
    return f"It has been getting worse {since}."


def _worst(results: tuple[Result, ...]) -> Result:
    """Return the missed measure furthest from its target in proportion, else the first judged."""
    order = {State.MISSED: 0, State.CLOSE: 1, State.MET: 2}

    def badness(result: Result) -> tuple[int, float]:
        target = result.judgement.target
        value = target.value if target and target.value else 1.0
        return order.get(result.judgement.state, 3), (result.judgement.gap or 0.0) / abs(value)

    return min(results, key=badness)


def attention(promises: tuple[PromiseResult, ...], context: Context, filters: Filters) -> tuple[Attention, ...]:
    """Return what needs attention: targets made easier, targets to be set, late sources."""
    return attention_of(tuple(result for each in promises for result in each.results), context, filters.period.last)


def chance_notes(promises: tuple[PromiseResult, ...]) -> tuple[str, ...]:
    """Return how often a control chart shows a change by chance, when any is shown."""
    if not any(result.trend for each in promises for result in each.results):
        return ()
    return (
        "A real change is more than the usual ups and downs, by control chart rules; about 2 in 100 charts show one by chance.",
    )
