"""How many actions are overdue, for the overview: the count, the one longest overdue and who it is with."""

from datetime import datetime
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.accountability_choices import View
from frontdoor.answers.action_listed import readable
from frontdoor.answers.answer import Attention
from frontdoor.answers.context import open_context
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.register.actions import actions


def overdue_attention(filters: Filters, audience: Audience, now: datetime) -> Attention | None:
    """Return how many actions are overdue on the council's day of `now`; None where none is."""
    context = open_context(filters, audience)
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    late = [each for each in readable(actions(context.register), audience) if each.is_overdue(today)]
    if not late:
        return None
    first = min(late, key=lambda each: each.entry.due_date or today)
    due = format_date(first.entry.due_date) if first.entry.due_date else ""
    count = f"{len(late):,} action{' is' if len(late) == 1 else 's are'} overdue."
    said = f"Longest: {first.entry.title}, due {due}, {first.entry.owner or 'nobody named'}."
    return Attention(count, said, "Actions", page="actions", view=View.ACTIONS)
