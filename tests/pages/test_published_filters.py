"""Does the public choose between months of the whole council and nothing else, whatever an address says?"""

import pytest

from frontdoor.packs.public.published import is_month

ASKED = {"service": "Planning", "channel": "Phone", "group": "Ward: Castle Wharf", "period": "July to September 2026"}


def chosen(screen):
    return screen.session.session_state["frontdoor-reader"].filters


def test_the_public_is_offered_months_alone(reading, sample_home):
    screen = reading(sample_home, "complaints", audience="public")
    periods = screen.session.selectbox(key="period").options
    assert len(periods) == 24
    assert all(len(label.split()) == 2 for label in periods)  # 'October 2026'
    drawn = {widget.key for widget in (*screen.session.multiselect, *screen.session.selectbox, *screen.session.radio)}
    assert {"service", "channel", "group"} & drawn == set()


@pytest.mark.parametrize(("audience", "is_narrowed"), [("public", False), ("committee", True)])
def test_an_address_narrows_nothing_for_the_public(reading, sample_home, audience, is_narrowed):
    screen = reading(sample_home, "complaints", ASKED, audience)
    assert not screen.is_broken
    filters = chosen(screen)
    assert bool(filters.services and filters.channels and filters.attribute) is is_narrowed
    assert is_month(filters.period) is not is_narrowed
