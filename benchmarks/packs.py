"""What it takes to make the sample's scrutiny pack in every format, and one view of a page in each."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine
from benchmarks.child import Cost, in_child
from benchmarks.pack_views import ANSWER, VIEWS, one_view
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
    yield views_section(in_child(viewed, FRONTDOOR_HOME=str(home)).told)


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


def viewed() -> dict[str, Told]:
    """Return for each view the CPU seconds of its answer and of each format's file, after one that loads the libraries."""
    one_view(next(iter(VIEWS)), FILTERS, NOW)
    return {name: one_view(name, FILTERS, NOW) for name in VIEWS}


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
        "Packs: the scrutiny pack in every format",
        f"The sample's scrutiny pack for October 2026: {answers.told['pages']:.0f} questions with "
        f"{answers.told['figures']:.0f} figures, printed on {whole.told['pages']:.0f} pages; median of {REPEATS}. "
        "Libraries that a format needs are loaded by it. The goals are of CPU seconds: it works on one core nearly all of the time.",
        ("what", "CPU s", "x floor", "elapsed s", "peak MiB", "files", "goal", "result"),
        tuple(rows),
    )


def _cells(cost: Cost, floor: Cost) -> tuple[str, str, str, str]:
    ratio = cost.cpu_seconds / floor.cpu_seconds
    return f"{cost.cpu_seconds:.1f}", f"{ratio:.2f}", f"{cost.seconds:.1f}", f"{cost.peak_mebibytes:,.0f}"


def views_section(told: dict[str, Told]) -> Section:
    """Return the table of single views: the median of all, and the one that takes longest, its answer and its file."""
    rows = []
    for kind in Format:
        took = {name: each[ANSWER] + each[kind] for name, each in told.items()}
        longest = max(took, key=lambda name: took[name])
        late = [name for name, seconds in took.items() if seconds > MOST_SECONDS_A_VIEW]
        shown = f"{middle([each[kind] for each in told.values()]):.2f}", f"{middle(list(took.values())):.2f}"
        goal = f"{MOST_SECONDS_A_VIEW:.0f}", f"{len(told) - len(late)} met, {len(late)} **missed**" if late else "met"
        rows.append((kind.value, *shown, f"{took[longest]:.2f}", longest, *goal))
    return Section(
        "Packs: one view in each format",
        f"Each of {len(VIEWS)} views of the sample as a pack of its own: its answer, uncached, and then its file. The goal is of "
        "both together, in CPU seconds.",
        ("format", "file alone, median", "both, median", "both, most", "which", "goal", "result"),
        tuple(rows),
    )
