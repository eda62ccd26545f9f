"""The words of My ward: its answer, its figures beside those of all wards, what was too few to show and what to know."""

from collections.abc import Sequence

from frontdoor.answers.action_listed import OPEN
from frontdoor.answers.context import Context
from frontdoor.answers.sentences import listed
from frontdoor.answers.view_answer import Box, Line, Row, Table
from frontdoor.answers.ward_places import Places, Ward, alike
from frontdoor.answers.ward_sums import HIDDEN, NOT_THERE, WardFigure, WardSums
from frontdoor.measures.formatting import format_date, format_value
from frontdoor.measures.measure import Kind
from frontdoor.periods import Period
from frontdoor.register.actions import HeldAction, actions
from frontdoor.schema.units import Unit
from frontdoor.warehouse.places import PlaceFile

NOT_RECORDED = "No contact is recorded under the name or the code of {ward} in these months."
CHOOSE = "Type a postcode, or choose a ward from the list, to see its councillors and its figures."
BY_CHANCE = "With {wards} wards, about {some} would seem to differ on each measure by chance alone."
RANGE = (
    "All wards: those shown, added up; what has no ward is left out here and not on other pages. The range is where the true "
    "figure may lie: how far chance alone could move it (95%)."
)
NARROWED = "The ward or group chosen in the filters is not applied here: every ward stands beside the others."
UNKNOWN_HIDDEN = "how many are in no ward is hidden, so that a ward with fewer than 5 people cannot be worked out"
FEWEST_WARDS = 10  # of fewer, chance makes none stand out
BY_CHANCE_SHARE = 0.05


def figure_of(sums: WardSums, ward: Ward) -> WardFigure:
    """Return a ward's figure; one nobody recorded says so."""
    return sums.wards.get(ward.recorded_as) or WardFigure(None, None, None, None, sums.reason or NOT_THERE)


def differs(sums: WardSums, figure: WardFigure) -> str:
    """Return 'higher' or 'lower' where the figure of all wards lies outside the ward's range, '' where it does not."""
    together = sums.together.value
    if figure.interval is None or figure.value is None or together is None:
        return ""
    low, high = figure.interval
    return "higher" if together < low else "lower" if together > high else ""


def answer_words(ward: Ward | None, found: Sequence[WardSums], period: Period) -> str:
    """Return what was found of the ward in one sentence."""
    if ward is None:
        return "Which ward is yours?"
    contacts = figure_of(found[0], ward)
    if contacts.value is None:
        return f"{ward.name}: contacts cannot be told for {period.label}."
    online = figure_of(found[1], ward)
    told = f", {format_value(online.value, found[1].measure.unit)} of them online" if online.value is not None else ""
    return f"People in {ward.name} contacted us {contacts.value:,.0f} times{told}."


def lead_words(ward: Ward | None, found: Sequence[WardSums]) -> str:
    """Return what differs clearly from all wards together."""
    if ward is None:
        return CHOOSE
    if not ward.recorded_as:
        return NOT_RECORDED.format(ward=ward.name)
    clear = [
        f"{each.show.value[:1].lower()}{each.show.value[1:]} ({value_words(each, figure.value)} against {value_words(each, each.together.value)})"
        for each in found
        if differs(each, figure := figure_of(each, ward))
    ]
    if clear:
        return f"Clearly different from all wards together: {listed(clear)}."
    return "Nothing here differs clearly from all wards together."


def beside_table(ward: Ward, found: Sequence[WardSums]) -> Table:
    """Return the ward's figures beside those of all wards together, with their ranges."""
    rows = []
    for each in found:
        figure = figure_of(each, ward)
        way = differs(each, figure)
        verdict = f"clearly {way}" if way else "no clear difference" if figure.interval else "–"
        value = value_words(each, figure.value) if figure.value is not None else figure.why
        rows.append(
            Row((each.show.value, value, range_words(each, figure), value_words(each, each.together.value), verdict))
        )
    return Table(
        f"{ward.name} beside all wards together",
        ("Measure", ward.name, "Range", "All wards", "Beside all wards"),
        tuple(rows),
        RANGE,
    )


def range_words(sums: WardSums, figure: WardFigure) -> str:
    """Return '48% to 50%', or a dash where there is no range."""
    if figure.interval is None:
        return "–"
    low, high = (value_words(sums, end) for end in figure.interval)
    return f"{low} to {high}"


def too_few_box(ward: Ward | None, found: Sequence[WardSums], names: int) -> Box:
    """Return what cannot be shown, and of how many wards."""
    lines = [
        Line(f"{each.show.value}:", figure.why)
        for each in found
        if ward is not None and (figure := figure_of(each, ward)).value is None
    ]
    lines += [
        Line(f"{each.show.value}:", f"hidden or too few to say in {each.hidden} of {names} wards")
        for each in found
        if each.hidden and not each.reason
    ]
    if ward is not None and not any(figure_of(each, ward).value is None for each in found):
        lines.insert(0, Line(f"{ward.name}:", "nothing was too few to show"))
    return Box("Too few to show", tuple(lines), is_quiet=True)


def unknown_box(found: Sequence[WardSums], places: Places) -> Box:
    """Return what has no ward, and what stands in a ward only for want of an address."""
    lines = []
    for each in found:
        if each.measure.kind is not Kind.COUNT or each.unknown is None:
            continue
        if each.unknown.why == HIDDEN:
            lines.append(Line(f"{each.show.value}:", UNKNOWN_HIDDEN))
        elif each.unknown.value and each.total:
            share = each.unknown.value / each.total
            words = (
                f"{each.unknown.value:,.0f} of {each.total:,.0f} ({share * 100:.0f}%) are in no ward: nobody noted one"
            )
            lines.append(Line(f"{each.show.value}:", words))
    lines += [
        Line(
            f"{ward.name}:",
            "contacts without an address are recorded there too, so its figures say little of who lives there",
        )
        for ward in places.wards
        if ward.is_default
    ]
    lines += [
        Line(f"{name}:", "stands in the list of councillors and is no ward of the boundaries") for name in places.strays
    ]
    return Box("Wards not known or filled in", tuple(lines), is_quiet=True)


def actions_box(ward: Ward, context: Context) -> Box:
    """Return the actions of the ward, and those whose words name it: overdue first, then what is open, then what ended."""
    named = [each for each in actions(context.register) if _is_of(each, ward)]
    named.sort(key=lambda each: (not each.is_overdue(context.as_at), each.entry.status not in OPEN))
    return Box(f"Actions in {ward.name}", tuple(_action_line(each, context) for each in named))


def _is_of(action: HeldAction, ward: Ward) -> bool:
    if action.entry.ward:
        return alike(action.entry.ward) == alike(ward.name)
    return ward.name.lower() in f"{action.entry.title} {action.entry.note}".lower()


def _action_line(action: HeldAction, context: Context) -> Line:
    entry = action.entry
    due = f"due {format_date(entry.due_date)}" if entry.due_date else "no date"
    late = ", overdue" if action.is_overdue(context.as_at) else ""
    return Line(f"{entry.title}:", f"{entry.owner or 'nobody named'}, {due}, {entry.status}{late}")


def notes_of(places: Places, is_narrowed: bool) -> tuple[str, ...]:
    """Return what to know: chance, filters, and the files the places come from."""
    number = len(places.wards)
    chance = BY_CHANCE.format(wards=number, some=round(number * BY_CHANCE_SHARE) or 1) if number >= FEWEST_WARDS else ""
    files = (
        (places.postcodes, "Postcodes"),
        (places.boundaries, "Ward boundaries"),
        (places.councillors, "Councillors"),
    )
    said = [_file_words(file, what) for file, what in files]
    return tuple(note for note in (NARROWED if is_narrowed else "", chance, *said) if note)


def _file_words(file: PlaceFile | None, what: str) -> str:
    if file is None:
        return f"{what}: no file is loaded (docs/places.md says which)."
    return f"{what}: {file.file_name}, load {file.load_id}."


def value_words(sums: WardSums, value: float | None) -> str:
    """Return a value in words; of a rate its number alone, since the choice's own words say of how many it is."""
    if sums.measure.unit is Unit.PER_THOUSAND:
        return format_value(value, Unit.COUNT, places=1)
    return format_value(value, sums.measure.unit)
