"""What `measures --json` prints for some filters, and what of a pack's files says otherwise."""

import argparse
import json
import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context
from frontdoor.answers.result_words import between
from frontdoor.commands.choosing import add_filters, filters_of
from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.measures.formatting import format_value, sums_line
from frontdoor.packs.easy.measures import measure_lines
from frontdoor.packs.easy.numbers import share_words
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.making import make_pack
from frontdoor.packs.pack import Cell, Pack
from frontdoor.packs.slides.numbers import sheet_number
from frontdoor.packs.template import Show, Template, Wanted
from frontdoor.schema.units import Unit
from tests.pages.numbers_of_packs import READERS, Stated, in_easy_read, plain

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
TEMPLATE = Template("same", "Same", "", Audience.OFFICER, (Wanted(Show.PROMISES), Wanted(Show.EACH_MEASURE)))
OF_THE_PAPER = re.compile(
    r"(?:It says how we did in|The numbers go up to|The best score is|The worst score is|We (?:made|kept|did not keep)|We cannot say yet about"
    r"|It has got (?:better|worse) since|How are we doing\?, |[A-Z][a-z]+ (?:to [A-Z][a-z]+ )?20\d\d$|Picture: a list with)"
)
"""Sentences of Easy Read that have a number and are about no measure."""
ADJUSTED = "Adjusted, as drawn"
COUNTED_IN_SHEETS = {"xlsx", "pptx"}
"""Formats whose numbers are told as a sheet counts them: times in days, money in pounds."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pack of some filters, what the command prints for them, the name of their period, and its measures by key."""

    pack: Pack
    measures: Mapping[str, dict]
    period: str
    labels: Mapping[str, str]


def printed(*arguments: str) -> dict[str, dict]:
    """Return the measures that the command prints, by label."""
    paper = StringIO()
    with redirect_stdout(paper):
        assert main(["measures", "--json", *arguments]) == 0
    return {each["label"]: each for each in json.loads(paper.getvalue())["measures"]}


def chosen_by(*arguments: str) -> Chosen:
    home = opened("trentside")
    parser = argparse.ArgumentParser()
    add_filters(parser)
    options = parser.parse_args(list(arguments))
    options.council = home.council.key
    filters = filters_of(options)
    measures = printed(*arguments)
    promised = open_context(filters, Audience.OFFICER).measures()
    labels = {each.key: each.label for each in promised if each.is_headline}
    return Chosen(make_pack(TEMPLATE, filters, Audience.OFFICER, now=NOW), measures, filters.period.label, labels)


def expected(measure: dict, kind: str) -> dict[str, object]:
    """Return what a file must state of a measure that is printed so."""
    unit, is_known = Unit(measure["unit"]), measure["value"] is not None
    value = format_value(measure["value"], unit, against=measure["target"])
    numerator = measure["numerator"] if unit is Unit.SHARE or measure["denominator"] is None else None
    counted = sums_line(numerator, measure["denominator"], measure["noun"]) if is_known else measure["reason"]
    if is_known and measure["is_as_stated"]:
        counted = f"{counted}, as the provider states" if counted else "As the provider states"
    sure = f". 95% sure: {between(measure['interval'], unit)}" if is_known and measure["interval"] else ""
    counted, target = plain(counted), measure["target_words"]
    told: dict[str, object] = {
        "row value": value, "row counted": counted, "row target": target, "row": f"{value} {counted} {target}".replace(". ", " "),
        "fact": f"{value} {counted}{sure}", "fact target": target,
    }  # fmt: skip
    for name, number in (
        ("number", measure["value"]),
        ("target number", measure["target"]),
        ("drawn", measure["value"]),
    ):
        told[name] = sheet_number(number, unit) if kind in COUNTED_IN_SHEETS else number
    return told


def stated(pack: Pack, chosen: Chosen, kind: str) -> Stated:
    """Return what a file states; of what is drawn only what the command prints: it knows no season and judges no few."""
    found = READERS[kind](files_of(pack, Format(kind)), chosen.period, chosen.labels)
    not_printed = {
        label for label in chosen.labels.values() if chosen.measures[label]["value"] is None or is_adjusted(pack, label)
    }
    return {key: told for key, told in found.items() if key[1] != "drawn" or key[0] not in not_printed}


def is_adjusted(pack: Pack, label: str) -> bool:
    """Return whether the chart of a measure is drawn without its season."""
    tables = (figure.table for page in pack.pages for figure in page.figures)
    return any(label in table.columns and ADJUSTED in table.columns for table in tables)


def wrong(found: Stated, chosen: Chosen, kind: str) -> set[tuple[str, str]]:
    """Return what a file states otherwise than the command prints it."""
    told = {label: expected(measure, kind) for label, measure in chosen.measures.items()}
    return {key for key, words in found.items() if not same(words, told[key[0]][key[1]])}


def same(found: object, told: object) -> bool:
    """Return whether words are the same, or numbers to the fifteen digits that a sheet keeps."""
    if isinstance(found, float) and isinstance(told, int | float):
        return found == pytest.approx(told, rel=1e-14, abs=1e-7 if abs(told) < 1e-9 else 0)
    return found == told


def easy_sentences(chosen: Chosen) -> dict[str, str]:
    """Return each sentence with a number that Easy Read may say of a measure, from what the command prints, with its label."""
    found = {}
    for label in chosen.labels.values():
        measure = chosen.measures[label]
        unit = Unit(measure["unit"])
        value = Cell(format_value(measure["value"], unit, against=measure["target"]), measure["value"], unit)
        target = Cell(measure["target_words"], measure["target"], unit)
        found |= {line.words: label for line in measure_lines(label, value, target) if has_digits(line.words)}
    return found


def said_easily(pack: Pack, chosen: Chosen) -> tuple[set[str], set[str]]:
    """Return the sentences about measures that a draft has, and those with numbers that nothing printed explains."""
    known, said = (
        easy_sentences(chosen),
        set(in_easy_read(files_of(pack, Format.EASY_READ), chosen.period, chosen.labels)),
    )
    own = {each for each in said if OF_THE_PAPER.match(each)} | set(chosen.labels.values())
    return said & known.keys(), {each for each in said - known.keys() - own if has_digits(each)}


def hardest_sentences(services: Iterable[str], labels: Collection[str]) -> set[str]:
    """Return what Easy Read may say of the service that does worst, from what the command prints of each alone."""
    found = set()
    for service in services:
        for label, measure in printed("--service", service).items():
            if label in labels and measure["unit"] == Unit.SHARE and measure["value"] is not None:
                found.add(f"There it was {share_words(Cell('', measure['value'], Unit.SHARE), '').strip()}.")
    return found


def has_digits(words: str) -> bool:
    return any(map(str.isdigit, words))
