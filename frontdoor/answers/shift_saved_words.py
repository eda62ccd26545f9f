"""What is said of savings: the answer, why it is no more than that, and what stands behind each amount."""

from frontdoor.answers.context import Context
from frontdoor.answers.demand_nouns import about
from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.labels import label_of
from frontdoor.answers.sentences import listed
from frontdoor.answers.shift_saved_costs import Costs
from frontdoor.answers.shift_saved_found import Saved
from frontdoor.answers.view_answer import Line
from frontdoor.measures.formatting import MINUS, format_date, format_value
from frontdoor.schema.units import Unit
from frontdoor.statistics.savings import Finding, Range
from frontdoor.strategy.council import CouncilEvent

MOST_NAMED = 3  # services in a sentence; more are counted
STEPS = ((1_000_000, 100_000), (100_000, 1_000), (10_000, 1_000), (1_000, 100), (100, 10))
"""Pounds from which on an amount is said to the nearest so many: no saving is known more finely."""

TREND_WITHIN = (
    "A move online that was under way before these weeks is part of what would have come anyway. Only a fall beyond "
    "that pace is borne out here, so a steady move shows as little."
)
STAYED_ALIKE = (
    "Comparison services tell what kept everybody from calling, or made everybody call. If contact about them fell for its own "
    "reasons the saving looks smaller than it was, and if it took up what others did not call about, larger."
)
CHANGED_NOT_CAUSED = "This says what changed, not what caused it: anything else that kept people from calling is in it."
NOT_WEB_VISITS = "A contact is a form sent, an email, a chat or a message. A visit to a web page is not a contact."
RECORDED_OTHERWISE = "Online contact changed overnight, likely by a change of recording, so no saving is claimed."
NO_LINKS = "How many came straight back cannot be known: contacts are not linked to customers."


def pounds(pence: float) -> str:
    """Return an amount to about two figures: '£26,000', '−£1,200', '£0'."""
    said = f"£{format_value(abs(rounded_pounds(pence)), Unit.COUNT)}"
    return f"{MINUS}{said}" if pence < 0 and said != "£0" else said


def rounded_pounds(pence: float) -> float:
    """Return pounds to about two figures."""
    whole = abs(pence) / 100
    step = step_of(whole)
    return float(round(whole / step) * step * (-1 if pence < 0 else 1))


def step_of(amount: float) -> int:
    """Return to the nearest how many pounds an amount of pounds is said."""
    return next((step for least, step in STEPS if amount >= least), 1)


def between(amount: Range) -> str:
    """Return '£26,000 (£11,000 to £46,000)', or the one amount where it has no range."""
    if amount.low == amount.high:
        return pounds(amount.central)
    return f"{pounds(amount.central)} ({pounds(amount.low)} to {pounds(amount.high)})"


def answer_words(saved: Saved) -> str:
    """Return the headline."""
    claimed = saved.phone.saving.claimed
    if claimed is None:
        return "We can’t say what it saved: nobody has said what a contact costs."
    if saved.moved <= 0:
        return RECORDED_OTHERWISE if saved.left_out else "Online contact did not grow, so there is no saving to claim."
    paper = f"On paper {pounds(claimed.central)}"
    match saved.finding:
        case Finding.SAVED:
            assert saved.borne_out is not None
            return f"{paper}; what we can stand behind is about {pounds(saved.borne_out.central)}."
        case Finding.DEPENDS_ON_COST:
            return f"{paper}; calls fell, but whether that saved anything depends on the unit costs."
        case Finding.ROSE:
            return f"{paper}; in fact more people called than would have, so nothing was saved."
        case Finding.WITHIN_NOISE:
            return f"{paper}; we can stand behind none of it."
    return f"{paper}; whether calls fell can’t be told yet."


def lead_words(saved: Saved, when: str, context: Context) -> str:
    """Return what the answer rests on and what became cash."""
    would_have = saved.phone.would_have
    if would_have is None:
        return "Too little is recorded alike before to say how many calls would have come, so nothing is borne out and nothing refuted."
    ends = f"{about(would_have.lower)} to {about(would_have.upper)}"
    whose, beside = "", ""
    if saved.phone.compared is not None:
        whose = f" about {_services(saved.phone.compared.sides.moved, context)}"
        beside = f", beside {_services(saved.phone.compared.sides.stayed, context)}"
    fell = [
        f"In {when} {about(would_have.came)} calls{whose} came; {about(would_have.expected)} would have come ({ends}){beside}."
    ]
    cash = saved.cashable
    if (
        cash is None
        and saved.phone.saving.cashable is None
        and saved.finding in (Finding.SAVED, Finding.DEPENDS_ON_COST)
    ):
        fell.append("How much of it became cash is not known: nobody has said what is no longer paid.")
    elif cash is not None and saved.phone.saving.claimed is not None:
        fell.append(f"In cash: {between(cash)}.")
    return " ".join(fell)


def facts_of(saved: Saved, days: int) -> tuple[Fact, ...]:
    """Return the strip: the claim, who came back, what is borne out and cash; nothing without unit costs."""
    claimed = saved.phone.saving.claimed
    if claimed is None:
        return ()
    back = saved.bounced
    came_back = "not known" if back is None else f"at least {_percent(back.low)}"
    return (
        Fact("On paper", pounds(claimed.central), _ends(claimed)),
        Fact(
            f"Came back within {days} days",
            came_back,
            "contacts are not linked" if back is None else f"at most {_percent(back.high)}",
        ),
        _amount("Saving we can stand behind", saved.borne_out, "what would have come can’t be told"),
        _amount("In cash", saved.cashable, "nobody has said what is no longer paid"),
    )


def _amount(label: str, amount: Range | None, why: str) -> Fact:
    if amount is None:
        return Fact(label, "not known", why)
    return Fact(label, pounds(amount.central), _ends(amount) if amount.high else "")


def _ends(amount: Range) -> str:
    return f"{pounds(amount.low)} to {pounds(amount.high)}" if amount.low != amount.high else ""


def _percent(share: float) -> str:
    return format_value(share, Unit.SHARE, places=0)


def service_lines(saved: Saved, context: Context) -> tuple[Line, ...]:
    """Return which services' calls fell beyond chance, which rose, and of which it can't be told."""
    known = [(name, found) for name, found in saved.phone.services if found is not None]
    unknown = [name for name, found in saved.phone.services if found is None]
    changed = saved.phone.changed
    fell = [(name, found) for name, found in known if name in changed and found.fell > 0]
    rose = [(name, found) for name, found in known if name in changed and found.fell < 0]
    level = [name for name, _ in known if name not in changed]
    lines = [
        Line(f"{_label(name, context)}:", f"about {about(found.fell)} fewer calls than would have come.")
        for name, found in fell
    ]
    lines += [Line(f"{_label(name, context)}:", f"about {about(-found.fell)} more.") for name, found in rose]
    if level:
        lines.append(Line("No more than chance:", f"{listed([_label(name, context) for name in level])}."))
    if unknown:
        lines.append(
            Line("Can’t be told:", f"{listed([_label(name, context) for name in unknown])}; too few calls or weeks.")
        )
    return tuple(lines)


def back_words(saved: Saved, days: int) -> str:
    """Return how many online contacts came back, as the range that missing links leave."""
    if saved.bounced is None:
        return NO_LINKS
    low, middle, high = (
        format_value(end, Unit.SHARE, places=0)
        for end in (saved.bounced.low, saved.bounced.central, saved.bounced.high)
    )
    return (
        f"Of all online contacts {low} are seen to come back by phone or in person in {days} days; at most {high} did. "
        f"If unlinked contacts are like linked ones, {middle}."
    )


def notes_of(saved: Saved, costs: Costs, events: list[CouncilEvent], context: Context) -> tuple[str, ...]:
    """Return whole sentences a reader must know."""
    found = []
    if saved.left_out:
        names = listed([label_of(name, "channel", context) for name in saved.left_out])
        found.append(
            f"{names} began, ended or jumped overnight, or came from another source, in these two years: taken for a change of "
            "recording, so no part of what moved. `[[digital_channel]]` in the council file says when a channel really began."
        )
    if costs.uncosted and costs.by_channel:
        names = listed([label_of(name, "channel", context) for name in costs.uncosted])
        found.append(f"No unit cost is given for {names}, so the cost of an online contact is that of the others.")
    if events:
        named = listed([f"{event.label} ({format_date(event.on_date)})" for event in events[:3]])
        part = "" if saved.phone.would_have is None else " What they did to contact is in the comparison."
        found.append(f"In these weeks: {named}.{part}")
    if saved.phone.compared is not None:
        found.append(STAYED_ALIKE)
    elif saved.phone.would_have is not None:
        found += [TREND_WITHIN, CHANGED_NOT_CAUSED]
    return (*found, NOT_WEB_VISITS)


def _services(services: tuple[str, ...], context: Context) -> str:
    names = [_label(name, context) for name in services]
    return listed(names) if len(names) <= MOST_NAMED else f"{len(names)} services"


def _label(service: str, context: Context) -> str:
    return label_of(service, "service", context)
