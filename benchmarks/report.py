"""Sections of docs/benchmarks.md: one table each, and only the sections measured anew are replaced."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
INTRODUCTION = """# Benchmarks

`make bench` (`python -m benchmarks`) writes this page. Every section is one run on one machine, and its ratios compare
only what was measured in that run; seconds change with the machine and with what else it is doing, ratios much less.
CPU is user and system time of all threads. Each way runs in a process of its own, ways take turns, and the median is
shown. Contacts, complaints and answers are invented, made by the sample's generator, where nothing else is said.
"""
_HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """One table with the sentences around it; `rows` hold a cell for each column."""

    title: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def as_markdown(self, machine: str) -> str:
        """Return the section as Markdown."""
        lines = [f"## {self.title}", "", self.words, "", _row(self.columns), _row(["---"] * len(self.columns))]
        lines += [_row(row) for row in self.rows]
        lines += ["", *(f"{note}\n" for note in self.notes), f"Machine: {machine}"]
        return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def written(sections: Sequence[str], before: str) -> str:
    """Return the page with each of `sections` (Markdown) in the place of the one of the same title, new ones last."""
    held = _by_title(before)
    for section in sections:
        held |= _by_title(section)
    return "\n".join([INTRODUCTION, *held.values()])


def write(sections: Sequence[str]) -> None:
    """Replace these sections of docs/benchmarks.md."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    PAGE.write_text(written(sections, before), encoding="utf-8")


def _by_title(text: str) -> dict[str, str]:
    starts = [(match["title"], match.start()) for match in _HEADING.finditer(text)]
    ends = [*(start for _, start in starts), len(text)][1:]
    return {title: f"{text[start:end].rstrip()}\n" for (title, start), end in zip(starts, ends, strict=True)}


def against(value: float, goal: float) -> str:
    """Return 'met' or 'missed' for a value that is to be at most its goal."""
    return "met" if value <= goal else "**missed**"


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return median(values)


def ninety_fifth(values: Sequence[float]) -> float:
    """Return the 95th percentile, interpolated; the largest of fewer than two."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
