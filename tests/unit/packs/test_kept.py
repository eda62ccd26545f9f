"""Packs that a council keeps: written once, listed, opened again, and one that was altered is not taken for true."""

from dataclasses import replace
from datetime import date

import pytest

from frontdoor.errors import PackError
from frontdoor.packs.frozen import sealed
from frontdoor.packs.kept import keep, kept, kept_pack
from tests.unit.packs.example_pack import example_pack

PACK = sealed(replace(example_pack(), audience="committee"))


def test_what_is_kept_is_listed_and_comes_back_whole(tmp_path):
    path = keep(PACK, tmp_path)
    assert path.parent == tmp_path / "packs" / "kept"
    [one] = kept(tmp_path)
    assert (one.title, one.key, one.digest, one.as_at, one.path, one.problem) == (
        "Scrutiny pack", "example", PACK.digest, date(2026, 10, 31), path, "",
    )  # fmt: skip
    assert kept_pack(tmp_path, PACK.digest).pages[0] == PACK.pages[0]


def test_the_same_pack_is_kept_once_and_another_beside_it_newest_figures_first(tmp_path):
    later = sealed(replace(PACK, as_at=date(2026, 11, 30)))
    assert keep(PACK, tmp_path) == keep(PACK, tmp_path)
    keep(later, tmp_path)
    assert [one.digest for one in kept(tmp_path)] == [later.digest, PACK.digest]


@pytest.mark.parametrize(
    ("before", "after"), [("0.62", "0.72"), ("We are keeping 2", "We are keeping 5"), ('"layout":1', '"layout":9')]
)
def test_an_altered_pack_is_said_to_be_and_none_of_it_is_shown(tmp_path, before, after):
    path = keep(PACK, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    [one] = kept(tmp_path)
    assert one.problem
    assert (one.title, one.digest, one.key) == (path.name, "", "")
    with pytest.raises(PackError, match="kept here unaltered"):
        kept_pack(tmp_path, PACK.digest)


def test_a_pack_altered_together_with_its_digest_does_not_fit_its_name(tmp_path):
    path = keep(PACK, tmp_path)
    other = keep(sealed(replace(PACK, title="All is well")), tmp_path)
    other.rename(path)
    [one] = kept(tmp_path)
    assert "altered or renamed" in one.problem


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b'{"layout":1,"digest":"x","pack":[]}'])
def test_a_file_that_is_no_pack_is_listed_with_its_problem(tmp_path, content):
    keep(PACK, tmp_path)
    (tmp_path / "packs" / "kept" / "stray.json").write_bytes(content)
    assert [bool(one.problem) for one in kept(tmp_path)] == [False, True]


def test_a_key_that_climbs_stays_in_the_folder(tmp_path):
    path = keep(replace(PACK, key='../../<script>"x'), tmp_path)
    assert path.parent == tmp_path / "packs" / "kept"
    assert [one.problem for one in kept(tmp_path)] == [""]


def test_a_home_that_cannot_be_written_is_said_plainly(tmp_path):
    (tmp_path / "packs").write_text("a file where the folder should be")
    with pytest.raises(PackError, match="was not kept"):
        keep(PACK, tmp_path)


def test_a_home_without_packs_keeps_none(tmp_path):
    assert kept(tmp_path) == []
