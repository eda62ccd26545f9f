"""A plan as the table its file would hold: the keys of [[pilot]], without those that say nothing."""

from collections.abc import Mapping

from frontdoor.strategy.pilot_hours import time_of
from frontdoor.strategy.pilot_plan import WEEKDAYS, Alternative, Comparison, PilotCost, PilotOutcome, PilotPlan, Where

Written = dict[str, object]


def plan_table(plan: PilotPlan) -> Written:
    """Return the plan as a table that `read_plan` reads back as the same plan."""
    return _said(
        {
            **{
                name: getattr(plan, name) for name in ("key", "title", "what", "why", "source", "first_day", "last_day")
            },
            **{name: getattr(plan, name) for name in ("approved_by", "approved_where", "approved_date", "reported_to")},
            "where": _where(plan.where),
            "outcome": [_outcome(outcome) for outcome in plan.outcomes],
            "cost": None if plan.cost is None else _cost(plan.cost),
            "added": None if plan.added is None else _where(plan.added),
            "moved_from": None if plan.moved_from is None else _where(plan.moved_from),
            "aim": plan.aim.value,
            "settling_weeks": plan.settling_weeks,
            "rule": {name: getattr(plan.rule, name).value for name in plan.rule.__dataclass_fields__},
        }
    )


def _outcome(outcome: PilotOutcome) -> Written:
    return _said(
        {
            **{name: getattr(outcome, name) for name in ("key", "label", "measure", "question")},
            "role": outcome.role.value,
            "where": _where(outcome.where),
            "worthwhile": _float(outcome.worthwhile),
            "margin": _float(outcome.margin),
            "shape": outcome.shape.value,
            "comparison": None if outcome.comparison is None else _comparison(outcome.comparison),
            "parameters": {parameter.value: value for parameter, value in outcome.parameters.items()},
        }
    )


def _where(where: Where) -> Written:
    window = where.window
    return _said(
        {
            "weekdays": [WEEKDAYS[day - 1] for day in where.weekdays],
            "from": None if window is None else time_of(window.from_half_hour),
            "before": None if window is None else time_of(window.before_half_hour),
            **{name: list(getattr(where, name)) for name in ("services", "channels", "wards")},
        }
    )


def _comparison(comparison: Comparison) -> Written:
    return {"by": comparison.by.value, "units": list(comparison.units), "is_parallel": comparison.is_parallel}


def _cost(cost: PilotCost) -> Written:
    return _said(
        {
            "week_pence": float(cost.week),
            "low_pence": float(cost.low),
            "high_pence": float(cost.high),
            "once_pence": float(cost.once),
            "source": cost.source,
            "limit_for_each_pence": _float(cost.limit_for_each),
            "alternative": [_alternative(each) for each in cost.alternatives],
        }
    )


def _alternative(other: Alternative) -> Written:
    return _said(
        {"label": other.label, "week_pence": float(other.week), "effect": other.effect, "source": other.source}
    )


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _said(table: Mapping[str, object]) -> Written:
    """Return the table without what is empty; tables of where stay, as an empty one means everything."""
    return {key: value for key, value in table.items() if value not in (None, "", [])}
