"""Results told so finely that the rounding of the counts behind them can be undone, and counts in words that are not rounded."""

import re
from collections.abc import Iterator

from frontdoor.access.disclosure import ROUNDED_TO
from frontdoor.packs.open_data import tables_of
from frontdoor.packs.pack import Cell, Pack, PackPage, PackTable
from frontdoor.packs.public.counts import COUNTED, OUT_OF
from frontdoor.packs.public.published import published_as

NEARLY_WHOLE = 1e-6
"""How far from a whole number a product may lie that is one, as numbers are told to about 16 digits."""

_BEHIND = re.compile(r"([\d,]+)(?: of ([\d,]+))?")
_IN_WORDS = re.compile(
    r"(?<![\w.,£+])(\d[\d,]*) (?:more |stage [12] )?(?:complaints|answers|contacts|calls|people|responses|replies|survey invitations)"
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
    place = table.columns.index(OUT_OF if OUT_OF in table.columns else COUNTED)
    for row in table.rows:
        whole = _whole(row[place])
        for cell in row[1:place]:
            if isinstance(cell.value, float) and whole and cell.value % 1 and not _is_of(cell.value, whole):
                yield (
                    table.key,
                    row[0].words,
                    f"{cell.words} is told so finely that its count of {whole:,} can be worked out exactly",
                )


def _whole(cell: Cell) -> int:
    """Return the count that a result was divided by as it is shown, 0 where none is."""
    if cell.value is not None:
        return int(cell.value) if isinstance(cell.value, int | float) else 0
    found = _BEHIND.match(cell.words)
    return int((found[2] or found[1]).replace(",", "")) if found else 0


def _is_of(value: float, whole: int) -> bool:
    """Return whether the result can have been worked from the rounded counts that are shown beside it."""
    return any(
        abs(value * whole / scale - round(value * whole / scale)) < NEARLY_WHOLE * max(1, whole) for scale in (1, 100)
    )


def _not_rounded(page: PackPage) -> Iterator[Found]:
    said = (page.title, page.lead, *(f"{fact.value} {fact.note}" for fact in page.facts))
    for words in (*said, *(sentence for aside in page.asides for sentence in aside.sentences)):
        for found in _IN_WORDS.finditer(words):
            if int(found[1].replace(",", "")) % ROUNDED_TO:
                yield page.key, found[0], "a count in words that is not rounded"
