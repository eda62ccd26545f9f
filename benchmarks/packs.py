"""What it takes to make the sample's scrutiny pack in every format, and one view of a page in each."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine
from benchmarks.child import Cost, in_child
from benchmarks.pack_views import VIEWS, one_view
from benchmarks.report import Section, against, middle
from frontdoor.commands.sample import build_sample
from frontdoor.filters import Filters
from frontdoor.packs.files import Format, files_of, written
from frontdoor.packs.frozen import frozen, thawed
from frontdoor.packs.making import make_pack
from frontdoor.packs.pack import Pack
from frontdoor.packs.template import read_template, templates
from frontdoor.periods import Period

COUNCIL = "trentside"
FILTERS = Filters(COUNCIL, Period(date(2026, 10, 1), date(2026, 10, 31)))
NOW = datetime(2026, 11, 5, 9, tzinfo=UTC)
TEMPLATE = "scrutiny"
MOST_SECONDS, MOST_MEBIBYTES = 15.0, 500.0  # issue 8: a scrutiny pack of 40 pages in all formats
MOST_SECONDS_A_VIEW = 2.0  # issue 8: any single view in each format
REPEATS = 3
_BYTES_IN_A_KIBIBYTE = 1 << 10

Told = dict[str, float]


def packs(folder: Path) -> Iterator[Section]:
    """Measure both in a home of their own below `folder`."""
    home = folder / "packs"
    if not (home / COUNCIL).exists():
        in_child(build_sample, COUNCIL, FRONTDOOR_HOME=str(home))
    kept = folder / "scrutiny.json"
    answers = _middle([in_child(answered, str(kept), FRONTDOOR_HOME=str(home)) for _ in range(REPEATS)])
    each = {kind: _middle([in_child(made, kind, str(kept)) for _ in range(REPEATS)]) for kind in Format}
    whole = _middle([in_child(everything, FRONTDOOR_HOME=str(home)) for _ in range(REPEATS)])
    yield whole_section(answers, each, whole)
    yield views_section({kind: in_child(viewed, kind, FRONTDOOR_HOME=str(home)) for kind in Format})


def answered(kept: str) -> Told:
    """Make the pack's answers and keep them frozen in the file `kept`."""
    pack = _pack()
    Path(kept).write_text(frozen(pack), encoding="utf-8")
    return {"pages": len(pack.pages), "figures": sum(len(page.figures) for page in pack.pages)}


def made(kind: str, kept: str) -> Told:
    """Make the files of one format of a frozen pack; what reading it takes is told apart."""
    began = machine.cpu_seconds()
    pack = thawed(Path(kept).read_text(encoding="utf-8"))
    read = machine.cpu_seconds() - began
    files = files_of(pack, Format(kind))
    return {"files": len(files), "kibibytes": sum(map(len, files.values())) / _BYTES_IN_A_KIBIBYTE, "read": read}


def everything() -> Told:
    """Make the pack and write it in every format, as the command does."""
    from pypdf import PdfReader  # only counts the pages

    pack = _pack()
    with TemporaryDirectory() as out:
        paths = {kind: written(files_of(pack, kind), Path(out)) for kind in Format}
        pages = len(PdfReader(paths[Format.PDF][0]).pages)
    return {"pages": pages, "files": sum(map(len, paths.values()))}


def viewed(kind: str) -> dict[str, tuple[float, float]]:
    """Return the CPU seconds and the seconds each view takes in one format, after one that loads the libraries."""
    one_view(next(iter(VIEWS)), FILTERS, NOW, Format(kind))
    took = {}
    for name in VIEWS:
        cpu, began = machine.cpu_seconds(), time.monotonic()
        one_view(name, FILTERS, NOW, Format(kind))
        took[name] = machine.cpu_seconds() - cpu, time.monotonic() - began
    return took


def _pack() -> Pack:
    template = read_template(templates()[TEMPLATE])
    return make_pack(template, FILTERS, template.audience, now=NOW)


def _middle(costs: list[Cost]) -> Cost:
    return sorted(costs, key=lambda cost: cost.cpu_seconds)[len(costs) // 2]


def whole_section(answers: Cost, each: dict[Format, Cost], whole: Cost) -> Section:
    """Return the table of the whole pack: its answers are the floor, each format beside them, then all in one process."""
    rows = [("its answers alone (floor)", *_cells(answers, answers), "", "", "")]
    for kind, cost in each.items():
        held = f"{cost.told['files']:.0f} ({cost.told['kibibytes']:,.0f} KiB)"
        own = Cost(cost.cpu_seconds - cost.told["read"], cost.seconds, cost.peak_mebibytes, cost.told)
        rows.append((f"{kind.value}, from the answers frozen", *_cells(own, answers), held, "", ""))
    goal = f"{MOST_SECONDS:.0f} s, {MOST_MEBIBYTES:.0f} MiB"
    result = f"{against(whole.cpu_seconds, MOST_SECONDS)}, memory {against(whole.peak_mebibytes, MOST_MEBIBYTES)}"
    rows.append(("all of it, in one process", *_cells(whole, answers), f"{whole.told['files']:.0f}", goal, result))
    return Section(
        f"Packs: the scrutiny pack of {whole.told['pages']:.0f} pages",
        f"The sample's scrutiny pack for October 2026: {answers.told['pages']:.0f} questions with "
        f"{answers.told['figures']:.0f} figures, printed on {whole.told['pages']:.0f} pages; median of {REPEATS}. "
        "Libraries that a format needs are loaded by it. The goals are of CPU seconds: it works on one core nearly all of the time.",
        ("what", "CPU s", "x floor", "elapsed s", "peak MiB", "files", "goal", "result"),
        tuple(rows),
    )


def _cells(cost: Cost, floor: Cost) -> tuple[str, str, str, str]:
    ratio = cost.cpu_seconds / floor.cpu_seconds
    return f"{cost.cpu_seconds:.1f}", f"{ratio:.2f}", f"{cost.seconds:.1f}", f"{cost.peak_mebibytes:,.0f}"


def views_section(costs: dict[Format, Cost]) -> Section:
    """Return the table of single views: the median of all, and the one that takes longest."""
    rows = []
    for kind, cost in costs.items():
        cpu = {name: took[0] for name, took in cost.told.items()}
        longest = max(cpu, key=lambda name: cpu[name])
        shown = f"{middle(list(cpu.values())):.2f}", f"{cpu[longest]:.2f}", longest, f"{cost.told[longest][1]:.2f}"
        goal = f"{MOST_SECONDS_A_VIEW:.0f}", against(cpu[longest], MOST_SECONDS_A_VIEW)
        rows.append((kind.value, *shown, *goal))
    return Section(
        "Packs: one view in each format",
        f"Each of {len(VIEWS)} views of the sample as a pack of its own: its answer, uncached, and the file; the goal is of the "
        "longest, in CPU seconds.",
        ("format", "CPU s, median", "CPU s, most", "which", "its elapsed s", "goal", "result"),
        tuple(rows),
    )
