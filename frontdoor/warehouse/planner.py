"""Picks the coarsest mart that can answer a question; where none can, says why in words fit to show."""

from collections.abc import Mapping
from datetime import date, timedelta

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.schema.marts import MARTS
from frontdoor.warehouse.chunks import FOLLOW_UP_DAYS
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
    "stated": "Figures stated by others are",
}
_ATTRIBUTE_WORDS = {"customer_type": "customer type", "age_band": "age band", "access_need": "access need"}


def table_for(question: SqlFile, scope: Scope, parameters: Mapping[str, object]) -> str:
    """Return the first mart of the question's `from:` line that can answer; CannotTellError with the reason if none can."""
    _refuse_far_follow_ups(parameters)
    reasons = []
    for mart in question.listed("from"):
        reason = _unfit(mart, question, scope, parameters)
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
    if "activity_month" in names:
        return _unfit_for_months(scope, parameters)
    return None


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
