"""What is said of whether the shift to online stuck: bounces as a range, links by channel, forms, journeys, completion."""

import polars as pl

from frontdoor.answers.context import Context
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.shift_stick_completed import BEGUN, NOT_RECORDED, Completed
from frontdoor.answers.shift_stick_forms import Place
from frontdoor.answers.shift_stick_seen import Counts
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_date, format_gap, format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.arrays import Floats

MOST_NAMED = 5
ALIKE = "if contacts without a customer reference are like those with one, an assumption"
CANNOT_BE_KNOWN = (
    "It cannot be known whether online contact stuck: no customer reference joins online contacts to the calls and visits "
    "after them."
)
WHAT_TO_DO = "Export the same customer reference for every channel (the column customer_reference); it is made a pseudonym on load."


def answer_words(counts: Counts, within_days: int) -> str:
    """Return the answer in one sentence."""
    if not counts.bounces.is_known[0]:
        return CANNOT_BE_KNOWN
    people = in_every_hundred(counts.bounced / counts.linked, "online contacts we can link")
    said = f"{people[:1].upper()}{people[1:]}"
    return f"{said} were followed by a call or visit within {count_noun(within_days, 'day')}."


def lead_words(counts: Counts) -> str:
    """Return the range of all bounces and of the online share net of them."""
    if not counts.bounces.is_known[0]:
        return WHAT_TO_DO
    bounces, net = counts.bounces, counts.net
    return (
        f"Of {counts.digital:,} online contacts {counts.bounced:,} are seen to have bounced; as many as "
        f"{float(bounces.upper[0]):,.0f} may have. The online share is {_share(net.gross)} as counted and between "
        f"{_share(net.lower)} and {_share(net.upper)} net of bounces."
    )


def range_box(counts: Counts) -> Box:
    """Return the range of bounces, seen, alike and at most, and the online share net of each."""
    bounces, net = counts.bounces, counts.net
    if not bounces.is_known[0]:
        return Box("Bounces", (Line("Cannot be known:", WHAT_TO_DO),))
    return Box(
        "Bounces: a range, not a number",
        (
            Line("At least", "seen, with a customer reference at both ends", f"{float(bounces.lower[0]):,.0f}"),
            Line("About", ALIKE, f"{float(bounces.middle[0]):,.0f}"),
            Line("At most", "as many as could have gone unseen", f"{float(bounces.upper[0]):,.0f}"),
            Line("Online share as counted", "", _share(net.gross)),
            Line("Net of bounces", "", f"{_share(net.lower)} to {_share(net.upper)}"),
        ),
    )


def links_box(links: pl.DataFrame, context: Context) -> Box:
    """Return how many contacts of each channel carry a customer reference; bounces are known among those only."""
    lines = tuple(_link_line(row, context) for row in links.iter_rows(named=True))
    return Box("Contacts that carry a customer reference", lines, is_quiet=True)


def _link_line(row: dict[str, object], context: Context) -> Line:
    label = label_of(str(row["channel"]), "channel", context)
    contacts, linked = row["contacts"], row["linked"]
    if not isinstance(contacts, int) or not isinstance(linked, int) or not contacts:
        return Line(f"{label}:", "hidden: too few people")
    return Line(label, f"{linked:,} of {contacts:,}", format_value(linked / contacts, Unit.SHARE))


def shift_box(before: Counts, after: Counts, when: str) -> Box:
    """Return the online share then and now, as counted and net of bounces, and the change of each in points."""
    then, now = before.net, after.net
    change = float(now.gross[0] - then.gross[0])
    lines = [Line("As counted", f"{_share(then.gross)} {when}, {_share(now.gross)} now", _points(change))]
    low, high = float(now.lower[0] - then.upper[0]), float(now.upper[0] - then.lower[0])
    if before.bounces.is_known[0] and after.bounces.is_known[0]:
        middle = float(now.middle[0] - then.middle[0])
        lines.append(Line("Net of bounces, about", ALIKE, _points(middle)))
        lines.append(Line("Net of bounces, the range", _kept(low, high), f"{_points(low)} to {_points(high)}"))
    else:
        lines.append(Line("Net of bounces:", "cannot be known for both periods"))
    return Box("The shift, net of bounces", tuple(lines))


def _kept(low: float, high: float) -> str:
    if low > 0:
        return "whatever the unlinked did, more stayed online than before"
    return "whatever the unlinked did, fewer stayed online than before" if high < 0 else "it may be either way"


def worst_box(title: str, places: tuple[Place, ...], noun: str) -> Box:
    """Return the places worse than the others beyond chance by name, or that none is."""
    worse = [place for place in places if place.is_worse]
    if not places:
        return Box(title, (Line("Too few to say:", f"no {noun} has 20 linked online contacts."),))
    if not worse:
        return Box(title, (Line("None stands out:", f"no {noun} is worse than the others beyond chance."),))
    lines = [
        Line(place.label, f"{place.bounced:,} of {place.linked:,} linked", format_value(place.share, Unit.SHARE))
        for place in worse[:MOST_NAMED]
    ]
    more = len(worse) - MOST_NAMED
    if more > 0:
        lines.append(Line("", f"and {more} more, in the table of the picture."))
    return Box(title, tuple(lines))


def completed_box(completed: Completed | None, context: Context) -> Box:
    """Return how many requests made online were finished, or that nobody records it."""
    if completed is None:
        return Box("Completion of online forms", (Line("", NOT_RECORDED),), is_quiet=True)
    total = completed.finished + completed.still_open
    line = Line(
        "Finished",
        f"{completed.finished:,} of {total:,} requests made online were finished by {format_date(context.as_at)}",
        format_value(completed.share, Unit.SHARE),
    )
    return Box("Completion of online requests", (line, Line("", BEGUN)), is_quiet=True)


def worst_words(places: tuple[Place, ...]) -> str:
    """Return the worst forms or services by name, '' where none stands out."""
    worse = [place for place in places if place.is_worse][:3]
    return listed([f"{place.label} ({format_value(place.share, Unit.SHARE)})" for place in worse])


def _points(change: float) -> str:
    sign = "+" if change > 0 else "\u2212" if change < 0 else ""
    return f"{sign}{format_gap(abs(change), Unit.SHARE)}"


def _share(of: Floats) -> str:
    return format_value(float(of[0]), Unit.SHARE)
