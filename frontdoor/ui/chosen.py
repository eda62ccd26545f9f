"""What the reader has chosen, as the labels that stand in the address; and the one frozen value made of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import streamlit as st

from frontdoor.filters import Comparison, Filters
from frontdoor.packs.fixed import COMPARISON_WORDS
from frontdoor.ui.filter_options import EVERYONE, FilterOptions, attributes_of, keys_of

PERIOD, SERVICE, CHANNEL, GROUP, COMPARE = "period", "service", "channel", "group", "compare"
"""Session keys and, being bound, the names of the parameters in every address."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the five widgets hold, as labels."""

    period: str
    services: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    group: str = EVERYONE
    comparison: str = COMPARISON_WORDS[Comparison.LAST_YEAR]


def usual(options: FilterOptions) -> Chosen:
    """Return what is chosen before anyone chooses."""
    return Chosen(options.default_period.label)


def chosen_now(options: FilterOptions) -> Chosen:
    """Return what is chosen, also before the widgets are drawn: the session's word, else the address's, else the usual.

    A label that is not offered is as good as not chosen.
    """
    start = usual(options)
    return Chosen(
        period=_one(PERIOD, options.periods, start.period),
        services=_many(SERVICE, options.services.values()),
        channels=_many(CHANNEL, options.channels.values()),
        group=_one(GROUP, options.groups, start.group),
        comparison=_one(COMPARE, COMPARISON_WORDS.values(), start.comparison),
    )


def filters_of(chosen: Chosen, options: FilterOptions) -> Filters:
    """Return the frozen value."""
    attribute, value = attributes_of(options.groups.get(chosen.group))
    comparisons = {words: comparison for comparison, words in COMPARISON_WORDS.items()}
    return Filters(
        council=options.council,
        period=options.periods[chosen.period],
        comparison=comparisons[chosen.comparison],
        services=keys_of(chosen.services, options.services),
        channels=keys_of(chosen.channels, options.channels),
        attribute=attribute,
        value=value,
        generation=options.generation,
    )


def session_of(chosen: Chosen) -> dict[str, str | list[str]]:
    """Return the value of each widget."""
    return {
        PERIOD: chosen.period,
        SERVICE: list(chosen.services),
        CHANNEL: list(chosen.channels),
        GROUP: chosen.group,
        COMPARE: chosen.comparison,
    }


def address_of(chosen: Chosen, options: FilterOptions) -> dict[str, list[str]]:
    """Return the parameters of an address that shows the same: those that differ from the usual."""
    start = session_of(usual(options))
    differing = {name: value for name, value in session_of(chosen).items() if value != start[name]}
    return {name: [value] if isinstance(value, str) else value for name, value in differing.items()}


def service_words(chosen: Chosen) -> str:
    """Return what the Service popover says before it is opened: 'All', 'Council tax', '2 chosen', 'All, Phone'."""
    narrowed = [_few(chosen.channels)] if chosen.channels else []
    narrowed += [chosen.group] if chosen.group != EVERYONE else []
    return ", ".join([_few(chosen.services) if chosen.services else "All", *narrowed])


def summary_words(chosen: Chosen) -> str:
    """Return the phone's one line: 'October 2026, all services'."""
    words = service_words(chosen)
    return f"{chosen.period}, {'all services' if words == 'All' else words}"


def _few(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{len(labels)} chosen"


def _one(key: str, known: Collection[str], default: str) -> str:
    said = st.session_state.get(key, st.query_params.get(key, default))
    return said if isinstance(said, str) and said in known else default


def _many(key: str, known: Collection[str]) -> tuple[str, ...]:
    said = st.session_state.get(key)
    said = st.query_params.get_all(key) if said is None else said
    return tuple(label for label in said if label in known)
