"""Quarterly returns of the waste contractor and the leisure partner, both invented; one return was never sent."""

from datetime import date

from sample_data.generator.reported.returned import Return, quarters
from sample_data.planted import reported as planted

_ROUND_CHANGE = date(2026, 7, 1)
_MISSED_BINS = (1_840, 1_792, 1_905, 1_868, 1_811, 1_774, 1_893, 1_846, 3_512)  # reported by residents, each quarter
_WOBBLE = (0.003, -0.002, 0.001, -0.004, 0.002, 0.004, -0.003, -0.001, 0.0)
_RATED = (412, 398, 437, 401, 420, 389, 0, 415, 428)  # leisure visitors asked, each quarter
_VISITS = (151_200, 138_900, 149_300, 156_800, 154_100, 140_700, 0, 158_300, 157_900)
_RESTATED = date(2026, 4, 1)


def partner_returns() -> list[Return]:
    """Return both partners' figures, oldest first."""
    figures: list[Return] = []
    for index, (first, last) in enumerate(quarters()):
        figures.append(_contractor(index, first, last))
        figures += _leisure(index, first, last)
    return figures


def _contractor(index: int, first: date, last: date) -> Return:
    is_after = first >= _ROUND_CHANGE
    share = planted.MISSED_BINS_PUT_RIGHT_AFTER if is_after else planted.MISSED_BINS_PUT_RIGHT_BEFORE
    missed = _MISSED_BINS[index]
    return Return(
        planted.CONTRACTOR,
        "missed_bins_put_right_in_2_days",
        first,
        last,
        round(missed * (share + _WOBBLE[index])),
        missed,
        service="waste",
        evidence=f"Contract monitoring return, {first:%B} to {last:%B %Y}",
        is_restated_later=first == _RESTATED,
    )


def _leisure(index: int, first: date, last: date) -> list[Return]:
    """Return the leisure partner's two figures; nothing for the quarter it left out."""
    if first == planted.MISSING_RETURN:
        return []
    rated = _RATED[index]
    satisfied = round(rated * (planted.LEISURE_SATISFIED + _WOBBLE[index]))
    evidence = f"Exit survey, {rated} cards"
    return [
        Return(planted.LEISURE_PARTNER, "leisure_visitors_satisfied", first, last, satisfied, rated, evidence=evidence),
        Return(
            planted.LEISURE_PARTNER,
            "leisure_visits",
            first,
            last,
            None,
            None,
            str(_VISITS[index]),
            evidence="Turnstiles",
        ),
    ]
