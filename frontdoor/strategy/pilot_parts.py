"""A plan part by part in plain words, as a committee reads it and as two versions of it are compared."""

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.strategy.pilot_plan import Aim, PilotOutcome, PilotPlan
from frontdoor.strategy.pilot_words import (
    NONE,
    Measures,
    amount_words,
    comparison_words,
    day_words,
    listed,
    plain,
    pounds,
    where_words,
)

Parts = dict[str, tuple[str, str]]
"""A name for each part, with how people call it and what it says."""

AIMS = {Aim.ADD: "new contacts are wanted", Aim.MOVE: "moving contacts there is wanted"}
RULE_WORDS = {
    "if_met": "if the primary outcome and every guard are met",
    "if_guard_fails": "if a guard is not met",
    "if_not_met": "if the primary outcome is not met",
    "if_cannot_tell": "if nobody can tell",
}


def plan_parts(plan: PilotPlan) -> Parts:
    """Return every part of the plan but its outcomes: a name for it, how people call it, and what it says."""
    return {
        "title": ("Title", plan.title),
        "what": ("What changes", plan.what),
        "why": ("Why", plan.why),
        "first_day": ("First day", day_words(plan.first_day)),
        "last_day": ("Last day", day_words(plan.last_day)),
        "where": ("Where and for whom", where_words(plan.where)),
        "settling_weeks": ("Weeks of settling in, left out", str(plan.settling_weeks)),
        "added": ("Hours added", where_words(plan.added) if plan.added else NONE),
        "moved_from": ("Where contacts could move from", where_words(plan.moved_from) if plan.moved_from else NONE),
        "aim": ("What is wanted of the added hours", AIMS[plan.aim]),
        **_cost_parts(plan),
        **{name: (f"Rule, {words}", getattr(plan.rule, name).value) for name, words in RULE_WORDS.items()},
        "approved_by": ("Approved by", plan.approved_by or NONE),
        "approved_where": ("Approved at", plan.approved_where or NONE),
        "approved_date": ("Approved on", day_words(plan.approved_date)),
        "reported_to": ("Reported to", plan.reported_to or NONE),
        "source": ("Source", plan.source),
    }


def outcome_parts(outcome: PilotOutcome, measures: Measures = CATALOGUE) -> Parts:
    """Return every part of one outcome in the same shape."""
    comparison, thresholds = outcome.comparison, outcome.parameters.items()
    return {
        "label": ("name", outcome.label),
        "role": ("role", outcome.role.value),
        "measure": ("measure", outcome.measure),
        "where": ("counted over", where_words(outcome.where)),
        "worthwhile": ("smallest worthwhile change", amount_words(outcome.worthwhile, outcome.measure, measures)),
        "margin": ("margin", amount_words(outcome.margin, outcome.measure, measures).removeprefix("+")),
        "shape": ("how the effect comes", "at once" if outcome.shape == "step" else "building up"),
        "comparison": ("compared with", comparison_words(comparison)),
        "is_parallel": ("declared to move alike", "yes" if comparison and comparison.is_parallel else "no"),
        "parameters": ("thresholds", listed([f"{plain(name)} {value}" for name, value in thresholds]) or NONE),
        "question": ("question", outcome.question or NONE),
    }


def _cost_parts(plan: PilotPlan) -> Parts:
    cost = plan.cost
    if cost is None:
        return {"cost": ("Cost", NONE)}
    each = cost.limit_for_each
    return {
        "cost": ("Cost", f"{pounds(cost.week)} a week, {pounds(cost.low)} to {pounds(cost.high)}"),
        "cost_once": ("Cost, once", pounds(cost.once)),
        "cost_source": ("Source of the cost", cost.source or NONE),
        "cost_limit": ("At most for each contact", NONE if each is None else pounds(each)),
        "alternatives": ("Other ways", "; ".join(_alternative(plan)) or NONE),
    }


def _alternative(plan: PilotPlan) -> list[str]:
    others = plan.cost.alternatives if plan.cost else ()
    return [
        ", ".join(part for part in (each.label, f"{pounds(each.week)} a week", each.effect, each.source) if part)
        for each in others
    ]
