"""What is said of satisfaction in sentences: the score and how sure it is, who is clearly below, why there is nothing."""

from frontdoor.answers.answer import BreakdownRow
from frontdoor.answers.breakdown import failing
from frontdoor.answers.caveats import first_caveats
from frontdoor.answers.feedback_answer import Nothing
from frontdoor.answers.result_words import between
from frontdoor.answers.satisfaction_questions import Scored
from frontdoor.answers.sentences import listed, plain_value, promised_words
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better
from frontdoor.strategy.judgement import State

DOCUMENT = "docs/canonical-csv.md"
COMMAND = "python -m frontdoor load FILE --source frontdoor"
MOST_NAMED = 3  # services named in one sentence


SCORE_WORDS = {
    "net_satisfaction": "net satisfaction was {value} on a scale from −1 to +1",
    "net_promoter_score": "the net promoter score was {value} on a scale from −100 to +100",
}
"""How a score that is no share is said here: 'between' is kept for how sure we are."""


def answer_sentence(chosen: Scored) -> str:
    """Return the score in words, from how many answers, and what was promised."""
    result = chosen.result
    if result.judgement.state is State.TOO_FEW:
        return f"Too few people answered in {result.period.label} to say how satisfied they are."
    if result.value is None:
        words = plain_value(result, chosen.promised)
        return f"{words[:1].upper()}{words[1:]}."
    promised = f"; {promised_words(result)}" if promised_words(result) else ""
    return f"{_score_words(chosen)}, from {result.denominator or 0:,.0f} answers{promised}."


def _score_words(chosen: Scored) -> str:
    measure, value = chosen.result.measure, format_value(chosen.result.value, chosen.result.measure.unit)
    own = SCORE_WORDS.get(measure.key)
    words = own.format(value=value) if own else plain_value(chosen.result, chosen.promised)
    return f"{words[:1].upper()}{words[1:]}"


def lead_sentences(chosen: Scored, services: tuple[BreakdownRow, ...]) -> str:
    """Return who is clearly below by name, how sure the score is, whether it is a change, and who is in it."""
    result = chosen.result
    said = (
        *first_caveats(result.caveats),
        below_words(chosen, services),
        sure_words(chosen),
        _change(chosen),
        result.measure.caution,
    )
    return " ".join(sentence for sentence in said if sentence)


def instead_words(asked: str | None, chosen: Scored, labels: dict[str, str]) -> str:
    """Return that another question is shown where nobody answered the one asked for, nothing where it is that one."""
    if asked is None or asked == chosen.question.key or asked not in labels:
        return ""
    return f"Nobody answered “{labels[asked]}” for this choice; this is “{chosen.question.label}”. "


def clearly_below(chosen: Scored, services: tuple[BreakdownRow, ...]) -> tuple[BreakdownRow, ...]:
    """Return the services that miss the target, or whose whole interval is on the worse side of the overall score."""
    missed, value = failing(services), chosen.result.value
    if missed or value is None:
        return missed
    is_higher_better = chosen.result.measure.better is not Better.LOWER
    return tuple(
        row
        for row in services
        if row.interval and (row.interval[1] < value if is_higher_better else row.interval[0] > value)
    )


def below_words(chosen: Scored, services: tuple[BreakdownRow, ...]) -> str:
    """Return '**Planning (−0.12) is clearly below the overall score.**', nothing where nobody is."""
    below = clearly_below(chosen, services)
    if not below:
        return ""
    unit = chosen.result.measure.unit
    named = [f"{row.label} ({format_value(row.value, unit)})" for row in below[:MOST_NAMED]]
    rest = [f"{len(below) - MOST_NAMED} more"] if len(below) > MOST_NAMED else []
    verb = "is" if len(below) == 1 else "are"
    where = "below the target" if failing(services) else "below the overall score"
    return f"**{listed([*named, *rest])} {verb} clearly {where}.**"


def _change(chosen: Scored) -> str:
    change = chosen.result.change
    if change.direction not in ("better", "worse"):
        return ""
    return f"{change.words}: this is more than the usual ups and downs."


def sure_words(chosen: Scored) -> str:
    """Return 'We are 95% sure it is between 58% and 66%.', nothing where it is not known."""
    words = between(chosen.result.interval, chosen.result.measure.unit)
    return f"We are 95% sure it is {words}." if words else ""


def nothing_held(council: str) -> Nothing:
    """Return what is said where no survey response was ever loaded."""
    return Nothing(
        answer="We can’t say yet: no survey answers have been loaded.",
        lead=f"No survey is held for {council}. Export one row for each response, a column for each question:",
        command=COMMAND,
        document=DOCUMENT,
    )


def nothing_asked(council: str) -> Nothing:
    """Return what is said where responses are held but nobody said what they answer."""
    return Nothing(
        answer="We hold survey answers, and nobody has said yet what they mean.",
        lead=f"The council file of {council} has no [[question]]. One says which question of which survey it is, and its scale:",
        command='[[question]]\nkey = "rating"\nlabel = "How we did"\nwords = "How did we do today?"\nscale = "govmetric"',
    )


def nothing_in_the_choice() -> Nothing:
    """Return what is said where there are answers, but none for what the reader chose."""
    return Nothing(
        answer="No survey answers for this choice.",
        lead="Nobody answered in the months shown for the services and channels chosen. Choose other filters.",
    )
