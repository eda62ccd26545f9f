"""Stretches between two returns of one provider for which no figure was sent."""

from datetime import date

import duckdb

from frontdoor.intake.report import Finding, FindingKind

MOST_TOLD = 10
LATE = 1.5  # a return is missing when the next begins this many times later than is usual for the provider


def missing_returns(connection: duckdb.DuckDBPyConnection) -> list[Finding]:
    """Return where figures of one measure in the view `incoming`, usually sent at even distances, leave a stretch out."""
    rows = connection.execute(
        "with followed as ("
        "select provider, measure, service, channel, from_date, to_date, "
        "lead(from_date) over (partition by provider, measure, service, channel order by from_date) as next_date "
        "from incoming"
        "), spaced as ("
        "select *, median(next_date - from_date) over (partition by provider, measure, service, channel) as usual_days "
        "from followed"
        ") select provider, measure, to_date, next_date from spaced "
        f"where next_date > to_date + 1 and next_date - from_date > {LATE} * usual_days group by all order by all"
    ).fetchall()
    found = [_missing(*row) for row in rows[:MOST_TOLD]]
    if len(rows) > MOST_TOLD:
        more = len(rows) - MOST_TOLD
        found.append(Finding(FindingKind.MISSING_RETURN, f"{more:,} more returns are missing."))
    return found


def _missing(provider: str, measure: str, last: date, following: date) -> Finding:
    first, until = date.fromordinal(last.toordinal() + 1), date.fromordinal(following.toordinal() - 1)
    words = f"{provider}: nothing was sent for {measure} from {_written(first)} to {_written(until)}."
    return Finding(FindingKind.MISSING_RETURN, words, None, "measure", measure, first, until)


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
