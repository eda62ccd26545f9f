"""A council file gives each ward a decile, dated; a mistake names its place and the way out."""

from datetime import date

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.deprivation import Deprivation, deciles_on
from frontdoor.strategy.reading import read_council, shipped_councils

TABLE = """[[deprivation]]
ward = "Beacon"
decile = 2
from = 2020-01-01
source = "invented"

[[deprivation]]
ward = "Beacon"
decile = 3
from = 2026-01-01
source = "invented"

[[deprivation]]
ward = "Mill"
decile = 10
from = 2020-01-01
source = "invented"

[[homes]]"""

MISTAKES = {
    "no such decile": (("decile = 10", "decile = 11"), ["deprivation[3].decile", "11", "from 1, the most deprived"]),
    "a half": (("decile = 10", "decile = 9.5"), ["deprivation[3].decile"]),
    "twice from a day": (("2026-01-01", "2020-01-01"), ["deprivation[2].ward", "keep one"]),
    "no source": (('decile = 3\nfrom = 2026-01-01\nsource = "invented"', "decile = 3\nfrom = 2026-01-01"), ["source"]),
    "an unknown key": (("decile = 2", "decil = 2"), ["decil", "Did you mean decile?"]),
}


@pytest.fixture
def council_file(tmp_path):
    text = (shipped_councils() / "loddonvale.toml").read_text(encoding="utf-8")

    def written(*change):
        table = TABLE.replace(*change) if change else TABLE
        assert not change or table != TABLE
        path = tmp_path / "loddonvale.toml"
        path.write_text(text.replace("[[homes]]", table, 1), encoding="utf-8")
        return path

    return written


def test_the_decile_of_a_ward_is_the_latest_begun(council_file):
    rows = read_council(council_file()).deprivation
    assert rows[0] == Deprivation("Beacon", 2, date(2020, 1, 1), "invented")
    assert deciles_on(rows, date(2025, 12, 31)) == {"Beacon": 2, "Mill": 10}
    assert deciles_on(rows, date(2026, 1, 1)) == {"Beacon": 3, "Mill": 10}
    assert deciles_on(rows, date(2019, 12, 31)) == {}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_its_place(mistake, council_file):
    change, told = MISTAKES[mistake]
    with pytest.raises(StrategyError) as error:
        read_council(council_file(*change))
    assert all(words in str(error.value) for words in told), str(error.value)
