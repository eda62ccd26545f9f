"""Picks the coarsest mart that can answer a question; where none can, says why in words fit to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.schema.clock_marts import Clock
from frontdoor.schema.marts import MARTS
from frontdoor.warehouse.chunks import FOLLOW_UP_DAYS
from frontdoor.warehouse.facts import SUMMED_CLOCKS, Declared
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.sql_files import SqlFile

WHOLE_MONTHS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
_COUNTED = {
    "contact_totals": "Contacts are",
    "waits_within": "Waits are",
    "wait_seconds": "Waits are",
    "wait_quantiles": "Waits are",
    "follow_ups_within": "Repeat contacts are",
    "half_hour_totals": "Times of day are",
    "case_totals": "Cases are",
    "clock_results": "Answers within a promised time are",
    "clock_durations": "Times to complete are",
    "complaint_totals": "Complaints are",
    "survey_scores": "Answers to surveys are",
    "answer_counts": "Answers to surveys are",
    "stated": "Figures stated by others are",
}
COMPLAINT_CLOCKS = frozenset(Clock) - frozenset(SUMMED_CLOCKS)
_ATTRIBUTE_WORDS = {"customer_type": "customer type", "age_band": "age band", "access_need": "access need"}


@dataclass(frozen=True, slots=True)
class Known:
    """What the marts of a generation know: up to which day, and the promises they hold sums ready for."""

    as_at: date = date.max
    declared: Declared = field(default_factory=Declared)


def table_for(question: SqlFile, scope: Scope, parameters: Mapping[str, object], known: Known | None = None) -> str:
    """Return the first mart of the question's `from:` line that can answer; CannotTellError with the reason if none can."""
    _refuse_far_follow_ups(parameters)
    settled = question.listed("settles")
    dated = {name: value for name, value in parameters.items() if name not in settled}
    reasons = []
    for mart in question.listed("from"):
        reason = _unfit(mart, question, scope, dated) or _not_declared(mart, dated, known or Known())
        if reason is None:
            return mart
        reasons.append(reason)
    raise CannotTellError(reasons[0])


def _unfit(mart: str, question: SqlFile, scope: Scope, parameters: Mapping[str, object]) -> str | None:
    """Return why the mart cannot answer, or None where it can."""
    names = MARTS[mart].names
    if scope.attribute is not None and "attribute" not in names and scope.attribute not in names:
        return not_recorded(question.name, scope.attribute)
    if question.header.get("only") == scope.grain.value:
        return _unfit_for_months(scope, parameters)
    if "only" in question.header:
        return f"These figures are worked out {question.header['only']} by {question.header['only']} and cannot be added up."
    if "activity_month" in names and "activity_date" not in names:
        return _unfit_for_months(scope, parameters)
    return None


def _not_declared(mart: str, parameters: Mapping[str, object], known: Known) -> str | None:
    """Return why a mart of declared promises, or of what is known by now, cannot answer; None where it can."""
    names = MARTS[mart].names
    if parameters.get("clock") in COMPLAINT_CLOCKS and {"promised_working_days", "elapsed_days"} & set(names):
        return "Complaints are kept case by case only."
    if "promised_working_days" in names and not _promises(parameters) <= set(known.declared.promises):
        return "This promise is not worked out yet: it will be at the next load, or run `rebuild`."
    if "within_days" in names and parameters.get("within_days") not in known.declared.days_ahead:
        return "This number of days is not worked out yet: it will be at the next load, or run `rebuild`."
    as_at = parameters.get("as_at")
    if "elapsed_days" in names and isinstance(as_at, date) and as_at < known.as_at:
        return f"These figures are kept as known on {known.as_at} only."
    return None


def _promises(parameters: Mapping[str, object]) -> set[tuple[object, object]]:
    promised = parameters.get("promised")
    rows = promised if isinstance(promised, list | tuple) else ()
    return {(parameters.get("clock"), row.get("working_days")) for row in rows if isinstance(row, Mapping)}


def not_recorded(question: str, attribute: str) -> str:
    """Return the reason why a question cannot be cut by an attribute."""
    return (
        f"{_COUNTED.get(question, 'These figures are')} not recorded by {_ATTRIBUTE_WORDS.get(attribute, attribute)}."
    )


def _unfit_for_months(scope: Scope, parameters: Mapping[str, object]) -> str | None:
    if scope.grain not in WHOLE_MONTHS or scope.first.day != 1 or (scope.last + timedelta(days=1)).day != 1:
        words = (
            "These"
            if scope.attribute is None
            else f"Figures by {_ATTRIBUTE_WORDS.get(scope.attribute, scope.attribute)}"
        )
        return f"{words} are kept by whole months only: choose whole months."
    changes = [day for day in _changes(parameters) if scope.first < day <= scope.last and day.day != 1]
    if changes:
        return f"A setting these figures depend on changed during a month, on {changes[0]}; they are kept by whole months only."
    return None


def _changes(parameters: Mapping[str, object]) -> list[date]:
    """Return every day on which a dated parameter starts or stops."""
    days: list[date] = []
    for rows in parameters.values():
        if isinstance(rows, list | tuple):
            structs = [row for row in rows if isinstance(row, Mapping)]
            days += [
                row[end] for row in structs for end in ("from_date", "before_date") if isinstance(row.get(end), date)
            ]
    return sorted(days)


def _refuse_far_follow_ups(parameters: Mapping[str, object]) -> None:
    within_days = parameters.get("within_days")
    if isinstance(within_days, int) and not 0 <= within_days <= FOLLOW_UP_DAYS:
        raise CannotTellError(f"Repeat contacts are known up to {FOLLOW_UP_DAYS} days, not {within_days}.")
