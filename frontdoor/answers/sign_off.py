"""Do those who own the figures stand by them? Every source, one of them month by month, and what nobody has explained."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.event_asking import asked_everywhere
from frontdoor.answers.event_list import events_table, unexplained_table
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.sign_off_months import MonthState, SignedSource, SourceMonth, signed_sources
from frontdoor.answers.sign_off_standing import is_in_use
from frontdoor.answers.view_answer import Row, Section, Table, ViewAnswer
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.register.sign_offs import SignOff, SignOffAct

QUESTION = "Do those who own the figures stand by them?"
NOBODY = (
    "Nobody confirms figures here yet, so none is called provisional. Name who owns each source in council.toml under "
    "[[data_owner]], or confirm a month below."
)
BASIS = "Until a source’s owner confirms a month, every figure that rests on it is called provisional."
SOURCES = ("Source", "Owner", "Speaks of", "Confirmed to", "Not confirmed")
MONTHS = ("Month", "State", "When", "Why or what changed")
WAITING = (MonthState.PROVISIONAL, MonthState.REOPENED, MonthState.CHANGED)


def sign_off(filters: Filters, audience: Audience, now: datetime, source: str) -> ViewAnswer:
    """Return how each source's months stand at the moment `now` (with its zone), and one source in full."""
    context = open_context(filters, audience)
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    sources = signed_sources(context, today)
    chosen = next((each for each in sources if each.name == source), None)
    return ViewAnswer(
        question=QUESTION,
        answer=answer_words(sources, context),
        lead=lead_words(sources) if is_in_use(context) else NOBODY,
        basis=BASIS,
        sections=_sections(sources, chosen, filters, context),
        freshness=freshness_of(context),
        provenance=None,
        facts=_facts(sources),
    )


def sources_offered(filters: Filters, audience: Audience, now: datetime) -> tuple[str, ...]:
    """Return the names of the sources, the one with most months waiting first."""
    context = open_context(filters, audience)
    today = now.astimezone(ZoneInfo(context.council.time_zone)).date()
    found = sorted(signed_sources(context, today), key=lambda each: (-each.count(*WAITING), each.name))
    return tuple(each.name for each in found)


def answer_words(sources: Sequence[SignedSource], context: Context) -> str:
    """Return 'The figures of 1 of 3 sources are confirmed to the last month that is over.'."""
    if not sources:
        return "No figures are held yet."
    if not is_in_use(context):
        return "Nobody confirms figures here yet."
    whole = sum(each.count(*WAITING) == 0 for each in sources)
    verb = "is" if len(sources) == 1 else "are"
    return f"{whole} of {count_noun(len(sources), 'source')} {verb} confirmed for every month that is over."


def lead_words(sources: Sequence[SignedSource]) -> str:
    """Return what waits longest, what changed after it was confirmed, and whose owner nobody named."""
    said = []
    changed = [each.name for each in sources if each.count(MonthState.CHANGED)]
    if changed:
        said.append(f"**Changed after it was confirmed:** {', '.join(changed)}.")
    oldest = min((_oldest(each) for each in sources if each.count(*WAITING)), default=None)
    if oldest:
        said.append(f"**Waiting longest:** {oldest[0]:%B %Y} of {oldest[1]}.")
    unowned = [each.name for each in sources if not each.owner]
    if unowned:
        said.append(f"**Nobody is named for:** {', '.join(unowned)}.")
    return " ".join(said)


def _oldest(source: SignedSource) -> tuple[date, str]:
    return min(month.period.first for month in source.months if month.state in WAITING), source.name


def _facts(sources: Sequence[SignedSource]) -> tuple[Fact, ...]:
    over = [month for each in sources for month in each.months if month.state is not MonthState.RUNNING]
    if not over:
        return ()
    told = (
        ("Confirmed", MonthState.CONFIRMED, "months of a source"),
        ("Provisional", MonthState.PROVISIONAL, "nobody has confirmed them"),
        ("Reopened", MonthState.REOPENED, "figures may change again"),
        ("Changed since", MonthState.CHANGED, "to be confirmed anew"),
    )
    return tuple(
        Fact(label, f"{sum(month.state is state for month in over)} of {len(over)}", note)
        for label, state, note in told
        if state is not MonthState.CHANGED or any(month.state is state for month in over)
    )


def _sections(
    sources: Sequence[SignedSource], chosen: SignedSource | None, filters: Filters, context: Context
) -> tuple[Section, ...]:
    found = [Section(tables=(_sources_table(sources),))] if sources else []
    if chosen is not None:
        found.append(Section(tables=(_months_table(chosen, context),)))
    if context.audience is Audience.OFFICER:
        found.append(Section(tables=(unexplained_table(asked_everywhere(filters, context), context),)))
    if context.audience is not Audience.PUBLIC:
        found.append(Section(tables=(events_table(context),)))
    return tuple(found)


def _sources_table(sources: Sequence[SignedSource]) -> Table:
    rows = [
        Row(
            (
                each.name,
                each.owner or "Nobody named",
                f"{format_date(each.span.first)} to {format_date(each.span.last)}",
                format_date(each.confirmed_to) if each.confirmed_to else "–",
                count_noun(each.count(*WAITING), "month"),
            ),
            result="**Changed since confirmed**" if each.count(MonthState.CHANGED) else "",
        )
        for each in sources
    ]
    return Table("Every source", SOURCES, tuple(rows), "Of each source its newest 24 months.", result_head="To know")


def _months_table(source: SignedSource, context: Context) -> Table:
    rows = tuple(
        Row((_stretch(run), run[0].state.value, _when(run[0].act, context), _why(run[0])))
        for run in _alike(source.months)
    )
    note = (
        "Nothing is overwritten: whoever reopens or confirms a month again leaves what was said before in the register."
    )
    return Table(f"{source.name}, month by month", MONTHS, rows, note)


def _alike(months: Sequence[SourceMonth]) -> list[list[SourceMonth]]:
    """Return the months, newest first, those that follow one another and of which the same is to be said together."""
    return [list(run) for _, run in groupby(months, key=_said_of)]


def _said_of(month: SourceMonth) -> tuple[object, ...]:
    """Return what is said of a month: its state, the day it was acted on and by whom, why, and what changed."""
    act = month.act
    acted = (act.act, act.author, act.recorded_at.date(), act.generation, act.why) if act else ()
    return (month.state, month.change, acted)


def _stretch(run: Sequence[SourceMonth]) -> str:
    newest, oldest = (f"{each.period.first:%B %Y}" for each in (run[0], run[-1]))
    return newest if len(run) == 1 else f"{oldest} to {newest}"


def _when(act: SignOff | None, context: Context) -> str:
    """Return when it was last confirmed or reopened and by whom; the public is not told whom."""
    if act is None:
        return "–"
    did = "Confirmed" if act.act is SignOffAct.CONFIRMED else "Reopened"
    if context.audience is Audience.PUBLIC:
        return f"{did} {format_date(act.recorded_at.date())}"
    return f"{did} by {act.author}, {format_date(act.recorded_at.date())}, data version {act.generation}"


def _why(month: SourceMonth) -> str:
    if month.change:
        return f"{month.change[:1].upper()}{month.change[1:]}."
    return month.act.why if month.act and month.act.why else "–"
