"""Runs one piece of work in a process of its own and tells what it cost there: CPU, time and the most memory held."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import machine

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work took; `told` is what it returned."""

    cpu_seconds: float
    seconds: float
    peak_mebibytes: float
    told: dict[str, Any]


def in_child(work: Callable[..., object], *arguments: str, **environment: str) -> Cost:
    """Run `work(*arguments)` in a fresh Python; what importing its module costs is not counted."""
    command = [sys.executable, "-m", "benchmarks.child", f"{work.__module__}:{work.__name__}", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=_with(environment), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{work.__name__} failed:\n{done.stderr}")
    told = json.loads(done.stdout.splitlines()[-1])
    return Cost(**told)


def started(work: Callable[..., object], *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Start `work(*arguments)` in a fresh Python that reads lines from here and writes its answer at the end."""
    command = [sys.executable, "-m", "benchmarks.child", f"{work.__module__}:{work.__name__}", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=_with(environment), stdin=pipe, stdout=pipe, text=True)


def _with(environment: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **environment}


def main() -> None:
    """Run the work named on the command line and print its cost as one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("arguments", nargs="*")
    options = parser.parse_args()
    module, _, name = options.work.partition(":")
    work = getattr(import_module(module), name)
    cpu, began = machine.cpu_seconds(), time.monotonic()
    told = work(*options.arguments)
    cost = Cost(machine.cpu_seconds() - cpu, time.monotonic() - began, machine.peak_mebibytes(), told)
    print(json.dumps(asdict(cost)))


if __name__ == "__main__":
    main()
