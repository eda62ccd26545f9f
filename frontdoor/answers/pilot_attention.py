"""What of pilots needs attention on the overview: those that ended lately and wait for members, and those that run."""

from collections.abc import Sequence
from datetime import date, timedelta

from frontdoor.answers.answer import Attention
from frontdoor.answers.context import Context
from frontdoor.answers.sentences import count_noun
from frontdoor.measures.formatting import format_date
from frontdoor.register.pilot_plans import HeldPilot
from frontdoor.strategy.pilot_plan import PilotPlan

LATELY = timedelta(days=60)
"""How long after its end a pilot is named: about two rounds of a committee."""


def pilots_attention(context: Context) -> Attention | None:
    """Return the pilot that ended last and waits for members, else the one that runs, with how many there are."""
    return attention_to(context.register.pilots(), context.as_at)


def attention_to(held: Sequence[HeldPilot], on: date) -> Attention | None:
    """Return the same of the pilots held."""
    plans = sorted((each.plan for each in held), key=lambda plan: plan.last_day)
    ended = [plan for plan in plans if plan.last_day <= on < plan.last_day + LATELY]
    running = [plan for plan in plans if plan.first_day <= on < plan.last_day]
    if ended:
        words = f"{ended[-1].title}, on {format_date(ended[-1].last_day)}. Members decide."
        verb = "has" if len(ended) == 1 else "have"
        return Attention(
            f"{count_noun(len(ended), 'pilot')} {verb} ended:", words, "The verdict", pilot=ended[-1].title
        )
    if running:
        verb = "is" if len(running) == 1 else "are"
        title = running[0].title
        return Attention(
            f"{count_noun(len(running), 'pilot')} {verb} running:",
            f"{title}, {_week(running[0], on)}.",
            "See the pilot",
            pilot=title,
        )
    return None


def _week(plan: PilotPlan, on: date) -> str:
    weeks = -(-((plan.last_day - plan.first_day).days + 1) // 7)
    return f"week {(on - plan.first_day).days // 7 + 1} of {weeks}"
