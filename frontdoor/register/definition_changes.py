"""Approves a definition that waits: from then on every figure of the measure is counted as its file says."""

from datetime import datetime

from frontdoor.errors import RegisterError
from frontdoor.register.accountability_tables import DEFINITIONS
from frontdoor.register.auditing import record
from frontdoor.register.definitions import Definitions, Standing, definition_row, definitions
from frontdoor.register.register import Register
from frontdoor.register.words import typed


def held_definitions(register: Register) -> Definitions:
    """Return what each measure counts as agreed, and which changes wait."""
    with register.read() as connection:
        return definitions(connection, register.council)


def approve_definition(
    register: Register, pending_id: int, *, author: str, approved_by: str, where: str, now: datetime
) -> str:
    """Let a measure count what its file says by now and return its key.

    Raises:
        RegisterError: no such change waits, or words are missing.
    """
    words = {
        "approved_by": typed(approved_by, "Who approved it"),
        "approved_where": typed(where, "Where it was approved"),
    }
    with register.write(author, now) as (connection, act):
        waiting = {each.id: each for each in definitions(connection, register.council).pending}
        if pending_id not in waiting:
            raise RegisterError(
                f"Definition {pending_id} is not waiting: it was approved, or the file has changed since."
            )
        change = waiting[pending_id]
        row = definition_row(change.measure_key, change.stated, Standing.IN_FORCE, "") | words
        record(connection, act, DEFINITIONS, "approved a change of definition", [row], before=change.held)
    return change.measure_key
