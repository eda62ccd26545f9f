"""Reads sources/<name>.toml into a Source, or says which key of which file is wrong and what was probably meant."""

import tomllib
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import available_timezones

from frontdoor.errors import SourceError
from frontdoor.intake.source_types import (
    NOT_KEPT,
    PLACING,
    ColumnRule,
    Delivery,
    Form,
    Layout,
    Source,
    StatedLine,
    Threshold,
)
from frontdoor.schema.places import PLACES, READ_KINDS
from frontdoor.schema.units import Channel
from frontdoor.strategy.named_sources import source_names, sources_folder

__all__ = ["did_you_mean", "read_source", "read_source_file", "source_names"]

_WORD = TypeVar("_WORD", bound=StrEnum)
_LISTS = ("key", "date_formats", "null_words", "required", "personal", "nobody", "layouts", "not_an_answer")
_PLAIN = ("version", "time_zone", "delimiter", "encoding", "provider", "answer_prefix", "answers_once_per")
_TABLES = ("columns", "constants", "values", "rewrite", "not_contact", "stated", "threshold", "questions", "documented")
_KEYS = ("name", "label", "kind", "delivery", "layout", *_LISTS, *_PLAIN, *_TABLES)
_RULE_KEYS = (
    "from", "form", "scale", "times", "plus", "less", "greatest_with", "where_given", "approximate", "first_given",
    "otherwise", "or_else",
)  # fmt: skip
_STATED_KEYS = ("measure", "from", "form", "numerator", "denominator", "service", "channel", "within_seconds")
_THRESHOLD_KEYS = ("seconds", "from", "before", "queue")


def read_source(name: str) -> Source:
    """Return the source of that name; raises SourceError when there is none or its file is wrong."""
    if name not in source_names():
        raise SourceError(f"no source is called {name}.{did_you_mean(name, source_names())}")
    return read_source_file(sources_folder() / f"{name}.toml")


def read_source_file(path: Path) -> Source:
    """Return the source a TOML file describes; raises SourceError naming the file, the key and the value."""
    try:
        return _source(tomllib.loads(path.read_text(encoding="utf-8")), path)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{path.name}: not readable as TOML: {error}") from error
    except SourceError as error:
        raise SourceError(f"{path.name}: {error}") from None


def did_you_mean(word: str, known: tuple[str, ...] | list[str]) -> str:
    """Return ' Did you mean X?' for the nearest known word, or the first ten known words."""
    near = get_close_matches(word.lower(), [one.lower() for one in known], 1, 0.5)
    match = next((one for one in known if near and one.lower() == near[0]), "")
    return f" Did you mean {match}?" if match else f" Known: {', '.join(known[:10])}."


def _source(table: Mapping[str, Any], path: Path) -> Source:
    _known(table, _KEYS, "key")
    not_contact = table.get("not_contact", {})
    _known(not_contact, ("column", "values"), "key of not_contact")
    plain: dict[str, Any] = {key: str(table.get(key, "")) for key in _PLAIN}
    source = Source(
        name=_text(table, "name"),
        label=_text(table, "label"),
        kind=_one_of(_text(table, "kind"), tuple(PLACING), "kind"),
        delivery=_enum(Delivery, table.get("delivery", "append"), "delivery"),
        layout=_enum(Layout, table.get("layout", "rows"), "layout"),
        columns={ours: _rule(ours, value) for ours, value in table.get("columns", {}).items()},
        constants=table.get("constants", {}),
        values=table.get("values", {}),
        rewrites={ours: tuple(pairs.items()) for ours, pairs in table.get("rewrite", {}).items()},
        not_contact=(str(not_contact.get("column", "")), tuple(not_contact.get("values", ()))),
        questions={str(question): str(theirs) for question, theirs in table.get("questions", {}).items()},
        documented={question: _names(answers) for question, answers in table.get("documented", {}).items()},
        stated=tuple(_stated(line) for line in table.get("stated", ())),
        thresholds=tuple(_threshold(one) for one in table.get("threshold", ())),
        **{key: _texts(table, key) for key in _LISTS} | plain,
    )
    if source.name != path.stem:
        raise SourceError(f"name is {source.name}, but the file is called {path.name}.")
    _check(source)
    return source


def _rule(ours: str, value: object) -> ColumnRule:
    if isinstance(value, str):
        return ColumnRule(ours, (value,))
    if isinstance(value, list):
        return ColumnRule(ours, tuple(value))
    if not isinstance(value, dict):
        raise SourceError(f"columns.{ours} is {value!r}: write the name of their column.")
    _known(value, _RULE_KEYS, f"key of columns.{ours}")
    return ColumnRule(
        ours,
        _names(value.get("from", ())),
        form=_enum(Form, value.get("form", "plain"), f"columns.{ours}.form"),
        scale=float(value.get("scale", 1)),
        times=str(value.get("times", "")),
        plus=_names(value.get("plus", ())),
        less=_names(value.get("less", ())),
        greatest_with=_names(value.get("greatest_with", ())),
        where_given=_names(value.get("where_given", ())),
        is_approximate=bool(value.get("approximate", False)),
        first_given=tuple((str(column), str(word)) for column, word in value.get("first_given", ())),
        otherwise=str(value.get("otherwise", "")),
        or_else=_names(value.get("or_else", ())),
    )


def _stated(line: Mapping[str, Any]) -> StatedLine:
    _known(line, _STATED_KEYS, "key of stated")
    return StatedLine(
        measure=_text(line, "measure"),
        names=_names(line.get("from", ())),
        form=_enum(Form, line.get("form", "plain"), "stated.form"),
        numerator=str(line.get("numerator", "")),
        denominator=str(line.get("denominator", "")),
        service=str(line.get("service", "unknown")),
        channel=str(line.get("channel", "")),
        within_seconds=_seconds(line["within_seconds"], "stated.within_seconds") if "within_seconds" in line else None,
    )


def _seconds(value: object, what: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SourceError(f"{what} is {value!r}: write whole seconds such as 20, without quotes.")
    return value


def _threshold(one: Mapping[str, Any]) -> Threshold:
    _known(one, _THRESHOLD_KEYS, "key of threshold")
    for key in ("from", "before"):
        if key in one and not isinstance(one[key], date):
            raise SourceError(f"threshold.{key} is {one[key]!r}: write a date such as 2025-04-01, without quotes.")
    return Threshold(int(one["seconds"]), one.get("from"), one.get("before"), str(one.get("queue", "")))


def _check(source: Source) -> None:
    _check_columns(source)
    for word in source.values.get("channel", {}).values():
        _one_of(word, tuple(Channel), "channel")
    if not source.key and source.kind not in PLACES:
        raise SourceError("key is missing: name the columns that tell two rows apart.")
    if source.time_zone and source.time_zone not in available_timezones():
        raise SourceError(f"no time zone is called {source.time_zone}. Write one such as Europe/London or UTC.")
    for name in source.layouts:
        _one_of(name, source_names(), "source")
    first, *others = PLACING[source.kind]
    for name in (first, *others):
        if name not in source.columns and (name not in source.constants or name == first):
            raise SourceError(f"{name} is missing: every source of {source.kind} needs it in [columns].")
    if source.kind == "survey_responses" and not (
        source.answer_prefix or source.questions or "answer" in source.columns
    ):
        raise SourceError("answers are missing: give answer_prefix, [questions], or question and answer in [columns].")


def _check_columns(source: Source) -> None:
    ours = (*READ_KINDS[source.kind].names, *NOT_KEPT.get(source.kind, ()))
    for where in (source.columns, source.constants, source.values, source.rewrites):
        for name in where:
            _one_of(name, ours, f"column of {source.kind}")
    for rule in source.columns.values():
        if rule.times:
            _one_of(rule.times, tuple(source.columns), "column to multiply by")
    for line in source.stated:
        for name in filter(None, (line.numerator, line.denominator)):
            _one_of(name, tuple(source.columns), "column of counts")


def _known(table: Mapping[str, Any], keys: tuple[str, ...], what: str) -> None:
    for key in table:
        _one_of(key, keys, what)


def _one_of(word: str, known: tuple[str, ...], what: str) -> str:
    if word not in known:
        raise SourceError(f"no {what} is called {word}.{did_you_mean(word, known)}")
    return word


def _enum(kind: type[_WORD], word: object, what: str) -> _WORD:
    return kind(_one_of(str(word), tuple(kind), what))


def _text(table: Mapping[str, Any], key: str) -> str:
    if not isinstance(table.get(key), str):
        raise SourceError(f"{key} is {table.get(key)!r}: a text is needed.")
    return str(table[key])


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise SourceError(f"{key} is {value!r}: a list of texts is needed.")
    return tuple(value)


def _names(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)  # type: ignore[attr-defined]
