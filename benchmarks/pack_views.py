"""The views of pages that are measured as packs of one entry each."""

from collections.abc import Mapping
from datetime import datetime

from benchmarks import machine
from frontdoor.access.audience import Audience
from frontdoor.answers import peaks_choices as peaks
from frontdoor.answers import shift_choices as shift
from frontdoor.answers.pilot_choices import View as PilotView
from frontdoor.filters import Filters
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.making import make_pack
from frontdoor.packs.template import Show, Template, Wanted

ANSWER = "answer"
MEASURES = ("calls_in_60_seconds", "contacts_online", "complaints_on_time")
PILOT, WARD = "monday_opening", "Castle Wharf"

VIEWS: Mapping[str, Wanted] = {
    **{f"measure: {key}": Wanted(Show.MEASURE, measure=key) for key in MEASURES},
    **{
        f"demand peaks: {view.value}": Wanted(Show.PEAKS, view=view.value)
        for view in peaks.View
        if view is not peaks.View.WHAT_IF
    },
    **{f"channel shift: {view.value}": Wanted(Show.SHIFT, view=view.value) for view in shift.View},
    **{f"pilot: {view.value}": Wanted(Show.PILOT, pilot=PILOT, view=view.value) for view in PilotView},
    **{
        show.value: Wanted(show)
        for show in (
            Show.PROMISES, Show.SATISFACTION, Show.COMPLAINTS, Show.PILOTS, Show.TARGETS, Show.ACTIONS, Show.PLANS,
            Show.SIGN_OFF,
        )
    },
    "my ward": Wanted(Show.WARD, ward=WARD),
}  # fmt: skip
"""Each view by its name; What if is a conversation, and an annual update is a whole paper."""


def one_view(name: str, filters: Filters, now: datetime) -> dict[str, float]:
    """Return the CPU seconds of one view's answer and of its files in each format."""
    began = machine.cpu_seconds()
    template = Template("view", name, "", Audience.OFFICER, (VIEWS[name],))
    pack = make_pack(template, filters, template.audience, now=now)
    took = {ANSWER: machine.cpu_seconds() - began}
    for kind in Format:
        began = machine.cpu_seconds()
        files_of(pack, kind)
        took[kind.value] = machine.cpu_seconds() - began
    return took
