"""Reads marked comments and says which of their details redaction takes out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from frontdoor.access.redaction import find_details

_MARK = re.compile(r"\{([a-z ]+)\|([^}]*)\}")


class Marked(NamedTuple):
    """A comment and its details as [start, end) and kind."""

    text: str
    details: tuple[tuple[int, int, str], ...]


class Score(NamedTuple):
    """Of one kind: details marked, and those with every letter and digit taken out."""

    kind: str
    found: int
    marked: int


def read_marked(comment: str) -> Marked:
    text, details, place = "", [], 0
    for mark in _MARK.finditer(comment):
        text += comment[place : mark.start()]
        details.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        place = mark.end()
    return Marked(text + comment[place:], tuple(details))


def scores(comments: Iterable[str]) -> dict[str, Score]:
    """Return the score of each kind, in the order first met."""
    counted: dict[str, Score] = {}
    for marked in map(read_marked, comments):
        taken = taken_out(marked.text)
        for start, end, kind in marked.details:
            is_found = all(place in taken for place in range(start, end) if marked.text[place].isalnum())
            before = counted.get(kind, Score(kind, 0, 0))
            counted[kind] = Score(kind, before.found + is_found, before.marked + 1)
    return counted


def taken_out(text: str) -> set[int]:
    return {place for finding in find_details(text) for place in range(finding.start, finding.end)}


def wrongly_taken(comments: Iterable[str]) -> list[str]:
    """Return what is taken out although no part of it is marked."""
    wrong = []
    for marked in map(read_marked, comments):
        inside = {place for start, end, _ in marked.details for place in range(start, end)}
        wrong += [
            f"{finding.kind}: {marked.text[finding.start : finding.end]!r} in {marked.text!r}"
            for finding in find_details(marked.text)
            if inside.isdisjoint(range(finding.start, finding.end))
        ]
    return wrong
