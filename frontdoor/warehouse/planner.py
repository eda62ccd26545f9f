"""Picks the coarsest mart that can answer a question; where none can, says why in words fit to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from frontdoor.errors import CannotTellError
from frontdoor.periods import Grain
from frontdoor.schema.marts import ADDED_UP, MARTS
from frontdoor.warehouse.chunks import FOLLOW_UP_DAYS
from frontdoor.warehouse.facts import LONGEST_EXTENSION, Declared, Promise
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.sql_files import SqlFile

WHOLE_MONTHS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
ONE_PLACE = "one place"
"""What a question that adds nothing up says on its `only:` line."""
DATES = "dates"
"""What a question says on its `settles:` line that takes months from single days where its period cuts them."""
_COUNTED = {
    "contact_totals": "Contacts are",
    "contacts_online": "Contacts are",
    "contact_costs": "Costs are",
    "waits_within": "Waits are",
    "wait_seconds": "Waits are",
    "wait_quantiles": "Waits are",
    "follow_ups_within": "Repeat contacts are",
    "journeys_within": "Repeat contacts are",
    "half_hour_totals": "Times of day are",
    "half_hours": "Times of day are",
    "half_hour_waits": "Times of day are",
    "half_hour_results": "Times of day are",
    "case_totals": "Cases are",
    "clock_results": "Answers within a promised time are",
    "clock_durations": "Times to complete are",
    "complaint_totals": "Complaints are",
    "complaint_procedures": "Complaints are",
    "working_days_taken": "Answers to complaints are",
    "open_overdue": "Answers to complaints are",
    "survey_scores": "Answers to surveys are",
    "answer_counts": "Answers to surveys are",
    "comment_words": "Words of comments are",
    "stated": "Figures stated by others are",
    "rota": "People on duty are",
}
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
        reason = _unfit(mart, question, scope, dated) or _not_ready(mart, scope, dated, known or Known())
        if reason is None:
            return mart
        reasons.append(reason)
    raise CannotTellError(reasons[0])


def _unfit(mart: str, question: SqlFile, scope: Scope, parameters: Mapping[str, object]) -> str | None:
    """Return why the mart cannot answer, or None where it can."""
    names = MARTS[mart].names
    if scope.attribute is not None and "attribute" not in names and scope.attribute not in names:
        return not_recorded(question.name, scope.attribute)
    only = question.header.get("only", "")
    if reason := _unfit_for_places(mart, scope, parameters, is_of_one=only.startswith(ONE_PLACE)):
        return reason
    if only == scope.grain.value:
        return _unfit_for_months(scope, parameters)
    if only and not only.startswith(ONE_PLACE):
        return f"These figures are worked out {only} by {only} and cannot be added up."
    if "activity_month" in names and "activity_date" not in names:
        return _unfit_for_months(scope, parameters, is_cut=DATES in question.listed("settles"))
    return None


def _unfit_for_places(mart: str, scope: Scope, parameters: Mapping[str, object], *, is_of_one: bool) -> str | None:
    """Return why a mart cannot tell the services, channels and queues apart that are asked for; None where it can."""
    if mart in ADDED_UP and scope.services and scope.channels:
        return "These figures are kept by service or by channel, never by both."
    if is_of_one and max(len(scope.services), len(scope.channels)) > 1:
        return "These figures are kept for one service or one channel, or for all, and are not added up."
    if "queue" not in MARTS[mart].names and (queues := _named_queues(parameters)):
        return f"The queue {queues[0]} has settings of its own, and these figures do not tell queues apart."
    return None


def _named_queues(parameters: Mapping[str, object]) -> list[str]:
    """Return every queue that has settings of its own."""
    rows = (row for rows in parameters.values() if isinstance(rows, list | tuple) for row in rows)
    return sorted({str(row["queue"]) for row in rows if isinstance(row, Mapping) and row.get("queue") is not None})


def _not_ready(mart: str, scope: Scope, parameters: Mapping[str, object], known: Known) -> str | None:
    """Return why a mart of declared promises, or of what is known by now, cannot answer; None where it can."""
    names = MARTS[mart].names
    if "promised_working_days" in names and not all(known.declared.holds(one) for one in _promises(parameters)):
        return "This promise is not worked out yet: it will be at the next load, or run `rebuild`."
    if "within_days" in names and parameters.get("within_days") not in known.declared.days_ahead:
        return "This number of days is not worked out yet: it will be at the next load, or run `rebuild`."
    as_at = parameters.get("as_at")
    if {"elapsed_days", "due_month"} & set(names) and isinstance(as_at, date) and as_at < known.as_at:
        return f"These figures are kept as known on {known.as_at} only."
    if "due_month" in names and (
        day := next((day for day in _changes(parameters) if day <= scope.last and day.day != 1), None)
    ):
        return f"A promise changed during a month, on {day}; these figures are kept by whole months of starts only."
    return None


def _promises(parameters: Mapping[str, object]) -> set[Promise]:
    """Return every promise that can hold of a case, by each number of days to acknowledge and by none."""
    clock, extension = str(parameters.get("clock")), parameters.get("longest_extension")
    longest = extension if isinstance(extension, int) else LONGEST_EXTENSION
    to_acknowledge = {0, *_working_days(parameters, "acknowledged_within")}
    return {
        Promise(clock, days, acknowledge, longest)
        for days in _working_days(parameters, "promised")
        for acknowledge in to_acknowledge
    }


def _working_days(parameters: Mapping[str, object], name: str) -> set[int]:
    rows = parameters.get(name)
    listed = rows if isinstance(rows, list | tuple) else ()
    return {int(row["working_days"]) for row in listed if isinstance(row, Mapping)}


def not_recorded(question: str, attribute: str) -> str:
    """Return the reason why a question cannot be cut by an attribute."""
    return (
        f"{_COUNTED.get(question, 'These figures are')} not recorded by {_ATTRIBUTE_WORDS.get(attribute, attribute)}."
    )


def _unfit_for_months(scope: Scope, parameters: Mapping[str, object], *, is_cut: bool = False) -> str | None:
    """Return why months cannot answer; a period that starts or ends within one can be asked for where `is_cut`."""
    is_of_whole_months = is_cut or (scope.first.day == 1 and (scope.last + timedelta(days=1)).day == 1)
    if scope.grain not in WHOLE_MONTHS or not is_of_whole_months:
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
