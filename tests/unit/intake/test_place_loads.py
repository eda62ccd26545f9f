"""Postcodes, councillors and ward boundaries loaded into a home: what is read, refused, replaced and taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from frontdoor.errors import AlreadyLoadedError, IntakeError
from frontdoor.intake.guessing import guess_source
from frontdoor.intake.loading import load, load_into
from frontdoor.intake.loading_together import load_together
from frontdoor.intake.source import read_source
from frontdoor.schema.places import PLACES
from frontdoor.warehouse.home import Home
from frontdoor.warehouse.ledger import loads
from frontdoor.warehouse.places import PlaceFile, place_in_force
from frontdoor.warehouse.reading import open_to_read
from frontdoor.warehouse.undoing import undo

SQUARE = [[[0.0, 0.0], [0.01, 0.0], [0.01, 0.01], [0.0, 0.01], [0.0, 0.0]]]
File = Callable[[str, str], Path]


def in_force(home: Home, kind: str) -> PlaceFile | None:
    """Return the file of a kind that the generation in force names."""
    with open_to_read(home.marts_file(home.current())) as connection:
        ledger = connection.cursor().sql("select * from loads").pl()
    return place_in_force(home.folder, ledger, kind)


def postcode(home: Home, said: str) -> tuple[object, ...] | None:
    held = in_force(home, "postcodes")
    rows = held.ask("postcode", {"postcode": said}).rows() if held else []
    return rows[0] if rows else None


def rejects(report) -> list[str]:
    return report.rejects_file.read_text().splitlines()[1:]


def outlines(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def feature(shape: str = "Polygon", coordinates: object = SQUARE, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": shape, "coordinates": coordinates}}


@pytest.mark.parametrize(
    "header",
    [
        "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward",
        "PCD7,PCD8,PCDS,DOINTR,DOTERM,CTY24CD,LAD24CD,WD24CD",
        "pcd,pcd2,pcds,dointr,doterm,cty,laua,ward",
    ],
)
def test_the_columns_of_several_years_are_read(home, file, header):
    text = f"{header}\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA,198001,,X,T07000001,T05000001\n"
    load(home, file(text, "nspl.csv"), "ons_postcodes")
    assert postcode(home, "ZZ11AA") == ("ZZ11AA", "T05000001", "T07000001", None)


def test_a_terminated_postcode_keeps_its_month_and_a_code_that_stands_for_no_ward_is_none(home, file):
    text = "pcds,doterm,ward,laua\nzz1 1ab,199304,T05000001,T07000001\nZZ1 1AC,,L99999999,L99999999\n"
    report = load(home, file(text, "nspl.csv"), "ons_postcodes")
    assert str(postcode(home, "ZZ11AB")[3]) == "1993-04-01"
    assert postcode(home, "ZZ11AC") == ("ZZ11AC", None, None, None)
    assert any("No ward is given for 1 postcodes" in str(each) for each in report.findings)


def test_what_is_no_postcode_is_refused_with_its_line_and_reason(home, file):
    text = "pcds,doterm,ward\nZZ1 1AA,,T05000001\nZZ1,,T05000001\n,,T05000001\nZZ1 1AB,soon,T05000001\nZZ1 1AA,,T05000002\n"
    report = load(home, file(text, "nspl.csv"), "ons_postcodes")
    assert (report.loaded, report.rejected) == (1, 4)
    assert rejects(report) == [
        "3,pcds,ZZ1,this is not a whole postcode",
        "4,pcds,,the row has no postcode",
        "5,doterm,soon,this is no month such as 202406",
        "6,,ZZ11AA,the same key stands on line 2 with other facts",
    ]


def test_a_later_table_replaces_the_whole_and_taking_it_back_restores_the_earlier(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\nZZ1 1AB,T05000001\n", "one.csv"), "ons_postcodes")
    load(home, file("pcds,ward\nZZ1 1AA,T05000002\n", "two.csv"), "ons_postcodes")
    assert (postcode(home, "ZZ11AA")[1], postcode(home, "ZZ11AB")) == ("T05000002", None)
    undo(home)
    assert (postcode(home, "ZZ11AA")[1], postcode(home, "ZZ11AB")[1]) == ("T05000001", "T05000001")
    with pytest.raises(AlreadyLoadedError):
        load(home, file("pcds,ward\nZZ1 1AA,T05000001\nZZ1 1AB,T05000001\n", "again.csv"), "ons_postcodes")


def test_an_earlier_load_is_taken_back_under_later_ones_of_other_kinds(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes")
    load(home, file("ward,name,party,email\nMill,A Person,Independent,a@b.c\n", "councillors.csv"), "councillors")
    undo(home, 1)
    assert in_force(home, "postcodes") is None
    assert in_force(home, "councillors").ask("councillors")["name"].to_list() == ["A Person"]


def test_a_load_of_places_copies_nothing_at_the_next_load(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes")
    before = in_force(home, "postcodes").path.stat()
    load(home, file("ward,name\nMill,A Person\n", "councillors.csv"), "councillors")
    after = in_force(home, "postcodes").path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_script_and_nonsense_in_a_councillors_addresses_are_left_out_and_counted(home, file):
    rows = (
        "Mill,A Person,Independent,a@example.org,01632 960001,https://example.org/a",
        "Mill,B <b>Person</b>,None,not an address,01632 960002,javascript:alert(1)",
        'Mill,\'; drop table councillors; --,None,c@example.org"><script>,,https://x.org/"onload=',
        ",D Person,None,,,",
    )
    text = "\n".join(["ward,name,party,email,telephone,link", *(row.replace('"', '""') for row in rows)]) + "\n"
    report = load(home, file(text, "councillors.csv"), "councillors")
    held = in_force(home, "councillors").ask("councillors")
    by_name = {row["name"]: row for row in held.iter_rows(named=True)}
    assert by_name["A Person"]["link"] == "https://example.org/a"
    assert (by_name["B <b>Person</b>"]["email"], by_name["B <b>Person</b>"]["link"]) == (None, None)
    assert by_name["'; drop table councillors; --"]["link"] is None
    assert rejects(report) == ["5,ward,,the row has no ward"]


def test_outlines_are_read_from_geojson_and_a_feature_without_one_is_refused_by_its_number(home, file):
    text = outlines(
        feature(WD24CD="T05000001", WD24NM="Mill", LAD24CD="T07000001"),
        feature("MultiPolygon", [SQUARE, SQUARE], WD24CD="T05000002", WD24NM="Ferry", LAD24CD="T07000001"),
        feature("Point", [0.0, 0.0], WD24CD="T05000003", WD24NM="Nowhere"),
        feature("Polygon", [[["a", 1]]], WD24CD="T05000004", WD24NM="Words"),
        feature(WD24CD="T05000005"),
    )
    report = load(home, file(text, "wards.geojson"), "ward_boundaries")
    held = in_force(home, "ward_boundaries").ask("ward_boundaries")
    assert held["ward_name"].to_list() == ["Ferry", "Mill"]
    assert [len(json.loads(each)) for each in held["outline"]] == [2, 1]
    assert [line.split(",")[0] for line in rejects(report)] == ["3", "4", "5"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"type": "FeatureCollection", "features": [', "not whole JSON"),
        ('{"type": "Feature"}', "no list of features"),
        ('{"features": []}', "no features"),
        ('{"features": [{"geometry": {"type": "Polygon", "coordinates": [[[NaN, 1]]]}}]}', "NaN"),
    ],
)
def test_a_file_that_is_no_map_says_why_and_changes_nothing(home, file, text, said):
    with pytest.raises(IntakeError, match=said):
        load(home, file(text, "wards.geojson"), "ward_boundaries")
    assert home.current() is None


def test_long_outlines_are_made_coarser_and_still_close(home, file):
    ring = [[0.3 * step / 60_000 + 0.000_001, 0.000_02 * (step % 2)] for step in range(60_000)]
    ring += [[0.3, 0.1], [0.0, 0.1], ring[0]]
    load(home, file(outlines(feature(coordinates=[ring], WD24CD="T1", WD24NM="Long")), "w.geojson"), "ward_boundaries")
    (outline,) = in_force(home, "ward_boundaries").ask("ward_boundaries")["outline"].to_list()
    made = json.loads(outline)[0][0]
    assert len(outline) <= 400_000
    assert made[0] == made[-1]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("pcds,doterm,oslaua,osward\nZZ1 1AA,,T07000001,T05000001\n", "nspl.csv", "postcodes"),
        ("Ward,Councillor,Political group,Email\nMill,A Person,None,a@b.c\n", "list.csv", "councillors"),
        (outlines(feature(WD24CD="T05000001", WD24NM="Mill")), "wards.geojson", "ward_boundaries"),
    ],
)
def test_a_source_is_drafted_for_each_of_the_three(file, tmp_path, text, name, kind):
    (tmp_path / "private").mkdir()
    guess = guess_source(file(text, name), tmp_path / "private")
    assert (guess.kind, guess.missing) == (kind, ())


def test_a_file_of_places_that_is_gone_says_which_load_to_take_back(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes")
    held = in_force(home, "postcodes")
    held.path.unlink()
    with pytest.raises(Exception, match="Take load 1 back"):
        held.ask("postcode", {"postcode": "ZZ11AA"})


def test_places_alone_are_no_figures(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes")
    with open_to_read(home.marts_file(home.current())) as connection:
        frame = connection.cursor().sql("select as_at from generation").pl()
    assert frame["as_at"].to_list() == [None]
    assert isinstance(frame, pl.DataFrame)


def test_what_was_never_published_leaves_nothing_behind(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes")
    with home.draft() as draft:
        load_into(draft, file("pcds,ward\nZZ1 1AA,T05000002\n", "two.csv"), read_source("ons_postcodes"))
    assert postcode(home, "ZZ11AA")[1] == "T05000001"
    assert [path.name for path in (home.folder / "places").iterdir()] == ["postcodes-1.duckdb"]


def test_a_file_that_no_ledger_names_is_never_in_force(home, file):
    load(home, file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes")
    (home.folder / "places" / "postcodes-2.duckdb").write_bytes(b"left by a load that was killed")
    load(home, file("ward,name\nMill,A Person\n", "councillors.csv"), "councillors")
    assert postcode(home, "ZZ11AA")[1] == "T05000001"


def test_the_three_files_can_be_one_data_version(home, file):
    pairs = [
        (file("pcds,ward\nZZ1 1AA,T05000001\n", "one.csv"), "ons_postcodes"),
        (file("pcds,ward\nnonsense,T05000001\n", "bad.csv"), "ons_postcodes"),
        (file("ward,name\nMill,A Person\n", "councillors.csv"), "councillors"),
        (file(outlines(feature(WD24CD="T05000001", WD24NM="Mill")), "wards.geojson"), "ward_boundaries"),
    ]
    outcomes = load_together(home, pairs)
    assert [outcome.refusal is None for outcome in outcomes] == [True, False, True, True]
    assert home.current() == 1
    assert [in_force(home, kind) is not None for kind in PLACES] == [True, True, True]


def test_the_newest_four_files_of_a_kind_are_kept(home, file):
    for number in range(6):
        load(home, file(f"pcds,ward\nZZ1 1AA,T0500000{number}\n", f"{number}.csv"), "ons_postcodes")
    kept = sorted(path.name for path in (home.folder / "places").iterdir())
    assert kept == [f"postcodes-{load_id}.duckdb" for load_id in (3, 4, 5, 6)]
    assert postcode(home, "ZZ11AA")[1] == "T05000005"


def test_the_ledger_of_places_alone_is_told(home, file):
    load(home, file("ward,name\nMill,A Person\n", "councillors.csv"), "councillors")
    assert loads(home).select("kind", "from_date", "loaded").rows() == [("councillors", None, 1)]
