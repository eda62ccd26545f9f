"""What the owner of a measure says of its figure, as words beside it: with the figure as it was, who wrote it and when."""

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary import CommentaryAnswer, Remark
from frontdoor.packs.pack import Aside
from frontdoor.packs.plain_words import plain
from frontdoor.strategy.judgement import State

THE_COUNCIL = "the council"
"""Who writes, for readers who are not told the name."""

NOBODY_SAID = "{label}: missed, and nobody has said why. {who}"
NARROWER = (
    "{label}: missed. What its owner says is kept for the whole council or for one service, and this is of fewer."
)
DOUBTED, DOUBTED_THEN = "The data say otherwise:", "The data said otherwise when it was written:"


def commentary_asides(answer: CommentaryAnswer, audience: Audience) -> tuple[Aside, ...]:
    """Return the words that stand; nothing where nobody said any."""
    return tuple(remark_aside(first, audience, len(answer.remarks) - 1) for first in answer.remarks[:1])


def unsaid_marks(answer: CommentaryAnswer, result: Result) -> tuple[str, ...]:
    """Return that nobody has said why a target is missed; nothing where it is not missed or somebody has."""
    if answer.remarks or result.judgement.state is not State.MISSED:
        return ()
    if answer.why_none:
        return (NARROWER.format(label=result.label),)
    who = f"{answer.owner} is to say it." if answer.owner else "Nobody is named as its owner."
    return (NOBODY_SAID.format(label=result.label, who=who),)


def remark_aside(remark: Remark, audience: Audience, earlier: int = 0, of: str = "") -> Aside:
    """Return one commentary: its words, the figure it was written beside, and what the data say otherwise.

    `earlier` versions are kept in the register; `of` is what it is said of, where it does not stand beside that.
    """
    who = f"{THE_COUNCIL}, {remark.said_by}" if audience is Audience.PUBLIC else remark.said_by
    said = [each.strip() for each in remark.words.split("\n") if each.strip()]
    beside = " ".join(part for part in (remark.then, remark.now) if part)
    doubts = [*_doubt(DOUBTED, remark.doubts_now), *([] if remark.doubts_now else _doubt(DOUBTED_THEN, remark.doubts))]
    older = f"{earlier} earlier version{'s are' if earlier > 1 else ' is'} kept in the register." if earlier else ""
    own = (each for each in (beside, *doubts, older) if each)
    return Aside(f"{who}{f', on {of}' if of else ''}", (*said, *map(plain, own)), is_commentary=True)


def _doubt(label: str, doubts: tuple[str, ...]) -> list[str]:
    return [f"{label} {' '.join(doubts)}"] if doubts else []
