"""python -m frontdoor words FILE: says which sentences of a text are hard to read, why, and what to write instead."""

import argparse
import sys
from pathlib import Path

from frontdoor.errors import FrontdoorError
from frontdoor.packs.words.report import words_report
from frontdoor.packs.words.words import LONGEST_PLAIN, MOST_WORDS, checked

WHAT = "Check a text, like a commentary: long sentences, hard words, short names, reading age."
STANDARD_INPUT = "-"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = commands.add_parser("words", help=WHAT, description=WHAT)
    added.add_argument("file", help="a text file, or - for what is typed or piped in")
    added.add_argument("--easy", action="store_true", help=f"as Easy Read: at most {MOST_WORDS} words a sentence")
    added.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report; a text with hard sentences is no error."""
    text = _read(options.file)
    print("\n".join(words_report(checked(text, MOST_WORDS if options.easy else LONGEST_PLAIN))))
    return 0


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == STANDARD_INPUT else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FrontdoorError(f"{file} cannot be read as text in UTF-8: {error}") from error
