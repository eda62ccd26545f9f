"""python -m frontdoor load FILE ... --source NAME: reads exports into the warehouse, or drafts a source from one."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdoor.commands.authoring import add_author, checked_author, write_author
from frontdoor.commands.options import add_json, command, opened, print_json
from frontdoor.errors import FrontdoorError
from frontdoor.intake.drafting import draft_toml
from frontdoor.intake.guessing import guess_source
from frontdoor.intake.loading import LoadReport, load
from frontdoor.intake.loading_together import Outcome, load_together
from frontdoor.register.loads import LoadAct


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "load", run, "Load export files into a council's warehouse.")
    added.add_argument(
        "file", type=Path, nargs="+", help="the files to load, in order: CSV, gz, XLSX, Parquet or GeoJSON"
    )
    added.add_argument(
        "--source",
        action="append",
        default=[],
        help="which export format it is; sources/ lists them. Once for all files, or once for each in their order",
    )
    added.add_argument(
        "--guess", action="store_true", help="load nothing: print a draft of a source for a file of no known format"
    )
    added.add_argument("--progress", action="store_true", help="print each step as a JSON line on standard error")
    add_author(added)
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """Load the files and print what became of every row; several become one data version, without those refused."""
    if options.guess:
        return _guess(options.file, is_json=options.json)
    shown = progress(is_for_program=options.progress)
    pairs, by, home = _pairs(options.file, options.source), checked_author(options), opened(options.council)
    if len(pairs) == 1:
        report = load(home, *pairs[0], on_progress=shown)
        write_author(home, LoadAct.LOADED, [report.load_id], report.generation, by)
        _print([report.as_json()] if options.json else [], words(report), is_one=True)
        return 0
    outcomes = load_together(home, pairs, on_progress=shown)
    loaded = [outcome.report for outcome in outcomes if outcome.report]
    if loaded:
        write_author(home, LoadAct.LOADED, [report.load_id for report in loaded], loaded[-1].generation, by)
    told = [_as_json(outcome) for outcome in outcomes] if options.json else []
    _print(told, [line for outcome in outcomes for line in _lines(outcome)], is_one=False)
    refused = sum(outcome.report is None for outcome in outcomes)
    if refused:
        raise FrontdoorError(f"{refused} of {len(outcomes)} files could not be loaded; the others are")
    return 0


def _guess(files: list[Path], *, is_json: bool) -> int:
    """Print a draft of a source for each file; nothing is loaded."""
    for file in files:
        with TemporaryDirectory(prefix="frontdoor-guess-") as folder:
            guess = guess_source(file, Path(folder))
        if is_json:
            print_json({**asdict(guess), "toml": draft_toml(guess)})
        else:
            print(draft_toml(guess), end="")
    return 0


def _print(told: list[dict[str, object]], lines: list[str], *, is_one: bool) -> None:
    if told:
        print_json(told[0] if is_one else told)
    else:
        print("\n".join(lines))


def _pairs(files: list[Path], sources: list[str]) -> list[tuple[Path, str]]:
    """Return each file with its source; FrontdoorError where there are neither one nor as many sources as files."""
    if not sources:
        raise FrontdoorError("say with --source which export format it is, or have one drafted with --guess")
    if len(sources) not in {1, len(files)}:
        raise FrontdoorError(
            f"{len(files)} files and {len(sources)} sources: give --source once, or once for each file"
        )
    return list(zip(files, sources if len(sources) > 1 else sources * len(files), strict=True))


def _as_json(outcome: Outcome) -> dict[str, object]:
    if outcome.report is None:
        return {"file": outcome.file.name, "refused": str(outcome.refusal)}
    return outcome.report.as_json()


def _lines(outcome: Outcome) -> list[str]:
    if outcome.report is None:
        return [f"Refused: {outcome.refusal}"]
    return [f"{outcome.report.file}:", *words(outcome.report)]


def progress(*, is_for_program: bool) -> Callable[[str, float], None] | None:
    """Return what shows progress: one line rewritten on a terminal, one JSON line a step for a program, else None."""
    if is_for_program:
        return lambda step, share: print(json.dumps({"step": step, "share": share}), file=sys.stderr, flush=True)
    if not sys.stderr.isatty():
        return None
    return lambda step, share: print(
        f"\r{share:4.0%} {step:<40}", end="\n" if share >= 1 else "", file=sys.stderr, flush=True
    )


def words(report: LoadReport) -> list[str]:
    """Return the report as lines a person reads."""
    counted = ("loaded", "corrected", "unchanged", "rejected", "duplicates")
    lines = [f"Read {report.read:,} rows: {', '.join(f'{getattr(report, name):,} {name}' for name in counted)}."]
    if report.withdrawn:
        lines.append(f"{report.withdrawn:,} rows the file no longer holds were withdrawn.")
    if report.not_contact:
        lines.append(f"{report.not_contact:,} of the loaded rows are not customer contact and are counted nowhere.")
    if report.rejects_file:
        lines.append(f"Rejected rows, with line and reason: {report.rejects_file}")
    lines.extend(f"Note: {finding}" for finding in report.findings)
    return [*lines, f"Load {report.load_id} is data version {report.generation}."]
