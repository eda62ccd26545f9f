"""Puts a change that waits in force, by its name: target-3, threshold-1 or definition-2."""

from datetime import datetime

from frontdoor.answers.waiting import DEFINITION, TARGET, THRESHOLD
from frontdoor.errors import RegisterError
from frontdoor.measures.formatting import format_date
from frontdoor.register.definition_changes import approve_definition
from frontdoor.register.entries import Approval
from frontdoor.register.register import Register

KEPT = "Earlier figures keep what they were judged by."
ANEW = "Every figure of it, earlier ones too, is counted the new way; targets keep their days."


def approve_named(register: Register, name: str, approval: Approval, author: str, now: datetime) -> str:
    """Approve the change called `name` and return what was done; RegisterError where none is called that."""
    kind, _, number = name.partition("-")
    if kind not in (TARGET, THRESHOLD, DEFINITION) or not number.isdigit():
        raise RegisterError(f"{name} is no change; `approve` alone lists those that wait, like target-3.")
    by, where, first = approval.approved_by, approval.approved_where, approval.from_date
    if kind == DEFINITION:
        if first != now.date():
            raise RegisterError("A definition counts from the day it is approved; leave the day out.")
        approve_definition(register, int(number), author=author, approved_by=by, where=where, now=now)
        return f"Approved: {name} is in force. {ANEW}"
    approve = register.approve if kind == TARGET else register.approve_threshold
    approve(int(number), author=author, approved_by=by, where=where, from_date=first, now=now)
    return f"Approved: {name} is in force from {format_date(first)}. {KEPT}"
