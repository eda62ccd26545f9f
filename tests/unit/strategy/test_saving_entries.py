"""A council file says what was released of a cost and how easily contact goes; a mistake names its place and the way out."""

from datetime import date

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.strategy.saving_decisions import ease_on, released_on

SAVINGS = """[[released]]
channel = "phone"
from = 2025-04-01
before = 2026-04-01
low_share = 0.0
share = 0.0
high_share = 0.0
source = "invented"

[[released]]
channel = "phone"
from = 2026-04-01
low_share = 0.2
share = 0.4
high_share = 0.5
source = "two posts given up"

[[ease]]
from = 2025-04-01
low_share = 0
share = 0.1
high_share = 0.3
source = "invented"

[[ease]]
service = "waste"
from = 2025-04-01
low_share = 0.3
share = 0.5
high_share = 0.7
source = "Head of Waste"

[[homes]]"""

MISTAKES = {
    "a share as per cent": (("share = 0.4", "share = 40"), ["released[2].share", "40", "30% is 0.3"]),
    "out of order": (("low_share = 0.2", "low_share = 0.45"), ["released[2].share", "between low_share 0.45"]),
    "no source": (('high_share = 0.5\nsource = "two posts given up"', "high_share = 0.5"), ["released[2].source"]),
    "twice on a day": (("before = 2026-04-01\n", ""), ["released[2].from", "`before`"]),
    "a channel nobody has": (("phone", "telephone"), ["released[1].channel", "no channel is called that"]),
    "a service nobody has": (('service = "waste"', 'service = "wast"'), ["ease[2].service", "Did you mean waste?"]),
    "never in force": (("before = 2026-04-01", "before = 2025-04-01"), ["released[1].before", "never be in force"]),
}


@pytest.fixture
def council_file(tmp_path):
    text = (shipped_councils() / "loddonvale.toml").read_text(encoding="utf-8")

    def written(*change):
        path = tmp_path / "loddonvale.toml"
        path.write_text(text.replace("[[homes]]", SAVINGS.replace(*change, 1) if change else SAVINGS, 1), "utf-8")
        return path

    return written


def test_what_was_released_holds_on_its_own_days(council_file):
    released = read_council(council_file()).released
    assert released_on(released, "phone", date(2025, 3, 31)) is None
    assert released_on(released, "phone", date(2026, 3, 31)).share == 0
    in_force = released_on(released, "phone", date(2026, 4, 1))
    assert (in_force.low_share, in_force.share, in_force.high_share) == (0.2, 0.4, 0.5)
    assert in_force.source == "two posts given up"
    assert released_on(released, "visit", date(2026, 4, 1)) is None


def test_the_closest_ease_said_is_taken(council_file):
    ease = read_council(council_file()).ease
    assert ease_on(ease, "waste", "Missed bin", date(2026, 5, 1)).share == 0.5
    assert ease_on(ease, "housing", None, date(2026, 5, 1)).share == 0.1
    assert ease_on(ease, "housing", None, date(2024, 5, 1)) is None


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_says_where_and_what(council_file, name):
    change, said = MISTAKES[name]
    with pytest.raises(StrategyError) as found:
        read_council(council_file(*change))
    assert all(words in str(found.value) for words in said), str(found.value)
