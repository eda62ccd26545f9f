"""Where a fictional council's wards lie, which postcodes are in each and who its councillors are: all invented."""

import csv
import json
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from random import Random

from sample_data.generator.files import GeneratedFile
from sample_data.generator.outlines import outlines
from sample_data.generator.profile import CouncilProfile
from sample_data.planted import places as planted

POSTCODES, COUNCILLORS, BOUNDARIES = "ons_postcodes", "councillors", "ward_boundaries"
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_PARTIES = ("Riverside Group", "Independent", "Market Towns Alliance", "Green Lanes")  # no real party
_FIRST = [
    "Ada",
    "Bram",
    "Cora",
    "Dev",
    "Edith",
    "Farid",
    "Greta",
    "Hal",
    "Ines",
    "Joss",
    "Kit",
    "Lena",
    "Moss",
    "Nia",
    "Otis",
    "Petra",
    "Quinn",
    "Rafi",
    "Suki",
    "Tove",
]
_LAST = [
    "Appleyard",
    "Birkdale",
    "Cottam",
    "Dray",
    "Ellwood",
    "Fosse",
    "Garrow",
    "Hallam",
    "Ingrave",
    "Jessop",
    "Kelham",
    "Larkin",
    "Mossop",
    "Norwell",
]


def area_code(profile: CouncilProfile) -> str:
    """Return the invented code of a council's area."""
    return f"T070000{profile.number:02d}"


def ward_codes(profile: CouncilProfile) -> dict[str, str]:
    """Return the invented code of each ward, by its name."""
    return {ward: f"T05{profile.number:03d}{place:03d}" for place, ward in enumerate(profile.wards, 1)}


def write_places(profile: CouncilProfile, folder: Path, seed: int) -> list[GeneratedFile]:
    """Write the postcodes, the councillors and the outlines of the wards, in that order."""
    return [
        _write_postcodes(profile, folder, Random(f"{seed} postcodes {profile.key}")),
        _write_councillors(profile, folder, Random(f"{seed} councillors {profile.key}")),
        _write_boundaries(profile, folder, Random(f"{seed} outlines {profile.key}")),
    ]


def _write_postcodes(profile: CouncilProfile, folder: Path, random: Random) -> GeneratedFile:
    path = folder / f"invented_{profile.key}_postcodes.csv"
    codes = [*ward_codes(profile).values()]
    units = [f"{sector}{first}{last}" for sector, first, last in product(range(10), _LETTERS, _LETTERS)]
    rows = []
    for place, unit in enumerate(units[: planted.POSTCODES_A_WARD * len(codes)]):
        ended = random.choice(planted.TERMINATED_MONTHS) if random.random() < planted.TERMINATED_SHARE else ""
        ward = codes[place // planted.POSTCODES_A_WARD]
        rows.append(_row(f"ZZ{profile.number}", unit, ended, area_code(profile), ward))
    rows.append(_row(f"ZZ{profile.number}", planted.WITHOUT_WARD, "", area_code(profile), ""))
    neighbour = f"ZZ{profile.number}9"
    rows += [
        _row(neighbour, unit, "", planted.NEIGHBOUR, planted.NEIGHBOUR_WARD) for unit in units[: planted.NEIGHBOURS]
    ]
    _write(path, ("pcd", "pcd2", "pcds", "dointr", "doterm", "laua", "ward"), rows)
    return GeneratedFile(path, POSTCODES, len(rows))


def _row(outward: str, unit: str, ended: str, area: str, ward: str) -> tuple[str, ...]:
    """Return a postcode in the three ways ONS writes it, with its months, council and ward."""
    return f"{outward:<4}{unit}", f"{outward:<4} {unit}", f"{outward} {unit}", "198001", ended, area, ward


def _write_councillors(profile: CouncilProfile, folder: Path, random: Random) -> GeneratedFile:
    path = folder / f"invented_{profile.key}_councillors.csv"
    names = random.sample([f"{first} {last}" for first, last in product(_FIRST, _LAST)], 2 * len(profile.wards))
    rows = []
    for place, name in enumerate(names):
        ward = profile.wards[place // 2]
        if place == planted.VACANT_SEAT:
            continue
        short, telephone = name.lower().replace(" ", "."), f"01632 9600{place:02d}"
        page = f"https://{profile.key}.example/councillors/{short.replace('.', '-')}"
        email = f"cllr.{short}@{profile.key}.example"
        rows.append((ward, name, random.choice(_PARTIES), email, telephone, page))
    _write(path, ("ward", "name", "party", "email", "telephone", "link"), rows)
    return GeneratedFile(path, COUNCILLORS, len(rows))


def _write_boundaries(profile: CouncilProfile, folder: Path, random: Random) -> GeneratedFile:
    path = folder / f"invented_{profile.key}_wards.geojson"
    codes = ward_codes(profile)
    features = [
        {
            "type": "Feature",
            "properties": {"WD24CD": codes[ward], "WD24NM": ward, "LAD24CD": area_code(profile)},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for ward, ring in zip(profile.wards, outlines(len(profile.wards), random), strict=True)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}) + "\n", encoding="utf-8")
    return GeneratedFile(path, BOUNDARIES, len(features))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)
