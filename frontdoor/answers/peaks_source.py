"""Where the figures of a view of demand peaks come from, in one line under each picture."""

from frontdoor.answers.answer import Provenance
from frontdoor.measures.formatting import format_date


def source_line(counted: str, provenance: Provenance) -> str:
    """Return what is counted, its sources and loads, and the data version: 'Calls by half-hour, local time. Source: ...'."""
    loads = provenance.loads
    held = "" if not loads else f" (load {loads[0]})" if len(loads) == 1 else f" (loads {loads[0]} to {loads[-1]})"
    parts = [
        counted,
        f"Source: {', '.join(provenance.sources)}{held}." if provenance.sources else "",
        f"Data version {provenance.generation}, figures to {format_date(provenance.as_at)}, loaded {provenance.loaded_at}.",
        "Approximate: worked back from rounded rates." if provenance.is_approximate else "",
    ]
    return " ".join(part for part in parts if part)
