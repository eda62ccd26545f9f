"""What a pilot's rule gives when its cost limit is a guard like the others, and how that is said; members decide."""

from frontdoor.answers.pilot_cost import cost_of
from frontdoor.answers.pilot_found import OutcomeFound, PilotFound, State
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.figure import Tone
from frontdoor.measures.formatting import format_date
from frontdoor.statistics.pilot_verdict import Decision, Rule, Verdict, overall
from frontdoor.strategy.pilot_plan import Role

DECISIONS = {
    Decision.EXTEND: "extend it",
    Decision.CHANGE: "change it, then run it again",
    Decision.STOP: "stop it",
    Decision.RUN_ON: "run it on",
}
TONES = {
    Decision.EXTEND: Tone.GOOD,
    Decision.CHANGE: Tone.MIDDLE,
    Decision.STOP: Tone.POOR,
    Decision.RUN_ON: Tone.OPEN,
}


def decided(found: PilotFound) -> Decision | None:
    """Return what the plan's rule gives, the limit of the cost being a guard; None before the start.

    A criterion without a verdict cannot be told.
    """
    if found.state is State.BEFORE:
        return None
    cost, guards = cost_of(found), [each for each in found.outcomes if each.outcome.role is Role.GUARD]
    limit = [cost.verdict] if cost and cost.verdict else []
    return overall(_verdict(found.primary), [*map(_verdict, guards), *limit], found.held.plan.rule)


def _verdict(criterion: OutcomeFound) -> Verdict:
    return criterion.judged.verdict if criterion.judged else Verdict.CANNOT_TELL


def answer_words(found: PilotFound, decision: Decision | None) -> str:
    """Return the verdict in one sentence, or that there is none yet."""
    if decision is None or found.state is State.BEFORE:
        return f"Not judged yet: it starts on {format_date(found.held.plan.first_day)}."
    done = f"{found.weeks_done} of {count_noun(found.planned_weeks, 'week')}"
    if found.state is State.RUNNING and decision is not Decision.RUN_ON:
        return f"Your rule gives, after {done}: {DECISIONS[decision]}."
    if found.state is State.RUNNING:
        is_met = found.primary.judged is not None and found.primary.judged.verdict is Verdict.MET
        early = f"The main outcome is met after {done}; of the rest it is too early to say."
        return early if is_met else f"Too early to say: {done} done."
    because = ", since we can’t tell yet whether it worked" if decision is Decision.RUN_ON else ""
    return f"Your rule gives: {DECISIONS[decision]}{because}."


def question_words(found: PilotFound) -> str:
    """Return the question the verdict answers."""
    return f"{'Did' if found.state is State.FINISHED else 'Does'} “{found.held.plan.title}” work?"


def rule_words(rule: Rule, *, has_guards: bool, has_limit: bool) -> str:
    """Return the plan's rule in words."""
    guards = [*(["every guard"] if has_guards else []), *(["the cost limit"] if has_limit else [])]
    failed = [*(["a guard"] if has_guards else []), *(["the cost limit"] if has_limit else [])]
    cases = [
        (rule.if_met, f"if {listed(['the main outcome', *guards])} {'are' if guards else 'is'} met"),
        (rule.if_guard_fails, f"if {' or '.join(failed)} is not met" if failed else ""),
        (rule.if_not_met, "if the main outcome is not met"),
        (rule.if_cannot_tell, "if we can’t tell"),
    ]
    by_decision: dict[Decision, list[str]] = {}
    for decision, case in cases:
        by_decision.setdefault(decision, []).extend([case] if case else [])
    said = "; ".join(f"{DECISIONS[decision]} {', or '.join(each)}" for decision, each in by_decision.items() if each)
    return f"**The rule:** {said}. Members decide."


def counted_words(verdicts: list[Verdict]) -> str:
    """Return '2 met, 1 not met, 2 can’t tell', each only where there is one."""
    names = {
        Verdict.MET: "met",
        Verdict.NOT_MET: "not met",
        Verdict.CANNOT_TELL: "can’t tell",
        Verdict.TOO_EARLY: "too early to say",
    }
    said = [f"{count} {names[each]}" for each in names if (count := verdicts.count(each))]
    if len(verdicts) > 1 and set(verdicts) in ({Verdict.MET}, {Verdict.NOT_MET}):
        return f"All {said[0]}"
    return ", ".join(said) or "Nothing is judged"
