"""Plays the intruder: holds every published table of every release together and says which hidden counts can be worked out.

The intruder knows the method (small counts are hidden, others rounded to the nearest 5) and that parts are never more than
their whole, that rows add up, that months do not change from one release to the next, or only grow where they did.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import inf

from frontdoor.access.hiding import SMALLEST_SHOWN
from frontdoor.packs.pack import Pack
from frontdoor.packs.public.counts import PART, WHOLE, Cut, Told, told
from frontdoor.packs.public.undone import undone
from frontdoor.statistics.possible_counts import Counts, Sum, solvers

FEWEST_POSSIBLE = SMALLEST_SHOWN - 1
"""A hidden count must still be able to be 1, 2, 3 or 4, or as many other numbers (docs/decisions/0705)."""

ALONE = 2
"""How many tries hold all releases together; the others are of one release each."""

Key = tuple[Cut, date, int]
"""A count of one month as one release tells it: its cut, the month and, where a release revised the month, which."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A count that can be narrowed too far: which, in which release, how it was kept back, and what is left of it."""

    release: str
    table: str
    what: str
    why: str

    @property
    def place(self) -> str:
        return f"{self.release}, {self.table}: {self.what}"

    @property
    def words(self) -> str:
        return f"{self.place}: {self.why}"


@dataclass(slots=True)
class _Known:
    """What the intruder writes down: each count with its bounds, the sums, and which of them to find out."""

    names: dict[Key, int] = field(default_factory=dict)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    targets: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    def number(self, key: Key | None = None) -> int:
        """Return the number of a count, of a new one without a name where there is no key."""
        if key is not None and key in self.names:
            return self.names[key]
        self.low.append(0.0)
        self.high.append(inf)
        found = len(self.low) - 1
        if key is not None:
            self.names[key] = found
        return found

    def narrow(self, number: int, low: float, high: float) -> None:
        self.low[number] = max(self.low[number], low)
        self.high[number] = min(self.high[number], high)

    def counts(self) -> Counts:
        return Counts(tuple(self.low), tuple(self.high), tuple(self.sums))


def attack(releases: Mapping[str, Pack]) -> tuple[Leak, ...]:
    """Return what can be worked out from these releases together, by their names in the order they were made.

    Where numbers contradict the supposition that a revised month has only grown it is dropped; where they contradict one
    another all the same, each release is tried alone.
    """
    read = {name: told(pack) for name, pack in releases.items()}
    found = [Leak(name, *each) for name, pack in releases.items() for each in undone(pack)]
    tries = [_written_down(read, is_growing=True), _written_down(read, is_growing=False)]
    tries += [_written_down({name: counts}, is_growing=False) for name, counts in read.items()]
    for number, known in enumerate(tries):
        answers = list(_solved(known))
        found += [answer for answer in answers if isinstance(answer, Leak)]
        if number < ALONE and not any(answer is None for answer in answers):
            break
    return tuple({leak.place: leak for leak in reversed(found)}.values())[::-1]


def _written_down(read: Mapping[str, Sequence[Told]], *, is_growing: bool) -> _Known:
    known = _Known()
    issues = _issues(read)
    for release, counts in read.items():
        for each in counts:
            _count(known, each, release, issues[release])
        _parts(known, release, issues[release], counts)
        _rows(known, issues[release], counts)
    if is_growing:
        _grown(known)
    return known


def _issues(read: Mapping[str, Sequence[Told]]) -> dict[str, dict[date, int]]:
    """Return for each release and month how often the month was revised until then: its counts are counts of their own since."""
    last: dict[tuple[Cut, date], Told] = {}
    times: dict[date, int] = defaultdict(int)
    found = {}
    for release, counts in read.items():
        alone = {(each.of, each.months[0], each.table): each for each in counts if len(each.months) == 1}
        revised = {key[1] for key, each in alone.items() if key[:2] in last and _differ(last[key[:2]], each)}
        for month in revised:
            times[month] += 1
        last |= {key[:2]: each for key, each in alone.items()}
        found[release] = dict(times)
    return found


def _differ(before: Told, now: Told) -> bool:
    """Return whether two tellings of one count cannot both be true, or one hides what the other shows."""
    return before.low > now.high or now.low > before.high or (before.shown is None) != (now.shown is None)


def _count(known: _Known, each: Told, release: str, issues: Mapping[date, int]) -> None:
    keys = [(each.of, month, issues.get(month, 0)) for month in each.months]
    if len(keys) == 1:
        number = known.number(keys[0])
    else:
        number = known.number()
        known.sums.append(Sum({number: -1.0} | {known.number(key): 1.0 for key in keys}, 0.0, 0.0))
    known.narrow(number, each.low, each.high)
    if each.shown is None:
        known.targets.setdefault(number, (release, each.table, f"{each.of.words}, hidden"))


def _parts(known: _Known, release: str, issues: Mapping[date, int], counts: Sequence[Told]) -> None:
    """Note that a part is no more than its whole; what is left of the whole is a count of people as well."""
    tables = {(each.of, month): each.table for each in counts for month in each.months}
    for (of, month), table in tables.items():
        whole = Cut(of.measure, WHOLE, of.rows, of.row)
        if of.side == PART and (whole, month) in tables:
            issue = issues.get(month, 0)
            rest = known.number()
            numbers = known.number((whole, month, issue)), known.number((of, month, issue))
            if known.low[numbers[0]] - known.high[numbers[1]] >= SMALLEST_SHOWN:
                continue  # what is left is never small
            known.sums.append(Sum({numbers[0]: 1.0, numbers[1]: -1.0, rest: -1.0}, 0.0, 0.0))
            known.targets.setdefault(rest, (release, table, f"what is left beside {of.words}"))


def _rows(known: _Known, issues: Mapping[date, int], counts: Sequence[Told]) -> None:
    """Note that the rows of a table add up to their measure, whether that is told or only shared with another table."""
    tables: dict[tuple[str, Cut, bool, date], list[Told]] = defaultdict(list)
    for each in counts:
        if each.parent is not None and len(each.months) == 1:
            tables[each.table, each.parent, each.is_all, each.months[0]].append(each)
    for (_, parent, is_all, month), rows in tables.items():
        issue = issues.get(month, 0)
        numbers = [known.number((each.of, month, issue)) for each in rows]
        weights = {known.number((parent, month, issue)): -1.0} | dict.fromkeys(numbers, 1.0)
        known.sums.append(Sum(weights, 0.0 if is_all else -inf, 0.0))


def _grown(known: _Known) -> None:
    """Note that a month that was revised has no fewer of anything than before: late records are added to it."""
    for (of, month, issue), number in list(known.names.items()):
        before = known.names.get((of, month, issue - 1))
        if before is not None:
            known.sums.append(Sum({number: 1.0, before: -1.0}, 0.0, inf))


def _solved(known: _Known) -> Iterator[Leak | None]:
    """Yield each leak, and None for each count about which the numbers contradict one another."""
    for number, solver in solvers(known.counts(), known.targets).items():
        found = solver.range_of(number)
        if found is None:
            yield None
        elif why := _narrowed(*found):
            yield Leak(*known.targets[number], why)


def _narrowed(low: int, high: int) -> str:
    """Return what is left of a small count that can be narrowed too far, '' for any other."""
    if low < 1 or low >= SMALLEST_SHOWN or high - low + 1 >= FEWEST_POSSIBLE:
        return ""
    return f"it can only be {low}" if low == high else f"it can only be {low} to {high}"
