"""Where longer hours have been tried: the pilots that opened the same hours on the same day, so that a sum can give way to a trial."""

from frontdoor.answers.context import Context
from frontdoor.answers.peaks_what_if_changes import Change, Opened
from frontdoor.answers.pilot_choices import View
from frontdoor.answers.view_answer import Link
from frontdoor.strategy.pilot_plan import Where


def pilots_of(change: Change, context: Context) -> tuple[Link, ...]:
    """Return a link to each pilot declared that opens some of the hours this change would open, the latest first."""
    if change.opened is None:
        return ()
    held = context.register.pilots()
    tried = [each.plan for each in held if each.plan.added and opens(each.plan.added, change.opened)]
    tried.sort(key=lambda plan: plan.first_day, reverse=True)
    return tuple(_link(plan.title, is_past=plan.first_day <= context.as_at) for plan in tried)


def opens(added: Where, opened: Opened) -> bool:
    """Return whether the hours a pilot adds share a weekday and a half-hour with those of the change."""
    is_day = not added.weekdays or opened.weekday + 1 in added.weekdays
    window = added.window
    return is_day and (
        window is None or (window.from_half_hour < opened.closes and opened.opens < window.before_half_hour)
    )


def _link(title: str, *, is_past: bool) -> Link:
    words, view = ("What the pilot found", View.VERDICT) if is_past else ("The pilot that will try it", View.BEFORE)
    return Link(f"{words}: {title}", view.value, (("pilot", title),), "pilots")
