"""Drafts a source from an unknown file: what its columns seem to be, and plainly what could not be told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import duckdb

from frontdoor.intake.guess_words import (
    CHANNEL_WORDS,
    DATE_FORMATS,
    HINTS,
    KEYS,
    KINDS_GUESSED,
    TELLING,
    VERSIONS,
    Words,
)
from frontdoor.intake.header import find_header, plain
from frontdoor.intake.receiving import Arrival, Shape, receive
from frontdoor.intake.source_types import PLACING, ColumnRule, Delivery, Source
from frontdoor.intake.staging import raw_parquet, samples_of
from frontdoor.intake.times import ISO_FORMATS
from frontdoor.intake.typed import all_read
from frontdoor.schema.places import PLACES, READ_KINDS
from frontdoor.schema.rotas import ROTA_KINDS

NEARLY = 0.87  # two spellings this much alike (difflib) are taken for one name
MOST_ANSWERS, FEWEST_SAMPLES = 12, 3  # a column with more different values is no question on a scale
_WEIGHT_OF_TELLING, _WEIGHT_OF_NEEDED = 3, 2
_KEY_PARTS = {
    "contact_intervals": ("started_local", "grain", "queue", "service", "channel"),
    "complaint_stages": ("complaint_id", "stage"),
    "stated_results": ("measure", "provider", "from_date", "to_date"),
    "rota_half_hours": ("activity_date", "start", "service", "queue", "channel"),
    "rota_shifts": ("activity_date", "start", "worker"),
}
WHOLE_ONLY = {
    **{kind: PLACING[kind] for kind in (*ROTA_KINDS, "postcodes", "ward_boundaries")},
    "councillors": (*PLACING["councillors"], "party"),
}
"""Kinds guessed only where all these columns are there."""
_OFFSET = re.compile(r"T\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file seems to be: its kind, our columns with theirs, and what is left on both sides.

    `missing` are our columns that are needed and were not found, `unmapped` their columns nothing was found for;
    `unknown_channels` are words of theirs that no channel is known by.
    """

    name: str
    kind: str
    columns: dict[str, str]
    key: tuple[str, ...] = ()
    version: str = ""
    date_formats: tuple[str, ...] = ()
    is_either_way: bool = False
    channels: dict[str, str] = field(default_factory=dict)
    unknown_channels: tuple[str, ...] = ()
    questions: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()


def guess_source(file: Path, folder: Path) -> Guess:
    """Return what the file seems to be; `folder` is private and for this file alone. Raises IntakeError if it is no table."""
    arrival = receive(file, folder)
    names, samples = _columns(arrival)
    used = {plain(name): name for name in reversed(names) if name.strip()}
    key, version = _key(names, samples), _found(used, VERSIONS)
    taken = {name for name in (key, version) if name}
    kind, columns = _likeliest(used, taken)
    keys = () if kind in PLACES else (key,) if key else _key_of_several(kind, columns)
    values = {name: samples[names.index(name)] for name in names}
    questions = _questions(names, values, {*taken, *columns.values()}) if kind == "survey_responses" else {}
    formats, is_either_way = _date_formats(kind, columns, version, values)
    channels, unknown = _channels(values.get(columns.get("channel", ""), ()))
    read = {*taken, *columns.values(), *questions.values()}
    needed = [name for name in PLACING[kind] if name not in columns]
    return Guess(
        _name_for(file), kind, columns, keys, version, formats, is_either_way, channels, unknown, questions,
        missing=(*(() if keys or kind in PLACES else ("key",)), *needed),
        unmapped=tuple(name for name in names if name.strip() and name not in read),
    )  # fmt: skip


def _columns(arrival: Arrival) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the names of the columns and some values of each."""
    anything = {name: ColumnRule(name, words) for kind in KINDS_GUESSED.values() for name, words in kind.items()}
    source = Source("unknown", "unknown", "contacts", Delivery.LATEST_STATE, KEYS, anything)
    if arrival.shape is Shape.CSV:
        header = find_header(arrival.path, source, is_checked=False)
        return header.names, samples_of(arrival.path, header)
    with duckdb.connect() as connection:
        raw = raw_parquet(connection, arrival, source, is_checked=False)
        texts = ", ".join(raw.text(position) for position in range(len(raw.types)))
        rows = connection.execute(f"select {texts} from {raw.relation} limit 200").fetchall()
    columns = zip(*rows, strict=True) if rows else [() for _ in raw.types]
    return raw.header.names, tuple(tuple(value for value in column if value is not None) for column in columns)


def _key(names: Sequence[str], samples: Sequence[Sequence[str]]) -> str:
    """Return the column that tells rows apart: one called so, and in which no value of the sample comes twice."""
    unlike = {
        plain(name): name
        for name, values in zip(names, samples, strict=True)
        if values and len(set(values)) == len(values)
    }
    return _found(unlike, KEYS) or next((name for short, name in unlike.items() if short.endswith((" id", " ref"))), "")


def _key_of_several(kind: str, columns: dict[str, str]) -> tuple[str, ...]:
    """Return the columns that together tell rows apart where one row is not one thing: a stage, a half-hour, a figure."""
    parts = _KEY_PARTS.get(kind, ())
    return tuple(columns[name] for name in parts if name in columns) if parts and parts[0] in columns else ()


def _found(used: dict[str, str], words: Sequence[str]) -> str:
    """Return the column called by the first of these words, or nearly so; an empty text where there is none."""
    exact = next((used[word] for word in words if word in used), "")
    near = (get_close_matches(word, list(used), 1, NEARLY) for word in words)
    return exact or next((used[match[0]] for match in near if match), "")


def _likeliest(used: dict[str, str], taken: set[str]) -> tuple[str, dict[str, str]]:
    """Return the kind most of whose columns are found, those that tell it from the others counting more.

    Rotas and places have columns of many others: a file is one only where all it needs is there.
    """
    found = {kind: _mapped(words, used, taken) for kind, words in KINDS_GUESSED.items()}
    found = {
        kind: names for kind, names in found.items() if kind not in WHOLE_ONLY or names.keys() >= set(WHOLE_ONLY[kind])
    }

    def score(kind: str) -> int:
        columns = found[kind]
        telling = sum(name in columns for name in TELLING.get(kind, ()))
        needed = sum(name in columns for name in PLACING[kind])
        telling += any(hint in name for hint in HINTS.get(kind, ()) for name in used)
        return len(columns) + _WEIGHT_OF_TELLING * telling + _WEIGHT_OF_NEEDED * needed

    kind = max(found, key=score)
    return kind, found[kind]


def _mapped(words: Words, used: dict[str, str], taken: set[str]) -> dict[str, str]:
    """Return our columns with theirs, each of theirs once; the order of ours decides who comes first."""
    left = {short: name for short, name in used.items() if name not in taken}
    columns: dict[str, str] = {}
    for ours, names in words.items():
        theirs = _found(left, (ours.replace("_", " "), *names))
        if theirs:
            columns[ours] = theirs
            left.pop(plain(theirs))
    return columns


def _questions(names: Sequence[str], values: dict[str, tuple[str, ...]], read: set[str]) -> dict[str, str]:
    """Return the columns nobody claimed that hold few different values: questions answered on a scale."""
    few = [
        name
        for name in names
        if name not in read and len(values[name]) >= FEWEST_SAMPLES and len(set(values[name])) <= MOST_ANSWERS
    ]
    return {re.sub(r"\W+", "_", plain(name)).strip("_") or f"question_{place}": name for place, name in enumerate(few)}


def _date_formats(
    kind: str, columns: dict[str, str], version: str, values: dict[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], bool]:
    """Return the ways dates are written (none where ISO 8601), and whether the month might as well come first."""
    dated = [name for ours, name in columns.items() if ours.endswith(("_date", "_at", "_local"))]
    found: list[str] = []
    is_either_way = False
    for name in [*dated, version]:
        sample = values.get(name, ())
        if not sample or any(all_read(sample, way) for way in ISO_FORMATS) or all(map(_OFFSET.search, sample)):
            continue
        ways = [way for way in DATE_FORMATS if all_read(sample, way)]
        found += ways[:1]
        is_either_way |= any(way.startswith("%d/%m") for way in ways) and any(way.startswith("%m") for way in ways)
    return tuple(dict.fromkeys(found)), is_either_way and kind in READ_KINDS


def _channels(sample: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    words = dict.fromkeys(sample)
    known = {word: CHANNEL_WORDS[plain(word)].value for word in words if plain(word) in CHANNEL_WORDS}
    return known, tuple(word for word in words if word not in known)


def _name_for(file: Path) -> str:
    return re.sub(r"\W+", "_", file.name.split(".")[0].lower()).strip("_") or "mine"
