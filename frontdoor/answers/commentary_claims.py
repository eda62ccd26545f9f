"""What a commentary claims of its figure, by a small set of phrases: on track, met, better, worse, no change, will be met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from frontdoor.periods import Period, add_months, month_start
from frontdoor.schema.units import Better


class Claim(StrEnum):
    """What can be claimed of a figure in its period, of its trend, and of where its year ends."""

    ON_TRACK = "on track"
    OFF_TRACK = "off track"
    MET = "met"
    MISSED = "missed"
    BETTER = "better"
    NOT_BETTER = "not better"
    WORSE = "worse"
    NOT_WORSE = "not worse"
    SAME = "no change"
    CHANGED = "changed"
    WILL_MEET = "will meet"
    WILL_MISS = "will miss"


OPPOSITE = {
    Claim.ON_TRACK: Claim.OFF_TRACK,
    Claim.MET: Claim.MISSED,
    Claim.MISSED: Claim.MET,
    Claim.BETTER: Claim.NOT_BETTER,
    Claim.WORSE: Claim.NOT_WORSE,
    Claim.WILL_MEET: Claim.WILL_MISS,
    Claim.WILL_MISS: Claim.WILL_MEET,
    Claim.SAME: Claim.CHANGED,
    Claim.OFF_TRACK: Claim.ON_TRACK,
}
"""What a negated phrase claims."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim and the very words that make it."""

    claim: Claim
    words: str


TARGET = r"(?:targets?|goal|standard|promise)"
GAP = r"(?:\s+[\w%’'-]+){0,3}?"
IS = r"(?:is|are|was|were|has|have|be|been|it|keeps?|still|now|slowly|steadily|again|performance|figures?|results?)"
ONWARD = r"(?=\s*$|\s+(?:since|again|steadily|slowly|slightly|on|over|from|to|in|this|month|compared|by|after|and)\b|\s*[,)])"
FUTURE = r"(?:will|shall|won't|should|going to|set to|(?:un)?likely to|expect(?:s|ed|ing)? to|expect(?:s|ing)?|forecast to|predicted to)"
NO_PLAN = r"(?!\s+(?:plan|programme|project|work|board|team|notice))"
REACH = r"(?:meet|hit|reach|achieve|exceed)"

PHRASES: tuple[tuple[Claim, str], ...] = (
    (Claim.ON_TRACK, r"\bon\s+(?:track|target|course|schedule)\b(?!\s+(?:date|setting))"),
    (Claim.OFF_TRACK, r"\b(?:off|behind)\s+(?:track|target|course|schedule)\b"),
    (Claim.MET, rf"\b(?:met(?! with)|meets(?! with)|achieved|achieves|hit|hits|reached|exceeded|exceeds|beat|beats)\b{GAP}\s+{TARGET}\b"),
    (Claim.MET, rf"\b(?:is|are|be|been|now|still)\s+(?:\w+\s+)?(?:meeting|achieving|hitting|exceeding)\b{GAP}\s+{TARGET}\b"),
    (Claim.MET, rf"\b{TARGET}\s+(?:\w+\s+)?(?:was|is|has been|were|are|wasn't|isn't)\s+(?:\w+\s+)?(?:met|achieved|hit|reached|exceeded)\b"),
    (Claim.MET, rf"\b(?:within|better than)\s+(?:the\s+|our\s+)?{TARGET}\b"),
    (Claim.MISSED, rf"\b(?:missed|misses|fell short of|falls short of|fail\w* to {REACH})\b{GAP}\s+{TARGET}\b"),
    (Claim.MISSED, rf"\b{TARGET}\s+(?:\w+\s+)?(?:was|is|has been|were|are|wasn't|isn't)\s+(?:\w+\s+)?missed\b"),
    (Claim.MISSED, rf"\bworse than\s+(?:the\s+|our\s+)?{TARGET}\b"),
    (Claim.BETTER, rf"\b{IS}\s+(?:not\s+)?(?:\w+\s+)?(?:improving|improved)\b{ONWARD}"),
    (Claim.BETTER, rf"^\s*(?:improving|improved)\b{ONWARD}"),
    (Claim.BETTER, r"\b(?:continu\w+ to improve|getting better|got better|better than (?:last|before|a year|the (?:last|previous|year|month)))\b"),
    (Claim.BETTER, rf"\b(?:an?|some|clear|real|slight|steady|marked|continued|sustained|no|any)\s+improvement\b{NO_PLAN}"),
    (Claim.WORSE, rf"\b{IS}\s+(?:not\s+)?(?:\w+\s+)?(?:worsening|worsened|deteriorating|deteriorated|declining|declined)\b{ONWARD}"),
    (Claim.WORSE, rf"^\s*(?:worsening|worsened|deteriorating|declining)\b{ONWARD}"),
    (Claim.WORSE, r"\b(?:getting worse|got worse|worse than (?:last|before|a year|the (?:last|previous|year|month)))\b"),
    (Claim.SAME, r"\bno (?:real |significant |material )?change\b(?!\s+(?:to|in)\s+(?!performance|the figure|results|the number|status))"),
    (Claim.SAME, r"\b(?:remain|stay|hold|held|is|are|was|been|broadly)\w*\s+(?:\w+\s+)?(?:stable|steady|flat|static|the same)\b"),
    (Claim.SAME, r"\b(?:unchanged|(?:not|hasn't|haven't) changed|the same as (?:last|before|the (?:last|previous)))\b"),
    (Claim.WILL_MEET, rf"\b{FUTURE}\b{GAP}\s+{REACH}\b{GAP}\s+{TARGET}\b"),
    (Claim.WILL_MEET, rf"\b{FUTURE}\b{GAP}\s+be\s+(?:\w+\s+)?(?:met|achieved|reached|hit|back on track|on track|on target)\b"),
    (Claim.WILL_MEET, rf"\b(?:{FUTURE}\b{GAP}\s+recover|back on track by)\b"),
    (Claim.WILL_MISS, rf"\b{FUTURE}\b{GAP}\s+(?:miss\b{GAP}\s+{TARGET}|be missed)\b"),
)  # fmt: skip
"""The phrases, by what they claim; text is in small letters."""

ABOVE, BELOW = rf"\babove\s+(?:the\s+|our\s+)?{TARGET}\b", rf"\b(?:below|under)\s+(?:the\s+|our\s+)?{TARGET}\b"
NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just))|no|never|nor|neither|hardly|without|cannot|unlikely|unable|yet to|far from|instead of|"
    r"rather than|fail\w*|stopped)\b|n't\b"
)
AIM = re.compile(
    r"\b(?:if|unless|whether|until|once|when|to get|to be|to bring|to keep|to return|back|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|"
    r"plan(?:s|ned|ning)?|wants?|needs?|would|could|might|may|so that|in order to|room for)\b"
)
PAST = re.compile(r"(?<!there )\b(?:was|were|had been|used to be)\b")
ELSEWHEN = re.compile(
    r"(?<!than )(?<!than the )(?<!since )(?<!with )(?<!on )(?<!from )(?<!as )\b"
    r"(?:(?:last|previous) (?:year|month|quarter)|a year (?:ago|before|earlier))\b"
)
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
CLAUSE = re.compile(r"[.;:!?\n]+|,\s*(?:but|yet)\b|\b(?:but|however|although|though|while|whereas|and)\b|[–—]")
"""Where one claim ends and another may begin."""
WINDOW = 5  # words before a phrase in which it may be negated or wished for
OF_NOW = (Claim.ON_TRACK, Claim.OFF_TRACK, Claim.BETTER, Claim.WORSE)
"""Claims that, in the past tense, speak of some other time."""


def claims(words: str, better: Better, period: Period) -> tuple[Said, ...]:
    """Return what the words claim of the figure of `period`, each claim once, in the order of the phrases.

    What is wished for, made to depend on something, or said of another time claims nothing.
    """
    found: dict[Claim, str] = {}
    for clause in CLAUSE.split(words.lower().replace("’", "'")):
        for said in _said(clause, better, period):
            found.setdefault(said.claim, said.words)
    return tuple(Said(claim, quoted) for claim, quoted in found.items())


def _said(clause: str, better: Better, period: Period) -> Iterator[Said]:
    if ELSEWHEN.search(clause) or _names_another_month(clause, period):
        return
    taken: list[range] = []
    for claim, pattern in (*reversed(PHRASES), *_beside_target(better)):
        for match in re.finditer(pattern, clause):
            before = " ".join(clause[: match.start()].split()[-WINDOW:])
            if any(match.start() in span for span in taken) or _is_no_claim(claim, before):
                continue
            taken.append(range(*match.span()))
            is_built_in = claim is Claim.SAME
            is_negated = NEGATION.search(before if is_built_in else f"{before} {_inside(match.group())}")
            yield Said(OPPOSITE[claim] if is_negated else claim, _quoted(clause, match, bool(is_negated)))


def _inside(words: str) -> str:
    """Return the phrase as negation reads it; its own 'fail to' already says that something was missed."""
    return re.sub(r"\bfail\w* to\b", "", words)


def _is_no_claim(claim: Claim, before: str) -> bool:
    return bool(AIM.search(before)) or (claim in OF_NOW and bool(PAST.search(before)))


def _quoted(clause: str, match: re.Match[str], is_negated: bool) -> str:
    """Return the phrase as it was written, with the words that negate it where they stand before it."""
    inside = " ".join(match.group().split())
    if not is_negated or NEGATION.search(inside):
        return inside
    before = clause[: match.start()].split()[-WINDOW:]
    first = next((place for place in range(len(before)) if NEGATION.search(" ".join(before[place:]))), 0)
    last = max(place for place in range(first, len(before)) if NEGATION.search(" ".join(before[place:])))
    return " ".join((*before[last:], inside))


def _beside_target(better: Better) -> tuple[tuple[Claim, str], ...]:
    """Return what above and below the target claim, which depends on the better direction."""
    if better is Better.NEITHER:
        return ()
    above, below = (Claim.MET, Claim.MISSED) if better is Better.HIGHER else (Claim.MISSED, Claim.MET)
    return ((above, ABOVE), (below, BELOW))


def _names_another_month(clause: str, period: Period) -> bool:
    """Say whether the clause speaks of a month outside the period; 'since August' does not."""
    starts = [add_months(month_start(period.first), step) for step in range(period.months)]
    own = {MONTHS[start.month - 1] for start in starts}
    named = set(re.findall(rf"\b(?:in|during|for|until) ({'|'.join(MONTHS)})\b", clause))
    return bool(named - own)
