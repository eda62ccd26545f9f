"""Packs of one's own: arranged, kept under a free name, offered beside ours; a broken one leaves the others in place."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.errors import PackError, RegisterError
from frontdoor.packs.arranging import MOST_ENTRIES, added, key_of, moved, refixed, save_changed, save_new, without
from frontdoor.packs.fixed import Fixed
from frontdoor.packs.offered import From, offered, offered_to, template_offered
from frontdoor.packs.template import Show, Template, Wanted, templates
from frontdoor.register.arranged_packs import arrange_pack
from frontdoor.register.register import open_register

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ONE, TWO, THREE = Wanted(Show.PROMISES), Wanted(Show.PEAKS, view="The week"), Wanted(Show.COMPLAINTS)
PACK = Template("new", "For Thursday's meeting", "Three pages", Audience.MEMBER, (ONE, TWO, THREE))


@pytest.fixture
def register(tmp_path):
    with closing(open_register(tmp_path)) as opened:
        yield opened


def test_entries_move_within_the_pack_and_no_further():
    assert moved(PACK, 2, -1).wanted == (ONE, THREE, TWO)
    assert moved(PACK, 0, -1).wanted == PACK.wanted
    assert moved(PACK, 0, 5).wanted == (TWO, THREE, ONE)


def test_an_entry_is_taken_out_put_in_and_narrowed():
    assert without(PACK, 1).wanted == (ONE, THREE)
    assert added(PACK, ONE).wanted == (ONE, TWO, THREE, ONE)
    waste = Fixed(service=("Waste",))
    assert refixed(PACK, 1, waste).wanted == (ONE, replace(TWO, fixed=waste), THREE)


def test_a_pack_is_never_empty_and_never_endless():
    with pytest.raises(PackError, match="at least one part"):
        without(replace(PACK, wanted=(ONE,)), 0)
    with pytest.raises(PackError, match="200 parts"):
        added(replace(PACK, wanted=(ONE,) * MOST_ENTRIES), TWO)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Tŷ a Chartref: rhan 2", "ty_a_chartref_rhan_2"),
        ('../../"<script>alert(1)</script>', "script_alert_1_script"),
        ("日本語", "pack"),
        ("x" * 300, "x" * 48),
    ],
)
def test_a_key_is_made_of_the_name_and_is_safe_anywhere(title, key):
    assert key_of(title) == key


def test_a_pack_of_ones_own_is_offered_beside_ours(register, tmp_path):
    kept = save_new(register, tmp_path, PACK, author="Jo", now=NOW)
    found = offered(tmp_path, register)
    assert set(found) == {*templates(), kept.key}
    assert template_offered(found, kept.key) == kept
    assert (found[kept.key].origin, found["scrutiny"].origin) == (From.ARRANGED, From.FRONTDOOR)
    assert found[kept.key].by == "Jo (name given, not verified), 22 November 2026"


def test_a_name_that_is_taken_is_refused_and_a_key_that_is_taken_is_numbered(register, tmp_path):
    save_new(register, tmp_path, PACK, author="Jo", now=NOW)
    with pytest.raises(PackError, match="For Thursday's meeting” already"):
        save_new(register, tmp_path, replace(PACK, title=" for thursday's MEETING "), author="Sam", now=NOW)
    other = save_new(register, tmp_path, replace(PACK, title="For Thursday, s meeting"), author="Sam", now=NOW)
    assert other.key == "for_thursday_s_meeting_2"


def test_a_changed_pack_follows_the_version_seen(register, tmp_path):
    kept = save_new(register, tmp_path, PACK, author="Jo", now=NOW)
    seen = offered(tmp_path, register)[kept.key].version
    save_changed(register, tmp_path, without(kept, 0), seen, author="Sam", now=NOW)
    with pytest.raises(RegisterError, match="Sam changed this pack meanwhile"):
        save_changed(register, tmp_path, without(kept, 1), seen, author="Kim", now=NOW)
    assert template_offered(offered(tmp_path, register), kept.key).wanted == (TWO, THREE)
    ours = template_offered(offered(tmp_path, register), "scrutiny").title
    with pytest.raises(PackError, match="another name"):
        save_changed(register, tmp_path, replace(kept, title=ours), seen, author="Kim", now=NOW)


def test_a_broken_pack_is_named_with_the_place_and_the_others_are_still_offered(register, tmp_path):
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "broken.toml").write_text(
        'title = "x"\nabout = "x"\naudience = "member"\n[[page]]\nshow = 3\n'
    )
    arrange_pack(register, "odd", "Odd", "not TOML at all", author="Jo", now=NOW)
    found = offered(tmp_path, register)
    assert {key for key, pack in found.items() if pack.problem} == {"broken", "odd"}
    assert found["broken"].problem.startswith("broken.toml: page[1].show = 3")
    assert found["odd"].problem.startswith("odd.toml, line 1")
    with pytest.raises(PackError, match=r"broken\.toml: page"):
        template_offered(found, "broken")
    assert {key for key, pack in found.items() if pack.template} == set(templates())


def test_a_reader_is_offered_packs_for_them_and_for_wider_circles():
    found = offered()
    assert set(offered_to(found, Audience.OFFICER)) == set(found)
    assert set(offered_to(found, Audience.COMMITTEE)) < set(found)
    assert {pack.template.audience for pack in offered_to(found, Audience.PUBLIC).values()} == {Audience.PUBLIC}


def test_a_key_nobody_knows_is_answered_with_the_nearest():
    with pytest.raises(PackError, match="Did you mean scrutiny"):
        template_offered(offered(), "scrutny")
