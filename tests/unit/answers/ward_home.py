"""Four wards with contacts of a year, so many a month, their outlines, councillors and postcodes, so that figures can be worked by hand."""

import json
from dataclasses import replace
from pathlib import Path

from left_out_home import left_out_context, months_of

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context
from frontdoor.intake.loading import load
from frontdoor.warehouse.opening import open_warehouse

MILL, FERRY, PRIORY, QUAY = "Mill", "Ferry Lane", "Priory", "Quay"
AREA = "T07000001"
CODES = {MILL: "T05000001", FERRY: "T05000002", PRIORY: "T05000003", QUAY: "T05000004"}
POSTCODES = """pcds,doterm,laua,ward
ZZ1 1AA,,T07000001,T05000001
ZZ1 1AB,,T07000001,T05000001
ZZ1 2AA,,T07000001,T05000002
ZZ1 3AA,202403,T07000001,T05000003
ZZ1 4AA,,T07000001,
ZZ1 5AA,,T07000001,T05000099
ZZ10 1AA,,T07000001,T05000004
ZZ9 9ZZ,,T07000002,T05000200
"""
COUNCILLORS = """ward,name,party,email,telephone,link
Mill Ward,Ada Kelham,Independent,ada@example.org,01632 960001,https://example.org/ada
T05000002,Bram Fosse,Riverside Group,,,
Old Mill,Cora Dray,Independent,cora@example.org,,
"""
HOW_MANY = {MILL: (30, 20), FERRY: (20, 30), PRIORY: (0, 0), QUAY: (25, 25), "unknown": (2, 20)}
"""Forms and calls a month; of Priory two calls in all."""


def outlines(names: tuple[str, ...] = (MILL, FERRY, PRIORY, QUAY)) -> str:
    """Return squares side by side, and a ward of another council beyond them."""
    features = [_square(place, WD24CD=CODES[name], WD24NM=name, LAD24CD=AREA) for place, name in enumerate(names)]
    features.append(_square(len(names), WD24CD="T05000200", WD24NM="Elsewhere", LAD24CD="T07000002"))
    return json.dumps({"type": "FeatureCollection", "features": features})


def _square(place: int, **properties: str) -> dict[str, object]:
    west = 2.0 + place / 100
    ring = [[west, 55.0], [west + 0.01, 55.0], [west + 0.01, 55.01], [west, 55.01], [west, 55.0]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def ward_context(
    folder: Path, *files: tuple[str, str], audience: Audience = Audience.OFFICER, has_few: bool = True
) -> Context:
    """Return a council with contacts by ward and the files of places given as (source, text)."""
    rows = [
        row
        for name, (forms, calls) in HOW_MANY.items()
        for row in months_of({"ward": name}, lambda _back, count=forms: count, lambda _back, count=calls: count)
    ]
    if has_few:
        rows += months_of({"ward": PRIORY}, lambda _back: 0, lambda back: 1 if back in {0, 5} else 0)
    given = {"area_codes": (AREA,), "default_wards": (QUAY,)}
    context = left_out_context(folder, *rows, audience=audience, **given)
    for number, (source, text) in enumerate(files):
        path = folder / f"{source}-{number}.{'geojson' if text.startswith('{') else 'csv'}"
        path.write_text(text, encoding="utf-8")
        load(context.home, path, source)
    return replace(context, warehouse=open_warehouse(context.home))


def all_files() -> tuple[tuple[str, str], ...]:
    return ("ons_postcodes", POSTCODES), ("councillors", COUNCILLORS), ("ward_boundaries", outlines())
