"""The ledger of loads, as viewers may read it."""

import polars as pl

from frontdoor.errors import NoDataError
from frontdoor.schema.ledger import LOADS
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.reading import open_to_read


def loads(home: Home) -> pl.DataFrame:
    """Return the loads of the generation in force (schema LOADS), oldest first; empty before the first load.

    Files of places alone make no figures to open, and are told all the same.
    """
    number = home.current()
    if number is None:
        return LOADS.empty()
    try:
        return open_warehouse(home).loads()
    except NoDataError:
        with open_to_read(home.marts_file(number)) as connection:
            frame: pl.DataFrame = connection.sql("select * from loads order by load_id").pl()
        return frame
