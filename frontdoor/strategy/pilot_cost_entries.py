"""Reads what a pilot costs, the other ways to the same end, and the rule that says what follows from its result."""

from frontdoor.statistics.pilot_verdict import Decision, Rule
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_plan import Alternative, PilotCost

COST_KEYS = (*("week_pence", "low_pence", "high_pence", "once_pence", "source", "limit_for_each_pence", "alternative"),)
ALTERNATIVE_KEYS = ("label", "week_pence", "effect", "source")
RULE_KEYS = ("if_met", "if_guard_fails", "if_not_met", "if_cannot_tell")


def read_cost(plan: Entry) -> PilotCost | None:
    """Return [cost] in pence, None where the plan has none; raise StrategyError for amounts out of order."""
    if not plan.has("cost"):
        return None
    entry = plan.inner("cost").only(COST_KEYS)
    week = _pence(entry, "week_pence")
    low, high = _pence(entry, "low_pence", week), _pence(entry, "high_pence", week)
    if not low <= week <= high:
        raise entry.problem("week_pence", f"the cost must lie between low_pence {low:g} and high_pence {high:g}.")
    return PilotCost(
        week=week,
        low=low,
        high=high,
        once=_pence(entry, "once_pence", 0.0),
        source=entry.text("source", ""),
        limit_for_each=_pence(entry, "limit_for_each_pence") if entry.has("limit_for_each_pence") else None,
        alternatives=tuple(_alternative(each) for each in entry.entries("alternative", ALTERNATIVE_KEYS)),
    )


def _alternative(entry: Entry) -> Alternative:
    return Alternative(
        entry.text("label"), _pence(entry, "week_pence"), entry.text("effect", ""), entry.text("source", "")
    )


def _pence(entry: Entry, key: str, default: float | None = None) -> float:
    value = float(entry.number(key, default))
    if value < 0:
        raise entry.problem(key, "a cost is not below 0; write pence, 25000 for 250 pounds.")
    return value


def read_rule(plan: Entry) -> Rule:
    """Return [rule]: what the plan gives in each case; what is left out stays as usual."""
    entry, usual = plan.inner("rule").only(RULE_KEYS), Rule()
    chosen = {key: entry.choice(key, Decision, "decision") for key in RULE_KEYS if entry.has(key)}
    return Rule(**{key: chosen.get(key, getattr(usual, key)) for key in RULE_KEYS})
