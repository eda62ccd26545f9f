"""python -m frontdoor load FILE --source NAME: reads one export into the warehouse."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from frontdoor.commands.options import add_json, command, opened, print_json
from frontdoor.intake.loading import LoadReport, load


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "load", run, "Load one export file into a council's warehouse.")
    added.add_argument("file", type=Path, help="the file to load: CSV, gz, XLSX or Parquet")
    added.add_argument("--source", required=True, help="which export format it is; sources/ lists them")
    added.add_argument("--progress", action="store_true", help="print each step as a JSON line on standard error")
    add_json(added)


def run(options: argparse.Namespace) -> int:
    """Load the file and print what became of every row."""
    report = load(
        opened(options.council), options.file, options.source, on_progress=progress(is_for_program=options.progress)
    )
    if options.json:
        print_json(report.as_json())
    else:
        print("\n".join(words(report)))
    return 0


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
