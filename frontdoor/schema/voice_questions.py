"""What the questions about complaints return that tell procedures apart: outcomes, and how many working days answers took."""

from frontdoor.schema.table import Table, date, text, whole

_KEYS = (
    date("period_start", "first day of the period in the grain asked for", nullable=False),
    text("service", "service", nullable=False),
    text("channel", "channel", nullable=False),
    text("value", "the attribute's value, 'all' when no attribute is asked for", nullable=False),
    text("procedure", "the complaints procedure it follows", nullable=False),
)

COMPLAINT_PROCEDURES = Table(
    "complaint_procedures",
    "period_start, service, channel, value, procedure",
    (
        *_KEYS,
        whole("received", "cases received, on the day of receipt"),
        whole("resolved_early", "put right before stage 1, on that day"),
        whole("refused", "not accepted as complaints, on that day"),
        whole("withdrawn", "withdrawn, on that day"),
        whole("stage_1_opened", "stage 1 opened"),
        whole("escalated", "taken from stage 1 to stage 2, on the day stage 2 was opened"),
        whole("decided", "stages answered with an outcome"),
        whole("upheld", "of those, upheld"),
        whole("partly_upheld", "of those, upheld in part"),
        whole("not_upheld", "of those, not upheld"),
        whole("remedy_pence", "paid to put it right"),
    ),
)
WORKING_DAYS_TAKEN = Table(
    "working_days_taken",
    "period_start (of the due date), service, channel ('all'), value, procedure, working_days_taken",
    (
        *_KEYS,
        whole("working_days_taken", "from day 0 to the answer, or to the last day known", nullable=False),
        whole("in_time_cases", "answered by the due date"),
        whole("late_cases", "answered, or withdrawn, after it"),
        whole("open_cases", "open on the last day known, on or past the due date"),
    ),
)
OPEN_OVERDUE = Table(
    "open_overdue",
    "measure, period_start (of the due date), service, channel ('all'), value, procedure, working_days_late",
    (
        text("measure", "which of the measures asked for", nullable=False),
        *_KEYS,
        whole("working_days_late", "past the due date on the last day known; 0 is due that day", nullable=False),
        whole("open_cases", "open on the last day known"),
    ),
)
COMMENT_WORDS = Table(
    "comment_words",
    "period_start, word",
    (
        date("period_start", "first day of the period in the grain asked for", nullable=False),
        text("word", "a word without a capital letter; null: all comments"),
        whole("comments", "comments that use it, each counted once"),
    ),
)
