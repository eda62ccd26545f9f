"""Complaint clocks worked out by hand on a calendar: receipt is day 0, and what is due when, and was it in time?

The rules are those of the two Complaint Handling Codes: 5 working days from opening a stage to acknowledge it, then 10
(stage 1) or 20 (stage 2) from the acknowledgement to respond, and what was extended on top. A stage never acknowledged starts
its response clock on the last day allowed for that; one acknowledged late starts it then. An answer stops both clocks. Bank
holidays are those of the nation (https://www.gov.uk/bank-holidays).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ACKNOWLEDGE_WORKING_DAYS = 5
RESPOND_WORKING_DAYS = {1: 10, 2: 20}


class Ending(StrEnum):
    """How a clock stands on the as-at date; the first three are counted, the others are not."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN_OVERDUE = "open_overdue"
    NOT_DUE = "not_due"  # due after the as-at date, stopped or not
    WITHDRAWN = "withdrawn"


IN_TIME, LATE, OVERDUE, NOT_DUE, WITHDRAWN = Ending


@dataclass(frozen=True, slots=True)
class Puzzle:
    """One stage of one complaint, and what its two clocks must say; `why` is the working in a sentence."""

    key: str
    why: str
    nation: str  # as council.toml has it after reading: GB-ENG, GB-SCT
    stage: int
    opened: date  # day 0
    acknowledged: date | None
    extension_working_days: int  # as granted
    longest_extension: int | None  # None counts all that was granted
    responded: date | None
    withdrawn: date | None
    as_at: date
    acknowledge_due: date
    acknowledgement: Ending
    respond_due: date
    response: Ending


Expected = tuple[str, Ending, str, Ending]
"""Due date and ending of the acknowledgement, then of the response."""


def puzzle(
    key: str,
    why: str,
    opened: str,
    expected: Expected,
    *,
    acknowledged: str | None = None,
    responded: str | None = None,
    withdrawn: str | None = None,
    extension: int = 0,
    longest: int | None = None,
    stage: int = 1,
    nation: str = "GB-ENG",
    as_at: str = "2027-03-31",
) -> Puzzle:
    """Build one from dates in words."""
    return Puzzle(
        key, why, nation, stage, date.fromisoformat(opened), _day(acknowledged), extension, longest, _day(responded),
        _day(withdrawn), date.fromisoformat(as_at), date.fromisoformat(expected[0]), expected[1],
        date.fromisoformat(expected[2]), expected[3],
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


# fmt: off
PUZZLES = (
    puzzle("plain_weeks", "Monday the 3rd is day 0, so day 5 is Monday the 10th; ten working days after Wednesday the 5th is the 19th.",
           "2025-11-03", ("2025-11-10", IN_TIME, "2025-11-19", IN_TIME), acknowledged="2025-11-05", responded="2025-11-19"),
    puzzle("one_day_late", "The same complaint answered on Thursday the 20th is a day late.",
           "2025-11-03", ("2025-11-10", IN_TIME, "2025-11-19", LATE), acknowledged="2025-11-05", responded="2025-11-20"),
    puzzle("received_on_a_friday", "Day 1 is Monday the 10th; answered on Monday 1 December, one working day after Friday the 28th.",
           "2025-11-07", ("2025-11-14", IN_TIME, "2025-11-28", LATE), acknowledged="2025-11-14", responded="2025-12-01"),
    puzzle("received_on_a_saturday", "Saturday's day 1 is Monday the 10th, as Friday's is; from that Monday the tenth is Monday the 24th.",
           "2025-11-08", ("2025-11-14", IN_TIME, "2025-11-24", IN_TIME), acknowledged="2025-11-10", responded="2025-11-24"),
    puzzle("acknowledged_on_a_sunday", "The web form acknowledges at once, on Sunday: day 0 of the answer too, so Friday the 21st is its tenth day.",
           "2025-11-09", ("2025-11-14", IN_TIME, "2025-11-21", IN_TIME), acknowledged="2025-11-09", responded="2025-11-21"),
    puzzle("answered_on_a_saturday", "Due Friday the 21st; the answer sent on Saturday the 22nd is late although no working day lies between.",
           "2025-11-09", ("2025-11-14", IN_TIME, "2025-11-21", LATE), acknowledged="2025-11-09", responded="2025-11-22"),
    puzzle("christmas_2024", "20, 23, 24, 27 and 30 December are the five days; from the 27th: 30, 31, then 2, 3, 6-10 and 13 January.",
           "2024-12-19", ("2024-12-30", IN_TIME, "2025-01-13", IN_TIME), acknowledged="2024-12-27", responded="2025-01-13"),
    puzzle("on_christmas_day", "From Christmas Day: 27, 30, 31 December, 2 and 3 January; the 6th is late, yet the answer counts from it.",
           "2024-12-25", ("2025-01-03", LATE, "2025-01-20", IN_TIME), acknowledged="2025-01-06", responded="2025-01-17"),
    puzzle("christmas_2025_in_silence", "23, 24, 29-31 December: never acknowledged, so the 31st is day 0 of the answer and 15 January day 10.",
           "2025-12-22", ("2025-12-31", LATE, "2026-01-15", IN_TIME), responded="2026-01-14"),
    puzzle("silence_buys_no_time", "The same, answered on 16 January: a day late, though nobody ever set the clock going.",
           "2025-12-22", ("2025-12-31", LATE, "2026-01-15", LATE), responded="2026-01-16"),
    puzzle("open_on_its_last_day", "29, 30, 31 December, 2 and 5 January; from 2 January the tenth day is the 16th, which is over.",
           "2025-12-27", ("2026-01-05", IN_TIME, "2026-01-16", OVERDUE), acknowledged="2026-01-02", as_at="2026-01-16"),
    puzzle("open_the_day_before", "A day earlier the same complaint is not yet due and counts nowhere.",
           "2025-12-27", ("2026-01-05", IN_TIME, "2026-01-16", NOT_DUE), acknowledged="2026-01-02", as_at="2026-01-15"),
    puzzle("boxing_day_moved", "Boxing Day 2026 is a Saturday, so Monday the 28th is free: 24, 29, 30, 31 December and 4 January.",
           "2026-12-23", ("2027-01-04", IN_TIME, "2027-01-12", OVERDUE), acknowledged="2026-12-24", as_at="2027-01-13"),
    puzzle("new_year_in_england", "2, 3, 6, 7, 8 January; acknowledged on the 9th, late; then 10, 13-17, 20-23 January.",
           "2024-12-31", ("2025-01-08", LATE, "2025-01-23", IN_TIME), acknowledged="2025-01-09", responded="2025-01-23"),
    puzzle("new_year_in_scotland", "2 January is free in Scotland, so the 9th is in time there; then 10, 13-17, 20-23 January.",
           "2024-12-31", ("2025-01-09", IN_TIME, "2025-01-23", LATE), acknowledged="2025-01-09", responded="2025-01-24",
           nation="GB-SCT"),
    puzzle("easter_2024_in_england", "28 March, 2, 3, 4, 5 April: Good Friday and Easter Monday are free; from the 28th ten days end on 15 April.",
           "2024-03-27", ("2024-04-05", IN_TIME, "2024-04-15", IN_TIME), acknowledged="2024-03-28", responded="2024-04-15"),
    puzzle("easter_2024_in_scotland", "Easter Monday is a working day in Scotland, so both clocks end a working day earlier and the answer is late.",
           "2024-03-27", ("2024-04-04", IN_TIME, "2024-04-12", LATE), acknowledged="2024-03-28", responded="2024-04-15",
           nation="GB-SCT"),
    puzzle("easter_2025_and_may_day", "22-25 and 28 April; from the 22nd: 23, 24, 25, 28, 29, 30 April, 1, 2, 6 and 7 May, as 5 May is free.",
           "2025-04-17", ("2025-04-28", IN_TIME, "2025-05-07", IN_TIME), acknowledged="2025-04-22", responded="2025-05-07"),
    puzzle("jubilee_2022", "2 and 3 June 2022 are free; acknowledged the same day, so day 1 is Monday the 6th and day 10 Friday the 17th.",
           "2022-06-01", ("2022-06-10", IN_TIME, "2022-06-17", IN_TIME), acknowledged="2022-06-01", responded="2022-06-17"),
    puzzle("state_funeral_2022", "Monday 19 September 2022 was free: 20-23 and 26; without it the acknowledgement of the 26th would be late.",
           "2022-09-16", ("2022-09-26", IN_TIME, "2022-10-10", IN_TIME), acknowledged="2022-09-26", responded="2022-10-10"),
    puzzle("coronation_2023", "3, 4, 5, 9, 10 May, as Monday the 8th is free; from Friday the 5th: 9-12, 15-19, 22 May.",
           "2023-05-02", ("2023-05-10", IN_TIME, "2023-05-22", LATE), acknowledged="2023-05-05", responded="2023-05-23"),
    puzzle("two_free_mondays_in_may", "2-5 and 9 May, as the 1st and the 8th are free; from the 9th: 10-12, 15-19, 22 and 23 May.",
           "2023-04-28", ("2023-05-09", IN_TIME, "2023-05-23", IN_TIME), acknowledged="2023-05-09", responded="2023-05-23"),
    puzzle("due_on_a_leap_day", "23, 26, 27, 28 and 29 February 2024; then 1, 4-8, 11-14 March.",
           "2024-02-22", ("2024-02-29", IN_TIME, "2024-03-14", IN_TIME), acknowledged="2024-02-29", responded="2024-03-14"),
    puzzle("received_on_a_leap_day", "1, 4-7 March; in silence the answer is due ten days after the 7th, on the 21st, which has not come.",
           "2024-02-29", ("2024-03-07", OVERDUE, "2024-03-21", NOT_DUE), as_at="2024-03-20"),
    puzzle("acknowledged_late", "Due on 9 June, acknowledged on the 16th: late, and the answer counts from the 16th: 17-20, 23-27 and 30 June.",
           "2025-06-02", ("2025-06-09", LATE, "2025-06-30", IN_TIME), acknowledged="2025-06-16", responded="2025-06-27"),
    puzzle("answered_at_once", "The answer of the 6th acknowledges too; its own clock would have run from the 10th to the 24th.",
           "2025-11-03", ("2025-11-10", IN_TIME, "2025-11-24", IN_TIME), responded="2025-11-06"),
    puzzle("nothing_ever_happened", "Neither acknowledged by the 10th nor answered by the 24th.",
           "2025-11-03", ("2025-11-10", OVERDUE, "2025-11-24", OVERDUE), as_at="2025-11-25"),
    puzzle("answered_before_it_counts", "Answered on the 20th, but due on 2 December, after the as-at date: counted only then.",
           "2025-11-17", ("2025-11-24", IN_TIME, "2025-12-02", NOT_DUE), acknowledged="2025-11-18", responded="2025-11-20",
           as_at="2025-11-28"),
    puzzle("extended_as_allowed", "Ten days after 3 September is the 17th, ten more is 1 October.",
           "2025-09-01", ("2025-09-08", IN_TIME, "2025-10-01", IN_TIME), acknowledged="2025-09-03", responded="2025-10-01",
           extension=10, longest=10),
    puzzle("extended_beyond_the_code", "Fifteen were granted but ten are allowed, so it stays at 1 October and the 8th is late.",
           "2025-09-01", ("2025-09-08", IN_TIME, "2025-10-01", LATE), acknowledged="2025-09-03", responded="2025-10-08",
           extension=15, longest=10),
    puzzle("extended_as_granted", "A council that counts what was granted has until 8 October: 25 working days.",
           "2025-09-01", ("2025-09-08", IN_TIME, "2025-10-08", IN_TIME), acknowledged="2025-09-03", responded="2025-10-08",
           extension=15),
    puzzle("extended_in_silence", "Never acknowledged, so 10 and 5 days run from 8 September: 22 September, then the 29th.",
           "2025-09-01", ("2025-09-08", LATE, "2025-09-29", IN_TIME), responded="2025-09-29", extension=5, longest=10),
    puzzle("stage_2_over_christmas", "3-5, 8-12, 15-19, 22-24, 29-31 December are 19 days, and 2 January is the twentieth.",
           "2025-12-01", ("2025-12-08", IN_TIME, "2026-01-02", IN_TIME), acknowledged="2025-12-02", responded="2026-01-02",
           stage=2),
    puzzle("stage_2_in_scotland", "Opened on St Andrew's Day, which is free; 2 January is free as well, so the twentieth is Monday the 5th.",
           "2025-12-01", ("2025-12-08", IN_TIME, "2026-01-05", IN_TIME), acknowledged="2025-12-02", responded="2026-01-05",
           stage=2, nation="GB-SCT"),
    puzzle("stage_2_extended", "Twenty days after 8 July is 5 August, twenty more is 3 September, as 25 August is free.",
           "2025-07-01", ("2025-07-08", IN_TIME, "2025-09-03", LATE), acknowledged="2025-07-08", responded="2025-09-04",
           extension=20, longest=20, stage=2),
    puzzle("august_in_england", "4-8 August: acknowledged on the 11th is late; then 12-15, 18-22 and 26, as the 25th is free.",
           "2025-08-01", ("2025-08-08", LATE, "2025-08-26", IN_TIME), acknowledged="2025-08-11", responded="2025-08-26"),
    puzzle("august_in_scotland", "Monday the 4th is free in Scotland and the 25th is not: in time on the 11th, and due on the 25th.",
           "2025-08-01", ("2025-08-11", IN_TIME, "2025-08-25", LATE), acknowledged="2025-08-11", responded="2025-08-26",
           nation="GB-SCT"),
    puzzle("st_andrews_day_moved", "30 November 2024 is a Saturday, so Monday 2 December is free: 3-6 and 9; then 10-13, 16-20 and 23 December.",
           "2024-11-29", ("2024-12-09", IN_TIME, "2024-12-23", LATE), acknowledged="2024-12-09", responded="2024-12-24",
           nation="GB-SCT"),
    puzzle("withdrawn_after_acknowledgement", "Acknowledged in time and that stands; the answer was no longer wanted and counts nowhere.",
           "2025-10-06", ("2025-10-13", IN_TIME, "2025-10-22", WITHDRAWN), acknowledged="2025-10-08", withdrawn="2025-10-15"),
    puzzle("withdrawn_before_anything", "Withdrawn on the third day: neither clock counts.",
           "2025-10-06", ("2025-10-13", WITHDRAWN, "2025-10-27", WITHDRAWN), withdrawn="2025-10-09"),
)
# fmt: on
