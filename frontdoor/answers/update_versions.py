"""Versions of the annual update as they were issued: each kept whole and sealed, and what changed since it."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdoor.answers.provenance import moment_words
from frontdoor.answers.register_chain import chain_of
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.update_blocks import Paper, Part, figures_of, named_places
from frontdoor.answers.update_kept import kept, restored
from frontdoor.answers.update_made import Asking, draft, drafting_of
from frontdoor.answers.update_sources import Drafting
from frontdoor.answers.update_writing import refuse_others
from frontdoor.errors import FrontdoorError, RegisterError
from frontdoor.register.annual_updates import IssuedUpdate, issue_update, issued_updates
from frontdoor.register.entries import author_words

ALTERED = (
    "This version was altered in the database after it was issued: what stands here is not what its digest seals. Ask whoever looks "
    "after this computer, and do not rely on it."
)
TABLE = "update_versions"


@dataclass(frozen=True, slots=True)
class Version:
    """One version as issued: its number among those of the year, who issued it when, and its content.

    `paper` is None where what is kept cannot be read any more; `is_altered` where it is not what was sealed.
    """

    number: int
    author: str
    when: str
    generation: int
    digest: str
    is_altered: bool
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not what it was: a number by its place, or what officers wrote of a section; '' is not there."""

    section: str
    what: str
    before: str
    now: str


def versions(asking: Asking) -> tuple[Version, ...]:
    """Return every version issued of the year's update, oldest first; anybody may read them."""
    return versions_of(drafting_of(asking))


def versions_of(drafting: Drafting) -> tuple[Version, ...]:
    """Return the same of a year already open."""
    register = drafting.context.register
    issued = issued_updates(register, drafting.year.first)
    broken = any(fault.startswith(TABLE) for fault in chain_of(register).faults) if issued else False
    return tuple(_version(number, each, drafting, is_suspect=broken) for number, each in enumerate(issued, start=1))


def _version(number: int, issued: IssuedUpdate, drafting: Drafting, *, is_suspect: bool) -> Version:
    try:
        paper = restored(issued.content)
    except (KeyError, TypeError, ValueError, AttributeError):
        paper = None
    return Version(
        number=number,
        author=author_words(issued.author, is_verified=issued.author_is_verified),
        when=moment_words(issued.recorded_at, drafting.context.council.time_zone),
        generation=issued.generation,
        digest=issued.digest,
        is_altered=is_suspect or paper is None or not issued.is_unaltered,
        paper=paper,
    )


def issue(asking: Asking, shown: Paper, author: str) -> str:
    """Keep the update as a version, whole as `shown`, and return what was done.

    Raises:
        AccessError: only officers issue.
        FrontdoorError: the draft is not what was shown any more, nothing differs from the last version, or no name.
    """
    refuse_others(asking.audience)
    now = draft(asking)
    if differences(shown, now):
        raise FrontdoorError("The draft changed since you looked at it: draft it anew, read it and issue that.")
    drafting = drafting_of(asking)
    before = versions_of(drafting)
    if before and before[-1].paper and not before[-1].is_altered and not differences(before[-1].paper, now):
        raise RegisterError(f"Nothing differs from version {before[-1].number}, so there is nothing to issue.")
    digest = issue_update(
        drafting.context.register, drafting.year.first, now.generation, kept(now), author=author, now=asking.now
    )
    return f"Version {len(before) + 1} of the update of {now.year} is issued, digest {digest}."


def differences(before: Paper, now: Paper) -> tuple[Difference, ...]:
    """Return everything that is not what it was, in the order of the sections: numbers first, then officers' words."""
    earlier = {part.key: part for part in before.parts}
    later = {part.key: part for part in now.parts}
    return tuple(each for key in dict.fromkeys((*later, *earlier)) for each in _between(key, earlier, later))


def _between(key: str, earlier: dict[str, Part], later: dict[str, Part]) -> Iterator[Difference]:
    was, stands = earlier.get(key), later.get(key)
    title = stands.title if stands else was.title if was else key
    figures = [figures_of(part) if part else {} for part in (was, stands)]
    names = (named_places(was) if was else {}) | (named_places(stands) if stands else {})
    for place in dict.fromkeys((*figures[1], *figures[0])):
        pair = tuple(side.get(place, "") for side in figures)
        if pair[0] != pair[1]:
            yield Difference(title, names.get(place, title), *pair)
    words = [part.words.words if part and part.words else "" for part in (was, stands)]
    if words[0] != words[1]:
        yield Difference(title, "Officers’ words", *words)


def since_words(version: Version, found: tuple[Difference, ...]) -> str:
    """Return 'Different since version 2: 3 numbers and officers’ words in 1 section.'."""
    words = sum(each.what == "Officers’ words" for each in found)
    numbers = len(found) - words
    if not found:
        return f"Nothing is different since version {version.number}."
    said = [
        count_noun(numbers, "number") if numbers else "",
        f"officers’ words in {count_noun(words, 'section')}" if words else "",
    ]
    return f"Different since version {version.number}: {' and '.join(each for each in said if each)}."


def version_called(known: tuple[Version, ...], number: int) -> Version:
    """Return the version of this number; FrontdoorError where there is none."""
    for version in known:
        if version.number == number:
            return version
    there = f"there are {len(known)}" if known else "none is issued yet"
    raise FrontdoorError(f"there is no version {number} of the update: {there}.")
