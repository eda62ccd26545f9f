"""What is said of online contact by day and night: its share while we are closed, what it is about, and the replies."""

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.shift_needless_night import FEWEST_TIMED, Night
from frontdoor.answers.view_answer import Box, Line
from frontdoor.figure import Figure, Kind
from frontdoor.measures.formatting import format_value
from frontdoor.schema.units import Better, Unit

MOST_NAMED = 3
NOT_BY_NIGHT = (
    "whether those of the night wait longer can’t be told: replies are kept by day and not by hour, and so are reasons. "
    "What people come for is told by service."
)
DEFINITION = (
    "Of every 100 online contacts whose time of day is known, how many came in a half-hour outside the opening hours in force "
    "that day."
)


def night_box(night: Night, context: Context) -> Box:
    """Return the share outside opening hours, the services behind it, and replies by the next working day."""
    said = f"{night.closed:,} of {night.timed:,} online contacts with a known time"
    top = night.services.filter(pl.col("closed_contacts") > 0).head(MOST_NAMED)
    services = [
        Line(label_of(service, "service", context), f"{closed:,} of those", _share(closed / night.closed))
        for service, _, closed in top.rows()
    ]
    return Box(
        "Day and night",
        (
            Line("Outside opening hours", said, _share(night.share)),
            *services,
            _replies(night),
        ),
    )


def _replies(night: Night) -> Line:
    if night.replied is None or not night.due:
        return Line("Reply next morning:", "replies to online contact are not recorded.")
    said = f"{night.replied:,} of {night.due:,} replies went out by the end of the next working day"
    return Line("Reply next working day", f"{said}; {NOT_BY_NIGHT}", _share(night.replied / night.due))


def cannot_box(reason: str) -> Box:
    """Return why the night cannot be told from the day."""
    return Box("Day and night", (Line("Can’t tell:", reason),), is_quiet=True)


def night_figure(night: Night, provenance: str, context: Context) -> Figure | None:
    """Return the share of online contact outside opening hours by service; None where no service has enough."""
    rows = night.services.filter((pl.col("timed_contacts") >= FEWEST_TIMED) & pl.col("closed_contacts").is_not_null())
    known = rows.with_columns(value=pl.col("closed_contacts") / pl.col("timed_contacts")).sort(
        "value", "service", descending=[True, False]
    )
    if known.is_empty():
        return None
    labels = [label_of(service, "service", context) for service in known["service"]]
    return Figure(
        key="online-outside-hours",
        kind=Kind.BARS,
        frame=pl.DataFrame({"label": labels, "value": known["value"]}).with_columns(
            note=pl.lit(""), is_highlighted=pl.lit(value=False)
        ),
        unit=Unit.SHARE,
        better=Better.NEITHER,
        headline=f"{_share(night.share)} of online contact comes while we are closed",
        subtitle="Online contacts outside opening hours, % by service",
        sentence=f"{labels[0]} has the largest share while we are closed, {_share(known['value'][0])}.",
        definition=DEFINITION,
        table=pl.DataFrame(
            {
                "Service": labels,
                "Online contacts with a time": known["timed_contacts"],
                "While closed": known["closed_contacts"],
                "Share": [_share(value) for value in known["value"]],
            }
        ),
        provenance=provenance,
    )


def _share(value: float) -> str:
    return format_value(value, Unit.SHARE)
