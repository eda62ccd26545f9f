"""Pages as a real pack has them, from which an Easy Read draft is made: promises, a missed measure, complaints, hours, pilots."""

from dataclasses import replace

from frontdoor.answers.feedback_answer import Fact
from frontdoor.packs.pack import Aside, Cell, Pack, PackPage, PackTable
from frontdoor.schema.units import Unit
from tests.unit.packs.example_pack import BASIS, example_pack

HEADS = ("Measure", "October 2026", "Counted", "Target", "Status", "Real change?", "Owner")


def share(value: float, words: str = "") -> Cell:
    return Cell(words or f"{value:.0%}", value, Unit.SHARE)


def aim(value: float, edge: str = "at least") -> Cell:
    return Cell(f"{edge} {value:.0%}", value, Unit.SHARE)


def judged(label: str, value: Cell, target: Cell, status: str, change: str = "No real change") -> tuple[Cell, ...]:
    return Cell(label), value, Cell("13,164 of 21,232 calls"), target, Cell(status), Cell(change), Cell("Somebody")


def promise(title: str, state: str, *rows: tuple[Cell, ...]) -> PackTable:
    return PackTable(f"promise_{title.lower().replace(' ', '_')}", f"{title}: {state}", HEADS, rows)


CALLS = judged("Calls answered within 60 seconds", share(0.6227), aim(0.7), "Missed", "Worse since August")
EMAILS = judged("Emails answered in 5 working days", share(0.9284), aim(0.9), "Met")

PROMISES = PackPage(
    "promises", "We are keeping 1 of our 3 promises.", "Are we keeping our promises?", "", BASIS,
    tables=(
        promise("We answer the phone quickly", "Not kept", CALLS),
        promise("We reply when we say we will", "Kept", EMAILS),
    ),
)  # fmt: skip
MISSED = PackPage(
    "measure_calls", "62 in every 100 callers got through; we promised 70.",
    "How are we doing on “calls answered within 60 seconds”?", "", BASIS,
    tables=(
        PackTable("calls_services", "By service", ("Service", "Value", "Counted", "Status"), (
            (Cell("Council tax"), share(0.41472), Cell("2,592 of 6,250 calls"), Cell("Missed")),
            (Cell("Planning"), share(0.74), Cell("871 of 1,180 calls"), Cell("Met")),
        )),
    ),
)  # fmt: skip
COMPLAINTS = PackPage(
    "complaints", "253 complaints came in October 2026.", "Do we answer complaints in time?",
    "More complaints can mean that complaining has become easier, so more is not simply worse.", BASIS,
    facts=(
        Fact("Complaints, October 2026", "253", "189 a year earlier"),
        Fact("Upheld, in full or part", "61%", "100 of 165 complaints decided"),
        Fact("Paid to put things right", "£3,975", "with the answers given"),
    ),
)  # fmt: skip
WEEK = PackPage(
    "peaks_the_week", "Monday 9am to 10am is the peak.", "When do people need us, and are we there?", "", BASIS,
    asides=(Aside("Busiest and quietest", (
        "Monday 9am to 10am: 226 calls, twice the average hour. 53 in every 100 waited over 60 seconds.",
        "Quietest, Friday 4pm to 5pm: 58 calls, half the average hour. 8 in every 100 waited over 60 seconds.",
    )),),
)  # fmt: skip
PILOTS = PackPage(
    "pilots", "1 pilot has ended, and it met its main outcome.", "What have we tried?", "Members decide.", BASIS,
    tables=(
        PackTable("pilots_1", "Pilots declared", ("Pilot", "What was tried", "What came of it", "What weakens it", "Main outcome"), (
            tuple(map(Cell, ("Early Mondays (5 January 2026 to 29 March 2026, 12 weeks)", "The phone lines open at 8am on Mondays.",
                             "The rule gives: extend it. Calls: 41 more (38 to 45)", "Nothing known", "Met"))),
            tuple(map(Cell, ("Early Tuesdays (11 January 2027 to 4 April 2027, 12 weeks)", "Early.", "Starts 11 January 2027",
                             "Nothing known", "Not started"))),
        )),
    ),
)  # fmt: skip
COMMENTARY = replace(
    WEEK,
    key="said",
    asides=(
        Aside(
            "Head of Customer Services, 3 November 2026",
            (
                "Two people start on Monday.",
                "The KPI was not achieved due to insufficient resource within the contact centre.",
            ),
            is_commentary=True,
        ),
    ),
)


def easy_pack(*pages: PackPage) -> Pack:
    return example_pack(*(pages or (PROMISES, MISSED, COMPLAINTS, WEEK, PILOTS, COMMENTARY)))
