"""Rows of a table that says what each way of working a pilot out finds: the change, its range, and the word it would give."""

from collections.abc import Iterator

from frontdoor.answers.pilot_changed_signed import between, change_head, signed
from frontdoor.answers.pilot_changed_ways import is_pretended, way_words
from frontdoor.answers.pilot_changed_word import in_unit, word_of
from frontdoor.answers.pilot_found import OutcomeFound
from frontdoor.answers.pilot_series import OutcomeSeries
from frontdoor.answers.view_answer import Row, Table
from frontdoor.measures.formatting import NOTHING, format_value
from frontdoor.measures.measure import Kind
from frontdoor.schema.units import Unit
from frontdoor.statistics.pilot_sensitivity import Row as Way
from frontdoor.statistics.pilot_sensitivity import Sensitivity, sensitivity
from frontdoor.statistics.pilot_verdict import SIGNIFICANT, Caution, Verdict
from frontdoor.statistics.placebo_units import PlaceboRank

TITLE = "Does the answer hold up?"
TOO_NARROW = "Too narrow here: it takes weeks for independent and finds changes that are not there"
NOTHING_FOUND, SOMETHING_FOUND = "No effect, as it should", "An effect, where there was none"
CANNOT = "Cannot be done"
ONLY_COUNTS = "It is for counts; this is none."
NO_PLACEBO = "Cannot decide by itself"
BY_ITSELF = (
    "Every row was fixed before anyone saw a figure, all are shown, and none decides. Its word is what it would give by itself, "
    "by the plan’s measure of success."
)


def other_ways(series: OutcomeSeries) -> Sensitivity:
    """Return every other reasonable way of working an outcome out; half a second of work and more."""
    return sensitivity(series.question, tuple(event.weeks for event in series.events))


def holds_up_table(each: OutcomeFound, series: OutcomeSeries, found: Sensitivity) -> Table:
    """Return every other reasonable way as a row, with the word it would give."""
    rows = (*_ways(found, each, series), *_rank(found))
    note = " ".join(part for part in (BY_ITSELF, _pretended_words(rows), _limits_words(each)) if part)
    return Table(
        TITLE, ("If we…", change_head(series.measure.unit), "95% range"), rows, note, result_head="What it would say"
    )


def _ways(found: Sensitivity, each: OutcomeFound, series: OutcomeSeries) -> Iterator[Row]:
    for way in found.rows:
        yield way_row(way, each, series)


def way_row(way: Way, each: OutcomeFound, series: OutcomeSeries) -> Row:
    """Return one way as a row; one that cannot be done says why."""
    name = way_words(way, series, is_exact=each.exact is not None)
    if way.name.startswith("on scale") and series.measure.kind is not Kind.COUNT:
        return refused_row(name, ONLY_COUNTS)
    if way.reason is not None or way.effect is None:
        return refused_row(name, way.reason.value if way.reason else "")
    is_main = way.name == "primary"
    effect = each.effect if is_main and each.effect is not None else in_unit(way, series)
    unit = series.measure.unit
    cells = (name, signed(effect.value, unit), between(effect, unit))
    if is_pretended(way):
        is_quiet = way.p is None or way.p >= SIGNIFICANT
        return Row(cells, Verdict.MET if is_quiet else Verdict.NOT_MET, NOTHING_FOUND if is_quiet else SOMETHING_FOUND)
    if is_main and each.judged is not None:
        return Row(cells, each.judged.verdict, detail=" ".join(caution.value for caution in each.judged.cautions))
    verdict = word_of(effect, each, is_sure=way.p is not None and way.p < SIGNIFICANT)
    if way.is_too_narrow:
        said = "" if verdict is None else f"Would say {verdict.value.replace(chr(39), '’')}"
        return Row(cells, None, f"{said}; not used" if said else "Not used", TOO_NARROW)
    return Row(cells, verdict)


def refused_row(name: str, why: str) -> Row:
    """Return a way that cannot be used here, and why."""
    return Row((name, NOTHING, NOTHING), None, CANNOT, why)


def _rank(found: Sensitivity) -> Iterator[Row]:
    if found.rank is not None:
        yield rank_row(found.rank)


def rank_row(rank: PlaceboRank) -> Row:
    """Return how the pilot ranks in size among its comparisons, and how small p could get at all."""
    place = "the largest" if rank.rank == 1 else f"number {rank.rank}"
    p, least = (format_value(value, Unit.RATIO) for value in (rank.p, rank.smallest_p))
    name = f"rank its change in size among {rank.units} changes, its comparisons’ included"
    return Row(
        (name, place, NOTHING),
        None,
        NO_PLACEBO,
        f"p = {p}; with {rank.units} it cannot be below {least}, whatever happened",
    )


def _limits_words(each: OutcomeFound) -> str:
    hard = (Caution.CONFOUNDED, Caution.SHORT, Caution.NO_SEASON, Caution.DRIFT)
    limits = [caution.value for caution in (each.judged.cautions if each.judged else ()) if caution in hard]
    return f"What limits the main method limits the others too: {' '.join(limits)}" if limits else ""


def _pretended_words(rows: tuple[Row, ...]) -> str:
    """Return how many pretended pilots show something, and how many would by chance."""
    results = [row.result for row in rows if row.result in (NOTHING_FOUND, SOMETHING_FOUND)]
    found = results.count(SOMETHING_FOUND)
    return (
        f"{found} of {len(results)} pretended pilots {'shows' if found == 1 else 'show'} an effect; about 1 in 20 would by chance."
        if results
        else ""
    )
