"""What Hypothesis draws to ask of the awkward records: periods, grains, filters and settings that change on any day."""

from datetime import date, timedelta
from typing import Any

from awkward_records import EXTRA_THRESHOLD, FIRST, LAST, OTHER_THRESHOLD, QUEUES, SERVICES
from brute_force import Asked
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from frontdoor.periods import Grain
from frontdoor.warehouse.opening import Scope

DAYS = st.dates(FIRST - timedelta(days=20), LAST + timedelta(days=20))
MONTH_STARTS = st.sampled_from([date(2025, month, 1) for month in range(1, 8)])
CHANNELS = ("phone", "chat", "email", "web", "voicemail", "visit")
RUNGS = st.sampled_from((5, 20, 25, 30, 60, 86_400, EXTRA_THRESHOLD, OTHER_THRESHOLD))
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def scopes(draw: st.DrawFn, *, attributes: tuple[str | None, ...] = (None,), whole_months: bool = False) -> Scope:
    attribute = draw(st.sampled_from(attributes))
    if whole_months or attribute or draw(st.booleans()):
        first, last = sorted((draw(MONTH_STARTS), draw(MONTH_STARTS)))
        last = (last + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        grain = draw(st.sampled_from((Grain.MONTH, Grain.QUARTER, Grain.YEAR)))
    else:
        first, last = sorted((draw(DAYS), draw(DAYS)))
        grain = draw(st.sampled_from(list(Grain)))
    services = draw(st.sets(st.sampled_from((*SERVICES, "switchboard")), max_size=2))
    channels = draw(st.sets(st.sampled_from(CHANNELS), max_size=2))
    value = draw(st.sampled_from((None, "north", "unknown"))) if attribute == "ward" else None
    return Scope(first, last, grain, tuple(sorted(services)), tuple(sorted(channels)), attribute, value)


def dated(**settings_: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """One setting that changes once, on any day, per queue or channel named."""

    def halves(first: dict[str, Any], second: dict[str, Any], day: date) -> list[dict[str, Any]]:
        return [
            first | {"from_date": date(2020, 1, 1), "before_date": day},
            {
                **second,
                **{key: first[key] for key in ("queue", "channel") if key in first},
                "from_date": day,
                "before_date": None,
            },
        ]

    row = st.fixed_dictionaries(settings_)
    return st.builds(halves, row, row, DAYS | MONTH_STARTS)


def both(one: list[Any], other: list[Any]) -> list[Any]:
    return one + other


GENERAL_LIMITS = dated(queue=st.none(), within_seconds=RUNGS)
LIMITS = (
    st.just([])
    | GENERAL_LIMITS
    | st.builds(both, GENERAL_LIMITS, dated(queue=st.just(QUEUES[1]), within_seconds=RUNGS))
)


def asked_of(scope: Scope) -> Asked:
    return Asked(
        scope.first, scope.last, scope.grain.value, scope.services, scope.channels, scope.attribute, scope.value
    )
