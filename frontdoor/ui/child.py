"""Runs one of our own commands in a process of its own, so that no load and no undo works inside the server."""

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

LOG = logging.getLogger(__name__)
SAID_BY_US = "frontdoor: "
"""How a command begins the one line that says what a person can put right."""

OnProgress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a command: what it printed, or one plain sentence about what went wrong."""

    printed: str
    error: str = ""


def run_command(arguments: Sequence[str], on_progress: OnProgress, otherwise: str) -> Ended:
    """Run `python -m frontdoor` with these arguments to its end; `otherwise` is said of a failure that is a bug of ours.

    Lines like {"step": "Reading", "share": 0.1} on its standard error are progress; the rest of them is logged.
    """
    command = [sys.executable, "-m", "frontdoor", *arguments]
    with (
        TemporaryFile("w+", encoding="utf-8") as printed,
        subprocess.Popen(command, stdout=printed, stderr=subprocess.PIPE, text=True, encoding="utf-8") as child,
    ):
        said = _follow(child.stderr, on_progress)
        if child.wait():
            return Ended("", said or otherwise)
        printed.seek(0)
        return Ended(printed.read())


def _follow(lines: IO[str] | None, on_progress: OnProgress) -> str:
    """Pass progress on, log what else is said, and return our own last sentence about what went wrong."""
    sentence = ""
    for line in lines or ():
        step = _step(line)
        if step is not None:
            on_progress(*step)
        elif line.startswith(SAID_BY_US):
            sentence = line.removeprefix(SAID_BY_US).strip()
        else:
            LOG.warning("%s", line.rstrip())
    return sentence


def _step(line: str) -> tuple[str, float] | None:
    try:
        said = json.loads(line)
        return str(said["step"]), min(max(float(said["share"]), 0.0), 1.0)
    except (ValueError, KeyError, TypeError):
        return None
