"""Which ward is a postcode in? However it is typed: whole, partly, wrongly, terminated, without a ward, or of another council."""

import re
from dataclasses import dataclass
from enum import StrEnum

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.ward_places import Places, places_of
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.warehouse.places import PlaceFile

_WHOLE = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
_BEGINNING = re.compile(r"^[A-Z]{1,2}(\d([A-Z\d]?(\d[A-Z]?)?)?)?$")
_NEITHER = re.compile(r"[^A-Z0-9]")
_LONGEST = 12  # letters of what was typed that are said again
_AFTER_ANY = "~"  # comes after every letter and digit
MOST_WARDS = 8
NO_TABLE = "No postcode table is loaded, so postcodes cannot be looked up. Choose the ward from the list."
EMPTY = "Type a postcode, such as {example}."


class Found(StrEnum):
    """What became of what was typed."""

    WARD = "ward"
    TERMINATED = "terminated"
    NO_WARD = "no_ward"
    ELSEWHERE = "elsewhere"
    SEVERAL = "several"
    NOT_HELD = "not_held"
    NO_POSTCODE = "no_postcode"
    NO_TABLE = "no_table"


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What was found: a whole sentence to say, and the name of the one ward it leads to, '' where there is none."""

    found: Found
    words: str
    ward: str = ""


def look_up(said: str, filters: Filters, audience: Audience) -> LookedUp:
    """Return the ward of a postcode as somebody typed it."""
    context = open_context(filters, audience)
    return look_up_in(said, places_of(filters, context, with_records=False), context)


def look_up_in(said: str, places: Places, context: Context) -> LookedUp:
    """Return the same from places already read."""
    if places.postcodes is None:
        return LookedUp(Found.NO_TABLE, NO_TABLE)
    typed = tidy(said)
    try:
        return _look(typed, said, places, context)
    except CannotTellError as reason:
        return LookedUp(Found.NO_TABLE, str(reason))


def tidy(said: str) -> str:
    """Return what was typed in capitals, without spaces and punctuation."""
    return _NEITHER.sub("", said.upper())


def spaced(postcode: str) -> str:
    """Return a whole postcode with its space: NG24 1AA."""
    return f"{postcode[:-3]} {postcode[-3:]}"


def _look(typed: str, said: str, places: Places, context: Context) -> LookedUp:
    assert places.postcodes is not None
    if _WHOLE.match(typed):
        whole = _whole(typed, places.postcodes, places, context)
        if whole is not None:
            return whole
    if not _BEGINNING.match(typed):
        if _WHOLE.match(typed):
            return LookedUp(Found.NOT_HELD, _not_held(typed, places.postcodes))
        shown = _shown(said)
        return LookedUp(
            Found.NO_POSTCODE,
            f"{shown} is not a postcode. {_like(places.postcodes)}" if shown else _like(places.postcodes),
        )
    return _beginning(typed, places.postcodes, places, context)


def _whole(typed: str, table: PlaceFile, places: Places, context: Context) -> LookedUp | None:
    """Return what a whole postcode leads to; None where the table does not have it."""
    rows = table.ask("postcode", {"postcode": typed}).rows(named=True)
    if not rows:
        return None
    row, shown = rows[0], spaced(typed)
    ward = places.coded(row["ward_code"])
    ended = row["terminated_month"]
    if not _is_ours(row["area_code"], ward is not None, context):
        return LookedUp(Found.ELSEWHERE, f"{shown} is not in {context.council.name}: another council looks after it.")
    if row["ward_code"] is None:
        return LookedUp(
            Found.NO_WARD, f"{shown} is in the table without a ward, as PO boxes can be. Choose the ward from the list."
        )
    if ward is None:
        return LookedUp(
            Found.NO_WARD, f"{shown} is in a ward we have no name for ({row['ward_code']}). {_no_name(places)}"
        )
    if ended is not None:
        words = f"{shown} was taken out of use in {ended:%B %Y}. It was in {ward.name}; check the address."
        return LookedUp(Found.TERMINATED, words, ward.name)
    return LookedUp(Found.WARD, f"{shown} is in {ward.name}.", ward.name)


def _no_name(places: Places) -> str:
    if places.boundaries is None:
        return "Load the ward boundaries: they say which code is which ward."
    return "The postcodes and the ward boundaries may be of different years."


def _beginning(typed: str, table: PlaceFile, places: Places, context: Context) -> LookedUp:
    """Return the wards the postcodes in use lie in that begin so."""
    rows = table.ask("postcodes_beginning", {"first": typed, "before": typed + _AFTER_ANY}).rows(named=True)
    if not rows:
        return LookedUp(Found.NOT_HELD, _not_held(typed, table))
    found = {ward.name for row in rows if (ward := places.coded(row["ward_code"])) is not None}
    names = sorted(found)
    number = sum(row["postcodes"] for row in rows)
    begin = f"{count_noun(number, 'postcode')} {'begins' if number == 1 else 'begin'} with {typed}"
    if not names:
        return LookedUp(Found.ELSEWHERE, f"{begin}, none of them in a ward of {context.council.name}.")
    outside = "" if all(places.coded(row["ward_code"]) for row in rows) else ", and outside our wards"
    if len(names) == 1 and not outside:
        return LookedUp(Found.SEVERAL, f"{begin}, all in {names[0]}.", names[0])
    shown = (
        listed(names)
        if len(names) <= MOST_WARDS
        else f"{', '.join(names[:MOST_WARDS])} and {len(names) - MOST_WARDS} more"
    )
    return LookedUp(Found.SEVERAL, f"{begin}, in {shown}{outside}. Type the whole postcode.")


def _is_ours(area_code: str | None, has_ward: bool, context: Context) -> bool:
    """Return whether a postcode is of this council: by its area's code where the council file names it, else by its ward."""
    areas = context.council.area_codes
    return area_code in areas if areas and area_code is not None else has_ward or area_code is None


def _not_held(typed: str, table: PlaceFile) -> str:
    shown = spaced(typed) if _WHOLE.match(typed) else typed
    return f"No postcode {'is' if _WHOLE.match(typed) else 'begins with'} {shown} in {table.file_name}. Check it, or choose the ward from the list."


def _like(table: PlaceFile) -> str:
    rows = table.ask("first_postcode").rows()
    return EMPTY.format(example=spaced(rows[0][0])) if rows else "The postcode table is empty."


def _shown(said: str) -> str:
    """Return the beginning of what was typed, in quotes, fit to be said again; '' for nothing."""
    tidied = " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())
    return f"“{tidied[:_LONGEST]}{'…' if len(tidied) > _LONGEST else ''}”" if tidied else ""
