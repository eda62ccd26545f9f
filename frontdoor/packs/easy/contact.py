"""When people need us, and who goes online, in easy words."""

import re
from collections.abc import Iterator

from frontdoor.packs.easy.measures import times_words
from frontdoor.packs.easy.numbers import cell_of_words, share_words
from frontdoor.packs.easy.part import Line, Part, Said
from frontdoor.packs.pack import Cell, Pack, PackPage

HOUR = re.compile(
    r"(?P<quiet>Quietest, )?(?P<day>\w+day) (?P<hours>\w+ to \w+): (?P<count>[\d,]+) calls,.*?"
    r"(?: (?P<waited>\d+) in every 100 waited over (?P<wait>[\w ]+)\.)?$"
)
AFTER_HOLIDAY = re.compile(r"[Tt]he day after a bank holiday brings ([\d.]+%) more calls")
ROSE = re.compile(r"Online contact (rose|fell) by ")
BEHIND = re.compile(r"(?P<who>.+) fell further behind in going online\.")
ONLINE = "Online, "
EVERYONE = "everyone"


def week_parts(page: PackPage, _pack: Pack, _said: Said) -> Iterator[Part]:
    """Yield the busiest and the quietest hour, as the page's list of hours has them."""
    sentences = [sentence for aside in page.asides for sentence in aside.sentences]
    found = [hour for sentence in sentences if (hour := HOUR.match(sentence))]
    busiest = next((hour for hour in found if not hour["quiet"]), None)
    quietest = next((hour for hour in found if hour["quiet"]), None)
    lines = (*_hour_lines(busiest, "Our busiest time is"), *_hour_lines(quietest, "Our quietest time is"))
    if lines:
        yield Part("When people phone us", lines, (page.key,))


def year_parts(page: PackPage, _pack: Pack, _said: Said) -> Iterator[Part]:
    """Yield that the days after bank holidays bring more calls, where the page's title says so."""
    if found := AFTER_HOLIDAY.search(page.title):
        more = cell_of_words(found[1])
        yield Part(
            "Busy days",
            (
                Line("A bank holiday is a day off for most people.", "a closed sign on a door"),
                Line("More people phone us the day after.", "many people on the phone"),
                Line(
                    f"For every 100 calls on a normal day, {found[1].removesuffix('%')} more come.",
                    "many phones ringing",
                    more,
                ),
            ),
            (page.key,),
        )


def shift_parts(page: PackPage, _pack: Pack, said: Said) -> Iterator[Part]:
    """Yield how often people went online to reach us, and whether that rose or fell."""
    fact = next((fact for fact in page.facts if fact.label.startswith(ONLINE)), None)
    changed = ROSE.match(page.title)
    lines: list[Line] = []
    if fact and cell_of_words(fact.value).value is not None and "contacts made online" not in said:
        lines.append(_online("People reached us online", fact.value))
    if changed:
        rose = "more" if changed[1] == "rose" else "less"
        lines.append(Line(f"People go online {rose} than a year ago.", "a person with a computer"))
    if lines:
        yield Part("Going online", tuple(lines), (page.key,))


def left_out_parts(page: PackPage, _pack: Pack, _said: Said) -> Iterator[Part]:
    """Yield who goes online less than others, where the page says that a group fell behind."""
    behind = BEHIND.fullmatch(page.title)
    if not behind:
        return
    less = Line(f"{behind['who']} go online less than others.", "a person who cannot use a computer")
    shares = {fact.label.removeprefix(ONLINE): fact.value for fact in page.facts if fact.label.startswith(ONLINE)}
    told = {who: value for who, value in shares.items() if cell_of_words(value).value is not None}
    group = [value for who, value in told.items() if who.lower() == behind["who"].lower()]
    lines = [_online("When they contact us, they go online", value) for value in group]
    if EVERYONE in told:
        lines.append(_online("Everyone together goes online", told[EVERYONE]))
    yield Part("Who is left out", (less, *lines), (page.key,))


def _hour_lines(hour: re.Match[str] | None, words: str) -> Iterator[Line]:
    if hour is None:
        return
    yield Line(f"{words} {hour['day']}, {hour['hours']}.", f"a clock and the word {hour['day']}")
    yield Line(f"About {hour['count']} calls come then.", "phones ringing", Cell(hour["count"]))
    if hour["waited"]:
        share = Cell(f"{hour['waited']} in every 100", int(hour["waited"]) / 100)
        yield Line(
            f"{hour['waited']} in every 100 callers waited over {hour['wait']}.", "a person waiting with a phone", share
        )


def _online(words: str, value: str) -> Line:
    cell = cell_of_words(value)
    return Line(f"{words} {times_words(share_words(cell, 'times'))}.", "a person with a computer", cell)
