"""The picture of service plans: every promise beside every service's plan, and how the objectives that serve it stand."""

from collections.abc import Sequence

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.plan_judged import JudgedPlan
from frontdoor.answers.plan_standing import RULES, Standing
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.figure import Figure, Kind
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.strategy import Promise

NOT_IN_PLAN = "Not in this plan"
SCHEMA = {"row": pl.String, "column": pl.String, "word": pl.String, "note": pl.String}


def plans_figure(plans: Sequence[JudgedPlan], unserved: Sequence[Promise], source: str, context: Context) -> Figure:
    """Return the matrix of promises by plans, a word in each cell."""
    promises = context.council.promises
    cells = [(promise.title, each.label, *_cell(each, promise.key)) for promise in promises for each in plans]
    frame = pl.DataFrame(cells, schema=SCHEMA, orient="row")
    return Figure(
        key="plans-promises",
        kind=Kind.MATRIX,
        frame=frame,
        unit=Unit.COUNT,
        better=Better.NEITHER,
        headline=_headline(unserved),
        subtitle="How the objectives that serve each promise stand, in each service's plan",
        sentence=_sentence(plans, promises, unserved),
        definition=f"{RULES} An objective serves the promises it names and those its measures belong to.",
        table=_table(plans, promises, frame),
        provenance=source,
    )


def _cell(judged: JudgedPlan, promise: str) -> tuple[str | None, str]:
    """Return the word of one cell, null where the plan does not serve the promise, and its objectives in words."""
    serving = [each for each in judged.objectives if promise in each.promises]
    if not serving:
        return None, NOT_IN_PLAN
    found = [each.standing_on(promise) for each in serving]
    return _together(found), "; ".join(each.objective.words.rstrip(".") for each in serving)


def _together(found: Sequence[Standing]) -> Standing:
    """Return several objectives as one: all on track, some, none; else the first reason why nothing can be said."""
    told = [standing for standing in found if standing in (Standing.ON_TRACK, Standing.PARTLY, Standing.OFF_TRACK)]
    if not told:
        return found[0]
    return told[0] if len(set(told)) == 1 else Standing.PARTLY


def _headline(unserved: Sequence[Promise]) -> str:
    if not unserved:
        return "Every promise is in somebody’s plan"
    return f"{count_noun(len(unserved), 'promise')} {'is' if len(unserved) == 1 else 'are'} in nobody’s plan"


def _sentence(plans: Sequence[JudgedPlan], promises: Sequence[Promise], unserved: Sequence[Promise]) -> str:
    """Return how many plans serve each promise and which nobody serves, in words."""
    counts = [(promise.title, sum(promise.key in each.promises for each in plans)) for promise in promises]
    served = [f"“{title}” in {count_noun(count, 'plan')}" for title, count in counts if count]
    nobody = [f"“{promise.title}”" for promise in unserved]
    said = [f"Of {count_noun(len(plans), 'plan')}: {listed(served)}."] if served else ["No plan serves a promise."]
    return " ".join((*said, *([f"In nobody’s plan: {listed(nobody)}."] if nobody else [])))


def _table(plans: Sequence[JudgedPlan], promises: Sequence[Promise], frame: pl.DataFrame) -> pl.DataFrame:
    words = {(row, column): word for row, column, word in frame.select("row", "column", "word").rows()}
    columns: dict[str, list[str]] = {"Promise": [promise.title for promise in promises]}
    for each in plans:
        columns[each.label] = [words[promise.title, each.label] or NOT_IN_PLAN for promise in promises]
    return pl.DataFrame(columns)
