"""Finds numbers that belong to one person: cards, bank and other accounts, NHS and National Insurance numbers, birth dates.

Every repeat in a pattern has a highest count, so the time taken grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator

from frontdoor.access.redaction_kinds import Detail, Rule, found_by

_DIGIT = re.compile(r"\d")
_FLAGS = re.IGNORECASE
_IS = r"(?:[ \t]{0,3}(?:number|no\b\.?|num|ref\b\.?|reference|is|was|given|:|=|-|#)){0,4}[ \t]{0,3}"
"""What stands between the name of a number and the number: 'no. is:'."""

CARD_LENGTHS = (13, 19)  # digits, ISO/IEC 7812-1
CARD_FIRST_DIGITS = "23456"  # ISO/IEC 7812-1 major industries that issue payment cards
_CARD = re.compile(r"(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.]\d|\d)")
_CARD_ENDING = re.compile(r"\bcard\b[^.\n]{0,20}?\bending(?:[ \t](?:in|with))?[ \t]{1,3}(?P<digits>\d{4})\b", _FLAGS)
_LAST_FOUR = re.compile(
    r"\blast[ ](?:four|4)(?:[ ](?:digits|numbers))?(?:[ ](?:are|is|were|of[ ]my[ ]card))?[ :]{1,2}(?P<digits>\d{4})\b",
    _FLAGS,
)

_IBAN = re.compile(r"\bGB\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){14}\b", _FLAGS)
_SORT = r"\d{2}[ -]?\d{2}[ -]?\d{2}"
_SORT_AND_ACCOUNT = re.compile(r"(?<![\d/.-])\d{2}-\d{2}-\d{2}(?:[ ,/]{1,3}\d{8})?(?![\d-])")
_SORT_CUE = re.compile(rf"\b(?:sort(?:[ -]?code)?|s/c){_IS}(?P<digits>{_SORT}(?:[ ,]{{1,3}}\d{{8}})?)(?!\d)", _FLAGS)
_ACCOUNT_CUE = re.compile(
    rf"\b(?:bank[ ])?(?:account|acct|acc|a/c)\b{_IS}(?P<digits>\d{{8}}|\d{{4}}[ ]\d{{4}})(?!\d)", _FLAGS
)

_OWN_ACCOUNT = re.compile(
    r"\b(?:council[ ]tax|c/tax|CT|rent|tenancy|tenant|(?:housing[ ])?benefit|(?:blue[ ])?badge|customer|claim)"
    rf"(?:[ ](?:account|acct|acc|a/c|claim|badge|bill|number|reference|ref))?\b{_IS}"
    r"(?P<digits>(?=[\dA-Z ]{0,8}\d{3})\d[\d ]{4,11}\d[A-Z]?)(?![\w])",
    _FLAGS,
)

_NHS = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_NHS_CUE = re.compile(rf"\bnhs{_IS}(?P<digits>\d{{3}}[ -]?\d{{3}}[ -]?\d{{4}})(?!\d)", _FLAGS)
NHS_WEIGHTS = (10, 9, 8, 7, 6, 5, 4, 3, 2)  # NHS Data Dictionary, modulus 11

_NI_BODY = r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}"  # HMRC NIM39110
_NATIONAL_INSURANCE = re.compile(rf"(?<!\w){_NI_BODY}[ -]?[A-D](?!\w)", _FLAGS)
_NATIONAL_INSURANCE_CUE = re.compile(rf"\b(?:ni|nino|national[ ]insurance){_IS}(?P<digits>{_NI_BODY})(?!\w)", _FLAGS)

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = (
    r"(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[ ]?[./ -][ ]?\d{1,2}[ ]?[./ -][ ]?\d{2,4}"
    rf"|(?:the[ ])?\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTH}(?:,?[ ]\d{{2,4}})?|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]\d{{4}})?)"
)
_BIRTH = r"(?:d\.?[ ]?o\.?[ ]?b\b\.?|date[ ]of[ ]birth|birth[ ]?da(?:te|y)|born(?:[ ]on)?)"
_BIRTH_DATE = re.compile(rf"\b{_BIRTH}{_IS}(?P<date>{_DATE})(?!\d)", _FLAGS)
_DATE_LAST_CENTURY = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-]19\d{2}(?![\d/-])")
"""A full date in the 1900s in a comment is nearly always when somebody was born."""


def passes_luhn(digits: str) -> bool:
    """Return whether a card number's last digit agrees with the others (ISO/IEC 7812-1 annex B)."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(value - 9 if value > 9 else value for value in doubled)) % 10 == 0


def passes_nhs_check(digits: str) -> bool:
    """Return whether the tenth digit of an NHS number agrees with the first nine."""
    total = sum(weight * int(digit) for weight, digit in zip(NHS_WEIGHTS, digits, strict=False))
    return digits[0] != "0" and (11 - total % 11) % 11 == int(digits[9])


def _digits(text: str) -> str:
    return "".join(_DIGIT.findall(text))


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for match in _CARD.finditer(text):
        digits = _digits(match.group())
        if digits[0] in CARD_FIRST_DIGITS and passes_luhn(digits):
            yield match.span()
    yield from found_by(_CARD_ENDING, "digits")(text)
    yield from found_by(_LAST_FOUR, "digits")(text)


def _nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    yield from found_by(_NHS_CUE, "digits")(text)
    yield from (match.span() for match in _NHS.finditer(text) if passes_nhs_check(_digits(match.group())))


def _bank_accounts(text: str) -> Iterator[tuple[int, int]]:
    yield from found_by(_IBAN)(text)
    yield from found_by(_SORT_CUE, "digits")(text)
    yield from found_by(_SORT_AND_ACCOUNT)(text)
    yield from found_by(_ACCOUNT_CUE, "digits")(text)


def _birth_dates(text: str) -> Iterator[tuple[int, int]]:
    yield from found_by(_BIRTH_DATE, "date")(text)
    yield from found_by(_DATE_LAST_CENTURY)(text)


def _national_insurance_numbers(text: str) -> Iterator[tuple[int, int]]:
    yield from found_by(_NATIONAL_INSURANCE)(text)
    yield from found_by(_NATIONAL_INSURANCE_CUE, "digits")(text)


NUMBERS = (
    Rule(Detail.CARD, r"\d(?:[ -]?\d){12}|(?i:\bending\b|\blast (?:four|4)\b)", _cards),
    Rule(Detail.ACCOUNT_NUMBER, r"\d[\d ]{4,11}\d", found_by(_OWN_ACCOUNT, "digits")),
    Rule(Detail.BANK_ACCOUNT, r"\d\d[ -]?\d\d[ -]?\d\d", _bank_accounts),
    Rule(Detail.NHS_NUMBER, r"\d(?:[ -]?\d){9}", _nhs_numbers),
    Rule(Detail.NATIONAL_INSURANCE_NUMBER, r"[A-Za-z]{2}(?:[ -]?\d\d){3}", _national_insurance_numbers),
    Rule(Detail.DATE_OF_BIRTH, rf"\d[/.-]19\d\d|(?i:\b{_BIRTH})", _birth_dates),
)
"""Numbers that belong to one person, the most certain first."""
