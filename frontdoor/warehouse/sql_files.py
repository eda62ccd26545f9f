"""The .sql files of queries/: read once, with what their headers say."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from frontdoor.errors import WarehouseError

QUERIES = Path(__file__).parents[2] / "queries"
_HEADER_LINE = re.compile(r"^--\s*(?P<key>[a-z ]+):\s+(?P<words>.+)$")
_PARAMETER_LINE = re.compile(r"^--\s*(?P<names>\$[a-z_]+(?:,\s*\$[a-z_]+)*)\b")


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One file: its text, the `key: words` lines of its header and the $parameters the header explains."""

    name: str
    text: str
    header: dict[str, str]
    parameters: frozenset[str]

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the comma-separated words of a header line, in order; empty where the line is absent."""
        return tuple(word.strip() for word in self.header.get(key, "").split(",") if word.strip())


@cache
def sql_file(folder: str, name: str) -> SqlFile:
    """Return queries/<folder>/<name>.sql (folder "" for the questions themselves)."""
    path = QUERIES / folder / f"{name}.sql"
    if not path.is_file():
        raise WarehouseError(f"queries: there is no {path.relative_to(QUERIES)}")
    text = path.read_text(encoding="utf-8")
    header, parameters = _read_header(text)
    return SqlFile(name, text, header, parameters)


def _read_header(text: str) -> tuple[dict[str, str], frozenset[str]]:
    header: dict[str, str] = {}
    parameters: set[str] = set()
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if match := _HEADER_LINE.match(line):
            header[match["key"].strip()] = match["words"].strip()
        elif match := _PARAMETER_LINE.match(line):
            parameters.update(name.strip().lstrip("$") for name in match["names"].split(","))
    return header, frozenset(parameters)
