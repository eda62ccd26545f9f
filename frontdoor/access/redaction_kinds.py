"""The kinds of personal detail that redaction looks for, and where one lies in a text."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from re import Pattern
from typing import NamedTuple


class Detail(StrEnum):
    """A kind of personal detail; its value is the word that takes its place, in brackets."""

    EMAIL = "email"
    WEB_ADDRESS = "web address"
    CARD = "card"
    BANK_ACCOUNT = "bank account"
    ACCOUNT_NUMBER = "account number"
    NHS_NUMBER = "nhs number"
    NATIONAL_INSURANCE_NUMBER = "national insurance number"
    DATE_OF_BIRTH = "date of birth"
    PHONE = "phone"
    POSTCODE = "postcode"
    VEHICLE = "vehicle"
    ADDRESS = "address"
    NAME = "name"


class Finding(NamedTuple):
    """Where a detail lies: characters [start, end) of the text."""

    start: int
    end: int
    kind: Detail


class Rule(NamedTuple):
    """How one kind is found: `find` yields [start, end), in any text that holds `sign`; without it there is none.

    A sign is a pattern that Python and Polars read alike: no look-around. Polars looks for it in all comments at once.
    """

    kind: Detail
    sign: str
    find: Callable[[str], Iterator[tuple[int, int]]]


def found_by(pattern: Pattern[str], group: int | str = 0) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Return a finder of every match of `pattern`, or of one group of it where that took part."""

    def find(text: str) -> Iterator[tuple[int, int]]:
        return (match.span(group) for match in pattern.finditer(text) if match.start(group) >= 0)

    return find
