"""The ledger of loads, as viewers may read it."""

import polars as pl

from frontdoor.schema.ledger import LOADS
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse


def loads(home: Home) -> pl.DataFrame:
    """Return the loads of the generation in force (schema LOADS), oldest first; empty before the first load."""
    return LOADS.empty() if home.current() is None else open_warehouse(home).loads()
