"""Why a reader should doubt what is shown: a register altered or begun anew, and figures a file counts otherwise for days past."""

from datetime import UTC, date, datetime, timedelta

from frontdoor.answers.context import Context
from frontdoor.answers.register_chain import chain_of
from frontdoor.answers.strategy_page import published_digest
from frontdoor.measures.formatting import format_date
from frontdoor.register.auditing import CHAIN_START
from frontdoor.register.counted_with import Recounted, recounted
from frontdoor.strategy.history import is_recent

ALTERED = "The register was altered behind its back. {faults} Ask whoever looks after this computer before you rely on a target."
BEGUN_ANEW = (
    "The register begins on {begun}, and figures were loaded from {loaded} on: what was decided before is not in it. "
    "If it was lost, put back its latest copy."
)
ANOTHER = (
    "The published page of the strategy names an entry of the register ({digest}…) that this register does not hold: "
    "entries were taken out, or it is another register. Put back its latest copy."
)
RECOUNTED = "Counted otherwise since {day}: a file changed {what} ({about}), and nobody approved it here."
PARTS = {
    "digital_channels": "which channels counted as online on days that are past",
    "unit_costs": "what a contact cost on days that are past",
    "openings": "when the council was open on days that are past",
    "questions": "which survey questions and answers counted on days that are past",
    "sources_of_record": "which source counted on days that are past",
    "homes": "how many homes the council let on days that are past",
    "own_numbers": "which telephone numbers are the council’s own",
    "calendar": "whose bank holidays and clock count",
    "promises": "which promise a measure shows or whether the overview shows it",
}
"""What a file changed, in words."""

SHOWN_OF_DIGEST = 8
LOADED_BEFORE = timedelta(days=1)
"""How much older than its register the first load may be: a first reading and a first load belong together."""


def doubts(context: Context, today: date) -> tuple[str, ...]:
    """Return each as a sentence, the worst first; what a file changed or began anew is said for a year."""
    chain = chain_of(context.register)
    altered = (ALTERED.format(faults=" ".join(chain.faults)),) if not chain.is_whole else ()
    return (*altered, *_begun_anew(context, today), *_another(context), *recounted_words(context, today))


def recounted_words(context: Context, today: date) -> tuple[str, ...]:
    """Return what files changed within a year that figures of days past are counted with, the newest first."""
    found = [each for each in recounted(context.register) if is_recent(each.recorded_at.date(), today)]
    return tuple(_recounted(each, context) for each in reversed(found))


def _recounted(each: Recounted, context: Context) -> str:
    known = {measure.key: measure.label for measure in context.measures()}
    about = ", ".join(known.get(name, name.replace("_", " ")) for name in each.about)
    return RECOUNTED.format(day=format_date(each.recorded_at.date()), what=PARTS[each.part], about=about)


def _another(context: Context) -> tuple[str, ...]:
    """Return a sentence where the public page, which every change of a target writes anew, was made from other entries."""
    digest = published_digest(context.home.folder)
    if digest in ("", CHAIN_START) or context.register.holds_entry(digest):
        return ()
    return (ANOTHER.format(digest=digest[:SHOWN_OF_DIGEST]),)


def _begun_anew(context: Context, today: date) -> tuple[str, ...]:
    begun, loaded = context.register.begun_at(), context.ledger()["loaded_at"].min()
    if begun is None or not isinstance(loaded, datetime):
        return ()
    if begun - loaded.replace(tzinfo=UTC) <= LOADED_BEFORE or not is_recent(begun.date(), today):
        return ()
    return (BEGUN_ANEW.format(begun=format_date(begun.date()), loaded=format_date(loaded.date())),)
