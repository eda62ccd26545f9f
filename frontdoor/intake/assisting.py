"""How a contact was assisted, and whether the reasonable adjustment a customer had asked for was kept to."""

from collections.abc import Mapping

from frontdoor.intake.plan import Plan
from frontdoor.intake.rules import put_known
from frontdoor.intake.source_types import Source
from frontdoor.schema.records import ADJUSTMENT, ASSISTANCE

_ASSISTED: Mapping[str, str] = {
    **{one: one for one in ASSISTANCE},
    **dict.fromkeys(("relay uk", "text relay", "video relay", "typetalk"), "relay"),
    **dict.fromkeys(("bsl", "british sign language", "signvideo", "sign language"), "british_sign_language"),
    **dict.fromkeys(("interpreting", "telephone interpreter", "language line", "translator"), "interpreter"),
}
_KEPT_TO: Mapping[str, str] = {
    **{one: one for one in ADJUSTMENT},
    **dict.fromkeys(("met", "kept", "made", "provided"), "honoured"),
    **dict.fromkeys(("not honoured", "not met", "not kept", "not made", "not provided"), "not_honoured"),
}


def put_assistance(plan: Plan, source: Source) -> None:
    """Read how a contact was assisted; a word nobody knows is left empty and counted."""
    put_known(plan, source, "assistance", _ASSISTED, "way of assisting")


def put_adjustment(plan: Plan, source: Source) -> None:
    """Read whether an adjustment asked for was kept to; yes and no are not taken, as they may say only that one was asked for."""
    put_known(plan, source, "adjustment", _KEPT_TO, "outcome of an adjustment")
