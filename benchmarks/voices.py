"""What taking in complaints and survey answers costs, and how long each question about them takes."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.asked import voices_year_long
from benchmarks.child import Cost, in_child
from benchmarks.ingest import bare, checked_of
from benchmarks.invented_files import COUNCIL
from benchmarks.invented_voices import ANSWERS_EACH, VoiceFiles, make
from benchmarks.questions import Times, ask_each, section_of
from benchmarks.report import Section, middle
from benchmarks.viewing import context_in_force
from frontdoor.intake.loading import load
from frontdoor.intake.loading_together import load_together
from frontdoor.warehouse.homes import open_home

WORDS = {"frontdoor_complaint_stages": "complaints, a row for each stage", "frontdoor_surveys": "survey responses"}
WAYS = (
    "bare `read_csv` into a table (floor)",
    "read, validate, pseudonyms",
    "whole load: also corrections, marts, publishing",
)


def loaded_together(folder: str) -> dict[str, float]:
    """Load both files into FRONTDOOR_HOME as one data version, for the questions to be asked of."""
    files = [(path, source) for source, path in VoiceFiles(Path(folder)).by_source.items()]
    reports = [outcome.report for outcome in load_together(open_home(COUNCIL), files)]
    return {"loaded": sum(report.loaded for report in reports if report)}


def loaded(file: str, source: str) -> dict[str, float]:
    """Load one file into an empty home of FRONTDOOR_HOME."""
    report = load(open_home(COUNCIL), Path(file), source)
    return {"rows": report.read}


def checked(file: str, source: str, folder: str) -> dict[str, float]:
    """Read and check one file as a load does, up to the rows the warehouse takes."""
    return checked_of(Path(file), Path(folder), source)


def ask_about_voices() -> Times:
    """Return the milliseconds of each question about complaints and surveys, asked in turn."""
    return ask_each(context_in_force(), voices_year_long)


def taking_in(folder: Path, complaints: int, repeats: int) -> Section:
    """Measure what each file costs, as a multiple of the CPU of a bare `read_csv` of the same file."""
    rows: list[tuple[str, ...]] = []
    for source, path in _made(folder, complaints).by_source.items():
        costs = [_each_way(path, source) for _ in range(repeats)]
        floor = middle([each[0].cpu_seconds for each in costs])
        for place, way in enumerate(WAYS):
            rows.append((WORDS[source], way, *_cells([each[place] for each in costs], floor)))
    return Section(
        f"Taking in {complaints:,} complaints and {_answers(complaints):,} survey answers",
        f"One CSV of each, {ANSWERS_EACH} answers to a response, each loaded into an empty warehouse; median of {repeats}.",
        ("file", "way", "CPU s", "x floor", "elapsed s", "peak MiB"),
        tuple(rows),
    )


def asked_about(folder: Path, complaints: int) -> Section:
    """Measure every question about complaints and surveys, of both files together."""
    home = folder / "home"
    _made(folder, complaints)
    if not home.exists():
        in_child(loaded_together, str(folder), FRONTDOOR_HOME=str(home))
    took: Times = in_child(ask_about_voices, FRONTDOOR_HOME=str(home)).told
    return section_of(f"Questions of {complaints:,} complaints and {_answers(complaints):,} survey answers", took)


def _made(folder: Path, complaints: int) -> VoiceFiles:
    files = VoiceFiles(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not files.responses.exists():
        in_child(make, str(folder), str(complaints))
    return files


def _answers(complaints: int) -> int:
    return complaints // 2 * ANSWERS_EACH


def _each_way(path: Path, source: str) -> tuple[Cost, Cost, Cost]:
    """Return what the floor, reading and checking, and the whole load of one file cost."""
    with TemporaryDirectory(prefix="way-", dir=path.parent) as own:
        home = Path(own) / "home"
        floor = in_child(bare, str(path), own)
        read = in_child(checked, str(path), source, own)
        whole = in_child(loaded, str(path), source, FRONTDOOR_HOME=str(home))
        shutil.rmtree(home)
    if not floor.told["rows"] == read.told["rows"] == whole.told["rows"]:
        raise AssertionError(f"the ways did not read the same rows: {floor.told}, {read.told}, {whole.told}")
    return floor, read, whole


def _cells(found: list[Cost], floor: float) -> tuple[str, ...]:
    cpu, elapsed = middle([cost.cpu_seconds for cost in found]), middle([cost.seconds for cost in found])
    peak = max(cost.peak_mebibytes for cost in found)
    return f"{cpu:.1f}", f"{cpu / floor:.2f}", f"{elapsed:.1f}", f"{peak:,.0f}"
