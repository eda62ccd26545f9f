"""The invented answer about one measure, with the numbers of the design picture."""

from datetime import date

import polars as pl

from frontdoor.answers.answer import BreakdownRow, CountingWay, MeasureAnswer
from frontdoor.figure import Figure, Kind, Mark, TargetStep
from frontdoor.schema.units import Better, Unit
from frontdoor.strategy.judgement import Judgement, State
from tests.unit.ui.figures_of_the_pictures import ANSWERED, FRESH, LOWERED, MONTHS, OLD, WITHIN_60

TARGETS = (TargetStep(OLD, 0.80, "80%"), TargetStep(date(2026, 4, 1), 0.70, "70%"))
MARKS = (
    Mark(date(2025, 3, 1), "Council tax bills, every March"),
    Mark(date(2026, 7, 6), "Waste rounds change, 6 July 2026"),
)


def trend_figure() -> Figure:
    """Return the control chart of the picture."""
    values = [value / 100 for value in ANSWERED]
    frame = pl.DataFrame(
        {
            "period_start": MONTHS,
            "value": values,
            "mean": [0.716] * 30,
            "lower_limit": [0.662] * 30,
            "upper_limit": [0.770] * 30,
            "point_type": ["common_cause"] * 27 + ["concern"] * 3,
            "label": [f"{month:%B %Y}" for month in MONTHS],
        }
    )
    return Figure(
        key="trend",
        kind=Kind.CONTROL_CHART,
        frame=frame,
        unit=Unit.SHARE,
        better=Better.HIGHER,
        headline="Fewer calls are answered in time since the waste rounds changed",
        subtitle="Calls answered within 60 seconds, % of all calls offered, by month",
        sentence="About 72% until June; below the usual range in August, September and October. The change came after "
        "the waste rounds changed; this does not show it was the cause.",
        definition="Each dot is one month. The shaded band is where months usually fall.",
        table=frame.select(pl.col("label").alias("Month"), (pl.col("value") * 100).round(1).alias("Per cent")),
        provenance="13,164 of 21,232 calls, data version 42.",
        targets=TARGETS,
        marks=MARKS,
    )


SERVICES = (
    ("Council tax", 0.41),
    ("Benefits", 0.68),
    ("Housing", 0.69),
    ("Waste", 0.71),
    ("Planning", 0.74),
    ("Other", 0.76),
)


def service_figure() -> Figure:
    """Return the bars of the picture."""
    names = [name for name, _ in SERVICES]
    frame = pl.DataFrame(
        {
            "label": names,
            "value": [value for _, value in SERVICES],
            "note": [""] * len(names),
            "is_highlighted": [value < 0.5 for _, value in SERVICES],
        }
    )
    return Figure(
        key="by_service",
        kind=Kind.BARS,
        frame=frame,
        unit=Unit.SHARE,
        better=Better.HIGHER,
        headline="Council tax is the service that fails",
        subtitle="October 2026, % of calls offered, by service",
        sentence="3,611 council tax callers waited longer than 60 seconds or gave up: 45 in every 100 of all late calls.",
        definition="Each bar is one service, measured in the same way against the same target.",
        table=frame.select("label", "value"),
        provenance="Data version 42.",
        targets=(TargetStep(date(2026, 4, 1), 0.70, "70%"),),
    )


MEASURE = MeasureAnswer(
    question="How often do we answer calls within 60 seconds?",
    answer="62 in every 100 callers got through in time. We promised 70.",
    lead="Three months running are below the usual range, so this is more than noise. **Council tax pulls us down: "
    "41%.** Every other service is within 2 points of the target or above it.",
    result=WITHIN_60,
    trend=trend_figure(),
    by_service=tuple(
        BreakdownRow(name.lower(), name, value, None, None,
                     Judgement(State.MISSED if value < 0.68 else State.CLOSE if value < 0.7 else State.MET, LOWERED.target))
        for name, value in SERVICES
    ),
    by_channel=(),
    figures=(service_figure(),),
    ways=(
        CountingWay("Of everyone who called", "What we promise. People who gave up count as not answered.", 13164, 21232,
                    13164 / 21232, True),
        CountingWay("Of calls we answered", "Looks 6 points better: leaves out 1,932 people who gave up.", 13164, 19300,
                    13164 / 19300, False),
    ),
    marks=MARKS,
    freshness=FRESH,
    provenance_line="13,164 ÷ 21,232. Source: phone system export, half-hour intervals, loads 118 to 121. Target in force: "
    "at least 70%, Cabinet, 17 March 2026. Limits from May 2024 to June 2026, moving range, screened. Data version 42, "
    "figures to 31 October 2026, loaded 1 November, 6:02am. Provisional.",
)  # fmt: skip
