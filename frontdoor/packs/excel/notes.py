"""What stands above a table: its title, what it answers, what is counted, and where the numbers come from."""

from dataclasses import dataclass

from frontdoor.figure import Figure
from frontdoor.packs.excel.plan import SheetPlan, is_drawn
from frontdoor.packs.pack import Pack

NOTHING = "No figures for this choice."
DRAFT = "Draft, not issued"


@dataclass(frozen=True, slots=True)
class Note:
    """One line of notes; `is_stamp` where it warns."""

    words: str
    is_stamp: bool = False


def notes_of(sheet: SheetPlan, pack: Pack, left_out: str) -> list[Note]:
    """Return the notes below the title; `left_out` says which rows have no room, '' where all have."""
    page, figure = sheet.page, sheet.figure
    stamps = [stamp for stamp in (pack.stamp, DRAFT if pack.is_draft else "", *sheet.marks, left_out) if stamp]
    definition = figure.definition if figure and figure.definition else page.basis.definition
    beside = is_drawn(figure) if figure else False
    said = [
        " ".join(part for part in (page.question, page.title) if part),
        sheet.table.note,
        *(figure_words(figure) if figure and not beside else ()),
        f"What is counted: {definition}" if definition else "",
        _basis(sheet),
        NOTHING if not sheet.table.rows else "",
    ]
    return [*(Note(stamp, True) for stamp in stamps), *(Note(words) for words in said if words)]


def figure_words(figure: Figure) -> tuple[str, ...]:
    """Return what is said of a figure beside its titles: its sentence and its notes."""
    return tuple(words for words in (figure.sentence, *figure.notes) if words)


def _basis(sheet: SheetPlan) -> str:
    """Return source, data version and filters; a figure that says its own version is not told it twice."""
    figure, basis = sheet.figure, sheet.page.basis
    if figure and figure.provenance:
        version = "" if basis.version.partition(",")[0] in figure.provenance else basis.version
        return _sentences(figure.provenance, version, f"Filters: {basis.filters}" if basis.filters else "")
    source = f"Source: {basis.source}" if basis.source else ""
    return _sentences(source, basis.version, f"Filters: {basis.filters}" if basis.filters else "")


def _sentences(*parts: str) -> str:
    said = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{said}." if said else ""
