"""A council file says how people are counted and which shifts they may work; a mistake names its place and the way out."""

from datetime import date

import pytest

from frontdoor.errors import StrategyError
from frontdoor.statistics.shift_patterns import StaffGroup
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.strategy.staffing import groups_on, staffing_on

STAFF = """[[staffing]]
from = 2026-04-01
shrinkage = 0.28
source = "invented"

[[staffing]]
from = 2024-04-01
occupancy_limit = 0.85
minimum_cover = 2
chats_at_once = 3
source = "invented"

[[staff_group]]
name = "Full time"
people = 12
starts = [08:30:00, 09:00:00]
lengths = [8]
break_length = 0.5
break_earliest = 2.5
break_latest = 4

[[staff_group]]
name = "Evenings"
from = 2026-01-01
before = 2026-07-01
people = 3
starts = [17:00:00]
lengths = [4.5, 5]
days_a_week = 3

[[event]]"""

MISTAKES = {
    "a share as per cent": (("shrinkage = 0.28", "shrinkage = 28"), ["staffing[1].shrinkage", "28", "0.28"]),
    "no limit at all": (("occupancy_limit = 0.85", "occupancy_limit = 0"), ["staffing[2].occupancy_limit", "0.85"]),
    "rules without a day": (("from = 2026-04-01\nshrink", "shrink"), ["staffing[1].from", "must be given"]),
    "rules without a source": (('shrinkage = 0.28\nsource = "invented"', "shrinkage = 0.28"), ["staffing[1].source"]),
    "two sets of rules on a day": (
        ("from = 2024-04-01\nocc", "from = 2026-04-01\nocc"),
        ["staffing[2].from", "keep one"],
    ),
    "cover below nobody": (
        ("minimum_cover = 2", "minimum_cover = -1"),
        ["staffing[2].minimum_cover", "-1", "0 to 5,000"],
    ),
    "half a chat": (("chats_at_once = 3", "chats_at_once = 2.5"), ["staffing[2].chats_at_once", "2.5", "whole"]),
    "a misspelt rule": (("shrinkage = 0.28", "shrinkige = 0.28"), ["staffing[1].shrinkige", "Did you mean shrinkage?"]),
    "a start off the half-hour": (("08:30:00, ", "08:20:00, "), ["staff_group[1].starts", "half-hour"]),
    "a start in words": (("[17:00:00]", '["5pm"]'), ["staff_group[2].starts", "[08:00:00]"]),
    "no starts": (("starts = [17:00:00]\n", ""), ["staff_group[2].starts", "give a list"]),
    "a length as a time": (("lengths = [8]", "lengths = [08:00:00]"), ["staff_group[1].lengths", "7.5"]),
    "a length off the half-hour": (("lengths = [8]", "lengths = [7.4]"), ["staff_group[1].lengths", "half-hours"]),
    "a shift longer than a day": (("lengths = [8]", "lengths = [25]"), ["staff_group[1].lengths", "24"]),
    "a break that ends before it may begin": (
        ("break_latest = 4", "break_latest = 2"),
        ["staff_group[1].lengths", "window"],
    ),
    "a break longer than the shift": (("break_length = 0.5", "break_length = 8"), ["staff_group[1].lengths", "break"]),
    "eight days a week": (("days_a_week = 3", "days_a_week = 8"), ["staff_group[2].days_a_week", "8", "1 to 7"]),
    "one name twice": (('name = "Evenings"', 'name = "Full time"'), ["staff_group[2].from", "still holds"]),
    "an end before its start": (("before = 2026-07-01", "before = 2025-07-01"), ["staff_group[2].before", "not after"]),
}


def council_with_staff(council_file, *changes):
    text = STAFF
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = council_file(("[[event]]", text))
    return read_council(path, path.parent.parent / "strategies")


def test_rules_hold_from_their_day_until_the_next(council_file):
    rules = council_with_staff(council_file).staffing
    assert staffing_on(rules, date(2024, 3, 31)) is None
    before, after = staffing_on(rules, date(2026, 3, 31)), staffing_on(rules, date(2026, 4, 1))
    assert before is not None
    assert after is not None
    assert (before.occupancy_limit, before.minimum_cover, before.chats_at_once, before.shrinkage) == (0.85, 2, 3, 0.0)
    assert (after.occupancy_limit, after.minimum_cover, after.chats_at_once, after.shrinkage) == (1.0, 1, 1, 0.28)
    assert after.said == {"shrinkage"}


def test_shifts_are_read_in_half_hours(council_file):
    groups = council_with_staff(council_file).staff_groups
    full_time = StaffGroup("Full time", 12, (17, 18), (16,), 5, 1, 0, 5, 8)
    evenings = StaffGroup("Evenings", 3, (34,), (9, 10), 3)
    assert groups_on(groups, date(2025, 12, 31)) == (full_time,)
    assert groups_on(groups, date(2026, 1, 1)) == (full_time, evenings)
    assert groups_on(groups, date(2026, 7, 1)) == (full_time,)


def test_a_council_without_staff_tables_has_neither(council_file):
    path = council_file()
    council = read_council(path, path.parent.parent / "strategies")
    assert (council.staffing, council.staff_groups) == ((), ())


def test_trentside_says_both():
    council = read_council(shipped_councils() / "trentside.toml")
    assert staffing_on(council.staffing, date(2026, 10, 31)) is not None
    assert sum(group.people for group in groups_on(council.staff_groups, date(2026, 10, 31))) > 0


@pytest.mark.parametrize(("change", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_about_staff_is_named(council_file, change, told):
    with pytest.raises(StrategyError) as raised:
        council_with_staff(council_file, change)
    message = str(raised.value)
    assert message.startswith(f"council.toml: {told[0]}"), message
    assert all(words in message for words in told), message
