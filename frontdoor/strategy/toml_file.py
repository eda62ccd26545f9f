"""Opens one TOML file; a file that is missing or is not TOML is one error with its name and line."""

import re
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from frontdoor.errors import StrategyError
from frontdoor.strategy.entry import Entry, nearest

_PLACE = re.compile(r" \(at (line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file as read: its tables and the SHA-256 of its bytes."""

    top: Entry
    file_hash: str


def open_toml(path: Path, what: str) -> TomlFile:
    """Return the file's top table; raise StrategyError naming the file, the line and, if it is missing, the nearest name.

    `what` says what the file should be, as in 'no strategy is called newark'.
    """
    content = _content(path, what)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StrategyError(f"{path.name}: byte {error.start} is not UTF-8 text; save the file as UTF-8.") from error
    return TomlFile(toml_table(text, path.name), sha256(content).hexdigest())


def toml_table(text: str, name: str) -> Entry:
    """Return the top table of TOML text that is called `name` in errors; StrategyError with the line that is not TOML."""
    try:
        return Entry(name, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise StrategyError(_syntax_words(name, str(error), text)) from error


def _content(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        others = sorted(other.stem for other in path.parent.glob("*.toml"))
        raise StrategyError(
            f"{path.name}: there is no such file in {path.parent.name}; no {what} is called {path.stem}."
            f"{nearest(path.stem, others)}"
        ) from error
    except OSError as error:
        raise StrategyError(f"{path.name}: the file cannot be read ({error.strerror}).") from error


def _syntax_words(file: str, message: str, text: str) -> str:
    """Return the parser's message with file and line first and the line itself shown."""
    place = _PLACE.search(message)
    lines = text.splitlines() or [""]
    line = int(place[2]) if place and place[2] else len(lines)
    shown = lines[min(line, len(lines)) - 1].strip()
    return f"{file}, line {line}: this is not TOML: {_PLACE.sub('', message)}. The line is: {shown[:120]}"
