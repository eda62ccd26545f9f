"""Is the shift of each ward told with its interval, and never of a ward in which people could be recognised?"""

import pytest
from left_out_home import june, left_out_context, months_of, year

from frontdoor.access.audience import Audience
from frontdoor.answers.shift_level import level_of


def ward(name, online, phone):
    return months_of({"ward": name}, year(*online), year(*phone))


# Beacon: 6 of 24 online a month, then 12 of 24; Mill and Park stay at 6 of 24.
THREE = [
    *ward("Beacon", (12, 6), (12, 18)),
    *ward("Mill", (6, 6), (18, 18)),
    *ward("Park", (6, 6), (18, 18)),
]


def section_of(answer):
    found = [each for each in answer.sections if any(box.title == "By ward" for box in each.boxes)]
    return found[0] if found else None


def told_of(answer):
    section = section_of(answer)
    return " ".join(f"{line.label} {line.words}" for box in section.boxes for line in box.lines)


def test_the_ward_that_moved_is_named_with_its_interval(tmp_path):
    answer = level_of(june(), left_out_context(tmp_path, *THREE))
    assert "Moved online: Beacon." in told_of(answer)
    assert "No clear change: 2 wards" in told_of(answer)
    figure = section_of(answer).figures[0]
    rows = figure.table.rows(named=True)
    assert (rows[0]["Ward"], rows[0]["Shift"]) == ("Beacon", "+25 points")
    assert rows[0]["How sure"].startswith("between ")
    assert figure.headline == "1 of 3 wards clearly moved online"


@pytest.mark.parametrize("audience", list(Audience))
def test_a_ward_with_few_contacts_is_left_out_for_every_audience(tmp_path, audience):
    few = ward("Quay", (0, 0), (1, 1))
    answer = level_of(june(), left_out_context(tmp_path, *THREE, *few, audience=audience))
    assert "1 ward with too few contacts" in told_of(answer)
    assert "Quay" not in section_of(answer).figures[0].table["Ward"].to_list()


def test_with_a_ward_chosen_or_none_recorded_there_is_no_table_of_wards(tmp_path):
    context = left_out_context(tmp_path / "all", *THREE)
    assert section_of(level_of(june(attribute="ward", value="Beacon"), context)) is None
    nameless = left_out_context(tmp_path / "none", *months_of({}, year(12, 6), year(12, 18)))
    assert section_of(level_of(june(), nameless)) is None
