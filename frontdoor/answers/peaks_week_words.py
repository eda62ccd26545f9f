"""What is said of the week: its peaks and quiet times, who comes while we are closed, and the day after a bank holiday."""

from frontdoor.answers.peaks_times import WEEKDAYS, hour_words, span_words, time_words
from frontdoor.answers.peaks_week_hours import HOUR, Hour
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import format_in_full, format_value, in_every_hundred
from frontdoor.schema.units import Unit
from frontdoor.statistics.day_after_holiday import DayAfter

NONE_STANDS_OUT = "No time of the week stands out"
ROUND_NUMBERS = {0.5: "half", 2.0: "twice", 3.0: "three times", 4.0: "four times"}
NEAR = 0.05  # of a round number, relative: 1.97 times is said as twice
MUCH_MORE = 1.5  # times from where a multiple says more than a per cent
A_MINUTE = 60  # seconds
FEW = 10  # contacts below which a tenth of one is said
HARDLY_ANY = 0.05  # contacts


def times_words(times: float) -> str:
    """Return 'twice', '1.7 times', '22% more than' or '40% fewer than'; what follows is what it is compared with."""
    for number, word in ROUND_NUMBERS.items():
        if abs(times / number - 1) <= NEAR:
            return word
    if times >= MUCH_MORE:
        return f"{times:.1f} times"
    share = format_value(abs(times - 1), Unit.SHARE, places=0)
    return f"{share} {'more' if times > 1 else 'fewer'} than"


def number_words(count: float, noun: str) -> str:
    """Return '212 calls', '4.2 calls', '1 call' or 'hardly any calls': an average."""
    if count < HARDLY_ANY:
        return f"hardly any {noun}"
    said = format_value(count, Unit.COUNT, places=1 if count < FEW else 0).removesuffix(".0")
    return f"{said} {noun.removesuffix('s') if said == '1' else noun}"


def answer_words(peaks: tuple[Hour, ...], within: int | None, noun: str) -> str:
    """Return 'Monday 9am to 10am is the peak: twice the usual calls, 31 in 100 wait over a minute.'."""
    if not peaks:
        return f"{NONE_STANDS_OUT}."
    top = peaks[0]
    said = f"{hour_words(top.weekday, top.first)} is the peak: {times_words(top.times or 1.0)} the usual {noun}"
    if top.late is None or within is None:
        return f"{said}."
    return f"{said}, {_in_hundred(top.late)} wait over {'a minute' if within == A_MINUTE else _duration(within)}."


def worst_words(worst: Hour | None, template: str, value: str = "") -> str:
    """Return the hour whose wait, share or length stands out in the words of `template`, which may hold the `value`."""
    if worst is None:
        return NONE_STANDS_OUT
    return template.format(
        hour=f"{WEEKDAYS[worst.weekday]}s {span_words(worst.first, worst.first + HOUR)}", value=value
    )


def peak_headline(peaks: tuple[Hour, ...]) -> str:
    """Return 'Mondays 9am to 11am are the busiest', joining hours that follow the peak's on the same day."""
    if not peaks:
        return NONE_STANDS_OUT
    top = peaks[0]
    first = before = top.first
    starts = {peak.first for peak in peaks if peak.weekday == top.weekday}
    while first - HOUR in starts:
        first -= HOUR
    while before in starts:
        before += HOUR
    return f"{WEEKDAYS[top.weekday]}s {span_words(first, before)} are the busiest"


def peaks_box(
    peaks: tuple[Hour, ...], quietest: Hour | None, after: DayAfter | None, within: int | None, noun: str
) -> Box:
    """Return the box of the busiest and the quietest hours."""
    lines = [Line(f"{hour_words(peak.weekday, peak.first)}:", _hour_said(peak, within, noun)) for peak in peaks]
    if quietest is not None:
        label = f"Quietest, {hour_words(quietest.weekday, quietest.first)}:"
        lines.append(Line(label, _hour_said(quietest, within, noun)))
    if not lines:
        lines.append(Line("", f"{NONE_STANDS_OUT}: every hour is within the usual ups and downs of the others."))
    if after is not None and after.is_beyond_noise:
        lines.append(Line("The day after a bank holiday:", day_after_words(after, noun)))
    return Box("Busiest and quietest", tuple(lines))


def day_after_words(after: DayAfter, noun: str) -> str:
    """Return '1,312 calls on average, 22% more than the same weekday otherwise (15% to 30%).'."""
    count = number_words(after.contacts, noun)
    if not after.is_beyond_noise:
        return f"{count} on average, no different beyond noise from the same weekday otherwise."
    share = format_value(abs(after.ratio - 1), Unit.SHARE, places=0)
    ends = sorted(abs(end - 1) for end in (after.lower, after.upper))
    low, high = (format_value(end, Unit.SHARE, places=0) for end in ends)
    more = "more" if after.ratio > 1 else "fewer"
    return (
        f"{count} on average, {share} {more} than the same weekday otherwise ({low} to {high}; {after.days} such days)."
    )


def closed_words(closed: Hour | None, is_calls: bool) -> str:
    """Return 'On Mondays 23 people ring between 8am and 9am, while we are closed.', '' for none."""
    if closed is None:
        return ""
    whole = round(closed.contacts)
    verb = ("ring" if is_calls else "get in touch") if whole != 1 else ("rings" if is_calls else "gets in touch")
    people = f"{'about ' if closed.contacts < FEW else ''}{whole:,} {'people' if whole != 1 else 'person'}"
    return (
        f"On {WEEKDAYS[closed.weekday]}s {people} {verb} between {time_words(closed.first)} and "
        f"{time_words(closed.first + HOUR)}, while we are closed."
    )


def _hour_said(hour: Hour, within: int | None, noun: str) -> str:
    said = f"{number_words(hour.contacts, noun)}, {times_words(hour.times or 1.0)} the average hour."
    if hour.late is None or within is None:
        return said
    late = in_every_hundred(hour.late)
    return f"{said} {late[:1].upper()}{late[1:]} waited over {format_in_full(float(within), Unit.SECONDS)}."


def _in_hundred(share: float) -> str:
    return in_every_hundred(share).replace(" in every ", " in ")


def _duration(seconds: int) -> str:
    return format_in_full(float(seconds), Unit.SECONDS)
