"""Finds people's names in free text: after a title or a cue, in a sign-off, or because the first name is a common one."""

import re
from collections.abc import Iterator

from frontdoor.access import name_words
from frontdoor.access.first_names import AMBIGUOUS_FIRST_NAMES, FIRST_NAMES, SURNAMES
from frontdoor.access.name_reader import (
    INITIAL_GAP,
    MOST_WORDS_IN_A_NAME,
    NAME_GAP,
    TITLE_GAP,
    NameReader,
    Word,
    words_of,
)
from frontdoor.access.redaction_kinds import Detail, Rule

_CUE_GAP = r"[ \t:,(\"'-]{1,4}"

_STRONG_CUES = r"\b(?:(?:my|his|her|their|full|first|last|customer|whose) names?(?:'s| is| was)|name ?:|signed(?: by)?|fao|c/o|care of)"
_STRONG_CUE = re.compile(rf"{_STRONG_CUES}{_CUE_GAP}(?=\w)", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(_CUE_GAP)
_SIGN_OFFS = (
    r"\b(?:regards|yours(?: (?:sincerely|faithfully|truly))?|sincerely|faithfully|best wishes|thanks|thank you|cheers)"
)
_SIGN_OFF = re.compile(
    rf"(?P<cue>{_SIGN_OFFS})[ \t,.!-]{{0,3}}(?:\r?\n){{0,2}}[ \t]{{0,3}}(?P<name>[^\W\d_][^\n\d]{{0,40}}?)[ \t.]{{0,3}}(?=\r?\n|$)",
    re.IGNORECASE,
)
_ANY_CASE_SIGN_OFFS = ("regards", "yours", "sincerely", "faithfully", "wishes")
_DOINGS = (
    r"(?:['’]s (?:team|manner|help|attitude|work|name)|,? (?:who (?:was|is|could|has|had|answered|helped|came|took)|rang|phoned|took (?:my|the)|"
    r"answered|helped (?:me|us)|told (?:me|us)|hung up|listened|explained|promised|knows (?:me|my)|apologi[sz]ed|rocks|"
    r"(?:on|at) (?:reception|the (?:desk|front|counter|phone|tip))|in (?:the )?(?:contact|call|customer) (?:centre|services)|"
    r"(?:was|is|were) (?:(?:so|very|really|always|extremely|just) )?(?:rude|polite|kind|helpful|patient|lovely|friendly|courteous|professional|"
    r"patronising|dismissive|knowledgeable|brilliant|understanding)))\b"
)
"""What is said of a person and hardly ever of a place or a service."""
_DOES_AS_PEOPLE_DO = re.compile(_DOINGS, re.IGNORECASE)


def _names(text: str) -> Iterator[tuple[int, int]]:
    reader = NameReader(text)
    yield from _after_titles(reader)
    yield from _after_cues(reader)
    yield from _in_sign_offs(reader)
    yield from _listed(reader)


def _after_titles(reader: NameReader) -> Iterator[tuple[int, int]]:
    for place, word in enumerate(reader.words[:-1]):
        is_sure, is_doubtful = word.plain in name_words.TITLES, word.plain in name_words.DOUBTFUL_TITLES
        if not (is_sure or is_doubtful) or not reader.joined(place + 1, TITLE_GAP):
            continue
        after = reader.words[place + 1]
        if after.is_ordinary or (is_doubtful and not (after.is_name_like or after.is_listed)):
            continue
        yield reader.name_from(place + 1)


def _after_cues(reader: NameReader) -> Iterator[tuple[int, int]]:
    for match in _STRONG_CUE.finditer(reader.text):
        place = reader.place_of.get(match.end())
        if place is not None and not reader.words[place].is_ordinary and not reader.is_place(place):
            yield reader.name_from(place, any_case=True)
    for place, word in enumerate(reader.words[1:], start=1):
        if word.text[0].isupper() and _is_cued(reader, place) and word.is_name_like and not reader.is_place(place):
            yield reader.name_from(place)


def _is_cued(reader: NameReader, place: int) -> bool:
    """Return whether the words before the one at `place` lead up to a name: 'spoke to', 'my neighbour'."""
    before = reader.words[place - 1].text.lower()
    if before not in name_words.CUES or not reader.joined(place, _BEFORE_A_NAME):
        return False
    openings = name_words.CUES[before]
    return not openings or (place > 1 and reader.words[place - 2].plain in openings)


def _in_sign_offs(reader: NameReader) -> Iterator[tuple[int, int]]:
    for match in _SIGN_OFF.finditer(reader.text):
        words = words_of(match["name"])
        is_any_case = match["cue"].lower().split()[-1] in _ANY_CASE_SIGN_OFFS
        is_name = 0 < len(words) < MOST_WORDS_IN_A_NAME and not any(word.is_ordinary for word in words)
        if is_name and (is_any_case or all(word.text[0].isupper() for word in words)):
            yield match.start("name") + words[0].start, match.start("name") + words[-1].end


def _listed(reader: NameReader) -> Iterator[tuple[int, int]]:
    for place, word in enumerate(reader.words):
        if word.plain in FIRST_NAMES or ("-" in word.plain and word.plain.split("-")[0] in FIRST_NAMES):
            if not reader.is_place(place):
                yield reader.name_from(place)
        elif word.text[0].isupper() and (_acts(reader, place, word) or _starts_a_name(reader, place, word)):
            yield reader.name_from(place)


def _acts(reader: NameReader, place: int, word: Word) -> bool:
    """Return whether a word with a capital is followed by what only people do: 'Rosalind rang me back'."""
    if not word.is_title_case or len(word.text) < 2:
        return False
    if _DOES_AS_PEOPLE_DO.match(reader.text, word.name_end) is None or reader.is_place(place):
        return False
    return (not word.is_ordinary or word.plain in AMBIGUOUS_FIRST_NAMES) and word.plain not in name_words.PLACE_WORDS


def _starts_a_name(reader: NameReader, place: int, word: Word) -> bool:
    """Return whether a doubtful first name or an initial is followed by a surname."""
    is_initial = len(word.text) == 1
    if place + 1 >= len(reader.words) or not (is_initial or word.plain in AMBIGUOUS_FIRST_NAMES):
        return False
    after = reader.words[place + 1]
    if (
        not reader.joined(place + 1, INITIAL_GAP if is_initial else NAME_GAP)
        or reader.is_place(place)
        or after.is_ordinary
    ):
        return False
    if after.plain in SURNAMES and after.text[0].isupper():
        return word.text != "I" or reader.text[word.end] == "."
    is_dotted = is_initial and reader.text[word.end] == "."
    opens_sentence = place == 0 or reader.text[reader.words[place - 1].end : word.start].strip(" ") in (".", "!", "?")
    return after.is_title_case and len(after.text) > 2 and (is_dotted or (not is_initial and not opens_sentence))


_SIGNS = (
    r"[^\x00-\x7F]",
    rf"(?i-u:\b(?:{'|'.join(sorted(FIRST_NAMES | name_words.TITLES | name_words.DOUBTFUL_TITLES))})\b)",
    rf"(?i-u:{_STRONG_CUES}|{_SIGN_OFFS})",
    rf"(?i-u:\b(?:{'|'.join(name_words.CUES)})){_CUE_GAP}[A-Z]",
    rf"[A-Z][a-z'’-]{{1,30}}(?i:{_DOINGS})",
    rf"(?i-u:\b(?:[A-Z]|{'|'.join(sorted(AMBIGUOUS_FIRST_NAMES))}))(?:\.[ ]?|[ ]{{1,2}})[A-Z]",
)
NAMES = (Rule(Detail.NAME, "|".join(_SIGNS), _names),)
