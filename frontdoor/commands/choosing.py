"""The options that choose figures, the same as the filters of every page: period, service, channel, ward, data version."""

import argparse
from difflib import get_close_matches

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import ATTRIBUTE_LABELS, choices
from frontdoor.answers.periods import latest_complete_month
from frontdoor.answers.versions import checked_version
from frontdoor.commands.options import add_period, period_of
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Filters


def add_filters(added: argparse.ArgumentParser) -> None:
    """Add the options; of ward, customer type, reason and age band one at a time, as on the pages."""
    add_period(added)
    added.add_argument("--service", action="append", default=[], help="only this service; may be repeated")
    added.add_argument("--channel", action="append", default=[], help="only this channel; may be repeated")
    one = added.add_mutually_exclusive_group()
    for attribute, label in ATTRIBUTE_LABELS.items():
        name = attribute.replace("_", "-")
        one.add_argument(f"--{name}", dest=attribute, metavar="NAME", help=f"only this {label.lower()}; one at a time")
    added.add_argument("--as-at", type=int, metavar="N", help="figures as at this data version (default: the newest)")
    added.add_argument(
        "--audience",
        type=Audience,
        default=Audience.OFFICER,
        choices=list(Audience),
        help="for whom (default: %(default)s)",
    )


def filters_of(options: argparse.Namespace) -> Filters:
    """Return what the options choose; a data version or a value nobody holds is an error that names those there are."""
    generation = checked_version(options.council, options.as_at)
    attribute, value = _attribute(options, generation)
    return Filters(
        options.council,
        period_of(options, latest_complete_month(options.council, generation)),
        services=tuple(options.service),
        channels=tuple(options.channel),
        attribute=attribute,
        value=value,
        generation=generation,
    )


def _attribute(options: argparse.Namespace, generation: int | None) -> tuple[str | None, str | None]:
    chosen = [(name, value) for name in ATTRIBUTE_LABELS if (value := getattr(options, name)) is not None]
    if not chosen:
        return None, None
    name, value = chosen[0]
    _check_value(options, name, value, generation)
    return name, value


def _check_value(options: argparse.Namespace, name: str, value: str, generation: int | None) -> None:
    """Raise FrontdoorError for a value no contact has, with the nearest that one has."""
    offered = choices(options.council, generation, options.audience)
    known = dict(offered.attributes).get(name, ())
    if value in known:
        return
    label = ATTRIBUTE_LABELS[name].lower()
    if not known:
        raise FrontdoorError(f"{offered.council_name} does not record the {label} of a contact")
    near = get_close_matches(value, known, 1, 0.4)
    hint = f"Did you mean {near[0]}?" if near else f"Those there are: {', '.join(known)}."
    raise FrontdoorError(f"no contact has the {label} {value!r}. {hint}")
