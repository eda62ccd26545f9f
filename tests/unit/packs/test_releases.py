"""Is a release there whole or not at all, kept as it was, and refused where it would give somebody away?"""

from dataclasses import replace
from datetime import date

import pytest

from frontdoor.access.audience import Audience
from frontdoor.commands.main import main
from frontdoor.errors import AccessError, FrontdoorError, PackError
from frontdoor.packs.files import Format
from frontdoor.packs.frozen import frozen, sealed
from frontdoor.packs.public.releases import LIST_FILE, in_order, release, releases
from tests.unit.packs.released_example import SAFE, released, services, trend

LEAKING = (trend(october_2026=44), services(housing=None, waste=41))


def test_a_release_is_a_folder_with_its_tables_and_the_list_of_them(tmp_path):
    made = release(released(*SAFE), tmp_path, [Format.TABLES])
    assert made == tmp_path / "2026-10"
    names = {path.relative_to(made).as_posix() for path in made.rglob("*.csv")}
    assert names == {
        LIST_FILE, "tables/invented-complaints_services.csv", "tables/invented-complaints-trend_table.csv",
    }  # fmt: skip
    assert (made / LIST_FILE).read_bytes().startswith(b"Table,Question,Breakdown,Why it is safe\r\n")
    assert [path.name for path in tmp_path.iterdir()] == ["2026-10"]


def test_the_same_figures_are_released_once_and_others_as_a_revision(tmp_path):
    release(released(*SAFE), tmp_path, [])
    assert release(released(*SAFE, generation=2), tmp_path, []) is None
    revised = released(SAFE[0], services(housing=None, waste=40, planning=None, benefits=15), generation=2)
    assert release(revised, tmp_path, []) == tmp_path / "2026-10-revised-1"
    assert list(releases(tmp_path)) == ["2026-10", "2026-10-revised-1"]


def test_what_would_give_somebody_away_is_not_released(tmp_path):
    with pytest.raises(AccessError, match="it can only be 3"):
        release(released(*LEAKING), tmp_path, [Format.TABLES])
    assert list(tmp_path.iterdir()) == []


def test_what_is_safe_by_itself_is_refused_where_an_earlier_release_gives_it_away(tmp_path):
    first = released(trend(october_2026=44), services(housing=None, waste=None))
    revised = released(trend(october_2026=46), services(housing=5, waste=41), generation=2)
    release(first, tmp_path, [])
    with pytest.raises(AccessError, match="2026-10, complaints_services"):
        release(revised, tmp_path, [])


def test_a_month_that_is_not_over_is_not_released(tmp_path):
    with pytest.raises(PackError, match="which reach 30 October 2026"):
        release(replace(released(*SAFE), as_at=date(2026, 10, 30)), tmp_path, [])


def test_releases_stand_in_the_order_they_were_made_whatever_they_are_called():
    packs = {"b": released(*SAFE, generation=2), "a": released(*SAFE, generation=9), "c": released(*SAFE)}
    assert list(in_order(packs)) == ["c", "b", "a"]


def test_a_folder_of_releases_can_be_attacked_at_any_time(tmp_path, capsys):
    release(released(*SAFE), tmp_path, [])
    assert main(["release", "--check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 release: no hidden count can be worked out.\n"
    (tmp_path / "2026-11").mkdir()
    (tmp_path / "2026-11" / "pack.json").write_text(frozen(sealed(released(*LEAKING))), encoding="utf-8")
    assert main(["release", "--check", str(tmp_path)]) == 2
    assert "Housing (part), hidden: it can only be" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{}", frozen(replace(released(*SAFE), audience=Audience.OFFICER))])
def test_a_file_that_is_no_release_is_named(tmp_path, text):
    (tmp_path / "2026-10").mkdir()
    (tmp_path / "2026-10" / "pack.json").write_text(text, encoding="utf-8")
    with pytest.raises(FrontdoorError):
        releases(tmp_path)


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PackError, match="nothing was released"):
        release(released(*SAFE), tmp_path / "file", [])


def test_an_empty_folder_has_nothing_to_check(tmp_path, capsys):
    assert main(["release", "--check", str(tmp_path)]) == 2
    assert "there is no release" in capsys.readouterr().err
