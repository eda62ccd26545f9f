"""The words of service plans: how many objectives are on track, which promises nobody serves, which services report nothing."""

from collections.abc import Mapping, Sequence

from frontdoor.answers.context import Context
from frontdoor.answers.feedback_answer import Fact, Nothing
from frontdoor.answers.plan_seen import Seen
from frontdoor.answers.plan_standing import Standing
from frontdoor.answers.returns import Missing
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Box, Line
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

NAMED_AT_MOST = 2
STRETCHES_AT_MOST = 3
NONE_ENTERED = Nothing(
    answer="No service plan is entered.",
    lead="Plans stand in the council file: what each service sets out to do, and the measures that show it. Once one is there, "
    "this page shows what came of it, which promises are in nobody’s plan and which services report nothing.",
    document="docs/council-file.md",
)
OTHER_DAYS = "Plans are entered, for other days or other services. Choose another period, or all services."


def nothing_words(seen: Seen, filters: Filters, context: Context) -> Nothing | None:
    """Return why there is nothing to show; None where a plan is in force or a partner owes a return."""
    if seen.plans or any(each.partner.returns for each in seen.partners):
        return None
    if not context.council.service_plans:
        return NONE_ENTERED
    return Nothing(f"No service plan was in force on {format_date(filters.period.last)}.", OTHER_DAYS)


def answer_words(seen: Seen) -> str:
    """Return '9 of 14 plan objectives are on track, 1 promise is in nobody's plan and 1 service reports nothing.'."""
    found = seen.standings
    parts = [
        f"{found.count(Standing.ON_TRACK)} of {count_noun(len(found), 'plan objective')} {_is(len(found))} on track"
    ]
    if seen.unserved:
        parts.append(f"{count_noun(len(seen.unserved), 'promise')} {_is(len(seen.unserved))} in nobody’s plan")
    if seen.silent:
        count = len(seen.silent)
        parts.append(f"{count_noun(count, 'service')} report{'s' if count == 1 else ''} nothing")
    return f"{listed(parts)}."


def lead_words(seen: Seen) -> str:
    """Return which objectives are off track, which promises nobody serves and who reports nothing, a sentence each."""
    said = [f"**Off track:** {off}."] if (off := _off_track(seen)) else []
    said += [f"**In nobody’s plan:** {listed([each.title for each in seen.unserved])}."] if seen.unserved else []
    said += [f"**Reports nothing:** {_silent(seen)}."] if seen.silent else []
    return " ".join(said) or "Every promise is in a plan, and every service reports."


def _off_track(seen: Seen) -> str:
    off = [
        f"{each.label}, “{objective.objective.words.rstrip('.')}”"
        for each in seen.plans
        for objective in each.objectives
        if objective.standing is Standing.OFF_TRACK
    ]
    more = len(off) - NAMED_AT_MOST
    return f"{'; '.join(off[:NAMED_AT_MOST])}; and {more} more" if more > 0 else listed(off)


def _silent(seen: Seen) -> str:
    return listed([f"{label} ({why})" for label, why in seen.silent])


def facts(seen: Seen, context: Context) -> tuple[Fact, ...]:
    """Return the strip of facts: objectives on track, promises in a plan, services that report, returns missing."""
    found, promises = seen.standings, len(context.council.promises)
    late = seen.late
    missing = sum(len(each.missing) for each in late)
    less = found.count(Standing.OFF_TRACK) + found.count(Standing.PARTLY)
    return (
        Fact(
            "On track",
            f"{found.count(Standing.ON_TRACK)}",
            f"of {count_noun(len(found), 'objective')}; {less} partly or off track",
        ),
        Fact("Promises in a plan", f"{promises - len(seen.unserved)}", f"of {promises}"),
        Fact("Services that report", f"{seen.services - len(seen.silent)}", f"of {seen.services}"),
        Fact(
            "Returns missing",
            f"{missing}",
            f"from {count_noun(len(late), 'partner')}" if late else "none of any partner",
        ),
    )


def flags(seen: Seen) -> tuple[Box, ...]:
    """Return a box of promises nobody serves and one of services that report nothing, each where there is any."""
    boxes = (
        Box("In nobody’s plan", tuple(Line(f"{promise.title}.", promise.words) for promise in seen.unserved)),
        Box("Reports nothing", tuple(Line(f"{label}:", f"{why}.") for label, why in seen.silent)),
    )
    return tuple(box for box in boxes if box.lines)


def returns_box(others: Mapping[str, Sequence[Missing]]) -> tuple[Box, ...]:
    """Return a box of the returns that those who are nobody's partner did not send; none where all came."""
    lines = tuple(
        Line(f"{provider}:", f"nothing for {_first_ones(list(dict.fromkeys(each.period.label for each in missing)))}.")
        for provider, missing in others.items()
    )
    return (Box("Other returns that did not come, told from how they usually come", lines),) if lines else ()


def _first_ones(stretches: Sequence[str]) -> str:
    more = len(stretches) - STRETCHES_AT_MOST
    return f"{', '.join(stretches[:STRETCHES_AT_MOST])} and {more} more" if more > 0 else listed(list(stretches))


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
