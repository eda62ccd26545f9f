"""What changed since a pack was frozen: each number that differs now, before and now and why, as a page of its own."""

from collections.abc import Sequence
from dataclasses import replace

from frontdoor.errors import PackError
from frontdoor.measures.formatting import format_date
from frontdoor.packs.changed_found import Difference, Why, counted, differences
from frontdoor.packs.frozen import sealed
from frontdoor.packs.pack import Aside, Basis, Cell, Pack, PackPage, PackTable

CHANGES = "changes"
"""The key of the page, by which a pack that has one already is known."""

HEADS = ("What", "Where", "Then", "Now", "Why it differs")
QUESTION = "What changed since this pack was made?"
DEFINITION = (
    "Each number and wording of the frozen pack is held against what the same choice gives today. A number is changed where "
    "its unrounded value is; the reason is told as far as the two packs tell it."
)


def changes_page(before: Pack, now: Pack) -> PackPage:
    """Return the page; it says so plainly where nothing changed.

    Raises:
        PackError: the packs are not of the same template, choice and readers, so that they cannot be held together.
    """
    _check_alike(before, now)
    was = {page.key: page for page in before.pages if page.key != CHANGES}
    is_now = {page.key: page for page in now.pages if page.key != CHANGES}
    found = [each for key, page in was.items() if key in is_now for each in differences(page, is_now[key])]
    pages = (
        _pages("Pages gone", [was[key] for key in was.keys() - is_now.keys()]),
        _pages("Pages added", [is_now[key] for key in is_now.keys() - was.keys()]),
    )
    asides = tuple(aside for aside in pages if aside.sentences)
    return PackPage(
        key=CHANGES,
        title=_title(found, is_same=not asides),
        question=QUESTION,
        lead=f"{_versions(before, now)}{_register(before, now)}{_reasons(found)}",
        basis=Basis(DEFINITION, "", _version(now), next((page.basis.filters for page in now.pages), "")),
        tables=(_table(found),) if found else (),
        asides=asides,
    )


def with_changes(before: Pack, now: Pack) -> Pack:
    """Return the frozen pack with the page of what changed since as its last, under a digest of its own."""
    kept = tuple(page for page in before.pages if page.key != CHANGES)
    return sealed(replace(before, pages=(*kept, changes_page(before, now))))


def _check_alike(before: Pack, now: Pack) -> None:
    """Raise a PackError that names what the packs differ in, other than their figures."""
    for what, one, other in (
        ("template", before.key, now.key), ("council", before.council, now.council), ("period", before.period, now.period),
        ("readers", before.audience, now.audience), ("filters", _filters(before), _filters(now)),
    ):  # fmt: skip
        if one != other:
            raise PackError(
                f"These packs cannot be compared: their {what} differ ({one or 'not known'}, {other or 'not known'})."
            )


def _filters(pack: Pack) -> str:
    """Return what was chosen, without the data version, which may differ."""
    chosen = pack.chosen
    if chosen is None:
        return ""
    return ", ".join(
        part for part in (*chosen.services, *chosen.channels, chosen.attribute, chosen.value) if part
    ) or "everything"  # fmt: skip


def _title(found: Sequence[Difference], *, is_same: bool) -> str:
    numbers = sum(each.why is not Why.WORDING for each in found)
    if not found:
        return "Nothing changed: every number is still the same." if is_same else "No number changed, but pages did."
    if not numbers:
        return "No number changed; some things are said in other words."
    return f"{numbers:,} {'thing differs' if numbers == 1 else 'things differ'} now from what this pack says."


def _versions(before: Pack, now: Pack) -> str:
    then, today = _version(before), _version(now)
    if then == today:
        return f"Then and now the figures are of the same data: {today}."
    return f"Then: {then}. Now: {today}."


def _register(before: Pack, now: Pack) -> str:
    """Return how far the council's register went on since; nothing where it did not, or the older pack has no digest of it."""
    if not before.register or before.register == now.register:
        return ""
    then, today = (pack.register.partition(",")[0] for pack in (before, now))
    return f" The council’s register then: {then}. Now: {today}."


def _version(pack: Pack) -> str:
    page = next((page for page in pack.pages if page.key != CHANGES), None)
    return page.basis.version if page else f"figures to {format_date(pack.as_at)}"


def _reasons(found: Sequence[Difference]) -> str:
    said = "; ".join(f"{why.value} ({count:,})" for why, count in counted(found).items())
    return f" Why: {said}." if said else ""


def _pages(title: str, pages: Sequence[PackPage]) -> Aside:
    return Aside(title, tuple(sorted(page.title for page in pages)))


def _table(found: Sequence[Difference]) -> PackTable:
    rows = tuple((Cell(each.what), Cell(each.where), each.before, each.now, Cell(each.why.value)) for each in found)
    return PackTable("changes_since", "Then and now", HEADS, rows)
