"""What a sheet of Excel has room for: rows are cut and said to be, too many columns are an error."""

from dataclasses import replace

from frontdoor.errors import FrontdoorError
from frontdoor.packs.pack import PackTable

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # Excel specifications and limits
KEPT_FREE = 100  # rows, for what stands above a table


def fitting(table: PackTable, most: int = MOST_ROWS - KEPT_FREE) -> tuple[PackTable, str]:
    """Return what a sheet holds of a table, and words that say how many rows are left out, '' for none.

    Raises:
        FrontdoorError: the table has more columns than a sheet.
    """
    if len(table.columns) > MOST_COLUMNS:
        raise FrontdoorError(
            f"{table.title}: {len(table.columns):,} columns are more than a sheet of Excel holds ({MOST_COLUMNS:,}). "
            "Choose fewer, or take the table as CSV."
        )
    if len(table.rows) <= most:
        return table, ""
    said = (
        f"Only the first {most:,} of {len(table.rows):,} rows are here: a sheet of Excel holds no more. "
        "The table as CSV has them all."
    )
    return replace(table, rows=table.rows[:most]), said
