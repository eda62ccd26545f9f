"""On which days nobody coming means nobody came: those on which the sources of the services chosen recorded anything at all."""

from dataclasses import replace

import numpy as np

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.schema.units import Family
from frontdoor.statistics.arrays import Integers
from frontdoor.warehouse.scope import Scope


def recorded_days(scope: Scope, first: np.datetime64, context: Context) -> Integers:
    """Return those days, counted from `first`, for a scope of some services; none for all of them.

    A rare service has days on which nobody asks for it: its sources recorded others then, so it was 0. A day on which they
    recorded nothing of anybody is not known.
    """
    if not scope.services:
        return np.zeros(0, dtype=np.int64)
    promised = bare(CATALOGUE["contacts"])
    covered = ask("channel_coverage", promised, scope, context).frame
    own = covered.filter(covered["family"] == Family.VOLUME)["source"].unique()
    held = ask("records_by_day", promised, replace(scope, services=()), context).frame
    days = held.filter(held["source"].is_in(own.implode()) & (held["counted_records"] > 0))["period_start"].unique()
    from_first = (days.to_numpy() - first).astype(np.int64)
    return np.asarray(from_first[from_first >= 0], dtype=np.int64)
