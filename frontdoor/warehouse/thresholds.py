"""Says why a wait threshold cannot be answered: it is on no rung of what was recorded."""

from collections.abc import Mapping

import duckdb

from frontdoor.errors import CannotTellError


def refuse_unknown_threshold(cursor: duckdb.DuckDBPyConnection, bound: Mapping[str, object]) -> None:
    """Raise CannotTellError where waits are recorded in the period, but at other thresholds than those asked for.

    Reads the view `counts`; does nothing where no wait was recorded at all, which is no data and not a wrong question.
    """
    dates = {"from_date": bound["from_date"], "to_date": bound["to_date"]}
    rows = cursor.execute(
        "select distinct within_seconds from counts where activity_date between $from_date and $to_date order by within_seconds",
        dates,
    ).fetchall()
    asked = _asked(bound)
    if not rows or not asked:
        return
    wanted = ", ".join(f"{seconds:,}" for seconds in asked)
    if len(rows) == 1:
        raise CannotTellError(
            f"Within {wanted} seconds is not available from this source: it records only {rows[0][0]:,} seconds."
        )
    raise CannotTellError(
        f"Within {wanted} seconds is not worked out yet: it will be at the next load, or run `rebuild`."
    )


def _asked(bound: Mapping[str, object]) -> list[int]:
    limits = [*_rows(bound["limits"]), *_rows(bound["short_limits"])]
    return sorted({seconds for row in limits if isinstance(seconds := row.get("within_seconds"), int)})


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []
