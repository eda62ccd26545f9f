"""Reads [[question]] tables: survey questions with their scale and how each survey asked them, by date."""

from datetime import date

from frontdoor.strategy.dated import ALWAYS, OPEN_ENDED
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.question_bank import Asked, Question
from frontdoor.strategy.scales import OWN_SCALE, SCALES, Scale, ScaleAnswer

QUESTION_KEYS = ("key", "label", "words", "scale", "answers", "asked")
ASKED_KEYS = ("survey", "question", "from", "before", "words", "scale", "answers", "breaks")
ANSWER_KEYS = ("answer", "points", "also", "top", "counts_as")
COUNTS_AS = ("good", "average", "poor", "satisfied", "promoter", "detractor", "easy", "resolved")
FEWEST_ANSWERS = 2


def read_questions(top: Entry) -> tuple[Question, ...]:
    """Return the question bank of a file, in its order; raise StrategyError for anything unknown or contradictory."""
    return tuple(_read_question(entry) for entry in top.entries("question", QUESTION_KEYS))


def combined_questions(published: tuple[Question, ...], own: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the strategy's questions, the council's own in place of those of the same key, then the rest of its own."""
    by_key = {question.key: question for question in published} | {question.key: question for question in own}
    return tuple(by_key.values())


def _read_question(entry: Entry) -> Question:
    key, words, scale = entry.text("key"), entry.text("words"), _scale(entry)
    entries = entry.entries("asked", ASKED_KEYS)
    asked = [_read_asked(each, key, words, scale) for each in entries]
    _refuse_two_at_once(entries, asked)
    _refuse_silent_changes(entries, asked)
    always = Asked(None, key, ALWAYS, None, words, scale)
    return Question(key, entry.text("label"), words, scale, tuple(asked) or (always,))


def _read_asked(entry: Entry, key: str, words: str, scale: Scale) -> Asked:
    from_date, before = entry.day_or_none("from") or ALWAYS, entry.day_or_none("before")
    if before is not None and before <= from_date:
        raise entry.problem("before", "this is not after `from`; the question would never have been asked.")
    return Asked(
        survey=entry.text("survey") if entry.has("survey") else None,
        question=entry.text("question", key),
        from_date=from_date,
        before_date=before,
        words=entry.text("words", words),
        scale=_scale(entry) if entry.has("scale") or entry.has("answers") else scale,
        breaks=entry.flag("breaks"),
    )


def _scale(entry: Entry) -> Scale:
    """Return the scale an entry names or spells out, one of the two."""
    if not entry.has("answers"):
        return SCALES[entry.name_in("scale", tuple(SCALES), "scale")]
    if entry.has("scale"):
        raise entry.problem("scale", "name a scale or spell out `answers`, not both.")
    answers = entry.entries("answers", ANSWER_KEYS)
    if len(answers) < FEWEST_ANSWERS:
        raise entry.problem("answers", "a scale has two answers or more, the best first.")
    read = tuple(_read_answer(each, place, len(answers)) for place, each in enumerate(answers))
    _refuse_repeated_words(answers, read)
    _refuse_worst_first(answers, read)
    return Scale(OWN_SCALE, read)


def _read_answer(entry: Entry, place: int, answers: int) -> ScaleAnswer:
    """Return one answer; without points of their own, answers are spaced evenly from 1 (best) to 0."""
    counts_as = entry.names_in("counts_as", COUNTS_AS, "meaning of an answer")
    flags = {f"is_{name}": name in counts_as for name in COUNTS_AS}
    flags["is_satisfied"] |= entry.flag("top")
    return ScaleAnswer(
        answer=entry.text("answer"),
        points=entry.number("points", 1 - place / (answers - 1)),
        also=entry.texts("also"),
        **flags,
    )


def _refuse_repeated_words(entries: tuple[Entry, ...], answers: tuple[ScaleAnswer, ...]) -> None:
    seen: set[str] = set()
    for entry, answer in zip(entries, answers, strict=True):
        for written in answer.written:
            if written in seen:
                raise entry.problem("answer", f"{written!r} is there twice; it could count only once.")
            seen.add(written)


def _refuse_worst_first(entries: tuple[Entry, ...], answers: tuple[ScaleAnswer, ...]) -> None:
    for entry, better, worse in zip(entries[1:], answers, answers[1:], strict=False):
        if worse.points > better.points:
            raise entry.problem(
                "points", f"this is more than {better.answer!r} before it has; put the best answer first."
            )


def _refuse_two_at_once(entries: tuple[Entry, ...], asked: list[Asked]) -> None:
    """Raise when one answer could be counted twice; a question without a survey is asked in every one."""
    for later, after in enumerate(asked):
        for before in asked[:later]:
            is_same = after.question == before.question and (
                after.survey == before.survey or None in (after.survey, before.survey)
            )
            if is_same and after.from_date < _end(before) and before.from_date < _end(after):
                raise entries[later].problem(
                    "from", "an earlier entry for the same question still holds then; end it with `before` on that day."
                )


def _refuse_silent_changes(entries: tuple[Entry, ...], asked: list[Asked]) -> None:
    """Raise when a survey's wording or scale changes and nobody says whether the line breaks."""
    for entry, after in zip(entries, asked, strict=True):
        earlier = [each for each in asked if each.survey == after.survey and each.from_date < after.from_date]
        before = max(earlier, key=lambda each: each.from_date, default=after)
        if before.scale != after.scale and not after.breaks:
            raise entry.problem(
                "breaks", "the scale changed; write breaks = true, for answers on two scales cannot be joined."
            )
        if before.words != after.words and not entry.has("breaks"):
            raise entry.problem(
                "breaks",
                "the wording changed; write breaks = true to start a new line, false if people would answer alike.",
            )


def _end(asked: Asked) -> date:
    return asked.before_date or OPEN_ENDED
