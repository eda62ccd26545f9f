"""The invented postcodes, councillors and outlines of wards load whole, say what is planted, and lie where no council is."""

import json
from pathlib import Path

import pytest

from frontdoor.errors import NoDataError
from frontdoor.intake.loading import load
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.ledger import loads
from frontdoor.warehouse.opening import open_warehouse
from frontdoor.warehouse.places import place_in_force
from sample_data.generator import COUNCILS, generate_places
from sample_data.generator.places import area_code, ward_codes
from sample_data.planted import places as planted

KEYS = sorted(COUNCILS)


@pytest.fixture(scope="module")
def trentside(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(read_council(shipped_councils() / "trentside.toml"), tmp_path_factory.mktemp("home") / "trentside")
    home.folder.mkdir()
    for made in generate_places("trentside", tmp_path_factory.mktemp("files")):
        report = load(home, made.path, made.source)
        assert (report.loaded, report.rejected, report.duplicates) == (made.rows, 0, 0)
    return home


@pytest.mark.parametrize("key", KEYS)
def test_a_councils_own_file_names_the_area_of_its_postcodes(key: str) -> None:
    assert read_council(shipped_councils() / f"{key}.toml").area_codes == (area_code(COUNCILS[key]),)


@pytest.mark.parametrize("key", KEYS)
def test_every_ward_has_postcodes_an_outline_and_a_councillor(key: str, tmp_path: Path) -> None:
    postcodes, councillors, boundaries = (made.path.read_text() for made in generate_places(key, tmp_path))
    for ward, code in ward_codes(COUNCILS[key]).items():
        assert (code in postcodes, f"\n{ward}," in councillors, f'"{ward}"' in boundaries) == (True, True, True)


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    first, again = (generate_places("ouseford", tmp_path / name) for name in ("one", "two"))
    assert [made.path.read_bytes() for made in first] == [made.path.read_bytes() for made in again]


def test_what_is_planted_is_found_again(trentside: Home) -> None:
    ledger = loads(trentside)
    postcodes = place_in_force(trentside.folder, ledger, "postcodes")
    councillors = place_in_force(trentside.folder, ledger, "councillors")
    assert postcodes.ask("postcode", {"postcode": f"ZZ1{planted.WITHOUT_WARD}"})["ward_code"].to_list() == [None]
    neighbours = postcodes.ask("postcodes_beginning", {"first": "ZZ190", "before": "ZZ190~"})
    assert neighbours.select("area_code", "postcodes").rows() == [(planted.NEIGHBOUR, planted.NEIGHBOURS)]
    seats = councillors.ask("councillors")["ward"].value_counts().sort("count")
    assert seats["count"].to_list() == [1, *[2] * (len(COUNCILS["trentside"].wards) - 1)]


def test_places_without_figures_say_what_to_load(trentside: Home) -> None:
    with pytest.raises(NoDataError, match="Only postcodes, councillors or ward boundaries are loaded"):
        open_warehouse(trentside)


def test_neighbouring_wards_share_their_border_to_the_last_digit(tmp_path: Path) -> None:
    features = json.loads(generate_places("trentside", tmp_path)[2].path.read_text())["features"]
    rings = [{tuple(point) for point in each["geometry"]["coordinates"][0]} for each in features]
    for ring in rings:
        assert sum(len(ring & other) >= 2 for other in rings if other is not ring) >= 2
    assert all(2 <= x <= 2.6 and 55 <= y <= 55.4 for ring in rings for x, y in ring)
