"""The marts of what people say of us: complaints by what happened to them, and the answers of surveys."""

from frontdoor.schema.table import Table, date, text, whole

COMPLAINT_COUNTS = (
    whole("received", "cases received, on the day of receipt, stage 0"),
    whole("resolved_early", "cases put right before stage 1, on that day, stage 0"),
    whole("refused", "cases not accepted as complaints, on that day, stage 0"),
    whole("opened", "stages opened, on their day 0"),
    whole("answered", "stages answered, on the day of the response"),
    whole("escalated", "stage 1 cases taken to stage 2, on the day stage 2 was opened, stage 1"),
    whole("decided", "stages answered with an outcome, on the day of the response"),
    whole("upheld", "of those, upheld"),
    whole("partly_upheld", "of those, upheld in part"),
    whole("not_upheld", "of those, not upheld"),
    whole("withdrawn", "cases withdrawn, on that day, stage 0"),
    whole("remedy_pence", "paid to put it right, on the day of the stage's response, else of its opening"),
)
"""Sums every complaint mart carries; null where no source there ever tells of it."""

_DAY = date("activity_date", "local date", nullable=False)
_MONTH = date("activity_month", "first day of the month", nullable=False)
_SERVICE = text("service", "service", nullable=False)
_CHANNEL = text("channel", "channel", nullable=False)
_STAGE = (
    text("procedure", "which complaints procedure", nullable=False),
    whole("stage", "1 or 2; 0 for what belongs to no stage", nullable=False),
)
_ATTRIBUTE = (
    text("attribute", "`all` or one attribute, never crossed", nullable=False),
    text("value", "the attribute's value; 'all' for `all`, 'unknown' where not given", nullable=False),
)
_ANSWERS = (
    text("survey", "which survey", nullable=False),
    text("question", "as the source names it; null: the responses themselves"),
    text("answer", "as written"),
    whole("answers", "answers, null on the rows of responses"),
    whole("responses", "responses, null on the rows of answers"),
)

COMPLAINTS_BY_DAY = Table(
    "complaints_by_day",
    "activity_date, service, channel, ward, procedure, stage",
    (
        _DAY,
        _SERVICE,
        _CHANNEL,
        text("ward", "'unknown' where not given; null where the source never gives one"),
        *_STAGE,
        *COMPLAINT_COUNTS,
    ),
)
COMPLAINTS_BY_ATTRIBUTE = Table(
    "complaints_by_attribute",
    "activity_month, attribute, value, service, channel, procedure, stage",
    (_MONTH, *_ATTRIBUTE, _SERVICE, _CHANNEL, *_STAGE, *COMPLAINT_COUNTS),
)
ANSWERS_BY_DAY = Table(
    "answers_by_day",
    "activity_date, service, channel, survey, question, answer",
    (_DAY, _SERVICE, _CHANNEL, *_ANSWERS),
)
COMMENT_WORDS_BY_DAY = Table(
    "comment_words_by_day",
    "activity_date, service, channel, survey, word",
    (
        _DAY,
        _SERVICE,
        _CHANNEL,
        text("survey", "which survey", nullable=False),
        text("word", "a word without a capital letter; null: the comments themselves"),
        whole("comments", "comments that use it, each counted once"),
    ),
)
ANSWERS_BY_ATTRIBUTE = Table(
    "answers_by_attribute",
    "activity_month, attribute, value, service, channel, survey, question, answer",
    (_MONTH, *_ATTRIBUTE, _SERVICE, _CHANNEL, *_ANSWERS),
)
