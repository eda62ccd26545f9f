"""Labels of outcomes as they stand inside a sentence."""

from calendar import month_name

from frontdoor.strategy.pilot_plan import WEEKDAYS

NAMES = {*WEEKDAYS, *(name.lower() for name in month_name if name)}
"""First words that keep their large letter."""


def inside(label: str) -> str:
    """Return a label with a small first letter, unless it begins with a name or with letters that stay large: 'SMS sent'."""
    first = label.split(" ", maxsplit=1)[0].removesuffix("s").lower()
    return label if label[1:2].isupper() or first in NAMES else f"{label[:1].lower()}{label[1:]}"


def capital(label: str) -> str:
    """Return a label as it begins a sentence."""
    return f"{label[:1].upper()}{label[1:]}"


def quoted(label: str) -> str:
    """Return a label in quotation marks, unless it holds some of its own."""
    return label if "“" in label else f"“{label}”"
