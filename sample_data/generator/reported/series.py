"""Quarterly figures that drift evenly from one level to another with a small wobble, so that a sample of them looks real."""

from datetime import date

from sample_data.generator.reported.returned import Return, quarters

_WOBBLE = (0.003, -0.002, 0.001, -0.004, 0.002, 0.004, -0.003, -0.001, 0.0)


def shares(
    provider: str,
    measure: str,
    out_of: int,
    levels: tuple[float, float],
    *,
    service: str | None = None,
    evidence: str,
    leaving_out: tuple[date, ...] = (),
) -> list[Return]:
    """Return one figure a quarter, `out_of` many, from the first of `levels` to the second; none for what is left out.

    A level above 1 is a number for each: days lost for each post.
    """
    stretches = quarters()
    found = []
    for index, (first, last) in enumerate(stretches):
        level = levels[0] + (levels[1] - levels[0]) * index / (len(stretches) - 1)
        count = round(out_of * (level + _WOBBLE[index] * max(level, 1.0)))
        if first not in leaving_out:
            found.append(Return(provider, measure, first, last, count, out_of, service=service, evidence=evidence))
    return found


def dates(
    provider: str, measure: str, stated: tuple[tuple[date, date], ...], *, service: str | None = None, evidence: str
) -> list[Return]:
    """Return one figure a quarter that is a date: the last of `stated` as (from when it was so, the date) by the quarter's end."""
    found = []
    for first, last in quarters():
        known = [day for since, day in stated if since <= last]
        if known:
            found.append(
                Return(provider, measure, first, last, None, None, str(known[-1]), service=service, evidence=evidence)
            )
    return found
