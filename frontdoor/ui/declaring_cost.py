"""The fields of what a pilot costs, and of other ways to the same end; pounds on the screen, pence in the plan."""

from dataclasses import replace

import streamlit as st

from frontdoor.ui.declaring_fields import OPTIONAL, Fields, say_small
from frontdoor.ui.declaring_where import Table

WEEK = "What a usual week of it costs beyond what would be paid anyway. Left empty, nobody can say whether it was worth it."
LIMIT = "The most it may cost for each contact handled; the result is held against it."
OTHERS = "Other ways to the same end, such as a rota change or calling people back: what they would cost and do."
WAYS_OFFERED = 2


def cost_table(fields: Fields) -> Table:
    """Draw the fields and return [cost] in pence; an empty table where nothing is said of it."""
    week, low, high = st.columns([1, 1, 1])
    with week:
        table: Table = {"week_pence": fields.pounds("week_pence", f"Pounds a week{OPTIONAL}", WEEK)}
    with low:
        table["low_pence"] = fields.pounds("low_pence", f"At least{OPTIONAL}", "The lowest that can be defended.")
    with high:
        table["high_pence"] = fields.pounds("high_pence", f"At most{OPTIONAL}", "The highest that can be defended.")
    once, limit, source = st.columns([1, 1, 1])
    with once:
        table["once_pence"] = fields.pounds("once_pence", f"Pounds once{OPTIONAL}", "What it costs to set up.")
    with limit:
        table["limit_for_each_pence"] = fields.pounds(
            "limit_for_each_pence", f"Limit, pounds a contact{OPTIONAL}", LIMIT
        )
    with source:
        table["source"] = fields.text("source", "Where the cost comes from", "Needed once a cost is given.")
    table["alternative"] = _alternatives(fields)
    return {key: value for key, value in table.items() if value not in (None, "", [])}


def _alternatives(fields: Fields) -> list[Table]:
    say_small(OTHERS)
    held = fields.held.get("alternative")
    known = [dict(each) for each in held] if isinstance(held, list) else []
    found = []
    for number in range(max(WAYS_OFFERED, len(known))):
        own = replace(
            fields,
            session=f"{fields.session}-way-{number}",
            place=f"{fields.place}.alternative[{number + 1}]",
            held=known[number] if number < len(known) else {},
        )
        found.append(_alternative(own, number + 1))
    return [each for each in found if each]


def _alternative(own: Fields, number: int) -> Table:
    label, week, effect, source = st.columns([2, 1, 2, 2])
    with label:
        table: Table = {
            "label": own.text("label", f"Another way, {number}{OPTIONAL}", "Left empty: no such way is compared.")
        }
    with week:
        table["week_pence"] = own.pounds("week_pence", "Pounds a week", "0 where it costs nothing more.")
    with effect:
        table["effect"] = own.text("effect", "What it would do", "As far as anybody can say.")
    with source:
        table["source"] = own.text("source", "Source", "Who says so.")
    return {key: value for key, value in table.items() if value not in (None, "")}
