"""The filters of one part of a pack: each as the pack's, or fixed to a value of its own."""

from dataclasses import replace

import streamlit as st

from frontdoor.answers.choices import Choices, choices
from frontdoor.packs.arranging import refixed
from frontdoor.packs.entry_words import AS_THE_PACK
from frontdoor.packs.fixed import COMPARISON_WORDS, Fixed, groups
from frontdoor.ui.asking import Reader
from frontdoor.ui.pack_drafts import Draft, changes, step


def filters_of_part(key: str, draft: Draft, place: int, asked: Reader) -> None:
    """Draw the part's filters in a popover that is filled once it is opened."""
    opened = st.popover("Its filters", key="fd-part-filters", on_change="rerun")
    if opened.open:
        with opened, st.container(key="fd-part-filters-in"):
            offered = choices(asked.filters.council, asked.filters.generation, asked.audience)
            fixed = _asked(draft.template.wanted[place].fixed, offered, f"{key}-{place}-{changes()}")
            if fixed != draft.template.wanted[place].fixed:
                step(key, draft.after(refixed(draft.template, place, fixed)))
                st.rerun()


def _asked(now: Fixed, offered: Choices, name: str) -> Fixed:
    """Draw a choice for each filter, as it stands now, and return what they say."""
    return replace(
        now,
        period=_one("Period", now.period, [each.label for each in offered.periods], name),
        service=_many("Service", now.service, [label for _, label in offered.services], name),
        channel=_many("Channel", now.channel, [label for _, label in offered.channels], name),
        group=_one("Ward or customer type", now.group, list(groups(offered)), name),
        compare=_one("Compare with", now.compare, list(COMPARISON_WORDS.values()), name),
    )


def _one(label: str, now: str, known: list[str], name: str) -> str:
    options = [AS_THE_PACK, *dict.fromkeys([*known, *([now] if now else [])])]
    chosen = st.selectbox(label, options, index=options.index(now or AS_THE_PACK), key=f"fd-fix-{label}-{name}")
    return "" if chosen == AS_THE_PACK else chosen


def _many(label: str, now: tuple[str, ...], known: list[str], name: str) -> tuple[str, ...]:
    options = list(dict.fromkeys([*known, *now]))
    chosen = st.multiselect(label, options, list(now), placeholder=AS_THE_PACK, key=f"fd-fix-{label}-{name}")
    return tuple(chosen)
