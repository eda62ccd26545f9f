"""Takes personal details out of free text before it is kept: best effort, by rules, with no model and no network.

How much is found is measured in tests and stated in docs/data-protection.md; why by rules of our own: decision 0801.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

import polars as pl

from frontdoor.access.redaction_kinds import Detail, Finding, Rule
from frontdoor.access.redaction_names import NAMES
from frontdoor.access.redaction_numbers import NUMBERS
from frontdoor.access.redaction_places import PLACES
from frontdoor.access.redaction_reaching import ONLINE, PHONES, PLATES

RULES = (*ONLINE, *NUMBERS, *PHONES, *PLACES, *PLATES, *NAMES)
"""Every rule; where two would take the same words, the earlier one has them."""

_ALIKE = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u200b\u202f\ufeff", " ")
    | dict.fromkeys("‘’´`", "'")
    | dict.fromkeys("‐‑‒–—", "-")
)
"""Spaces, quotes and dashes of every sort, each read as the plain one; one character for one, so that places stay."""


class Redacted(NamedTuple):
    """A text with each finding replaced by its kind in brackets, and how many of each kind there were."""

    text: str
    found: dict[Detail, int]


def redact(text: str) -> Redacted:
    """Return `text` with personal details replaced: 'Ring Ann on 07700 900123' is 'Ring [name] on [phone]'."""
    findings = find_details(text)
    return Redacted(_replaced(text, findings), dict(Counter(finding.kind for finding in findings)))


def redact_all(comments: pl.Series) -> pl.Series:
    """Return the strings of `comments` redacted; null stays null. A comment that is there twice is read once.

    The signs are looked for in all comments at once, so that only rules that may find something read a comment.
    """
    written = comments.drop_nulls().unique(maintain_order=True)
    plain = pl.Series([text.translate(_ALIKE) for text in written], dtype=pl.String)
    signs = [plain.str.contains(rule.sign).to_list() for rule in RULES]
    redacted = [
        _replaced(text, _without_overlaps(alike, compress(RULES, seen))) if any(seen) else text
        for text, alike, *seen in zip(written, plain, *signs, strict=True)
    ]
    new = pl.Series(redacted, dtype=pl.String)
    return comments.replace_strict(written, new, default=None, return_dtype=pl.String).alias(comments.name)


def find_details(text: str) -> list[Finding]:
    """Return the details in `text`, in order, none overlapping another."""
    return _without_overlaps(text.translate(_ALIKE), RULES)


def _without_overlaps(text: str, rules: Iterable[Rule]) -> list[Finding]:
    taken = bytearray(len(text))
    findings = []
    for rule in rules:
        for start, end in rule.find(text):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                findings.append(Finding(start, end, rule.kind))
    return sorted(findings)


def _replaced(text: str, findings: list[Finding]) -> str:
    kept, place = [], 0
    for finding in findings:
        kept += [text[place : finding.start], f"[{finding.kind.value}]"]
        place = finding.end
    return "".join([*kept, text[place:]])
