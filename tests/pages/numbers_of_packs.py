"""Reads every kind of file a pack becomes as its reader would, and says what it states of each measure.

What a file states is told as {(measure's label, what): words or number}. `row value`, `row counted` and `row target` are
its line in a table of promises (`row` all three as one, where a file has no cells), `fact` and `fact target` what its own
page says at the top, `number` and `target number` the unrounded ones where a file has them, and `drawn` the number of the
period in the measure's chart.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from xml.etree import ElementTree

from openpyxl.xml.functions import tostring
from pptx import Presentation

from tests.unit.packs.read_pdf import pages_of
from tests.unit.packs.reading_excel import head_row, numbers, opened, sheets
from tests.unit.packs.reading_html import read_html
from tests.unit.packs.reading_slides import workbook_cells

Files = Mapping[str, bytes]
Stated = dict[tuple[str, str], object]
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ASKED = re.compile(r"How are we doing on “(.+?)”\?")
LATER_WORDS = re.compile(
    r" \((?:provisional|changed since confirmed)\)|\. Lowered from [^,]+, \d{1,2} \w+ \d{4}|\.? (?:Provisional until|Changed since).*$"
)
STATUS = r"(?:Met|Close|Missed|Target to be set|Too few to say|No data|Can’t tell|No target|No figures|Not judged)"


def plain(words: str) -> str:
    """Return words without what is said later of the same number: that nobody stands by it yet, that its target was lowered."""
    return LATER_WORDS.sub("", " ".join(words.split())).rstrip(".")


def _row(cells: Sequence[str]) -> Stated:
    label, value, counted, target = cells[:4]
    told = {"row value": value, "row counted": plain(counted), "row target": plain(target)}
    return {(label, what): words for what, words in told.items()}


def _facts(label: str, facts: Iterable[Sequence[str]], period: str) -> Stated:
    """Return what facts say, each a label, a value and a note."""
    found: Stated = {}
    for name, value, note in facts:
        if name == period:
            found[label, "fact"] = f"{value} {plain(note)}"
        elif name == "Target now":
            found[label, "fact target"] = value
    return found


def _asked(words: str, labels: Iterable[str]) -> str | None:
    """Return the label of the measure whose question is among the words."""
    found = ASKED.search(words)
    return next((label for label in labels if found and label.lower() == found[1].lower()), None)


def in_csv(files: Files, period: str, labels: Mapping[str, str]) -> Stated:
    """Return what open data state: a column of one unit holds numbers only, as its metadata say."""
    found: Stated = {}
    for name, held in files.items():
        if not name.endswith(".csv"):
            continue
        rows = list(csv.DictReader(io.StringIO(held.decode(), newline="")))
        key = re.sub(r"^.*?measure_|_facts\.csv$", "", name)
        if name.endswith("_facts.csv") and key in labels:
            found |= _facts(labels[key], ((row["Fact"], row["What it is"], row["More"]) for row in rows), period)
        elif "/invented-promise_" in name:
            columns = json.loads(files[name.removesuffix(".csv") + "-metadata.json"])["tableSchema"]["columns"]
            numbers = {each["titles"] for each in columns if "dc:description" in each}
            for row in rows:
                found |= _csv_row(row, numbers, period)
    return found


def _csv_row(row: Mapping[str, str], numbers: set[str], period: str) -> Stated:
    label = row["Measure"]
    found: Stated = {(label, "row counted"): plain(row["Counted"])}
    for head, words, number in ((period, "row value", "number"), ("Target", "row target", "target number")):
        if head not in numbers:
            found[label, words] = plain(row[head])
        told = row[head] if head in numbers else row.get(f"{head}: number", "")
        if told:
            found[label, number] = float(told)
    return found


def in_json(files: Files, period: str, labels: Mapping[str, str]) -> Stated:
    """Return what a frozen pack states."""
    found: Stated = {}
    pages = json.loads(next(iter(files.values())))["pack"]["pages"]
    for page in pages:
        label = _asked(page["question"], labels.values())
        if label:
            found |= _facts(label, ((each["label"], each["value"], each["note"]) for each in page["facts"]), period)
        for table in page["tables"]:
            if table["key"].startswith("promise_"):
                for row in table["rows"]:
                    found |= _row([cell["words"] for cell in row])
                    numbers = {"number": row[1]["value"], "target number": row[3]["value"]}
                    found |= {(row[0]["words"], what): number for what, number in numbers.items() if number is not None}
    return found


def in_excel(files: Files, period: str, labels: Mapping[str, str]) -> Stated:
    """Return what a workbook shows, and the numbers its cells and charts hold, as a sheet counts them."""
    found: Stated = {}
    content = next(iter(files.values()))
    book = opened(content)
    for at, (name, sheet) in enumerate(sheets(content).items(), start=1):
        label = _asked(" ".join(sheet.notes), labels.values())
        if sheet.heads[:1] == ("Measure",):
            held = numbers(content, at)
            for place, row in enumerate(sheet.rows, start=head_row(book[name]) + 1):
                found |= _row(row)
                told = {"number": held.get(f"B{place}"), "target number": held.get(f"D{place}")}
                found |= {(row[0], what): number for what, number in told.items() if number is not None}
        elif label and sheet.heads == ("Fact", "What it is", "More"):
            found |= _facts(label, sheet.rows, period)
        elif label:
            for chart in book[name]._charts:
                found |= _drawn(ElementTree.fromstring(tostring(chart._write())), label, period)
    return found


def in_slides(files: Files, period: str, labels: Mapping[str, str]) -> Stated:
    """Return what slides show, and what the workbooks inside their charts hold."""
    found: Stated = {}
    for slide in Presentation(io.BytesIO(next(iter(files.values())))).slides:
        label = _asked(
            " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame), labels.values()
        )
        facts = []
        for shape in slide.shapes:
            if shape.has_table:
                rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                if rows[0][:1] == ["Measure"] and "Counted" in rows[0]:
                    found |= {key: words for row in rows[1:] if any(row[1:]) for key, words in _row(row).items()}
            elif shape.name.startswith("Fact: "):
                value, name, *note = shape.text_frame.text.split("\n")
                facts.append((name, value, " ".join(note)))
            elif label and shape.has_chart:
                found |= _in_chart(shape.chart.part, label, period)
        if label and facts:
            found |= _facts(label, facts, period)
    return found


def _in_chart(part, label: str, period: str) -> Stated:
    """Return the number a chart shows, which must be that of the workbook inside it."""
    drawn = _drawn(ElementTree.fromstring(part.blob), label, period)
    cells = workbook_cells(part)
    rows = [place[1:] for place, cell in cells.items() if place.startswith("A") and cell.value == period]
    if drawn and rows:
        assert cells[f"B{rows[0]}"].value == drawn[label, "drawn"]
    return drawn


def _drawn(chart: ElementTree.Element, label: str, period: str) -> Stated:
    """Return the number of the period in the series that has the measure's name."""
    for series in chart.iter(f"{CHART}ser"):
        name = next((each.text or "" for each in series.find(f"{CHART}tx").iter(f"{CHART}v")), "")
        names = {int(each.get("idx")): each.find(f"{CHART}v").text for each in series.findall(f"{CHART}cat//{CHART}pt")}
        place = next((at for at, said in names.items() if said == period), None)
        values = {
            int(each.get("idx")): each.find(f"{CHART}v").text for each in series.findall(f"{CHART}val//{CHART}pt")
        }
        if name.startswith(label) and place in values:
            return {(label, "drawn"): float(values[place])}
    return {}


def in_html(files: Files, period: str, labels: Mapping[str, str]) -> Stated:
    """Return what the offline page says."""
    found: Stated = {}
    for section in read_html(next(iter(files.values()))).all("section", "fd-page"):
        label = _asked(section.words, labels.values())
        for facts in section.all("dl", "fd-facts") if label else ():
            told = [(each.all("dt")[0], each.all("b")[0], each.all("p")) for each in facts.all("div")]
            found |= _facts(
                label,
                ((name.words, value.words, " ".join(p.words for p in notes)) for name, value, notes in told),
                period,
            )
        for table in section.all("table"):
            heads = [each.words for each in table.all("thead")[0].all("th")]
            if heads[:1] == ["Measure"] and "Counted" in heads:
                for row in table.all("tbody")[0].all("tr"):
                    found |= _row([cell.words for cell in row.inside])
    return found


def in_pdf(files: Files, period: str, labels: Mapping[str, str]) -> Stated:
    """Return what the words of the report say, in reading order; cells have no edges there."""
    found: Stated = {}
    text = " ".join(pages_of(next(iter(files.values()))))
    for label in labels.values():
        row = re.search(rf" {re.escape(label)} (.{{1,240}}?) {STATUS} ", text)
        if row:
            found[label, "row"] = plain(row[1]).replace(". ", " ")
        asked = re.search(rf"“{re.escape(label)}”\?(.*?) Target now (.*?) Status ", text, re.IGNORECASE)
        if asked:
            found[label, "fact"] = plain(asked[1].rpartition(f" {period} ")[2])
            found[label, "fact target"] = plain(re.sub(r" Owner: .*| Lowered from .*", "", asked[2]))
    return found


def in_easy_read(files: Files, _period: str, _labels: Mapping[str, str]) -> list[str]:
    """Return every sentence of the Easy Read draft as a web page."""
    page = next(held for name, held in files.items() if name.endswith(".html")).decode()
    words = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    return [" ".join(unescape(part).split()) for part in re.split(r"<[^>]+>", words) if part.strip()]


READERS: Mapping[str, Callable[[Files, str, Mapping[str, str]], Stated]] = {
    "csv": in_csv, "json": in_json, "xlsx": in_excel, "pptx": in_slides, "html": in_html, "pdf": in_pdf,
}  # fmt: skip
"""Who reads each format; Easy Read says numbers in words and is read as sentences."""
