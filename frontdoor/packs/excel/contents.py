"""The first sheet: what the workbook is, for which period, as at when, and a way to every table."""

from collections.abc import Sequence

from frontdoor.packs.excel.fit import height
from frontdoor.packs.excel.limits import fitting
from frontdoor.packs.excel.notes import DRAFT, NOTHING
from frontdoor.packs.excel.plan import WORDS, SheetPlan
from frontdoor.packs.excel.sheet_page import TITLE, TITLE_LINE, Paper, print_as
from frontdoor.packs.excel.values import cut
from frontdoor.packs.pack import Pack

HEADS = ("Sheet", "What it shows", "Page", "Rows")
WIDTHS = (34, 60, 60, 9)
TO_KNOW = (
    "Each sheet holds one table. Numbers are numbers, shown as every other file of this pack shows them; times are "
    "counted in days and money in pounds, as Excel counts them. Words stand where a number is withheld, and – where there is none."
)


def write_contents(paper: Paper, sheets: Sequence[SheetPlan]) -> None:
    """Write what is said of the whole pack, then a row for each sheet with a link."""
    page, looks, pack = paper.page, paper.looks, paper.pack
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.set_row(0, TITLE_LINE)
    page.write_string(0, 0, cut(pack.title), looks.words(pack.title, **TITLE))
    said = _said(pack)
    for row, words in enumerate(said, start=1):
        look = looks.stamp() if words == pack.stamp else looks.words(words, text_wrap=True)
        page.merge_range(row, 0, row, len(HEADS) - 1, "", look)
        page.write_string(row, 0, cut(words), look)
        page.set_row(row, height([words], [sum(WIDTHS)]))
    top = len(said) + 2
    last = _write_rows(paper, sheets, top)
    page.freeze_panes(top + 1, 1)
    print_as(paper, top, (last, len(HEADS) - 1))


def _said(pack: Pack) -> list[str]:
    digest = f"Digest of this pack: {pack.digest}" if pack.digest else ""
    register = f"The council’s register: {pack.register}" if pack.register else ""
    stamps = (pack.stamp, DRAFT if pack.is_draft else "")
    said = (*stamps, pack.council, pack.period, pack.as_at_line, digest, register, TO_KNOW)
    return [words for words in said if words]


def _write_rows(paper: Paper, sheets: Sequence[SheetPlan], top: int) -> int:
    """Write the list of sheets as an Excel table; return its last row."""
    page, looks = paper.page, paper.looks
    heads = [{"header": head, "header_format": looks.head(head, is_right=head == "Rows")} for head in HEADS]
    last = top + len(sheets) + 1
    page.add_table(
        top, 0, last, len(HEADS) - 1, {"columns": heads, "autofilter": False, "style": "Table Style Light 1"}
    )
    for row, sheet in enumerate(sheets, start=top + 1):
        rows = len(fitting(sheet.table)[0].rows)
        title = sheet.table.title if rows else f"{sheet.table.title.rstrip('.')}. {NOTHING}"
        _write_row(paper, row, (sheet.name, title, sheet.page.title), rows)
    _write_row(paper, last, (WORDS, "What the pages say, in words", ""), None)
    return last


def _write_row(paper: Paper, row: int, words: tuple[str, str, str], rows: int | None) -> None:
    page, looks = paper.page, paper.looks
    page.set_row(row, height(words, WIDTHS[:-1]))
    page.write_url(row, 0, f"internal:'{words[0]}'!A1", looks.link(), words[0])
    for column, each in enumerate(words[1:], start=1):
        page.write_string(row, column, cut(each), looks.words(each, text_wrap=True))
    if rows is not None:
        page.write_number(row, len(HEADS) - 1, rows, looks.of(num_format="#,##0"))
