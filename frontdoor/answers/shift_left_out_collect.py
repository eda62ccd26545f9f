"""What the data cannot say of who was left out, and how it could be collected."""

from collections.abc import Collection, Iterator, Sequence

from frontdoor.answers.context import Context
from frontdoor.answers.sentences import listed
from frontdoor.answers.shift_left_out_groups import ACCESS_NEED, ATTRIBUTES, DEPRIVATION, Groups
from frontdoor.answers.shift_left_out_words import NAMES
from frontdoor.answers.view_answer import Box, Line

NEED = 'loaded only by opt-in (`opt_in = ["access_need"]`); decide with your data protection officer first.'
SURVEY = "not held. A survey of a sample says more, with less asked of everyone, than a field left empty."
OTHERS = {
    "adjustment": Line(
        "Adjustments:",
        "note whether each contact kept to the reasonable adjustments a customer had asked for (`adjustment`, loaded only by opt-in).",
    ),
    "assistance": Line(
        "Relay, BSL, interpreters:",
        "note when a contact came through them (`assistance`, loaded only by opt-in); they cannot be told from other calls here.",
    ),
}
BY_WARD = "not held by ward here. The council file can give each ward’s decile (`[[deprivation]]`)."


def collect_box(found: Sequence[Groups], told: Collection[str], context: Context) -> Box:
    """Return what is not recorded, and how it could be; `told` are those of adjustment and assistance that are."""
    by = {each.attribute for each in found}
    missing = [NAMES[name] for name in (*ATTRIBUTES, DEPRIVATION) if name not in by]
    first = [Line("Not recorded here:", f"contact by {listed(missing)}.")] if missing else []
    return Box("What the data cannot say", (*first, *_to_collect(by, told, context)), is_quiet=True)


def _to_collect(by: Collection[str], told: Collection[str], context: Context) -> Iterator[Line]:
    if ACCESS_NEED not in context.council.opt_in:
        yield Line("Access need:", NEED)
    yield from (line for name, line in OTHERS.items() if name not in told)
    if unheld := [name for name in ("language", "tenure") if name not in by]:
        yield Line(f"{', '.join(unheld).capitalize()}:", SURVEY)
    if DEPRIVATION not in by:
        yield Line("Deprivation:", BY_WARD)
