"""The two scripts that draw charts in the browser, served once and kept there: our own, and Plotly's smallest that will do."""

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
PLOTLY = HERE / "vendor" / "plotly-cartesian-4.1.1.min.js"
PICTURES = HERE / "pictures.js"
FOLDER = "drawing"
"""Where asgi.py serves them, beside the pages."""

HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
"""A file's name changes with what is in it, so a browser may keep it for good."""


@dataclass(frozen=True, slots=True)
class Served:
    """One script, as it is and compressed."""

    plain: bytes
    compressed: bytes

    def answer(self, accepted: str) -> tuple[bytes, dict[str, str]]:
        """Return the body and the headers for a browser that accepts these encodings."""
        if "gzip" not in accepted:
            return self.plain, HEADERS
        return self.compressed, {**HEADERS, "Content-Encoding": "gzip"}


@cache
def pictures_name() -> str:
    """Return the name of our own script, which holds a part of its hash."""
    return f"pictures-{sha256(PICTURES.read_bytes()).hexdigest()[:12]}.js"


@cache
def served() -> dict[str, Served]:
    """Return the scripts by name; compressing them takes 0.1 s, once, when the server starts."""
    return {name: _served(file) for name, file in ((PLOTLY.name, PLOTLY), (pictures_name(), PICTURES))}


def _served(file: Path) -> Served:
    plain = file.read_bytes()
    return Served(plain, gzip.compress(plain, 9, mtime=0))
