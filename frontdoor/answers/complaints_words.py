"""What is said of complaints in sentences: how many, whether that is a change, who fails, what is overdue."""

from datetime import date

from frontdoor.answers.answer import BreakdownRow, Result
from frontdoor.answers.breakdown import failing
from frontdoor.answers.caveats import first_caveats
from frontdoor.answers.feedback_answer import Nothing, StageLine
from frontdoor.answers.sentences import count_noun, listed, promised_words
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date, format_value, in_every_hundred
from frontdoor.schema.units import Unit

DOCUMENT = "docs/canonical-csv.md"
COMMAND = "python -m frontdoor load FILE --source frontdoor"
MOST_NAMED = 3  # services or stages named in one sentence

CHANGES = {
    "high": "more than usual {since}",
    "low": "fewer than usual {since}",
    "none": "within the usual ups and downs",
}
"""What the control chart says of the number of complaints, which is neither better nor worse."""


def answer_sentence(volume: Result, main: Result | None) -> str:
    """Return the whole answer: '243 complaints came in October 2026, within the usual ups and downs; 84 in every 100 ...'."""
    parts = [volume_words(volume)]
    if main is not None and main.value is not None:
        parts.append(f"{in_every_hundred(main.value)} were answered in time at stage 1{_promised(main)}")
    return f"{'; '.join(parts)}."


def volume_words(volume: Result) -> str:
    """Return how many came and whether that is a change."""
    if volume.value is None:
        return f"How many complaints came in {volume.period.label} is not known"
    number = count_noun(round(volume.value), "complaint")
    change = CHANGES.get(volume.change.direction, "")
    since = volume.change.words.partition(" ")[2]
    is_new = volume.period.months == 1 and since == f"since {volume.period.last:%B}"
    since = "" if is_new else since
    return f"{number} came in {volume.period.label}{', ' if change else ''}{change.format(since=since).strip()}"


def _promised(main: Result) -> str:
    words = promised_words(main)
    return f" ({words})" if words else ""


def lead_sentences(
    volume: Result, stages: tuple[StageLine, ...], services: tuple[BreakdownRow, ...], as_at: date
) -> str:
    """Return at most three sentences: who fails by name, what is overdue now, and why more is not simply worse."""
    said = (
        *first_caveats(volume.caveats),
        failing_words(services),
        overdue_words(stages, as_at),
        volume.measure.caution,
    )
    return " ".join(sentence for sentence in said if sentence)


def failing_words(services: tuple[BreakdownRow, ...]) -> str:
    """Return the services that miss the target at stage 1, in bold and by name, worst first."""
    missed = failing(services)
    if not missed:
        return ""
    named = [f"{row.label} ({format_value(row.value, Unit.SHARE)})" for row in missed[:MOST_NAMED]]
    rest = [f"{len(missed) - MOST_NAMED} more"] if len(missed) > MOST_NAMED else []
    verb = "misses" if len(missed) == 1 else "miss"
    return f"**{listed([*named, *rest])} {verb} the target at stage 1.**"


def overdue_words(stages: tuple[StageLine, ...], as_at: date) -> str:
    """Return how many are open past their due date on the last day known, and at which stages."""
    owed = [line for line in stages if line.overdue]
    if not owed:
        return ""
    named = [f"{line.overdue:,} {_owed(line)}" for line in owed]
    total = sum(line.overdue or 0 for line in owed)
    return f"{listed(named)} {'is' if total == 1 else 'are'} overdue on {format_date(as_at)}."


def _owed(line: StageLine) -> str:
    what = (
        "acknowledgement"
        if line.name.startswith("Acknowledged")
        else f"{line.name.removeprefix('Answered at ')} answer"
    )
    return f"{what}{'' if line.overdue == 1 else 's'}"


def nothing_held(council: str) -> Nothing:
    """Return what is said where no complaint was ever loaded."""
    return Nothing(
        answer="We can’t say yet: no complaints have been loaded.",
        lead=f"No file of complaints is held for {council}. Export one row for each case, each stage or each event:",
        command=COMMAND,
        document=DOCUMENT,
    )


def nothing_in_the_choice(filters: Filters, volume: Result) -> Nothing:
    """Return what is said where complaints are held, but none for what the reader chose."""
    why = volume.judgement.reason if volume.value is None and volume.judgement.reason else ""
    when = f"in the two years to {format_date(filters.period.last)}"
    return Nothing(
        answer="No complaints for this choice.",
        lead=f"{why or f'None was received {when} for the services and channels chosen.'} Choose other filters.",
    )
