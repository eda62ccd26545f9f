"""The pictures of My ward: every ward side by side on a map, or as bars where no boundaries are loaded, with one table of both."""

import polars as pl

from frontdoor.answers.ward_outlines import outlines
from frontdoor.answers.ward_places import Places, Ward
from frontdoor.answers.ward_sums import WardSums
from frontdoor.answers.ward_words import differs, figure_of, range_words, value_words
from frontdoor.figure import Figure, Kind
from frontdoor.periods import Period

NOT_KNOWN = "Not known"
_OUTLINE = pl.List(pl.List(pl.List(pl.Int64)))


def wards_figure(sums: WardSums, places: Places, chosen: Ward | None, period: Period, source: str) -> Figure | None:
    """Return the measure in every ward; None where no ward has a figure."""
    known = [(ward, figure) for ward in places.wards if (figure := figure_of(sums, ward)).value is not None]
    if not known:
        return None
    drawn = outlines(places.wards)
    return Figure(
        key="wards",
        kind=Kind.WARD_MAP if drawn else Kind.BARS,
        frame=_map_frame(sums, places, drawn, chosen) if drawn else _bars_frame(sums, places, chosen),
        unit=sums.measure.unit,
        better=sums.measure.better,
        headline=_headline(sums, places, chosen),
        subtitle=f"{sums.measure.label} by ward, {period.label}",
        sentence=_sentence(sums, places, chosen),
        definition=f"{sums.measure.definition} Counts of 1 to 4 are hidden. Four shades, each a quarter of the way from the "
        "lowest ward to the highest; grey where there is no figure."
        if drawn
        else f"{sums.measure.definition} Counts of 1 to 4 are hidden.",
        table=table_of(sums, places),
        provenance=source,
        key_words=("Lower", "Higher") if drawn else (),
    )


def _map_frame(
    sums: WardSums, places: Places, drawn: dict[str, list[list[list[int]]]], chosen: Ward | None
) -> pl.DataFrame:
    shown = [ward for ward in places.wards if ward.name in drawn]
    figures = [figure_of(sums, ward) for ward in shown]
    return pl.DataFrame(
        {
            "ward": [ward.name for ward in shown],
            "value": [figure.value for figure in figures],
            "note": [figure.why or _note(sums, ward) for ward, figure in zip(shown, figures, strict=True)],
            "is_highlighted": [ward == chosen for ward in shown],
            "is_doubtful": [ward.is_default for ward in shown],
            "outline": [drawn[ward.name] for ward in shown],
        },
        schema_overrides={"value": pl.Float64, "note": pl.String, "outline": _OUTLINE},
    )


def _note(sums: WardSums, ward: Ward) -> str:
    """Return the range, and that contacts without an address are there too."""
    figure = figure_of(sums, ward)
    parts = [
        f"range {range_words(sums, figure)}" if figure.interval else "",
        "also where no address was given" if ward.is_default else "",
    ]
    return "; ".join(part for part in parts if part)


def _bars_frame(sums: WardSums, places: Places, chosen: Ward | None) -> pl.DataFrame:
    rows = [(ward, figure_of(sums, ward)) for ward in places.wards]
    rows.sort(key=lambda row: (row[1].value is None, -(row[1].value or 0.0), row[0].name))
    return pl.DataFrame(
        {
            "label": [f"{ward.name} (chosen)" if ward == chosen else ward.name for ward, _ in rows],
            "value": [figure.value for _, figure in rows],
            "note": [figure.why for _, figure in rows],
            "is_highlighted": [False] * len(rows),
        },
        schema_overrides={"value": pl.Float64},
    )


def _headline(sums: WardSums, places: Places, chosen: Ward | None) -> str:
    """Return whether the chosen ward, or how many of all, differ clearly: a rank alone would name chance a difference."""
    ranked = _ranked(sums, places)
    if sums.together.value is None or not any(figure_of(sums, ward).interval for ward in ranked):
        place = (
            "" if chosen not in ranked else f"; {chosen.name} is number {ranked.index(chosen) + 1}" if chosen else ""
        )
        return f"{ranked[0].name} has the most of {len(ranked)} wards{place}"
    if chosen is not None and chosen in ranked:
        way = differs(sums, figure_of(sums, chosen))
        return (
            f"{chosen.name} is clearly {way} than all wards together"
            if way
            else f"{chosen.name} does not clearly differ from all wards together"
        )
    number = sum(bool(differs(sums, figure_of(sums, ward))) for ward in ranked)
    return f"{number or 'None'} of {len(ranked)} wards clearly differ{'' if number > 1 else 's'} from all together"


def _sentence(sums: WardSums, places: Places, chosen: Ward | None) -> str:
    ranked = _ranked(sums, places)
    ends = [f"{ward.name} ({_value(sums, ward)})" for ward in (ranked[0], ranked[-1])]
    own = f" {chosen.name}: {_value(sums, chosen)}." if chosen in ranked and chosen is not None else ""
    together = f" All wards: {value_words(sums, sums.together.value)}."
    return f"{sums.measure.label} by ward, from {ends[1]} to {ends[0]}.{own}{together}"


def _ranked(sums: WardSums, places: Places) -> list[Ward]:
    """Return the wards with a figure, the highest first."""
    known = [(figure.value, ward) for ward in places.wards if (figure := figure_of(sums, ward)).value is not None]
    return [ward for _, ward in sorted(known, key=lambda each: (-each[0], each[1].name))]


def _value(sums: WardSums, ward: Ward) -> str:
    return value_words(sums, figure_of(sums, ward).value)


def table_of(sums: WardSums, places: Places) -> pl.DataFrame:
    """Return every ward as people read it, those hidden named as such, and what has no ward last."""
    rows = []
    for ward in places.wards:
        figure = figure_of(sums, ward)
        remark = "also where no address was given" if ward.is_default else ""
        value = figure.why if figure.value is None else _value(sums, ward)
        rows.append((ward.name, value, range_words(sums, figure), remark))
    if sums.unknown is not None:
        value = sums.unknown.why or value_words(sums, sums.unknown.value)
        rows.append((NOT_KNOWN, value, "–", "nobody noted a ward"))
    names = ("Ward", sums.measure.label, "Range", "Remark")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
