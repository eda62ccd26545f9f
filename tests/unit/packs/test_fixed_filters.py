"""An entry's own filters narrow its pages alone, and each page's address opens exactly what it shows."""

from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import choices
from frontdoor.errors import FrontdoorError
from frontdoor.filters import Comparison, Filters
from frontdoor.packs.fixed import Fixed, fixed_as, narrowed
from frontdoor.packs.making import make_pack
from frontdoor.packs.template import Show, Template, Wanted
from frontdoor.periods import Period
from tests.pages.small_home import built_small_home

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
OCTOBER = Filters("trentside", Period.month(date(2026, 10, 1)))
WASTE = Fixed("September 2026", ("Waste and recycling",), ("Phone",), compare="Period before")
TEMPLATE = Template(
    "narrow", "Narrowed", "x", Audience.OFFICER,
    (
        Wanted(Show.PEAKS, view="The week"),
        Wanted(Show.PEAKS, view="The week", of="Contacts", over="The period chosen", fixed=WASTE),
        Wanted(Show.SHIFT, view="Did it stick?", within="7 days"),
        Wanted(Show.PILOTS),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def pack(shared_folder):
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(built_small_home(shared_folder)))
        yield make_pack(TEMPLATE, OCTOBER, Audience.OFFICER, now=NOW)


def query(page):
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in parse_qs(urlsplit(page.address).query).items()
    }


def test_only_the_entry_that_fixes_filters_is_narrowed(pack):
    assert pack.pages[0].basis.filters == "October 2026, all services, all channels"
    assert pack.pages[1].basis.filters == "September 2026, Waste and recycling, Phone"
    assert pack.chosen.period == OCTOBER.period


def test_an_address_holds_the_page_its_choices_the_filters_and_the_data_version(pack):
    whole, narrow, stick, pilots = pack.pages
    assert query(whole) == {"view": "The week", "period": "October 2026", "as_at": "2"}
    assert query(narrow) == {
        "view": "The week", "show": "Contacts", "over": "The period chosen", "period": "September 2026", "service": "Waste and recycling",
        "channel": "Phone", "compare": "Period before", "as_at": "2",
    }  # fmt: skip
    assert query(stick)["within"] == "7 days"
    assert query(pilots) == {"as_at": "2"}


def test_the_same_view_twice_has_two_keys_for_its_page_its_tables_and_its_figures(pack):
    assert [page.key for page in pack.pages[:2]] == ["peaks_the_week", "peaks_the_week_2"]
    keys = [each.key for page in pack.pages for each in (*page.tables, *page.figures)]
    assert len(keys) == len(set(keys))
    assert all(figure.key.endswith("_2") for figure in pack.pages[1].figures)


@pytest.fixture
def small(shared_folder, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(built_small_home(shared_folder)))


@pytest.mark.usefixtures("small")
def test_labels_choose_what_they_were_made_of():
    chosen = Filters(
        "trentside", Period.month(date(2026, 9, 1)), Comparison.NONE, ("waste",), ("phone",), generation=2
    )  # fmt: skip
    said = fixed_as(chosen, choices("trentside", 2, Audience.OFFICER))
    assert narrowed(Filters("trentside", OCTOBER.period, generation=2), said, Audience.OFFICER) == chosen


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("fixed", "said"),
    [
        (Fixed(period="Octobr 2026"), "Did you mean October 2026"),
        (Fixed(service=("Wast and recycling",)), "Did you mean Waste and recycling"),
        (Fixed(channel=("Fax",)), "no channel called 'Fax'"),
        (Fixed(group="Ward: Atlantis"), "no ward or other group"),
    ],
)
def test_a_filter_nobody_knows_is_named_with_the_nearest(fixed, said):
    with pytest.raises(FrontdoorError, match=said):
        narrowed(OCTOBER, fixed, Audience.OFFICER)
