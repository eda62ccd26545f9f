"""The records of a rota, by half-hours or by shifts, and what they come to: the mean number of people on duty in each half-hour."""

from frontdoor.schema.table import Column, Table, date, moment, number, text, whole

EVERY_SERVICE = "all"
"""The service of a team that takes every service's contacts."""
MOST_ON_DUTY = 5_000
"""More people on duty at once than any council has at its front door: taken for a slip of the pen."""


def _place() -> tuple[Column, ...]:
    """Return the columns that say whose contacts the people on duty take."""
    return (
        text("service", f"service, or {EVERY_SERVICE!r} where a team takes every service", nullable=False),
        text("queue", "'unknown' where the source does not say", nullable=False),
        text("channel", "one of Channel; phone where the source does not say", nullable=False),
    )


_UPDATED_AT = moment("updated_at", "when the source last changed the row, UTC; the version")
_HALF_HOUR = whole("half_hour", "0 to 47 on the council's clock", nullable=False)

ROTA_HALF_HOURS = Table(
    "rota_half_hours",
    "how many are on duty in one half-hour of one day, for one service, queue and channel",
    (
        text("rota_id", "date, half-hour, service, queue and channel: the key", nullable=False),
        _UPDATED_AT,
        date("activity_date", "local date", nullable=False),
        _HALF_HOUR,
        *_place(),
        number("agents", "people on duty, breaks taken out; 0 is nobody", nullable=False),
    ),
)
ROTA_SHIFTS = Table(
    "rota_shifts",
    "one shift of one worker, or of so many people who work the very same one",
    (
        text("shift_id", "the source's own key", nullable=False),
        _UPDATED_AT,
        text("worker", "keyed pseudonym of who works it; null is nobody we can tell apart"),
        date("activity_date", "local date on which it starts", nullable=False),
        date("ended_date", "local date on which it ends", nullable=False),
        moment("started_local", "start on the council's clock", nullable=False),
        moment("ended_local", "end on the council's clock, not included", nullable=False),
        moment("started_at", "the same start, UTC", nullable=False),
        moment("ended_at", "the same end, UTC", nullable=False),
        moment("break_started_at", "start of the break, UTC; null is no break"),
        moment("break_ended_at", "end of the break, UTC; null is no break"),
        *_place(),
        text("team", "as the source names it"),
        whole("people", "how many work this very shift; 0 is a shift that fell out", nullable=False),
    ),
)
ROTA_KINDS = (ROTA_HALF_HOURS.name, ROTA_SHIFTS.name)
"""The kinds that say who is on duty: plans, often ahead of today, and never contacts."""

_ON_DUTY = (
    date("activity_date", "local date", nullable=False),
    _HALF_HOUR,
    *_place(),
    number("agents", "mean number of people on duty in it; parts of it count for their part", nullable=False),
    number(
        "hours",
        "hours they work in it: twice as many where the clocks pass the half-hour twice that day",
        nullable=False,
    ),
)
ROTA_BY_HALF_HOUR = Table(
    "rota_by_half_hour",
    "activity_date, half_hour, service, queue, channel; a half-hour without a row has nobody on duty, if its day has any row",
    _ON_DUTY,
)
ROTA = Table("rota", ROTA_BY_HALF_HOUR.grain, _ON_DUTY)
