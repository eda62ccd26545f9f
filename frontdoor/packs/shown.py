"""What each entry of a template becomes: one page, or one for each measure or pilot there is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.commentary import commentary
from frontdoor.answers.complaints import complaints
from frontdoor.answers.listing import offered
from frontdoor.answers.measure import measure
from frontdoor.answers.overview import overview
from frontdoor.answers.pilot_library import library, pilots_offered
from frontdoor.answers.satisfaction import questions_offered, satisfaction
from frontdoor.packs.accountability_pages import plans_page, sign_off_page, ward_page
from frontdoor.packs.action_pages import actions_page
from frontdoor.packs.address import filtered, page_address
from frontdoor.packs.asked import Asked
from frontdoor.packs.commentary_pages import commentary_page, part_asides
from frontdoor.packs.feedback_pages import complaints_page, satisfaction_page
from frontdoor.packs.fixed import narrowed
from frontdoor.packs.named import key_meant, meant
from frontdoor.packs.pack import PackPage
from frontdoor.packs.promise_pages import measure_page, overview_page
from frontdoor.packs.target_pages import targets_page
from frontdoor.packs.template import WITHOUT_FILTERS, Show, Wanted
from frontdoor.packs.update_pages import update_pages
from frontdoor.packs.view_page import view_page
from frontdoor.packs.views_shown import PEAKS, PILOT, SHIFT, Peaks, Pilots, Shift
from frontdoor.strategy.judgement import State


def pages_of(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    """Yield the pages that an entry wants, each with the address that opens the same; FrontdoorError for what there is not."""
    narrow = replace(asked, filters=narrowed(asked.filters, wanted.fixed, asked.audience))
    is_narrowed = wanted.show not in WITHOUT_FILTERS
    for page in SHOWN[wanted.show](wanted, narrow):
        yield replace(page, address=filtered(page.address, narrow, is_narrowed=is_narrowed))


def _summary(_wanted: Wanted, _asked: Asked) -> Iterator[PackPage]:
    """Yield nothing: it says what the other pages say, and is made after them (`making`)."""
    yield from ()


def _promises(_wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield overview_page(overview(asked.filters, asked.audience), asked, page_address("", {}))


def _measure(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    key = key_meant(wanted.measure, offered(asked.filters, asked.audience), "measure")
    answer = measure(key, asked.filters, asked.audience)
    said = commentary(key, asked.filters, asked.audience)
    address = page_address("measures", {"measure": answer.result.label})
    yield measure_page(answer, asked, address, said, part_asides(key, asked))


def _each_measure(wanted: Wanted, asked: Asked, only: State | None = None) -> Iterator[PackPage]:
    for promise in overview(asked.filters, asked.audience).promises:
        for result in promise.results:
            if only is None or result.judgement.state is only:
                yield from _measure(replace(wanted, measure=result.key), asked)


def _missed(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield from _each_measure(wanted, asked, State.MISSED)


def _peaks(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    view = wanted.view or Peaks.WEEK
    answer = meant(view, PEAKS, "view of demand peaks")(asked, wanted)
    chosen = {"show": wanted.of, "over": wanted.over, "grain": wanted.grain, "staffing": wanted.staffing}
    yield view_page(f"peaks_{_key(view)}", answer, asked, page_address("peaks", {"view": view, **chosen}))


def _shift(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    view = wanted.view or Shift.LEVEL
    answer = meant(view, SHIFT, "view of channel shift")(asked, wanted)
    address = page_address("shift", {"shift_view": view, "within": wanted.within})
    yield view_page(f"shift_{_key(view)}", answer, asked, address)


def _satisfaction(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    labels = questions_offered(asked.filters, asked.audience) if wanted.question else {}
    key = key_meant(wanted.question, labels, "question") if wanted.question else None
    address = page_address("satisfaction", {"question": labels[key] if key else ""})
    yield satisfaction_page(satisfaction(key, asked.filters, asked.audience), asked, address)


def _complaints(_wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield complaints_page(complaints(asked.filters, asked.audience), asked, page_address("complaints", {}))


def _pilots(_wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    asked = _of_pilots(asked)
    yield view_page("pilots", library(asked.filters, asked.audience), asked, page_address("pilots", {}))


def _pilot(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    asked = _of_pilots(asked)
    titles = pilots_offered(asked.filters, asked.audience)
    key = key_meant(wanted.pilot, titles, "pilot")
    view = wanted.view or Pilots.VERDICT
    address = page_address("pilots", {"pilot": titles[key], "pilot_view": view})
    yield view_page(f"pilot_{key}_{_key(view)}", meant(view, PILOT, "view of a pilot")(asked, key), asked, address)


def _each_pilot(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    for key in pilots_offered(asked.filters, asked.audience):
        yield from _pilot(replace(wanted, pilot=key), asked)


def _targets(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield targets_page(wanted, asked, _account(View.TARGETS))


def _commentary(_wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield commentary_page(asked, _account(View.ACTIONS))


def _actions(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield actions_page(wanted, asked, _account(View.ACTIONS, actions_shown=wanted.view, actions_with=wanted.find))


def _plans(_wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield plans_page(asked, _account(View.PLANS))


def _sign_off(_wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield sign_off_page(asked, _account(View.SIGN_OFF))


def _ward(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield ward_page(wanted, asked, page_address("ward", {"my_ward": wanted.ward}))


def _annual_update(wanted: Wanted, asked: Asked) -> Iterator[PackPage]:
    yield from update_pages(wanted, asked)


def _account(view: View, **chosen: str) -> str:
    """Return the address of a view of the page of actions."""
    return page_address("actions", {"account_view": view, **chosen})


def _of_pilots(asked: Asked) -> Asked:
    """Return what is asked without services and groups: a pilot's plan says whom it is about."""
    return replace(asked, filters=replace(asked.filters, services=(), channels=(), attribute=None, value=None))


def _key(words: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in words.lower()).strip("_")


SHOWN: Mapping[Show, Callable[[Wanted, Asked], Iterator[PackPage]]] = {
    Show.SUMMARY: _summary,
    Show.PROMISES: _promises,
    Show.MEASURE: _measure,
    Show.EACH_MEASURE: _each_measure,
    Show.MISSED: _missed,
    Show.PEAKS: _peaks,
    Show.SHIFT: _shift,
    Show.SATISFACTION: _satisfaction,
    Show.COMPLAINTS: _complaints,
    Show.PILOTS: _pilots,
    Show.PILOT: _pilot,
    Show.EACH_PILOT: _each_pilot,
    Show.TARGETS: _targets,
    Show.COMMENTARY: _commentary,
    Show.ACTIONS: _actions,
    Show.PLANS: _plans,
    Show.SIGN_OFF: _sign_off,
    Show.WARD: _ward,
    Show.ANNUAL_UPDATE: _annual_update,
}
"""Who makes the pages of each kind of entry."""
