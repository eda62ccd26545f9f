"""What Trentside's human resources report of the people who serve customers: invented."""

from datetime import date

from sample_data.generator.reported.returned import Return, quarters
from sample_data.planted import reported as planted

_POSTS, _STAFF = 142, 131
_VACANT = (9, 8, 9, 10, 9, 10, 12, 13)  # posts, each quarter but the last
_TURNOVER = ("11.2%", "11.4%", "11.1%", "11.9%", "12.3%", "12.8%", "13.6%", "14.1%", "14.4%")  # of the year so far
_SICKNESS = (
    "2.1",
    "2.6",
    "2.9",
    "2.2",
    "2.0",
    "2.7",
    "3.1",
    "2.4",
    "2.3",
)  # days lost per full-time post, each quarter
_ANSWERED = {2025: 97, 2026: 104}  # staff who answered the survey


def staffing_returns() -> list[Return]:
    """Return vacancies, turnover, sickness and training each quarter, and the staff survey each June."""
    figures: list[Return] = []
    stretches = quarters()
    for index, (first, last) in enumerate(stretches):
        along = index / (len(stretches) - 1)
        trained = planted.TRAINED_AT_FIRST + (planted.TRAINED_IN_THE_END - planted.TRAINED_AT_FIRST) * along
        vacant = _VACANT[index] if index < len(_VACANT) else round(_POSTS * planted.VACANT_IN_THE_END)
        figures += [
            Return(planted.STAFFING, "posts_vacant", first, last, vacant, _POSTS, evidence="Establishment list"),
            Return(planted.STAFFING, "staff_turnover", first, last, None, None, _TURNOVER[index]),
            Return(planted.STAFFING, "sickness_days_per_post", first, last, None, None, _SICKNESS[index]),
            Return(
                planted.STAFFING, "staff_trained", first, last, round(_STAFF * trained), _STAFF, evidence="e-learning"
            ),
        ]
    return figures + [_survey(year) for year in planted.STAFF_PROUD]


def _survey(year: int) -> Return:
    answered = _ANSWERED[year]
    return Return(
        planted.STAFFING,
        "staff_proud_to_work_here",
        date(year, 6, 1),
        date(year, 6, 30),
        round(answered * planted.STAFF_PROUD[year]),
        answered,
        evidence="Staff survey, question 14",
    )
