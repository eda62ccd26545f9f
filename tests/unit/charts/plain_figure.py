"""A figure of any kind and frame, with the least words."""

from dataclasses import replace

import polars as pl

from frontdoor.figure import Figure, Kind
from frontdoor.schema.units import Better, Unit


def figure(kind: Kind, frame: pl.DataFrame, unit: Unit = Unit.SHARE, **rest) -> Figure:
    plain = Figure(
        "key",
        kind,
        frame,
        unit,
        Better.HIGHER,
        "Headline",
        "Subtitle",
        "Sentence.",
        "Definition.",
        frame,
        "Provenance.",
    )
    return replace(plain, **rest)
