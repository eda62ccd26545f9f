"""Keeps what officers write for a section of the annual update; its numbers stand in their own place and cannot be edited."""

from dataclasses import dataclass

from frontdoor.access.audience import Audience
from frontdoor.answers.update_blocks import Paper, Part, figures_of
from frontdoor.answers.update_made import Asking, drafting_of
from frontdoor.answers.update_numbers import numbers_in
from frontdoor.errors import AccessError, FrontdoorError
from frontdoor.register.annual_updates import write_section

OFFICERS_ONLY = "Only performance officers write the annual update and issue it."
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody typed for a section; `seen` is the row of words they looked at, None where there were none."""

    section: str
    words: str
    author: str
    seen: int | None


def refuse_others(audience: Audience) -> None:
    """Raise AccessError for anybody but officers."""
    if audience is not Audience.OFFICER:
        raise AccessError(OFFICERS_ONLY)


def write_words(asking: Asking, paper: Paper, written: Written) -> str:
    """Keep the words beside the section's numbers as they stand in `paper`, and return what was done.

    Raises:
        FrontdoorError: no words, too many, no such section, or somebody else wrote meanwhile.
    """
    refuse_others(asking.audience)
    part = part_called(paper, written.section)
    drafting = drafting_of(asking)
    write_section(
        drafting.context.register, drafting.year.first, part.key, written.words, figures_of(part),
        author=written.author, now=asking.now, seen=written.seen,
    )  # fmt: skip
    strange = strange_numbers(part, written.words)
    warned = f" {strange_words(strange)}" if strange else ""
    return f"Your words for “{part.title}” are kept.{warned}"


def part_called(paper: Paper, key: str) -> Part:
    """Return a section by its key."""
    for part in paper.parts:
        if part.key == key:
            return part
    raise FrontdoorError(
        f"there is no section called {key}; those there are: {', '.join(each.key for each in paper.parts)}"
    )


def strange_numbers(part: Part, words: str) -> tuple[str, ...]:
    """Return the numbers in what officers wrote that the section itself does not show."""
    shown = {number for said in figures_of(part).values() for number in numbers_in(said)}
    return tuple(dict.fromkeys(number for number in numbers_in(words) if number not in shown))


def strange_words(strange: tuple[str, ...]) -> str:
    """Return the warning about numbers that the data do not show, '' for none."""
    if not strange:
        return ""
    more = f" and {len(strange) - MOST_NAMED} more" if len(strange) > MOST_NAMED else ""
    return (
        f"Not among this section’s figures: {', '.join(strange[:MOST_NAMED])}{more}. They are marked as officers’ own."
    )
