"""What is said of all pilots together, and to a council that has none yet."""

from collections import Counter
from collections.abc import Sequence

from frontdoor.access.audience import Audience
from frontdoor.answers.pilot_decision import DECISIONS
from frontdoor.answers.pilot_found import PilotFound, State
from frontdoor.answers.pilot_library_marks import marks_of
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.view_answer import Box, Line
from frontdoor.statistics.pilot_verdict import Decision, Verdict

EMPTY = "No pilot is declared yet."
ALONE = {Verdict.MET: "it met its main outcome", Verdict.NOT_MET: "it did not meet its main outcome"}
UNKNOWN = "we can’t tell what came of it"
WHY_BEFORE = (
    "Because afterwards anything can be called a success: there is always some figure that went up, and a day on which it did. What "
    "is fixed before the start cannot be chosen to fit what came of it."
)
WHAT_TO_DECLARE = (
    "What changes and for whom, the first and the last day, one main outcome with the smallest change worth having, what must not "
    "get worse and by how much, who or what is compared, what it costs, and what follows from each result."
)
HOW_OFFICERS = "With the form below, or as `[[pilot]]` in the council’s own file (docs/council-file.md)."
HOW_OTHERS = "A performance officer declares it, on this page or in the council’s own file."


def answer_words(found: Sequence[PilotFound], announced: int) -> str:
    """Return what came of the pilots that ended, by their main outcome; else how many run or are to come."""
    if not found:
        return EMPTY if not announced else f"{count_noun(announced, 'pilot')} announced, none declared yet."
    ended = _in(found, State.FINISHED)
    if not ended:
        return f"No pilot has ended yet: {_others(found)}."
    verdicts = Counter(each.primary.judged.verdict if each.primary.judged else Verdict.CANNOT_TELL for each in ended)
    if len(ended) == 1:
        return f"1 pilot has ended, and {ALONE.get(next(iter(verdicts)), UNKNOWN)}."
    met, not_met = verdicts[Verdict.MET], verdicts[Verdict.NOT_MET]
    said = (
        f"{met} met {'its' if met == 1 else 'their'} main outcome" if met else "",
        f"{not_met} did not{'' if met else ' meet the main outcome'}" if not_met else "",
        f"of {len(ended) - met - not_met} we can’t tell" if len(ended) > met + not_met else "",
    )
    return f"{len(ended)} pilots have ended: {listed([words for words in said if words])}."


def lead_words(found: Sequence[PilotFound]) -> str:
    """Return what the rules of those that ended give, how many stand on weak ground, and how many are not over."""
    if not found:
        return "A pilot that is declared before it starts can be judged by what was fixed then."
    ended = _in(found, State.FINISHED)
    gave = Counter(decision for each in ended if (decision := each.decision))
    rules = "; ".join(f"{DECISIONS[decision]} ({gave[decision]})" for decision in Decision if gave[decision])
    weak = sum(bool(marks_of(each)) for each in ended)
    parts = (
        f"Their own rules give: {rules}. Members decide." if rules else "",
        f"{weak} of the {len(ended)} that ended {'stands' if weak == 1 else 'stand'} on weak ground; the table says why."
        if weak
        else "",
        f"Not over yet: {_others(found)}." if ended and len(ended) < len(found) else "",
    )
    return " ".join(part for part in parts if part)


def _in(found: Sequence[PilotFound], state: State) -> list[PilotFound]:
    return [each for each in found if each.state is state]


def _others(found: Sequence[PilotFound]) -> str:
    """Return how many run and how many are still to come."""
    names = {State.RUNNING: "running", State.BEFORE: "still to come"}
    return listed([f"{len(_in(found, state))} {name}" for state, name in names.items() if _in(found, state)])


def empty_box(audience: Audience) -> Box:
    """Return how to declare a pilot, and why before it starts."""
    how = HOW_OFFICERS if audience is Audience.OFFICER else HOW_OTHERS
    lines = (Line("What to write down:", WHAT_TO_DECLARE), Line("Why before it starts:", WHY_BEFORE), Line("How:", how))
    return Box("Declare a pilot before it starts", lines)
