"""Writes a guess at a source as TOML: what was found as settings, what was not as comments for a person to settle."""

import json
from collections.abc import Iterator, Mapping

from frontdoor.intake.guessing import Guess
from frontdoor.schema.places import PLACES

_WITHOUT_COLUMN = ("channel", "survey", "provider", "grain")
"""Needed columns that may be one and the same for all rows, given in [constants]."""
_PERSONAL = ("customer", "comment", "worker")
"""Our columns whose cells the file of rejects may not show."""


def draft_toml(guess: Guess) -> str:
    """Return the text of sources/<name>.toml; it reads as a source once nothing in it is marked MISSING."""
    return "\n".join([*_opening(guess), *_constants(guess), *_columns(guess), *_words(guess)]) + "\n"


def _opening(guess: Guess) -> Iterator[str]:
    yield "# Drafted from one file, by the names of its columns and a sample of its values. Check every line before using it."
    yield from (f"# MISSING: {name}. {_advice(name)}" for name in guess.missing)
    if guess.is_either_way:
        yield "# CHECK: in the sample the month might as well come before the day."
    if guess.unmapped:
        yield f"# Not mapped, and so not read: {', '.join(map(_text, guess.unmapped))}"
    yield f"name = {_text(guess.name)}"
    yield f"label = {_text(guess.name.replace('_', ' '))}"
    yield f"kind = {_text(guess.kind)}"
    yield f'delivery = "{"snapshot" if guess.kind in PLACES else "latest_state"}"'
    if guess.kind not in PLACES:
        yield f"key = [{', '.join(map(_text, guess.key))}]" if guess.key else "# key = [...]"
    if guess.version:
        yield f"version = {_text(guess.version)}"
    if guess.date_formats:
        yield f"date_formats = [{', '.join(map(_text, guess.date_formats))}]"
    if personal := [guess.columns[name] for name in _PERSONAL if name in guess.columns]:
        yield f"personal = [{', '.join(map(_text, personal))}]"


def _constants(guess: Guess) -> Iterator[str]:
    wanted = [name for name in guess.missing if name in _WITHOUT_COLUMN]
    if wanted:
        yield "\n[constants]"
        yield from (f'# {name} = "..."' for name in wanted)


def _columns(guess: Guess) -> Iterator[str]:
    yield "\n[columns]"
    yield from (f"{ours} = {_text(theirs)}" for ours, theirs in guess.columns.items())
    yield from (f'# {name} = "..."' for name in guess.missing if name not in {*_WITHOUT_COLUMN, "key"})


def _words(guess: Guess) -> Iterator[str]:
    if guess.questions:
        yield "\n# Columns with few different values, taken for questions on a scale.\n[questions]"
        yield from _table(guess.questions)
    if guess.channels or guess.unknown_channels:
        yield "\n[values.channel]"
        yield from _table(guess.channels)
        yield from (f"# {_text(word)} = ...  # which channel is this?" for word in guess.unknown_channels)


def _table(pairs: Mapping[str, str]) -> Iterator[str]:
    return (f"{_text(word)} = {_text(meaning)}" for word, meaning in pairs.items())


def _advice(name: str) -> str:
    if name == "key":
        return "Name the columns that tell two rows apart."
    if name in _WITHOUT_COLUMN:
        return "Name its column, or give it in [constants] where it is the same for every row."
    return "Without it no row can be placed: name its column."


def _text(text: str) -> str:
    """Return a text as TOML writes it; what JSON escapes, TOML reads alike."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
