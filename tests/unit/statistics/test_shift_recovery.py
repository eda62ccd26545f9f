"""An invented council with a planted shift, planted bounces and a channel that appears overnight: all are told apart."""

from functools import lru_cache
from types import SimpleNamespace

import numpy as np
import pytest
from invented_shift import carried, weekly_calls, weeks_from

from frontdoor.statistics.bounce_range import bounce_range, net_share, net_shift
from frontdoor.statistics.counterfactual import counterfactual
from frontdoor.statistics.overnight_change import overnight_changes, recorded_together
from frontdoor.statistics.savings import Finding, Range, saving, unit_cost
from frontdoor.statistics.share_shift import share_shift
from frontdoor.statistics.shift_by_service import share_parts

BINS, PARKING = 0, 1
PHONE, FORM, CHAT = 0, 1, 2
WEEKS, BEGINS, CHAT_FROM = 208, 156, 170
RAMP = 10  # weeks over which the shift and the growth come
MOVED, BOUNCED, LINKED = 0.25, 0.2, 0.7  # of calls about bins moved; of those bounced; of contacts with a customer
CALL, CLICK = unit_cost(200, 300, 550), unit_cost(10, 20, 50)
BEFORE, AFTER = slice(BEGINS - 52, BEGINS), slice(BEGINS, WEEKS)


@lru_cache(maxsize=1)
def council():
    """Return invented contacts (services, channels, weeks): calls about bins move online from week 156 on, parking only grows.

    Of the contacts moved a fifth come back as calls. Chats are recorded from week 170 on, though people chatted before.
    """
    random = np.random.default_rng(91)
    bins = random.poisson(weekly_calls(random, WEEKS, mean=1000.0, trend=-0.04))
    ramp = np.clip((np.arange(WEEKS) - BEGINS + 1) / RAMP, 0.0, 1.0)
    moved = random.binomial(bins, MOVED * ramp)
    bounced = random.binomial(moved, BOUNCED)
    forms = random.poisson(300 * np.exp(0.03 * carried(random, 1, WEEKS, 0.4)[0]))
    grown = 1 + 0.6 * ramp
    contacts = np.zeros((2, 3, WEEKS))
    contacts[BINS, PHONE], contacts[BINS, FORM] = bins - moved + bounced, forms + moved
    contacts[PARKING, PHONE] = random.poisson(100 * grown)
    contacts[PARKING, FORM] = random.poisson(400 * grown)
    contacts[:, CHAT, CHAT_FROM:] = random.poisson(250, (2, WEEKS - CHAT_FROM))
    return SimpleNamespace(contacts=contacts, moved=moved, bounced=bounced, random=np.random.default_rng(92))


def test_the_overnight_channel_is_flagged_and_the_shift_is_not():
    by_channel = council().contacts.sum(axis=0)
    found = overnight_changes(by_channel)
    assert [(one.series, one.week, one.is_start) for one in found] == [(CHAT, CHAT_FROM, True)]
    assert recorded_together(by_channel) == slice(CHAT_FROM, WEEKS)
    assert recorded_together(by_channel[:CHAT]) == slice(0, WEEKS)
    assert overnight_changes(by_channel[:CHAT]) == []


def test_the_planted_shift_is_measured_and_the_false_one_would_have_been_larger():
    here = council()
    forms, whole = here.contacts[:, FORM].sum(axis=0), here.contacts[:, :CHAT].sum(axis=(0, 1))
    found = share_shift(forms[None, BEFORE], whole[None, BEFORE], forms[None, AFTER], whole[None, AFTER])
    planted = forms[AFTER].sum() / whole[AFTER].sum() - forms[BEFORE].sum() / whole[BEFORE].sum()
    assert found.change[0] == pytest.approx(planted)
    assert found.is_beyond_noise[0]
    assert 0 < found.lower[0] < planted < found.upper[0] < planted + 0.05
    with_chat = (forms + here.contacts[:, CHAT].sum(axis=0), here.contacts.sum(axis=(0, 1)))
    false = share_shift(*(part[None, period] for period in (BEFORE, AFTER) for part in with_chat))
    assert false.change[0] > found.upper[0]


def test_the_service_that_moved_is_told_from_the_one_that_grew():
    contacts = council().contacts[:, :CHAT]
    parts = share_parts(contacts[:, :, BEFORE].sum(axis=2), contacts[:, :, AFTER].sum(axis=2), np.array([False, True]))
    assert parts.within[BINS] > 0.08
    assert abs(parts.within[PARKING]) < 0.005
    assert parts.composition[PARKING] > 0.01
    assert parts.within.sum() + parts.composition.sum() == pytest.approx(parts.change)


def bounces(period, seed):
    here, random = council(), np.random.default_rng(seed)
    forms, calls = (int(here.contacts[BINS, channel, period].sum()) for channel in (FORM, PHONE))
    true = int(here.bounced[period].sum())
    seen_forms = random.binomial(true, LINKED)
    seen, calls_seen = random.binomial(seen_forms, LINKED), random.binomial(true, LINKED)
    linked = seen_forms + random.binomial(forms - true, LINKED)
    linked_calls = max(calls_seen, seen) + random.binomial(calls - true, LINKED)
    given = (np.array([float(x)]) for x in (forms, linked, seen, calls, linked_calls))
    return bounce_range(*given), forms, forms + calls, true


def test_the_planted_bounces_are_within_their_range_and_near_its_middle():
    found, forms, contacts, true = bounces(AFTER, 93)
    assert true > 1500
    assert found.lower[0] < true < found.upper[0]
    assert found.middle[0] == pytest.approx(true, rel=0.08)
    quiet, forms_before, contacts_before, none = bounces(BEFORE, 94)
    assert none == quiet.middle[0] == 0
    shares = [
        net_share(np.array([float(digital)]), np.array([float(whole)]), each)
        for digital, whole, each in ((forms_before, contacts_before, quiet), (forms, contacts, found))
    ]
    shift, net = net_shift(*shares), (forms - true) / (contacts - true) - forms_before / contacts_before
    assert shift.lower[0] < net < shift.upper[0]
    assert shift.middle[0] == pytest.approx(net, abs=0.005)
    assert shift.gross[0] > net


def test_the_saving_is_the_calls_that_really_stayed_away():
    here = council()
    fall = counterfactual(here.contacts[BINS, PHONE], weeks_from(WEEKS), BEGINS)
    stayed_away = (here.moved - here.bounced)[AFTER].sum()
    assert fall.fell_lower < stayed_away < fall.fell_upper
    moved = float(here.contacts[BINS, FORM, AFTER].sum() - here.contacts[BINS, FORM, BEFORE].sum())
    fell = Range(fall.fell_lower, fall.fell, fall.fell_upper)
    found = saving(moved, fell, CALL, CLICK, bounced=bounced_range())
    assert found.finding is Finding.SAVED
    assert found.borne_out.low < stayed_away * (300 - 20) < found.borne_out.high
    assert found.borne_out.central < found.claimed.central  # bounced contacts were paid for twice
    assert found.claimed_net.low < stayed_away * (300 - 20) < found.claimed_net.high


def bounced_range():
    found = bounces(AFTER, 93)[0]
    return Range(float(found.lower[0]), float(found.middle[0]), float(found.upper[0]))


def test_the_overnight_channel_saves_nothing_though_it_is_usually_claimed():
    here = council()
    fall = counterfactual(here.contacts[PARKING, PHONE], weeks_from(WEEKS), BEGINS)
    chats = float(here.contacts[PARKING, CHAT, AFTER].sum())
    found = saving(
        chats, Range(fall.fell_lower, fall.fell, fall.fell_upper), CALL, CLICK, released=Range(0.5, 0.7, 1.0)
    )
    assert found.claimed.central > 2_000_000  # pence
    assert found.finding is Finding.ROSE
    assert found.borne_out.high == found.cashable.high == 0
