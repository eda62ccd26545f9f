"""The wards of a council: their names, codes and outlines, who speaks for them, and by which word the records know them."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, unpromised
from frontdoor.answers.periods import last_finished_month
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.periods import Grain, Period, add_months, month_end, month_start
from frontdoor.schema.places import COUNCILLORS, POSTCODES, WARD_BOUNDARIES
from frontdoor.warehouse.places import PlaceFile, place_in_force
from frontdoor.warehouse.scope import Scope

UNKNOWN = "unknown"
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")

Polygons = list[list[list[list[float]]]]


@dataclass(frozen=True, slots=True)
class Councillor:
    """One councillor; what the list does not say is an empty text."""

    name: str
    party: str
    email: str
    telephone: str
    link: str


@dataclass(frozen=True, slots=True)
class Ward:
    """One ward: its name, its code ('' not known), the word records have for it ('' none), its polygons and councillors."""

    name: str
    code: str
    recorded_as: str
    outline: str
    councillors: tuple[Councillor, ...]
    is_default: bool

    @property
    def polygons(self) -> Polygons:
        found: Polygons = json.loads(self.outline) if self.outline else []
        return found


@dataclass(frozen=True, slots=True)
class Places:
    """The council's wards by name, the files they come from, and wards in the list of councillors that are no ward we know."""

    wards: tuple[Ward, ...]
    postcodes: PlaceFile | None
    councillors: PlaceFile | None
    boundaries: PlaceFile | None
    strays: tuple[str, ...] = ()

    def called(self, name: str) -> Ward | None:
        """Return the ward of this name, however it is written."""
        return next((ward for ward in self.wards if alike(ward.name) == alike(name)), None)

    def coded(self, code: str | None) -> Ward | None:
        """Return the ward of this code."""
        return next((ward for ward in self.wards if code and ward.code == code), None)


def year_to(period: Period, context: Context) -> Period:
    """Return the whole months that figures by ward are counted over: the year to the period's last finished month, or a longer period.

    In a month or a quarter most wards have too few complaints and answers to show.
    """
    last = month_end(min(period.last, last_finished_month(context.as_at).last))
    if month_end(period.last) != period.last and last >= period.last:
        last = month_end(add_months(period.last, -1))
    year = month_start(add_months(last, -11))
    return Period(min(year, period.first) if period.is_whole_months and period.first <= last else year, last)


def alike(name: str) -> str:
    """Return a ward's name without case, punctuation and the word ward, so that two ways of writing it are one."""
    said = _NOT_IN_A_NAME.sub(" ", name.lower().replace("&", " and ")).strip()
    return said.removesuffix(" ward").removesuffix(" division").strip()


def places_of(filters: Filters, context: Context, *, with_records: bool = True) -> Places:
    """Return the wards known from boundaries, councillors and records together; those of other councils left out.

    Without the records nobody asks the marts, and a postcode is looked up in a few milliseconds.
    """
    postcodes, councillors, outlines = (_file(kind.name, context) for kind in (POSTCODES, COUNCILLORS, WARD_BOUNDARIES))
    listed, boundaries = _councillors(councillors), _boundaries(outlines, context)
    recorded = recorded_wards(filters, context) if with_records else {}
    known = _known(boundaries, listed, recorded)
    codes = {code for code, _ in known.values() if code}
    wards = []
    for key, (code, name) in known.items():
        words = [recorded.get(key), recorded.get(alike(code))]
        wards.append(
            Ward(
                name, code, next((word for word in words if word), ""), boundaries.get(key, ("", "", ""))[2],
                (*listed.get(key, ("", ()))[1], *(listed.get(alike(code), ("", ()))[1] if code else ())),
                is_default=any(alike(name) == alike(each) for each in context.council.default_wards),
            )
        )  # fmt: skip
    strays = tuple(
        name for key, (name, _) in listed.items() if boundaries and key not in boundaries and name not in codes
    )
    return Places(tuple(sorted(wards, key=lambda ward: ward.name)), postcodes, councillors, outlines, strays)


def _known(
    boundaries: dict[str, tuple[str, str, str]],
    listed: dict[str, tuple[str, tuple[Councillor, ...]]],
    recorded: dict[str, str],
) -> dict[str, tuple[str, str]]:
    """Return (code, name) by name: the wards drawn, or without boundaries those of the list, or else those of the records."""
    if boundaries:
        return {key: (code, name) for key, (code, name, _) in boundaries.items()}
    if listed:
        return {key: ("", name) for key, (name, _) in listed.items()}
    return {key: ("", name) for key, name in recorded.items()}


def recorded_wards(filters: Filters, context: Context) -> dict[str, str]:
    """Return the word records have for each ward, by its plain name, over all that is held; empty where none is recorded."""
    promised = unpromised("contacts", context)
    try:
        year = year_to(filters.period, context)
        scope = Scope(year.first, year.last, Grain.YEAR, attribute="ward")
        values = ask("contact_totals", promised, scope, context).frame["value"].unique().to_list()
    except CannotTellError:
        return {}
    return {alike(value): value for value in sorted(values) if value not in {None, UNKNOWN}}


def _file(kind: str, context: Context) -> PlaceFile | None:
    return place_in_force(context.home.folder, context.ledger(), kind)


def _councillors(file: PlaceFile | None) -> dict[str, tuple[str, tuple[Councillor, ...]]]:
    """Return the ward's name as listed and its councillors, by its plain name."""
    found: dict[str, tuple[str, tuple[Councillor, ...]]] = {}
    for row in _rows(file.ask("councillors") if file else COUNCILLORS.empty()):
        ward, *said = (row[name] or "" for name in ("ward", "name", "party", "email", "telephone", "link"))
        name, before = found.get(alike(ward), (ward, ()))
        found[alike(ward)] = name, (*before, Councillor(*said))
    return found


def _boundaries(file: PlaceFile | None, context: Context) -> dict[str, tuple[str, str, str]]:
    """Return code, name and outline of each of the council's own wards, by its plain name."""
    areas = context.council.area_codes
    found = {}
    for row in _rows(file.ask("ward_boundaries") if file else WARD_BOUNDARIES.empty()):
        if not areas or row["area_code"] is None or row["area_code"] in areas:
            found[alike(row["ward_name"])] = row["ward_code"] or "", row["ward_name"], row["outline"]
    return found


def _rows(frame: pl.DataFrame) -> Iterable[dict[str, str]]:
    return frame.iter_rows(named=True)
