"""An annual update as plain values, so that a version can be kept whole and shown again as it was."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from frontdoor.answers.answer import Provenance, SignedOff
from frontdoor.answers.update_blocks import Grid, GridRow, Paper, Part, Sentence, Source, Words
from frontdoor.answers.view_answer import Link

Kept = Mapping[str, Any]
LAYOUT = 1
"""Version of the shape of what is kept; raised whenever a key changes its meaning or goes."""


def kept(paper: Paper) -> dict[str, object]:
    """Return the whole paper as values that JSON knows; days are ISO texts."""
    return {"layout": LAYOUT, **_plain(asdict(paper))}


def restored(content: Kept) -> Paper:
    """Return the paper that was kept; KeyError, TypeError or ValueError where somebody altered its shape."""
    own = {name: content[name] for name in Paper.__slots__}
    days = {name: date.fromisoformat(content[name]) for name in ("first", "last", "as_at")}
    return Paper(**{**own, **days, "parts": tuple(_part(each) for each in content["parts"])})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _part(part: Kept) -> Part:
    words = part["words"]
    return Part(
        key=part["key"],
        title=part["title"],
        sentences=tuple(Sentence(**each) for each in part["sentences"]),
        grids=tuple(_grid(each) for each in part["grids"]),
        sources=tuple(_source(each) for each in part["sources"]),
        link=_link(part["link"]),
        words=Words(**{**words, "changed": tuple(words["changed"])}) if words else None,
    )


def _grid(grid: Kept) -> Grid:
    rows = tuple(GridRow(**{**row, "cells": tuple(row["cells"])}) for row in grid["rows"])
    return Grid(**{**grid, "columns": tuple(grid["columns"]), "rows": rows})


def _source(source: Kept) -> Source:
    provenance, link = source["provenance"], source["link"]
    made = {"provenance": provenance and _provenance(provenance), "link": link and _link(link)}
    return Source(**{**source, **made})


def _provenance(values: Kept) -> Provenance:
    many = {name: tuple(values[name]) for name in ("sources", "loads", "questions", "marts")}
    pairs = tuple((name, value) for name, value in values["parameters"])
    return Provenance(
        **{
            **values,
            **many,
            "parameters": pairs,
            "as_at": date.fromisoformat(values["as_at"]),
            "sign_off": SignedOff(values["sign_off"]),
        }
    )


def _link(link: Kept) -> Link:
    return Link(**{**link, "query": tuple((name, value) for name, value in link["query"])})
