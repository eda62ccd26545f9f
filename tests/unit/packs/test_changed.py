"""Does the page of what changed since name each difference and why, and does a frozen pack stay as it was?"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from frontdoor.access.audience import Audience
from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.errors import PackError
from frontdoor.figure import Kind
from frontdoor.filters import Filters
from frontdoor.intake.loading import load
from frontdoor.packs.changed import CHANGES, changes_page, with_changes
from frontdoor.packs.changed_found import MOST_OF_A_CHART
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.frozen import frozen, sealed, thawed
from frontdoor.packs.making import make_pack
from frontdoor.packs.pack import Aside, Basis, Cell, Pack, PackPage
from frontdoor.packs.template import Show, Template, Wanted
from frontdoor.periods import Period
from tests.pages.canonical_file import write_contacts
from tests.pages.small_home import copied_small_home
from tests.unit.charts.plain_figure import figure
from tests.unit.packs.easy_example import CALLS, EMAILS, PROMISES, aim, easy_pack, promise, share
from tests.unit.packs.example_pack import with_figures

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
TEMPLATE = Template(
    "small",
    "A small pack",
    "",
    Audience.OFFICER,
    (Wanted(Show.SUMMARY), Wanted(Show.PROMISES), Wanted(Show.MISSED), Wanted(Show.PEAKS)),
)
OCTOBER = Filters("trentside", Period.month(date(2026, 10, 1)))
REMADE = (Format.PDF, Format.TABLES, Format.FROZEN, Format.EASY_READ)
NEXT = "Data version 2, figures to 31 October 2026"


def changed(page: PackPage, **parts) -> PackPage:
    """Return the page at the next data version with other parts."""
    return replace(page, **{"basis": replace(page.basis, version=NEXT), **parts})


def rows_of(before: Pack, now: Pack) -> list[tuple[str, ...]]:
    page = changes_page(before, now)
    return [tuple(cell.words for cell in row) for table in page.tables for row in table.rows]


@pytest.fixture(scope="module")
def home(shared_folder, tmp_path_factory):
    return copied_small_home(shared_folder, tmp_path_factory.mktemp("changed") / "home")


def test_nothing_changed_is_said_plainly():
    page = changes_page(easy_pack(), easy_pack())
    assert page.title == "Nothing changed: every number is still the same."
    assert page.tables == ()
    assert "same data" in page.lead


def test_a_number_of_new_data_is_named_with_both_values():
    now = changed(
        PROMISES,
        tables=(
            promise("We answer the phone quickly", "Not kept", (CALLS[0], share(0.65), *CALLS[2:])),
            PROMISES.tables[1],
        ),
    )
    assert rows_of(easy_pack(PROMISES), easy_pack(now)) == [
        (
            "Calls answered within 60 seconds: October 2026",
            "We answer the phone quickly: Not kept",
            "62%",
            "65%",
            "new data version",
        )
    ]


def test_numbers_that_only_look_alike_are_told_apart():
    now = changed(
        PROMISES,
        tables=(
            promise("We answer the phone quickly", "Not kept", (CALLS[0], share(0.6221), *CALLS[2:])),
            PROMISES.tables[1],
        ),
    )
    assert rows_of(easy_pack(PROMISES), easy_pack(now))[0][2:4] == ("62.3%", "62.2%")


def test_a_changed_target_is_why_its_status_differs():
    kept = (*EMAILS[:3], aim(0.95), Cell("Missed"), *EMAILS[5:])
    now = replace(PROMISES, tables=(PROMISES.tables[0], promise("We reply when we say we will", "Kept", kept)))
    found = rows_of(easy_pack(PROMISES), easy_pack(now))
    assert [(row[0].partition(": ")[2], *row[2:]) for row in found] == [
        ("Target", "at least 90%", "at least 95%", "the target was changed"),
        ("Status", "Met", "Missed", "the target was changed"),
    ]


def test_a_changed_definition_is_the_reason():
    now = replace(
        PROMISES, title="We are keeping 2 of our 3 promises.", basis=Basis("Counted otherwise.", "", NEXT, "")
    )
    found = rows_of(easy_pack(PROMISES), easy_pack(now))
    assert {row[-1] for row in found} == {"the definition was changed"}
    assert {row[0] for row in found} == {"Title", "Definition"}


def test_other_words_for_the_same_numbers_are_only_wording():
    now = replace(PROMISES, title="Of our 3 promises we keep 1.", lead="")
    before = replace(PROMISES, title="We keep 3 of them, and 1.")
    assert [row[-1] for row in rows_of(easy_pack(before), easy_pack(now))] == ["said in other words"]
    assert changes_page(easy_pack(before), easy_pack(now)).title.startswith("No number changed")


def test_what_cannot_be_explained_says_so():
    now = replace(PROMISES, asides=(Aside("Needs attention", ("2 targets wait.",)),))
    assert rows_of(easy_pack(PROMISES), easy_pack(now))[0][2:] == (
        "not there yet", "2 targets wait.", "cannot be told: same data, same definition",
    )  # fmt: skip


def test_pages_added_and_gone_are_named():
    other = replace(PROMISES, key="other", title="Another page.")
    page = changes_page(easy_pack(PROMISES), easy_pack(other))
    assert [(aside.title, aside.sentences) for aside in page.asides] == [
        ("Pages gone", (PROMISES.title,)), ("Pages added", ("Another page.",)),
    ]  # fmt: skip
    assert page.title == "No number changed, but pages did."


def test_a_chart_of_many_numbers_tells_the_first_and_counts_the_rest():
    def chart(add: float) -> PackPage:
        table = pl.DataFrame({"day": [str(day) for day in range(100)], "calls": [day + add for day in range(100)]})
        return with_figures(replace(figure(Kind.LINES, table), table=table))

    found = rows_of(easy_pack(chart(0.0)), easy_pack(changed(chart(1.0))))
    assert len(found) == MOST_OF_A_CHART + 1
    assert found[-1][0] == "60 more numbers of this chart"


@pytest.mark.parametrize(
    "other",
    [
        {"audience": "public"},
        {"key": "another"},
        {"period": "September 2026"},
        {"council": "Elsewhere"},
        {"chosen": OCTOBER},
    ],
)
def test_packs_of_another_choice_cannot_be_compared(other):
    with pytest.raises(PackError, match="cannot be compared"):
        changes_page(easy_pack(), replace(easy_pack(), **other))


def test_the_readers_are_part_of_the_digest():
    assert sealed(easy_pack()).digest != sealed(replace(easy_pack(), audience="public")).digest


def test_the_same_choice_of_the_same_data_is_the_same_pack(home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    once, again = (
        make_pack(TEMPLATE, OCTOBER, Audience.OFFICER, now=NOW),
        make_pack(TEMPLATE, OCTOBER, Audience.OFFICER, now=NOW),
    )
    assert once.digest == again.digest
    assert frozen(once) == frozen(again)
    assert once.digest != make_pack(TEMPLATE, OCTOBER, Audience.COMMITTEE, now=NOW).digest


def test_a_frozen_pack_remade_after_a_load_is_the_same_to_the_byte_and_tells_what_changed(home, monkeypatch, tmp_path):
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    made = make_pack(TEMPLATE, OCTOBER, Audience.OFFICER, now=NOW)
    files = {kind: files_of(made, kind) for kind in REMADE}
    load(opened("trentside"), write_contacts(tmp_path / "late.csv", date(2026, 10, 5), 5, name="L"), "frontdoor")
    back = thawed(frozen(made))
    assert {kind: files_of(back, kind) for kind in REMADE} == files

    now = make_pack(TEMPLATE, replace(back.chosen, generation=None), Audience(back.audience), now=NOW)
    page = changes_page(back, now)
    told = {row[0].words: (row[2].words, row[3].words, row[4].words) for row in page.tables[0].rows}
    assert any(why == "new data version" and before != after for before, after, why in told.values())
    joined = with_changes(back, now)
    assert joined.pages[:-1] == back.pages
    assert joined.pages[-1].key == CHANGES
    assert thawed(frozen(joined)).digest == joined.digest
    assert with_changes(joined, now).pages[-1].title == joined.pages[-1].title


def test_the_command_makes_a_frozen_pack_again_and_ends_with_what_changed_only_when_asked(
    shared_folder, monkeypatch, tmp_path
):
    home = copied_small_home(shared_folder, tmp_path / "home")
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    (home / "trentside" / "packs").mkdir()
    (home / "trentside" / "packs" / "small.toml").write_text(
        'title = "Small"\nabout = "A test"\naudience = "officer"\n[[page]]\nshow = "promises"\n', encoding="utf-8"
    )
    formats = ["--format", "pdf", "--format", "json", "--format", "csv"]
    october = ["--from", "2026-10-01", "--to", "2026-10-31"]
    assert main(["pack", "small", *october, *formats, "--out", str(tmp_path / "made")]) == 0
    load(opened("trentside"), write_contacts(tmp_path / "late.csv", date(2026, 10, 5), 5, name="M"), "frontdoor")
    file = next((tmp_path / "made").glob("*.json"))
    assert main(["pack", "--again", str(file), *formats, "--out", str(tmp_path / "again")]) == 0
    assert files_in(tmp_path / "again") == files_in(tmp_path / "made")
    assert main(["pack", "--again", str(file), "--since", "--format", "json", "--out", str(tmp_path / "since")]) == 0
    pages = thawed((tmp_path / "since" / file.name).read_text(encoding="utf-8")).pages
    assert [page.key for page in pages] == ["promises", CHANGES]
    assert "now from what this pack says" in pages[-1].title


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_it_is_said_how_far_the_register_went_on_since():
    then, now = (replace(easy_pack(), register=f"{entries} entries, digest {entries}.") for entries in (89, 91))
    assert "The council’s register then: 89 entries. Now: 91 entries." in changes_page(then, now).lead
    assert "register" not in changes_page(then, then).lead
    assert "register" not in changes_page(easy_pack(), now).lead
