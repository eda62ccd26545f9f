"""The parts of a council's files that several measures are counted with, as entries: of what, over which days, and what counts."""

from collections.abc import Iterator
from typing import Any

from frontdoor.strategy.council import Council
from frontdoor.strategy.scales import FLAGS, Scale

PROMISES = "promises"
NOT_DATED = (PROMISES,)
"""Parts whose entries have no days: which measure belongs to which promise."""


def parts_of(council: Council) -> dict[str, list[dict[str, Any]]]:
    """Return the entries of each part; every entry says what it is `of`, and its days [from, before) where it has any."""
    return {
        "digital_channels": [
            {"of": str(each.channel), "from": each.from_date, "before": each.before_date}
            for each in council.digital_channels
        ],
        "unit_costs": [
            {"of": str(each.channel), "from": each.from_date, "before": each.before_date, "pence": each.pence}
            for each in council.unit_costs
        ],
        "openings": list(_openings(council)),
        "questions": list(_questions(council)),
        "sources_of_record": list(_sources(council)),
        "homes": [{"of": "homes", "from": each.from_date, "homes": each.homes} for each in council.homes],
        "own_numbers": [{"of": number} for number in council.own_numbers],
        "calendar": [{"of": "bank holidays", "nation": council.nation, "time_zone": council.time_zone}],
        PROMISES: [
            {"of": each.key, "promise": each.promise, "is_headline": each.is_headline} for each in council.measures
        ],
    }


def _openings(council: Council) -> Iterator[dict[str, Any]]:
    for each in council.openings:
        hours = [each.weekday, each.from_half_hour, each.before_half_hour]
        yield {"of": each.queue or "every queue", "from": each.from_date, "hours": hours}


def _questions(council: Council) -> Iterator[dict[str, Any]]:
    for question in council.questions:
        for each in question.asked:
            yield {
                "of": question.key,
                "from": each.from_date,
                "before": each.before_date,
                "asked": [each.survey, each.question, each.breaks],
                "answers": _answers(each.scale),
            }


def _answers(scale: Scale) -> list[list[Any]]:
    """Return each answer as it is written, with its points and what it counts as."""
    return [
        [list(each.written), each.points, [flag for flag in FLAGS if getattr(each, flag)]] for each in scale.answers
    ]


def _sources(council: Council) -> Iterator[dict[str, Any]]:
    for each in council.sources_of_record:
        yield {
            "of": each.source,
            "from": each.from_date,
            "before": each.before_date,
            "where": [each.family and str(each.family), each.service, each.channel and str(each.channel)],
        }
