"""A rota is a plan ahead: it changes no figure, no as-at day, no coverage and no recording, and the Data page names it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.answers.data import coverage_figure, lead_sentence, source_lines
from frontdoor.answers.freshness import freshness_of
from frontdoor.answers.recording import recorded
from frontdoor.filters import Filters
from frontdoor.intake.loading import LoadReport, load
from frontdoor.periods import Grain, Period
from frontdoor.register.register import open_register
from frontdoor.schema.marts import MARTS
from frontdoor.strategy.council import Council
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.opening import Warehouse, open_warehouse
from frontdoor.warehouse.scope import Scope
from frontdoor.warehouse.undoing import undo
from tests.small_warehouse import COUNCIL

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 31)
VOLUME = PromisedMeasure("contacts", "contacts", "Contacts", "", {}, (), (), ())
DECIDED: Council = replace(COUNCIL, measures=(VOLUME,))
UNMOVED = sorted(set(MARTS) - {"rota_by_half_hour"})


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with a call a day, an e-mail every other day and their waits."""
    held = Home(DECIDED, tmp_path / COUNCIL.key)
    held.folder.mkdir()
    rows = [f"P{day},{day} 10:05:00,waste,phone,answered,40" for day in days(FIRST, LAST)]
    rows += [f"E{day},{day} 11:05:00,waste,email,," for day in days(FIRST, LAST)[::2]]
    head = "contact_id,started_at,service,channel,outcome,seconds_waited"
    put(held, "contacts.csv", head, *rows)
    return held


def put(home: Home, name: str, *lines: str) -> LoadReport:
    file = home.folder.parent / name
    file.write_text("\n".join(lines) + "\n")
    return load(home, file, "frontdoor")


def put_rotas(home: Home) -> list[LoadReport]:
    """Load half a year of shifts and two months of half-hours, both far ahead of the contacts."""
    ahead = LAST + timedelta(120)
    shifts = [f"S{day},{day},22:00,06:00,E1" for day in days(LAST - timedelta(60), ahead)]
    half_hours = [f"{day},09:00,2.5,chat" for day in days(LAST, ahead)]
    return [
        put(home, "shifts.csv", "shift_id,date,start,end,worker", *shifts),
        put(home, "rota.csv", "date,start,agents,channel", *half_hours),
    ]


def context_of(home: Home) -> Context:
    register = open_register(home.folder)
    register.apply_files(DECIDED, datetime(2026, 1, 1, tzinfo=UTC))
    return Context(home, DECIDED, open_warehouse(home), register, Audience.OFFICER)


def marts_of(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
    with warehouse.connection.cursor() as cursor:
        return {name: cursor.sql(f"select * from {name} order by all").pl() for name in UNMOVED}


def test_a_rota_ahead_of_today_moves_no_mart_but_its_own_and_no_day(home: Home) -> None:
    before = open_warehouse(home)
    held = marts_of(before)
    first, second = put_rotas(home)
    after = open_warehouse(home)
    assert (first.loaded, second.loaded) == (181, 121)
    assert (after.as_at, after.covered_to, after.sources) == (LAST, before.covered_to, before.sources)
    for name, frame in marts_of(after).items():
        assert frame.equals(held[name]), name
    undo(home, first.load_id)
    undo(home, second.load_id)
    assert open_warehouse(home).as_at == LAST
    assert open_warehouse(home).ask("rota", Scope(FIRST, date(2030, 1, 1)), {}).frame.is_empty()


def test_a_rota_is_no_channel_and_no_change_of_recording(home: Home) -> None:
    filters = Filters(COUNCIL.key, Period(date(2026, 10, 1), LAST))
    before = context_of(home)
    held = recorded(VOLUME, filters, before)
    covered = before.warehouse.ask("channel_coverage", Scope(FIRST, date(2030, 1, 1), Grain.YEAR), {}).frame
    put_rotas(home)
    after = context_of(home)
    assert recorded(VOLUME, filters, after) == held
    assert after.warehouse.ask("channel_coverage", Scope(FIRST, date(2030, 1, 1), Grain.YEAR), {}).frame.equals(covered)
    assert set(covered["channel"]) == {"phone", "email"}
    assert replace(freshness_of(after), generation=0) == replace(freshness_of(before), generation=0)


def test_the_data_page_names_the_rota_with_its_own_days_and_draws_none_of_it(home: Home) -> None:
    put_rotas(home)
    context = context_of(home)
    covered = context.warehouse.ask("records_by_day", Scope(date(1900, 1, 1), context.as_at, Grain.DAY), {}).frame
    lines = {line.name: line for line in source_lines(covered, context)}
    assert set(lines) == {"frontdoor", "frontdoor_shifts", "frontdoor_rota"}
    shifts = lines["frontdoor_shifts"]
    assert (shifts.resolution, shifts.records, shifts.counted, shifts.days_missing, shifts.is_late) == ("rota", 181, 181, None, False)  # fmt: skip
    assert (shifts.first, shifts.last) == (LAST - timedelta(60), LAST + timedelta(120))
    figure = coverage_figure(covered, context)
    assert figure is not None
    assert set(figure.frame["series"]) == {"frontdoor"}
    assert "frontdoor_rota: 31 October 2026 to 28 February 2027." in figure.sentence
    assert lead_sentence(tuple(lines.values())) == (
        "No source is late. The rota in frontdoor_rota runs to 28 February 2027: a plan, and no contact. "
        "The rota in frontdoor_shifts runs to 28 February 2027: a plan, and no contact."
    )


def test_where_a_rota_is_all_there_is_figures_go_no_further_than_the_load(tmp_path: Path) -> None:
    home = Home(DECIDED, tmp_path / COUNCIL.key)
    home.folder.mkdir()
    put(home, "shifts.csv", "shift_id,date,start,end", "1,2049-12-01,09:00,17:00")
    warehouse = open_warehouse(home)
    assert warehouse.as_at == warehouse.loaded_at.date()
    undo(home)
    assert home.current() is None


def test_a_contact_load_after_a_rota_leaves_the_rota_as_it_was(home: Home) -> None:
    put_rotas(home)
    everywhen = Scope(FIRST, date(2030, 1, 1))
    rota = open_warehouse(home).ask("rota", everywhen, {}).frame
    put(home, "more.csv", "contact_id,started_at,service,channel", "X,2026-11-02 10:00:00,waste,phone")
    assert open_warehouse(home).as_at == date(2026, 11, 2)
    assert open_warehouse(home).ask("rota", everywhen, {}).frame.equals(rota)


def test_a_team_of_every_service_is_there_for_each_and_channels_are_kept_apart(home: Home) -> None:
    put_rotas(home)
    warehouse = open_warehouse(home)
    of_waste = warehouse.ask("rota", Scope(LAST, LAST, services=("waste",)), {}).frame
    of_chat = warehouse.ask("rota", Scope(LAST, LAST, channels=("chat",)), {}).frame
    assert set(of_waste["service"]) == {"all"}
    assert of_chat.rows() == [(LAST, 18, "all", "unknown", "chat", 2.5, 1.25)]
