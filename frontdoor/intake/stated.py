"""Figures a source itself states: read beside its counts, kept apart, and held against what the counts say."""

from datetime import date

import duckdb

from frontdoor.intake import values
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literal
from frontdoor.intake.report import Finding, FindingKind
from frontdoor.intake.source_types import Source, StatedLine

_SLACK = 1e-6
MOST_TOLD = 20


def put_stated(plan: Plan, source: Source) -> None:
    """Add to the plan, for each line the source states, its value, its counts and its words as written."""
    for index, line in enumerate(source.stated):
        position = plan.raw.position(line.names)
        text = "cast(null as varchar)" if position is None else plan.raw.text(position)
        value = plan.put(0, f"stated_{index}", values.number(text, line.form))
        plan.columns[f"stated_{index}_value"] = value
        plan.columns[f"stated_{index}_text"] = text
        for part in ("numerator", "denominator"):
            ours = getattr(line, part)
            plan.columns[f"stated_{index}_{part}"] = f"cast({plan.columns[ours] if ours else 'null'} as double)"
        if position is not None:
            bad, reason = f"{text} is not null and {value} is null", f"{line.measure} is not a figure; left empty"
            plan.problems.append(
                Problem(f"bad_stated_{index}", Effect.NULL, bad, reason, f"stated_{index}_value", position)
            )


def stated_sql(source: Source, rows: str) -> str:
    """Return SQL for the figures stated in the relation `rows`, with the columns of STATED_RESULTS."""
    return " union all ".join(_line_sql(source, rows, index, line) for index, line in enumerate(source.stated))


def rate_findings(connection: duckdb.DuckDBPyConnection) -> tuple[Finding, ...]:
    """Return where a stated rate is not what its own counts make; reads the view `incoming` of stated figures.

    A rate written in whole per cent may differ by half a per cent, one with a decimal by a twentieth, and so on.
    """
    decimals = "length(regexp_extract(value_text, '[.](\\d+)', 1))"
    unit = f"case when contains(value_text, '%') then 0.01 else 1 end * power(10, -{decimals})"
    rows = connection.execute(
        f"select measure, from_date, value_text, numerator, denominator from incoming "
        f"where denominator > 0 and numerator is not null and value is not null "
        f"and abs(value - numerator / denominator) > {unit} / 2 + {_SLACK} order by from_date, measure"
    ).fetchall()
    found = [_disagreement(*row) for row in rows[:MOST_TOLD]]
    if len(rows) > MOST_TOLD:
        words = f"{len(rows) - MOST_TOLD:,} more stated rates differ from their own counts."
        found.append(Finding(FindingKind.STATED_RATE, words, len(rows) - MOST_TOLD))
    return tuple(found)


def _line_sql(source: Source, rows: str, index: int, line: StatedLine) -> str:
    end = "case grain when 'month' then last_day(activity_date) else activity_date end"
    channel = literal(line.channel) if line.channel else "channel"
    return (
        f"select interval_id || {literal('|' + line.measure + '|' + line.names[0])} as stated_id, updated_at, activity_date as from_date, "
        f"cast({end} as date) as to_date, service, {channel} as channel, {literal(source.provider or source.label)} as provider, "
        f"{literal(line.measure)} as measure, stated_{index}_numerator as numerator, stated_{index}_denominator as denominator, "
        f"stated_{index}_value as value, stated_{index}_text as value_text, "
        f"cast(null as varchar) as evidence, cast({line.within_seconds or 'null'} as bigint) as within_seconds "
        f"from {rows} where stated_{index}_value is not null"
    )


def _disagreement(measure: str, day: date, text: str, numerator: float, denominator: float) -> Finding:
    words = (
        f"{measure} for {day:%B %Y} is stated as {text}, but {numerator:,.0f} of {denominator:,.0f} is "
        f"{numerator / denominator:.1%}. The counts are used."
    )
    return Finding(FindingKind.STATED_RATE, words, 1, measure, text)
