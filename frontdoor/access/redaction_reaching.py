"""Finds what reaches somebody: phone numbers, e-mail addresses, personal web pages, number plates.

Every repeat in a pattern has a highest count, so the time taken grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator

from frontdoor.access.name_words import ORDINARY_WORDS
from frontdoor.access.redaction_kinds import Detail, Rule, found_by

_FLAGS = re.IGNORECASE

_GAP = r"[ \t().\-/]{0,3}"
_EXTENSION = r"(?:[ ,]{0,2}(?i:ext(?:ension|n)?\.?|x)[ ]?\d{2,6})?"
_PHONE = re.compile(
    rf"(?<![\w£])(?<!\d[./-])(?:(?:\+|00)44{_GAP}(?:\(?0\)?)?|44{_GAP}(?=[127])|\(?[0O]){_GAP}"
    rf"(?P<first>[127])(?:{_GAP}[\dO]){{8,10}}(?![\dO]){_EXTENSION}"
)
"""01, 02 and 07 in any spacing. 03, 08 and 09 are organisations' numbers and stay (Ofcom National Telephone Numbering Plan)."""
_ABROAD = re.compile(rf"(?<![\w.])(?:\+|00)(?!44)[1-9](?:{_GAP}\d){{7,13}}(?!\d)")
_LOCAL = re.compile(
    r"\b(?:ring|call|phone|tel|telephone|mob|mobile|landline|my[ ]n(?:umber|o))(?:[ ](?:me|us|back|on|is|no|number)|[.:]){0,3}[ ]{1,2}"
    r"(?P<digits>\d{3}[ ]?\d{3,4})(?![\d%]|[ ]?(?:times|minutes|days|pounds))\b",
    _FLAGS,
)
_SECOND = re.compile(r"(?<=\d)/(?P<digits>0[127](?:[ .-]?\d){8,9})(?!\d)")
_EXTENSION_ALONE = re.compile(r"\bext(?:ension|n)?\.?[ ]?(?P<digits>\d{3,6})\b", _FLAGS)
_SAID = r"(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)"
_SPOKEN = re.compile(rf"\b{_SAID}(?:[ ,-]{{1,2}}{_SAID}){{6,16}}\b", _FLAGS)

_PROVIDERS = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|aol|live|sky|talktalk|virginmedia|protonmail|me|msn|ntlworld|tiscali)"
_LOCAL_PART = r"(?<![\w.+'’-])[\w+](?:[\w.+'’-]{0,62}\w)?"
_EMAIL = re.compile(
    rf"{_LOCAL_PART}[ ]?@[ ]?(?:[\w-]{{1,63}}(?:[ ]?\.[ ]?[\w-]{{2,63}}){{1,4}}|{_PROVIDERS}\b)", _FLAGS
)
_AT = r"(?:[ ]{1,2}[(\[]?at[)\]]?[ ]{1,2}|[(\[]at[)\]])"
_SPELT_DOT = r"(?:[ ]{1,2}[(\[]?dot[)\]]?[ ]{1,2}|[(\[]dot[)\]])"
_DOT = rf"(?:{_SPELT_DOT}|\.)"
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+'’-])(?!(?:look|looking|found|online|page|website|visit|seen|available)\b)"
    rf"[\w+](?:[\w.+'’-]{{0,62}}\w)?(?:[ ]{{1,2}}(?:dot|underscore|dash|hyphen)[ ]{{1,2}}[\w-]{{1,30}}){{0,3}}{_AT}"
    rf"(?:{_PROVIDERS}\.[a-z]{{2,3}}(?:\.[a-z]{{2}})?|[\w-]{{1,63}}{_SPELT_DOT}[a-z]{{2,20}}(?:{_DOT}[a-z]{{2,20}}){{0,2}})\b",
    _FLAGS,
)

_SOCIAL = r"(?:facebook|fb|instagram|twitter|x|linkedin|tiktok|youtube|snapchat|threads|nextdoor|bsky|vinted)"
_PROFILE = re.compile(
    rf"(?<![\w.@])(?:https?://)?(?:[a-z]{{1,3}}\.|www\.){{0,2}}{_SOCIAL}\.(?:com|co\.uk|app|social)/(?:in/|@)?[^\s,;)\]]{{2,200}}",
    _FLAGS,
)
_PERSONAL_PAGE = re.compile(
    r"(?<![\w.@])https?://(?=[^\s]{0,200}(?:@|/users?/|/profiles?/|/~|[?&](?:user|email|name|token)=))[^\s,;)\]]{2,400}",
    _FLAGS,
)
_HANDLE = re.compile(r"(?<![\w.@/])@[a-z_][\w.]{1,28}\w", _FLAGS)

_CURRENT_PLATE = re.compile(
    r"(?<!\w)(?:[A-Z]{2}\d{2}[ ]?(?P<upper>[A-Z]{3})|[a-z]{2}\d{2}[ ]?(?P<lower>[a-z]{3}))(?!\w)"
)
_OLDER_PLATE = re.compile(
    r"(?<!\w)(?:[A-Z]\d{1,3}[ ]?[A-Z]{3}|[A-Z]{3}[ ]?\d{1,3}[A-Z]|[A-Z]{3}[ ]?\d{1,4}|[A-Z]{2}[ ]?\d{4})(?!\w)"
)
_SPACED_PLATE = re.compile(r"(?<!\w)(?:[A-Z]{2}[ ]\d{2}[ ]?[A-Z]{3}|[A-Z][ ]\d{1,3}[ ][A-Z]{3})(?!\w)", _FLAGS)
_VEHICLES = r"\b(?:reg|registration|plates?|cars?|vans?|vehicles?|lorry|truck|motorbike|taxi|parked|driver|bmw|audi|ford|vauxhall)\b"
_VEHICLE_CUE = re.compile(_VEHICLES, _FLAGS)


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_PHONE, _ABROAD):
        yield from found_by(pattern)(text)
    for pattern in (_LOCAL, _SECOND, _EXTENSION_ALONE):
        yield from found_by(pattern, "digits")(text)


def _emails(text: str) -> Iterator[tuple[int, int]]:
    yield from found_by(_EMAIL)(text)
    yield from found_by(_SPELT_EMAIL)(text)


def _web_addresses(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_PROFILE, _PERSONAL_PAGE, _HANDLE):
        yield from found_by(pattern)(text)


def _plates(text: str) -> Iterator[tuple[int, int]]:
    for match in _CURRENT_PLATE.finditer(text):
        if (match["upper"] or match["lower"]).lower() not in ORDINARY_WORDS:
            yield match.span()
    if _VEHICLE_CUE.search(text):
        for match in (*_OLDER_PLATE.finditer(text), *_SPACED_PLATE.finditer(text)):
            if not match.group()[-3:].isalpha() or match.group()[-3:].lower() not in ORDINARY_WORDS:
                yield match.span()


ONLINE = (
    Rule(Detail.WEB_ADDRESS, r"[@/]", _web_addresses),
    Rule(Detail.EMAIL, rf"(?i)@|\bat\b.{{1,80}}dot\b|\bat[)\]]|\bat[ ]{{1,2}}{_PROVIDERS}", _emails),
)
"""E-mail addresses and personal pages, found before anything inside them is taken for something else."""

PHONES = (
    Rule(Detail.PHONE, rf"(?i)[\dO](?:{_GAP}[\dO]){{5}}|\bext[a-z.]{{0,8}} ?\d", _phones),
    Rule(Detail.PHONE, rf"(?i)\b{_SAID}[ ,-]{{1,2}}{_SAID}[ ,-]{{1,2}}{_SAID}\b", found_by(_SPOKEN)),
)
PLATES = (Rule(Detail.VEHICLE, rf"[A-Za-z]{{2}}\d\d[ ]?[A-Za-z]{{3}}|(?i:{_VEHICLES})", _plates),)
