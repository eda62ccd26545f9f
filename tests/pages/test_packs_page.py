"""Packs are offered to whoever works with papers, made with a bar, taken away, kept, and arranged without losing anybody's work."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from frontdoor.packs.files import Format
from frontdoor.packs.kept import kept
from frontdoor.packs.one_file import mime, one_file, one_name
from frontdoor.packs.template import templates
from frontdoor.register.arranged_packs import arrange_pack, arranged_packs
from frontdoor.register.register import open_register
from frontdoor.ui.pack_making import LABELS
from tests.unit.packs.example_pack import example_pack
from tests.unit.packs.test_arranging import NOW

HOSTILE = '<script>alert("1")</script> ../../\'x'
LONG = 'title = "Sixty parts"\nabout = "x"\naudience = "officer"\n' + '[[page]]\nshow = "promises"\n' * 60


def titles(screen):
    return list(screen.session.radio(key="chosen").options)


def press(screen, key):
    screen.session.button(key=key).click()
    return screen.run()


def own_file(home, name, text):
    folder = home / "trentside" / "packs"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("audience", "usual", "missing"),
    [
        ("officer", "Customer strategy: report to scrutiny", ""),
        ("member", "Are we keeping our promises? Monthly page for the portfolio holder", "quarterly performance"),
        ("committee", "Customer strategy: report to scrutiny", "portfolio holder"),
    ],
)
def test_a_reader_is_offered_the_packs_for_them_and_for_wider_circles(reading, small_home, audience, usual, missing):
    screen = reading(small_home, "packs", audience=audience)
    assert not screen.is_broken
    assert screen.question == "Which papers are needed?"
    assert screen.page.first("h2", "fd-headline").text == usual
    if missing:
        assert not any(missing in title for title in titles(screen))
    else:
        assert len(titles(screen)) == len(templates())
    assert bool(screen.session.text_input) is (audience == "officer")  # only officers save packs under their name


def test_the_public_sees_no_packs_and_takes_nothing_away(reading, small_home):
    screen = reading(small_home, "packs", audience="public")
    assert not screen.is_broken
    assert "made by the council" in screen.answer
    assert "chosen" not in {each.key for each in screen.session.radio}
    assert not screen.session.get("download_button")
    assert not screen.go_to("peaks").session.get("download_button")


def test_an_address_chooses_the_pack_and_a_name_nobody_knows_is_as_good_as_none(reading, small_home):
    screen = reading(small_home, "packs", {"chosen": "complaints_annual"})
    assert screen.session.radio(key="chosen").value == "complaints_annual"
    assert reading(small_home, "packs", {"chosen": HOSTILE}).session.radio(key="chosen").value == "scrutiny"


def test_a_pack_is_made_taken_away_and_kept_and_nothing_changed_since(reading, own_home):
    own_file(
        own_home, "short.toml", 'title = "Short"\nabout = "x"\naudience = "officer"\n[[page]]\nshow = "promises"\n'
    )
    screen = press(reading(own_home, "packs", {"chosen": "short"}), "fd-pack-make")
    assert "Made: 1 page." in screen.words
    offered = [each.label for each in screen.session.get("download_button")]
    assert offered[: len(LABELS)] == list(LABELS.values())
    press(screen, "fd-pack-keep")
    [one] = kept(own_home / "trentside")
    assert one.digest[:12] in screen.words
    press(screen, "fd-kept-since")
    assert "Nothing changed" in screen.words


def test_a_kept_pack_that_was_altered_is_named_and_not_offered(reading, own_home):
    folder = own_home / "trentside" / "packs" / "kept"
    folder.mkdir(parents=True)
    (folder / "forged.json").write_text(json.dumps({"layout": 1, "digest": "x", "pack": {"title": "All is well"}}))
    screen = reading(own_home, "packs")
    assert "forged.json is not shown. This pack was altered after it was frozen" in screen.words
    assert "All is well" not in screen.words
    assert "No pack is kept yet" in screen.words


def arranging(reading, home, chosen="scrutiny"):
    return reading(home, "packs", {"chosen": chosen})


def parts(screen):
    return [each.text for each in screen.page.first("ol", "fd-parts").all("li")]


def test_parts_are_moved_taken_out_and_put_back(reading, own_home):
    screen = arranging(reading, own_home)
    before = parts(screen)
    press(screen, "fd-part-down")
    assert parts(screen)[:2] == [before[1], before[0]]
    press(screen, "fd-part-out")  # the part that was moved is still the one chosen
    assert parts(screen) == before[1:]
    assert "that is not saved" in screen.words
    press(press(screen, "fd-part-undo"), "fd-part-undo")
    assert parts(screen) == before
    assert screen.session.button(key="fd-part-undo").disabled


def test_a_pack_of_ones_own_is_saved_under_a_hostile_name_which_is_only_words(reading, own_home):
    screen = press(arranging(reading, own_home), "fd-part-out")
    screen.session.text_input(key="fd-arrange-title-scrutiny").set_value(HOSTILE)
    screen.session.text_input(key="fd-arrange-by").set_value("Jo")
    press(screen, "fd-pack-save-new")
    assert not screen.is_broken
    assert screen.session.radio(key="chosen").value == "script_alert_1_script_x"
    assert screen.page.first("h2", "fd-headline").text == HOSTILE
    assert not screen.page.all("script")


def test_without_a_name_and_under_a_taken_name_nothing_is_saved(reading, own_home):
    screen = press(arranging(reading, own_home), "fd-pack-save-new")
    assert "Your name is empty" in screen.words
    screen.session.text_input(key="fd-arrange-by").set_value("Jo")
    screen.session.text_input(key="fd-arrange-title-scrutiny").set_value("customer strategy: REPORT to scrutiny")
    press(screen, "fd-pack-save-new")
    assert "give yours another name" in screen.words
    assert arranged_packs(open_register(own_home / "trentside")) == ()


def test_who_arranges_what_somebody_else_changed_meanwhile_is_told_and_keeps_their_work(reading, own_home):
    register = open_register(own_home / "trentside")
    seen = arrange_pack(register, "ours", "Ours", LONG, author="Sam", now=NOW)
    screen = press(arranging(reading, own_home, "ours"), "fd-part-out")
    assert len(parts(screen)) == 59
    arrange_pack(register, "ours", "Ours, by Sam", LONG, author="Sam", now=NOW, seen=seen)
    screen.session.text_input(key="fd-arrange-by").set_value("Jo")
    press(screen, "fd-pack-save")
    assert "Sam changed this pack meanwhile" in screen.words
    assert len(parts(screen)) == 59


def test_a_broken_pack_is_named_with_file_and_place_and_the_others_are_offered(reading, own_home):
    own_file(own_home, "broken.toml", 'title = "x"\nabout = "x"\naudience = "member"\n[[page]]\nshow = "promisses"\n')
    screen = reading(own_home, "packs")
    assert "Not on offer: broken. broken.toml: page[1].show = 'promisses'" in screen.words
    assert len(titles(screen)) == len(templates())
    assert "broken" not in reading(own_home, "packs", audience="member").words


def test_a_view_is_added_to_a_pack_with_the_filters_that_were_changed_and_taken_out_again(reading, small_home):
    screen = reading(small_home, "peaks", {"service": "Waste and recycling", "view": "The year"})
    press(screen, "fd-take-add")
    assert "My pack has 1 part now" in screen.words
    screen.go_to("packs")
    assert titles(screen)[0] == "My pack"
    screen.session.radio(key="chosen").set_value("my_pack")
    screen.run()
    assert parts(screen) == ["Demand peaks: The year (Waste and recycling)"]
    screen.go_to("complaints")
    press(screen, "fd-take-add")
    press(screen, "fd-take-undo")
    assert "My pack has 1 part now" in screen.words


@pytest.mark.parametrize(
    "page", ["overview", "measure", "peaks", "shift", "satisfaction", "complaints", "pilots", "actions"]
)
@pytest.mark.parametrize("audience", ["officer", "member", "committee"])
def test_every_page_with_an_entry_can_be_taken_away(reading, small_home, page, audience):
    screen = reading(small_home, page, audience=audience)
    assert not screen.is_broken
    assert {"PDF", "PowerPoint", "Excel", "Web page", "Tables as CSV"} <= {
        each.label for each in screen.session.get("download_button")
    }


def test_a_conversation_is_no_page_of_a_pack(reading, small_home):
    assert not reading(small_home, "peaks", {"view": "What if"}).session.get("download_button")


def test_every_format_has_a_button_and_a_file_of_one_name():
    pack = example_pack()
    for kind in Format:
        name = one_name(HOSTILE, pack.as_at, kind, is_invented=True)
        assert kind in LABELS
        assert mime(kind)
        assert name.startswith("invented-script")
        assert "/" not in name
        assert ".." not in name
    assert one_name("scrutiny", pack.as_at, Format.TABLES, is_invented=False) == "scrutiny-csv-2026-10-31.zip"


def test_tables_are_one_zip_that_is_always_the_same():
    pack = example_pack()
    content = one_file(pack, Format.TABLES)
    assert content == one_file(pack, Format.TABLES)
    assert "tables/invented-promises.csv" in ZipFile(BytesIO(content)).namelist()
