"""Results told so finely that the rounding of the counts behind them can be undone, and counts in words that are not rounded."""

import re
from collections.abc import Iterator, Sequence

from frontdoor.access.disclosure import ROUNDED_TO
from frontdoor.packs.open_data import tables_of
from frontdoor.packs.pack import Cell, Pack, PackPage, PackTable
from frontdoor.packs.public.counts import COUNTED, HIDDEN, OUT_OF, says
from frontdoor.packs.public.published import published_as

NEARLY_WHOLE = 1e-6
"""How far from a whole number a product may lie that is one, as numbers are told to about 16 digits."""

_BEHIND = re.compile(r"([\d,]+)(?: of ([\d,]+))?")
_SHARE = re.compile(r"(\d+(?:\.(\d+))?)%")
_IN_WORDS = re.compile(
    r"(?<![\w.,£+])(?<!tage )(\d[\d,]*) (?:more |stage [12] )?(?:complaints|answers|contacts|calls|people|responses|replies|survey invitations)"
)

Found = tuple[str, str, str]
"""Which table or page, what of it, and why it tells too much."""


def undone(pack: Pack) -> Iterator[Found]:
    """Yield each result from which a count can be worked out more finely than it is shown."""
    for page in pack.pages:
        for table in tables_of(page):
            if published_as(table.key):
                yield from _too_fine(table)
        yield from _not_rounded(page)


def _too_fine(table: PackTable) -> Iterator[Found]:
    if COUNTED not in table.columns:
        return
    last = table.columns.index(COUNTED)
    places = [table.columns.index(name) for name in (COUNTED, OUT_OF) if name in table.columns]
    known = [place for place in places if any(says(row[place]) for row in table.rows)]
    for row in table.rows:
        counts = [row[place] for place in known]
        for cell in row[1:last]:
            if why := _why_too_fine(cell, counts):
                yield table.key, row[0].words, why


def _why_too_fine(cell: Cell, counts: Sequence[Cell]) -> str:
    """Return why a result tells more than the counts beside it, '' where it does not."""
    if not says(cell):
        return ""
    if any(not says(count) or HIDDEN in count.words for count in counts):
        return f"{cell.words} is told, but a count behind it is hidden"
    part, whole = _sums(counts)
    if whole and isinstance(cell.value, float) and cell.value % 1 and not _is_of(cell.value, whole):
        return f"{cell.words} is told so finely that its count of {whole:,} can be worked out exactly"
    if whole and part is not None and not _is_rounded_from(cell.words, part / whole):
        return f"{cell.words} is of other counts than those shown, {part:,} of {whole:,}"
    return ""


def _is_rounded_from(words: str, share: float) -> bool:
    """Return whether '57.1%' is the share to as many places as it has; words that are no percentage are."""
    said = _SHARE.fullmatch(words)
    return said is None or abs(float(said[1]) - 100 * share) <= 0.5 / 10 ** len(said[2] or "") + NEARLY_WHOLE


def _sums(counts: Sequence[Cell]) -> tuple[int | None, int]:
    """Return the two counts of a result as they are shown: the part, where it is told, and the whole, 0 where it is not."""
    numbers = [int(count.value) for count in counts if isinstance(count.value, int | float)]
    if len(numbers) == len(counts):
        return (numbers[0], numbers[1]) if len(numbers) > 1 else (None, numbers[0])
    found = _BEHIND.match(counts[0].words)
    said = [int(number.replace(",", "")) for number in found.groups() if number] if found else [0]
    return (said[0], said[1]) if len(said) > 1 else (None, said[0])


def _is_of(value: float, whole: int) -> bool:
    """Return whether the result can have been worked from the rounded counts that are shown beside it."""
    parts = (value * whole / scale for scale in (1, 100))
    return any(abs(part - round(part)) < NEARLY_WHOLE * whole for part in parts)


def _not_rounded(page: PackPage) -> Iterator[Found]:
    said = (page.title, page.lead, *(f"{fact.value} {fact.note}" for fact in page.facts))
    for words in (*said, *(sentence for aside in page.asides for sentence in aside.sentences)):
        for found in _IN_WORDS.finditer(words):
            if int(found[1].replace(",", "")) % ROUNDED_TO:
                yield page.key, found[0], "a count in words that is not rounded"
