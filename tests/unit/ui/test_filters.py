"""Filters are one value: they come from the address, are kept, can be put back, and hostile labels are only labels."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from frontdoor.filters import Comparison
from frontdoor.periods import Period
from frontdoor.ui.filter_options import filter_options
from frontdoor.ui.popover import plain_label

OCTOBER, SEPTEMBER = (Period.month(date(2026, month, 1)) for month in (10, 9))


def page():
    from datetime import date

    import streamlit as st

    from frontdoor.periods import Period
    from frontdoor.ui.filter_options import filter_options
    from frontdoor.ui.filters import shared_filters

    options = filter_options(
        "trentside",
        [Period.month(date(2026, 10, 1)), Period.month(date(2026, 9, 1)), Period.quarter(date(2026, 9, 1))],
        services={"council_tax": "Council tax", "waste": "Waste", "odd": "<script>*x*</script>"},
        channels={"phone": "Phone", "web": "Web form"},
        attributes={"ward": ("Ward", ("Castle", "Trent"))},
        generation=7,
    )
    st.session_state["said"] = shared_filters(options)


@pytest.fixture
def app():
    return AppTest.from_function(page)


def said(app):
    assert not app.exception
    return app.session_state["said"]


def test_nothing_chosen_is_the_newest_period_and_everything(app):
    filters = said(app.run())
    assert filters.period == OCTOBER
    assert (filters.services, filters.channels, filters.attribute, filters.value) == ((), (), None, None)
    assert filters.comparison is Comparison.LAST_YEAR
    assert (filters.council, filters.generation) == ("trentside", 7)


def test_what_is_chosen_is_what_is_said(app):
    app.run()
    app.selectbox(key="period").select("September 2026")
    app.multiselect(key="service").select("Waste").select("Council tax")
    app.selectbox(key="group").select("Ward: Castle")
    app.radio(key="compare").set_value("Period before")
    filters = said(app.run())
    assert filters.period == SEPTEMBER
    assert filters.services == ("council_tax", "waste")
    assert (filters.attribute, filters.value) == ("ward", "Castle")
    assert filters.comparison is Comparison.PREVIOUS


def test_an_address_is_a_view(app):
    app.query_params["period"] = "September 2026"
    app.query_params["service"] = "Waste"
    app.query_params["group"] = "Ward: Trent"
    filters = said(app.run())
    assert (filters.period, filters.services, filters.value) == (SEPTEMBER, ("waste",), "Trent")


def test_an_unknown_label_in_an_address_is_not_chosen(app):
    app.query_params["period"] = "Smarch 2026"
    app.query_params["service"] = "waste"  # a key, not a label
    filters = said(app.run())
    assert (filters.period, filters.services) == (OCTOBER, ())


def test_reset_is_offered_only_when_something_is_chosen_and_puts_all_back(app):
    app.run()
    assert not [button for button in app.button if button.label == "Reset filters"]
    app.multiselect(key="service").select("Waste")
    app.radio(key="compare").set_value("Nothing")
    app.run()
    (reset,) = [button for button in app.button if button.label == "Reset filters"]
    reset.click()
    filters = said(app.run())
    assert (filters.services, filters.comparison) == ((), Comparison.LAST_YEAR)
    assert not [button for button in app.button if button.label == "Reset filters"]


def test_a_hostile_label_is_a_label(app):
    app.run()
    app.multiselect(key="service").select("<script>*x*</script>")
    assert said(app.run()).services == ("odd",)


def test_labels_lose_their_markdown():
    assert plain_label("a *b* :red[c]") == r"a \*b\* \:red\[c\]"


def test_of_two_periods_with_one_label_the_first_is_kept():
    quarter = Period.quarter(date(2026, 4, 1))
    year = Period.year_to_date(date(2026, 6, 1))
    options = filter_options("x", [quarter, year], services={}, channels={}, attributes={})
    assert list(options.periods.values()) == [quarter]
