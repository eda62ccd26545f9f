"""How recovery tests ask the product: any measure, bound to any thresholds or question, over any period and place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.asking import ask, scope_of
from frontdoor.answers.context import Context, bare, open_context
from frontdoor.answers.result import result_of
from frontdoor.filters import Comparison, Filters
from frontdoor.intake.loading_together import load_together
from frontdoor.intake.report import LoadReport
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.measure import Parameter
from frontdoor.periods import Grain, Period
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure
from frontdoor.warehouse.homes import open_home
from sample_data.generator import generate_feedback

EVERYTHING = Period(date(2024, 5, 1), date(2026, 10, 31))
FIRST_YEAR = Period(date(2024, 8, 1), date(2025, 7, 31))
SECOND_YEAR = Period(date(2025, 8, 1), date(2026, 7, 31))
LONG_AGO = date(2000, 1, 1)

CODE = ("corporate", "housing")
ACKNOWLEDGED = {Parameter.PROMISED_WORKING_DAYS: 5}
STAGE_1 = {Parameter.PROMISED_WORKING_DAYS: 10, Parameter.ACKNOWLEDGED_WITHIN: 5, Parameter.LONGEST_EXTENSION: 10}
STAGE_2 = {Parameter.PROMISED_WORKING_DAYS: 20, Parameter.ACKNOWLEDGED_WITHIN: 5, Parameter.LONGEST_EXTENSION: 20}
"""The clocks of the two Complaint Handling Codes, in working days."""


class Told:
    """One council's answers out of one FRONTDOOR_HOME, as a performance officer gets them."""

    def __init__(self, council: str, home: Path) -> None:
        self.council, self.home = council, home

    def result(self, promised: PromisedMeasure | str, period: Period = EVERYTHING, **narrowed: Any) -> Result:
        """Return the result of a measure, or of the one the council's files call `promised`."""
        filters = Filters(self.council, period, **({"comparison": Comparison.NONE} | narrowed))
        with self._opened(filters) as context:
            measure = context.promised(promised) if isinstance(promised, str) else promised
            return result_of(measure, filters, context)

    def value(self, promised: PromisedMeasure | str, period: Period = EVERYTHING, **narrowed: Any) -> float:
        found = self.result(promised, period, **narrowed)
        assert found.value is not None, found.judgement
        return found.value

    def promised(self, key: str) -> PromisedMeasure:
        with self._opened(Filters(self.council, EVERYTHING)) as context:
            return context.promised(key)

    def total(self, question: str, column: str, promised: PromisedMeasure, period: Period = EVERYTHING) -> float:
        """Return the sum of one column of a question, asked with the parameters of a measure."""
        filters = Filters(self.council, period)
        with self._opened(filters) as context:
            scope = scope_of(promised, filters, period, Grain.MONTH)
            return float(ask(question, promised, scope, context).frame[column].sum())

    def ledger(self) -> pl.DataFrame:
        """Return the loads this home holds."""
        with self._opened(Filters(self.council, EVERYTHING)) as context:
            return context.ledger()

    @contextmanager
    def _opened(self, filters: Filters) -> Iterator[Context]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("FRONTDOOR_HOME", str(self.home))
            yield open_context(filters, Audience.OFFICER)


def counted(measure: str, parameters: dict[Parameter, int | str] | None = None, **bound: Any) -> PromisedMeasure:
    """Return a catalogue measure bound to thresholds in force always, and to a question, procedures or reported figure."""
    dated = {name: (DatedValue(LONG_AGO, value),) for name, value in (parameters or {}).items()}
    return replace(bare(CATALOGUE[measure]), parameters=dated, **bound)


def feedback_home(home: Path, made: Path, council: str) -> list[LoadReport]:
    """Load a council's complaints, surveys and reported figures, and nothing else, into `home`; return the reports."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(home))
        files = [(one.path, one.source) for one in generate_feedback(council, made)]
        outcomes = load_together(open_home(council), files)
    assert not [outcome.refusal for outcome in outcomes if outcome.refusal]
    return [outcome.report for outcome in outcomes if outcome.report]


Recovery = Callable[[Told], float]
"""How one planted truth is found again."""
