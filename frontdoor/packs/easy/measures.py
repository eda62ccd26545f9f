"""One judged measure in easy words: what we did, what we promised, and whether it got better or worse."""

import re
from collections.abc import Iterator

from frontdoor.packs.easy.numbers import is_in_tenths, share_words, target_words, value_words
from frontdoor.packs.easy.part import Line
from frontdoor.packs.pack import Cell
from frontdoor.schema.units import Unit

CALLS = "a person on the phone"
SHARES: tuple[tuple[str, str, str, str], ...] = (
    (r"Calls answered in time(?:, .+)?", "We answered {share} in time.", "calls", CALLS),
    (r"Calls answered (?:within|in) (.+)", "We answered {share} within {0}.", "calls", CALLS),
    (r"Calls answered", "We answered {share}.", "calls", CALLS),
    (r"Callers who gave up waiting", "{share} gave up waiting.", "callers", "a person putting down a phone"),
    (r"Emails answered (?:in full )?in (.+)", "We answered {share} in {0}.", "emails", "an email on a screen"),
    (r"Letters answered (?:in full )?in (.+)", "We answered {share} in {0}.", "letters", "a person opening a letter"),
    (r"Voicemails returned (?:within|in) (.+)", "We called back {share} in {0}.", "callers", "a voice message on a phone"),
    (r"Visitors seen within (.+)", "We saw {share} within {0}.", "visitors", "a person at a desk"),
    (r"Stage 1 complaints answered on time|Complaints answered in time, stage 1",
     "We answered {share} on time.", "complaints", "a complaint form and a clock"),
    (r"Complaints answered in time, stage 2",
     "When people complained again, we answered {share} on time.", "complaints", "a letter and a clock"),
    (r"Contacts made online", "People reached us online {share}.", "times", "a person with a computer"),
    (r"Sorted out at first contact", "We sorted things out the first time {share}.", "times", "a job ticked off a list"),
    (r"Had to contact us again in (.+)", "Within {0}, people came back to us {share}.", "times", "a person phoning again"),
    (r"Contact that should not have been needed", "People should not have had to ask us {share}.", "times",
     "a person waiting on the phone"),
    (r"Requests finished by the date we gave", "We finished {share} by the day we said.", "jobs", "a calendar with a tick"),
    (r"People satisfied(?: with the service)?|Satisfied with the service", "{share} who answered were happy with us.",
     "people", "a smiling person"),
    (r"(\w+ )?visitors satisfied", "{share} were happy.", "visitors", "a smiling person at a leisure centre"),
    (r"Found it easy", "{share} who answered said it was easy.", "people", "a person with a thumb up"),
    (r"Told us it was sorted out first time", "{share} who answered said we sorted it out first time.", "people",
     "a person nodding"),
)  # fmt: skip
"""Sentences for labels that the strategies use: the label, the sentence, who or what is counted, the picture."""

VALUES = {
    "Average wait for an answer": ("On average, people waited {0}.", "a person waiting with a phone and a clock"),
    "Cost of a contact": ("Each time somebody contacts us costs {0}.", "some coins"),
}
"""Sentences for labels of numbers that are no shares: the sentence and the picture."""

GRADES = (
    Line("We ask people how happy they are with us.", "a person filling in a form with smiling faces"),
    Line("We turn their answers into a score.", "a scale with faces from sad to happy"),
    Line("The best score is 1.", "a very happy face"),
    Line("The worst score is minus 1.", "a very sad face"),
)
WHOLE = {"none of the times": "0 times in every 100", "all of the times": "100 times in every 100"}
CHANGES = {
    "Worse": ("It has got worse {0}.", "an arrow going the wrong way"),
    "Better": ("It has got better {0}.", "an arrow going the right way"),
}


def measure_lines(label: str, value: Cell, target: Cell | None, change: str = "") -> Iterator[Line]:
    """Yield what a measure says; `target` is None where there is none to hold it against."""
    if value.value is None:
        return
    yield from _value_lines(label, value, target)
    if target is not None and target.value is not None:
        is_tenths = value.unit is Unit.SHARE and is_in_tenths(value, target)
        yield Line(f"We promised {target_words(target, is_tenths)}.", "two people shaking hands", target)
    direction, _, since = change.partition(" ")
    if direction in CHANGES and since:
        words, picture = CHANGES[direction]
        yield Line(words.format(since), picture)


def _value_lines(label: str, value: Cell, target: Cell | None) -> Iterator[Line]:
    if value.unit is Unit.SCORE:
        yield from GRADES
        yield Line(f"Our score was {value_words(value)}.", "a scale with faces and an arrow", value)
    elif label in VALUES:
        words, picture = VALUES[label]
        yield Line(words.format(value_words(value)), picture, value)
    elif value.unit is not Unit.SHARE:
        yield from _plain_lines(label, value_words(value), value)
    else:
        yield from _share_lines(label, value, target)


def _share_lines(label: str, value: Cell, target: Cell | None) -> Iterator[Line]:
    for pattern, sentence, noun, picture in SHARES:
        if found := re.fullmatch(pattern, label, re.IGNORECASE):
            groups = [group or "" for group in found.groups()]
            kind = f"{groups[0].lower()}{noun}" if "{0}" not in sentence and groups else noun
            share = times_words(share_words(value, kind, target))
            words = sentence.format(*groups, share=share)
            yield Line(words[0].upper() + words[1:], picture, value)
            return
    yield from _plain_lines(label, share_words(value, "", target).strip(), value)


def _plain_lines(label: str, said: str, value: Cell) -> Iterator[Line]:
    """Yield a measure that we have no sentence for: its name, and then its number."""
    yield Line(f"We looked at this: {label[:1].lower() + label[1:]}.", "a person counting")
    yield Line(f"The number was {said}.", "the number in large type", value)


def times_words(words: str) -> str:
    """Return '49 times in every 100' for '49 in every 100 times', '0 times in every 100' for none; all else as it is."""
    if words in WHOLE:
        return WHOLE[words]
    found = re.fullmatch(r"(.*?)([\d,]+) in every ([\d,]+) times", words)
    return f"{found[1]}{found[2]} times in every {found[3]}" if found else words
