"""Service plans, who stands by which figures, and one ward, as pages of a pack: the same views as on the screen."""

from dataclasses import replace

from frontdoor.answers.event_list import EVENTS
from frontdoor.answers.plans import plans
from frontdoor.answers.sign_off import NOBODY, sign_off
from frontdoor.answers.view_answer import Section, Table, ViewAnswer
from frontdoor.answers.ward import ward, ward_names
from frontdoor.answers.ward_choices import Show as WardShow
from frontdoor.errors import FrontdoorError
from frontdoor.packs.asked import Asked
from frontdoor.packs.named import meant
from frontdoor.packs.pack import PackPage
from frontdoor.packs.template import Wanted
from frontdoor.packs.view_page import view_page

NOBODY_CONFIRMS = (
    "No figure is called provisional, and none is confirmed. Whoever looks after council.toml names who owns each source under "
    "[[data_owner]]; owners confirm months on the page “Actions”, under “Sign-off”."
)
NAME_ONE = 'say which ward this page is of, with ward = "its name"; those there are: {wards}'


def plans_page(asked: Asked, address: str) -> PackPage:
    """Return every plan's objectives with their results, what nobody serves, who is silent, and partners' returns."""
    return view_page("service_plans", plans(asked.filters, asked.audience), asked, address)


def sign_off_page(asked: Asked, address: str) -> PackPage:
    """Return how each source's months stand and what nobody has explained; what happened is told on every chart."""
    view = sign_off(asked.filters, asked.audience, asked.now, "")
    lead = NOBODY_CONFIRMS if view.lead == NOBODY else view.lead
    return view_page("sign_off", _for_paper(replace(view, lead=lead)), asked, address)


def ward_page(wanted: Wanted, asked: Asked, address: str) -> PackPage:
    """Return the figures of one ward beside all wards together; FrontdoorError where no ward, or one there is not, is named."""
    names = ward_names(asked.filters, asked.audience)
    if names and not wanted.ward:
        raise FrontdoorError(NAME_ONE.format(wards=", ".join(names)))
    name = meant(wanted.ward, {each: each for each in names}, "ward") if names else ""
    view = ward(asked.filters, asked.audience, name, WardShow.ONLINE).view
    key = "_".join(["ward", *"".join(sign if sign.isalnum() else " " for sign in name.lower()).split()])
    return view_page(key, view, asked, address)


def _for_paper(view: ViewAnswer) -> ViewAnswer:
    """Return the view without its list of events and without tables that have no row."""
    sections = (Section(each.boxes, each.figures, _kept(each.tables)) for each in view.sections)
    return replace(view, sections=tuple(sections))


def _kept(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    return tuple(table for table in tables if table.rows and table.columns != EVENTS)
