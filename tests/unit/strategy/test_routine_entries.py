"""A council file says which contact is routine information; a mistake names its place and the way out."""

import pytest

from frontdoor.errors import StrategyError
from frontdoor.strategy.reading import read_council, shipped_councils

ROUTINE = """[[routine_information]]
reason = "Collection day"
services = ["waste"]
source = "invented"

[[routine_information]]
reason = "Opening times"
source = "invented"

"""
MISTAKES = {
    "no source": (
        ('services = ["waste"]\nsource = "invented"', 'services = ["waste"]'),
        ["routine_information[1].source"],
    ),
    "a service nobody has": (('["waste"]', '["wast"]'), ["wast", "Did you mean waste?"]),
    "no reason": (('reason = "Opening times"\n', ""), ["routine_information[2].reason", "must be given"]),
    "one reason twice": (('"Opening times"', '"collection DAY"'), ["routine_information[2].reason", "keep one"]),
}


def council_file(folder, routine):
    text = (shipped_councils() / "trentside.toml").read_text(encoding="utf-8")
    start, end = text.index("# What should not need a call or a visit."), text.index("# How much of the contact")
    path = folder / "trentside.toml"
    path.write_text(text[:start] + routine + text[end:], encoding="utf-8")
    return path


def test_reasons_are_read_with_their_services_and_whatever_their_capitals(tmp_path):
    first, second = read_council(council_file(tmp_path, ROUTINE)).routine
    assert first.is_about("waste", "collection day")
    assert not first.is_about("housing", "Collection day")
    assert second.is_about("housing", "Opening times")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_its_place_and_the_way_out(tmp_path, mistake):
    (right, wrong), said = MISTAKES[mistake]
    assert right in ROUTINE
    with pytest.raises(StrategyError) as error:
        read_council(council_file(tmp_path, ROUTINE.replace(right, wrong)))
    for words in said:
        assert words in str(error.value)
