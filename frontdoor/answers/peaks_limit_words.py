"""Where service breaks, in sentences: up to how many it copes, above how many it fails, and what an average day brings."""

from dataclasses import dataclass

import numpy as np

from frontdoor.answers.demand_nouns import about
from frontdoor.answers.peaks_limit_found import Failing, Found, busiest_weekday
from frontdoor.answers.peaks_limit_loads import Each
from frontdoor.measures.formatting import format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.load_crossing import LoadCrossing
from frontdoor.statistics.load_limit import CHANCE_OF_A_FALSE_BREAK, FEWEST_FIGURES, FEWEST_GROUPS


@dataclass(frozen=True, slots=True)
class Subject:
    """What is spoken of: the noun ('calls') and what is too long ('over 60 seconds')."""

    noun: str
    too_long: str

    def verb(self, failing: Failing) -> str:
        """Return how people are let down: 'wait over 60 seconds', 'give up'."""
        return f"wait {self.too_long}" if failing is Failing.WAITED else "give up"

    def fails(self, failing: Failing, level: float) -> str:
        """Return what happens above the level: 'most wait over 60 seconds', 'more than 10% give up'."""
        who = "most" if failing is Failing.WAITED else f"more than {format_value(level, Unit.SHARE)}"
        return f"{who} {self.verb(failing)}"

    def keeps(self, failing: Failing, level: float) -> str:
        """Return what happens below the level: 'most do not wait over 60 seconds', 'at most 10% give up'."""
        who = "most do not" if failing is Failing.WAITED else f"at most {format_value(level, Unit.SHARE)}"
        return f"{who} {self.verb(failing)}"


def answer_words(found: Found, subject: Subject) -> str:
    """Return the answer in one sentence."""
    each, noun = found.loads.each, subject.noun
    if found.limit is None:
        return f"Too soon to say how many {noun} a {each} are too many."
    if found.limit.load is not None:
        then = "waits climb" if found.failing is Failing.WAITED else "more give up"
        return f"We cope with about {about(found.limit.load)} {noun} a {each}, then {then}."
    if found.limit.p < CHANCE_OF_A_FALSE_BREAK or found.depends:
        return _rising(found, subject)
    return f"Can’t tell where it breaks: {_depends(found)} not depend on how many call."


def _rising(found: Found, subject: Subject) -> str:
    more = "the longer they wait" if found.failing is Failing.WAITED else "the more give up"
    if found.crossing is None or not 0 < found.crossing.load < np.inf:
        return f"The more people call, {more}."
    fails = subject.fails(found.failing, found.level)
    return f"The more people call, {more}: above about {about(found.crossing.load)} {subject.noun} a {found.loads.each}, {fails}."


def lead_words(found: Found, subject: Subject) -> str:
    """Return at most three sentences: the limit with its interval, where it fails, and the busiest weekday's average.

    Where it fails is left to the answer where that says it already.
    """
    is_said = answer_words(found, subject).endswith(f"{subject.fails(found.failing, found.level)}.")
    failing = "" if is_said else breaks(found, subject)
    return " ".join(part for part in (copes(found, subject), failing, usual(found, subject)) if part)


def copes(found: Found, subject: Subject) -> str:
    """Return up to how many it copes, or why nobody can tell."""
    limit, each = found.limit, found.loads.each
    if limit is None:
        return f"Can’t tell yet: {FEWEST_FIGURES} {each}s in {_groups(each)} are needed, and {found.rows.height} are known."
    if limit.load is not None and limit.lower is not None and limit.upper is not None:
        between = f"({about(limit.lower)} to {about(limit.upper)})"
        at_limit = in_every_hundred(min(max(limit.at_limit or 0.0, 0.0), 1.0))
        return f"Copes up to about {about(limit.load)} {subject.noun} a {each} {between}: there {at_limit} {subject.verb(found.failing)}."
    if limit.p < CHANCE_OF_A_FALSE_BREAK:
        return f"It gets worse faster on the busiest {each}s, but so near the end of what was seen that nobody can tell from how many on."
    if not found.depends:
        return f"Can’t tell: {_depends(found)} not depend on how many call. {_ends(found, subject)}"
    return f"No number stands out above which it gets worse faster. {_ends(found, subject)}"


def _groups(each: Each) -> str:
    return f"{FEWEST_GROUPS} {'weeks' if each is Each.DAY else 'days'}"


def _depends(found: Found) -> str:
    return "waits do" if found.failing is Failing.WAITED else "callers giving up does"


def _ends(found: Found, subject: Subject) -> str:
    """Return how many are let down in the quietest and in the busiest fifth."""
    if found.quietest is None or found.busiest is None:
        return ""
    quiet, busy = (format_value(share, Unit.SHARE) for share in (found.quietest, found.busiest))
    each = found.loads.each
    return f"On the quietest fifth of {each}s {quiet} {subject.verb(found.failing)}, on the busiest fifth {busy}."


def breaks(found: Found, subject: Subject) -> str:
    """Return above how many it fails, with the interval; nothing where there are too few to say."""
    crossing, fails = found.crossing, subject.fails(found.failing, found.level)
    if crossing is None:
        return ""
    if crossing.load == 0:
        return f"{fails[:1].upper()}{fails[1:]} however few call."
    if not np.isfinite(crossing.load):
        most = format_value(float(found.rows["calls"].to_numpy().max()), Unit.COUNT)
        kept = subject.keeps(found.failing, found.level)
        return f"Even on the busiest {found.loads.each}s seen (up to {most} {subject.noun}) {kept} as a rule."
    return f"Above about {about(crossing.load)} {_interval(crossing)}, {fails}."


def _interval(crossing: LoadCrossing) -> str:
    if not np.isfinite(crossing.upper):
        return f"({about(crossing.lower)} or more)"
    return (
        f"({about(crossing.lower)} to {about(crossing.upper)})"
        if crossing.lower > 0
        else f"(up to {about(crossing.upper)})"
    )


def usual(found: Found, subject: Subject) -> str:
    """Return 'The average Monday has 1,149 calls.', of days only."""
    busiest = busiest_weekday(found.rows) if found.loads.each is Each.DAY else None
    return f"The average {busiest[0]} has {format_value(busiest[1], Unit.COUNT)} {subject.noun}." if busiest else ""
