"""Which of a source's layouts fits a file: the first whose needed columns are all in its header."""

import duckdb

from frontdoor.errors import IntakeError
from frontdoor.intake.header import Header, check_columns, find_header, plain
from frontdoor.intake.receiving import Arrival, Shape
from frontdoor.intake.source import read_source
from frontdoor.intake.source_types import Source
from frontdoor.intake.staging import raw_parquet


def layout_of(connection: duckdb.DuckDBPyConnection, arrival: Arrival, source: Source) -> Source:
    """Return the layout that fits, or the source itself where it has none.

    Where none fits, the one most of whose columns are there; reading by it will say what is missing.
    """
    if not source.layouts:
        return source
    layouts = [source if name == source.name else read_source(name) for name in source.layouts]
    best, best_share = source, -1.0
    for layout in layouts:
        names, fits = _fit(connection, arrival, layout)
        if fits:
            return layout
        share = _share(names, layout)
        if share > best_share:
            best, best_share = layout, share
    return best


def _fit(connection: duckdb.DuckDBPyConnection, arrival: Arrival, layout: Source) -> tuple[tuple[str, ...], bool]:
    """Return the names in the header and whether the layout's columns are all among them."""
    header = Header((), ",")
    try:
        if arrival.shape is Shape.PARQUET:
            header = raw_parquet(connection, arrival, layout, is_checked=False).header
        else:
            header = find_header(arrival.path, layout, is_checked=False)
        check_columns(header, layout)
    except IntakeError:
        return header.names, False
    return header.names, True


def _share(names: tuple[str, ...], layout: Source) -> float:
    present = {plain(name) for name in names}
    needed = {plain(name) for name in (*layout.key, *layout.required)}
    return len(needed & present) / len(needed)
