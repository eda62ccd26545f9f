"""What a council says of savings: which part of a contact's cost it has stopped paying, and how easily contact can be removed."""

from dataclasses import dataclass
from datetime import date

from frontdoor.schema.units import Channel


@dataclass(frozen=True, slots=True)
class Released:
    """The share (0 to 1) of a contact's cost that somebody has stopped paying for each contact less, [from_date, before_date).

    Posts given up, hours cut, a contract made smaller; 0 says that nothing was. With a range and who said so.
    """

    channel: Channel
    from_date: date
    low_share: float
    share: float
    high_share: float
    source: str
    before_date: date | None = None


@dataclass(frozen=True, slots=True)
class Ease:
    """The share (0 to 1) of contact that need not happen which the council thinks it can remove, over [from_date, before_date).

    Of one service or reason, of both together, or (None) of every one not named; with a range and whose judgement it is.
    """

    from_date: date
    low_share: float
    share: float
    high_share: float
    source: str
    service: str | None = None
    reason: str | None = None
    before_date: date | None = None


def released_on(rows: tuple[Released, ...], channel: str, day: date) -> Released | None:
    """Return what was released of the channel's cost on `day`, None where nobody has said."""
    return next((each for each in rows if each.channel == channel and _holds(each, day)), None)


def ease_on(rows: tuple[Ease, ...], service: str, reason: str | None, day: date) -> Ease | None:
    """Return the ease said of this service and reason on `day`: the closest said, a service before a reason."""
    fitting = [
        each for each in rows if _holds(each, day) and each.service in {None, service} and each.reason in {None, reason}
    ]
    return max(fitting, key=lambda each: (each.service is not None, each.reason is not None), default=None)


def _holds(row: Released | Ease, day: date) -> bool:
    return row.from_date <= day < (row.before_date or date.max)
