"""Finds where somebody lives: postcodes and street addresses of the United Kingdom.

Every repeat in a pattern has a highest count, so the time taken grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator

from frontdoor.access.name_words import ORDINARY_WORDS
from frontdoor.access.redaction_kinds import Detail, Rule, found_by
from frontdoor.access.word_lists import words_in

_FLAGS = re.IGNORECASE

_AREAS = (
    "AB AL BA BB BD BH BL BN BR BS BT B CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX E FK FY GL GU G "
    "HA HD HG HP HR HS HU HX IG IM IP IV JE GY KA KT KW KY LA LD LE LL LN LS LU L ME MK ML M NE NG NN NP NR NW N OL OX PA PE PH PL "
    "PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY S TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV W YO ZE"
)  # Royal Mail's postcode areas
_POSTCODE = re.compile(
    rf"(?<!\w)(?:{_AREAS.replace(' ', '|')})(?:\d[A-Z\d]?|[ -]\d\d)(?P<gap>[ ]{{0,3}})(?P<inward>[\dO][ABD-HJLNP-UW-Z]{{2}})(?!\w)",
    _FLAGS,
)
_ORDINAL = re.compile(r"1st|2nd|3rd|\dth")

_SURE = r"(?:street|str|st|road|rd|avenue|ave|lane|ln|crescent|cres|gardens|gdns|grove|terrace|mews|close)"
_ANY = (
    r"(?:street|str|st|road|rd|avenue|ave|av|lane|ln|crescent|cres|gardens|gdns|grove|gr|terrace|terr|mews|close|cl|drive|dr|way|court|ct|"
    r"place|pl|hill|park|row|walk|square|sq|view|rise|green|parade|mount|bank|gate|vale|croft|wynd|brae|meadows?|house|villas?|yard|end|"
    r"paddocks?|orchard|spinney|maltings|chase|heights|broadway)"
)
_NUMBER = r"(?<![\w£.,:/-])(?:(?i:unit|plot|suite)[ ]{1,2})?\d{1,4}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?"
_NOT_A_STREET = r"(?!['’]?\w)(?![ ](?:light|lamp|clean|sweep|sign|work|clos|cross|market|tree|furnitur|name|park|surface|side|repair|corner|end\b))"
_CAPITAL = r"(?:[A-Z][\w'’-]{0,24}\.?)"
_NAMED_STREET = re.compile(
    rf"{_NUMBER},?[ ]{{1,2}}(?P<words>(?:{_CAPITAL}[ ]{{1,2}}){{1,4}})(?i:{_ANY}){_NOT_A_STREET}"
)
_SMALL_LETTERS = re.compile(
    rf"{_NUMBER},?[ ]{{1,2}}(?P<words>(?:[a-z][a-z'’-]{{1,24}}[ ]{{1,2}}){{1,3}}){_SURE}{_NOT_A_STREET}", _FLAGS
)
_THE_STREET = re.compile(
    rf"{_NUMBER},?[ ]{{1,2}}[Tt]he[ ]{{1,2}}(?:[A-Z][\w'’-]{{0,24}}[ ]{{1,2}}){{0,2}}(?:(?i:{_ANY})|[A-Z][a-z]{{2,20}}s)\b"
)
_ENDINGS = r"(?:side|way|gate|fields?|croft|bank|mead|hurst|dale)"
_ONE_WORD = re.compile(rf"{_NUMBER},?[ ]{{1,2}}[A-Z][a-z]{{2,14}}{_ENDINGS}\b")
_WELSH_WAYS = (
    r"(?:Ffordd|Heol|Stryd|L[oô]n|Maes|Cae|Clos|Rhodfa|Bryn|Tai|Tan|Pen|Cwm|Nant|Pont|Gelli|Coed|Erw|Dan|Uwch)"
)
_WELSH = re.compile(rf"{_NUMBER},?[ ]{{1,2}}{_WELSH_WAYS}(?:[ ]{{1,2}}(?:yr?|[A-Z][\w'’-]{{1,24}})){{1,3}}")
_FLAT = re.compile(
    r"\b(?:flat|apartment|apt|maisonette)[ ]{1,2}(?:no\.?[ ]{0,2}|number[ ])?(?:\d{1,4}[a-oq-z]?|(?-i:[A-H]))\b(?![%.]\d|%)"
    r"(?:,?[ ]{1,2}(?-i:[A-Z][\w'’-]{1,24}|\w{1,20}(?=[ ](?:house|court)))(?:[ ]{1,2}(?:house|court|lodge|tower|place|point|heights))){0,1}",
    _FLAGS,
)
_HOUSES = r"(?:Cottage|House|Farm|Forge|Barn|Lodge|Bungalow|Villa|Mill|Vicarage|Rectory|Grange|Manor|Chapel|Stables)"
_NAMED_HOUSE = re.compile(
    rf"(?:{_CAPITAL}[ ]){{1,3}}{_HOUSES}"
    rf",[ ]{{1,2}}(?:{_CAPITAL}[ ]{{1,2}}){{1,3}}(?i:{_ANY}){_NOT_A_STREET}"
)
_LIVES = re.compile(
    rf"\b(?:I|we|he|she|they)(?:['’](?:m|re|ve))?[ ](?:(?:have|has)[ ])?(?:live|lives|lived|living|reside)[ ](?:at|on|in|down|along)[ ]{{1,2}}"
    rf"(?P<street>(?:(?!(?:the|a|an|my|our|this)\b)[\w'’-]{{1,24}}[ ]{{1,2}}){{1,3}}{_ANY}){_NOT_A_STREET}",
    _FLAGS,
)
_UNITS = words_in(
    "minute minutes min mins hour hrs hr mph mile miles metre metres yard yards litre litres bed bedroom tonne week weeks day days "
    "storey foot feet inch percent pounds lovely huge deep bad dark busy narrow cul de sac"
)


def _postcodes(text: str) -> Iterator[tuple[int, int]]:
    for match in _POSTCODE.finditer(text):
        if not (match["gap"] and _ORDINAL.fullmatch(match["inward"])):
            yield match.span()


def _names_a_street(words: str) -> bool:
    """Return whether words between a number and 'street' can be its name: 'high', not 'bins on our'."""
    named = [word.lower().strip(".") for word in words.split()]
    is_high = named in (
        ["high"],
        ["main"],
        ["church"],
        ["station"],
        ["park"],
        ["north"],
        ["south"],
        ["west"],
        ["east"],
        ["green"],
    )
    return is_high or not any(
        word in _UNITS or (word in ORDINARY_WORDS and word not in _STREET_NAMES) for word in named
    )


_STREET_NAMES = words_in(
    "high main church station park north south west east green old new mill long black white school home road garden tree centre town "
    "ring end green hill lady ladies grey field market back front night great"
)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    yield from found_by(_FLAT)(text)
    yield from found_by(_NAMED_HOUSE)(text)
    for pattern in (_NAMED_STREET, _SMALL_LETTERS):
        yield from (match.span() for match in pattern.finditer(text) if _names_a_street(match["words"]))
    for pattern in (_THE_STREET, _ONE_WORD, _WELSH):
        yield from found_by(pattern)(text)
    yield from found_by(_LIVES, "street")(text)


PLACES = (
    Rule(Detail.POSTCODE, r"(?i)[A-Z](?:\d[A-Z\d]?|[ -]\d\d)[ ]{0,3}[\dO][ABD-HJLNP-UW-Z]{2}", _postcodes),
    Rule(
        Detail.ADDRESS,
        rf"(?i)\d.*(?:\b{_ANY}\b|{_ENDINGS}\b|\b{_WELSH_WAYS}[ ])|\d[a-z]?,?[ ]{{1,2}}the[ ]|\b(?:flat|apartment|apt|maisonette)[ ]"
        rf"|\b(?:liv|resid)(?:e|es|ed|ing)[ ]|\b{_HOUSES},[ ].*\b{_ANY}\b",
        _addresses,
    ),
)
