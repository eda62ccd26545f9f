"""A drawn figure as the browser gets it: small JSON in which colours are names, so that one serves every theme."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from frontdoor.charts.drawing import drawing
from frontdoor.charts.theme import BY_NAME
from frontdoor.figure import Figure

DIGEST_BYTES = 6  # enough to tell apart what one page shows


@dataclass(frozen=True, slots=True)
class Picture:
    """What the browser draws: `drawing` is {"data": [...], "layout": {...}}, `height` is in pixels."""

    key: str
    drawing: str
    digest: str
    height: int


def picture(figure: Figure, is_narrow: bool = False) -> Picture:
    """Return the picture of a figure that has rows; equal figures have equal digests."""
    drawn = drawing(figure, BY_NAME, is_narrow)
    text = json.dumps(drawn, default=_plain, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    digest = blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()
    return Picture(figure.key, text, digest, round(drawn["layout"]["height"]))


def _plain(value: object) -> str:
    """Return a day as Plotly reads it; a TypeError for anything else names what it is."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"A picture cannot hold a {type(value).__name__}: {value!r}")
