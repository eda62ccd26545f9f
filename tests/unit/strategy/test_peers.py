"""Published figures of other councils: each with its date, its link and what differs from our definition."""

from pathlib import Path

import pytest

from frontdoor.errors import StrategyError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.schema.units import Unit
from frontdoor.strategy.peers import PeerKind, peers_of, published_figures, read_peers

FIGURE = """
[[figure]]
council = "Elsewhere"
measure = "service_level"
within_seconds = 20
kind = "target"
value = 0.8
when = "2025"
definition = "same"
link = "https://example.org"
"""


def test_every_published_figure_has_a_date_a_link_and_a_possible_value() -> None:
    figures = published_figures()
    assert len(figures) > 20
    for figure in figures:
        assert figure.link.startswith("http")
        assert figure.when
        assert figure.is_drawn or figure.difference
        assert figure.value > 0
        if CATALOGUE[figure.measure].unit is Unit.SHARE:
            assert figure.value <= 1


def test_only_figures_of_the_same_threshold_are_peers() -> None:
    within_20 = peers_of(published_figures(), "service_level", 20)
    assert {figure.council for figure in within_20} == {"Mole Valley", "Bolsover"}
    assert not peers_of(published_figures(), "service_level", 21)
    drawn = [each.council for each in peers_of(published_figures(), "answer_rate", None) if each.is_drawn]
    assert sorted(set(drawn)) == ["Enfield", "Norfolk", "Oldham", "Oxfordshire"]
    assert {each.kind for each in published_figures()} == set(PeerKind)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('measure = "service_level"', 'measure = "service_levle"', "Did you mean service_level"),
        ("within_seconds = 20", "", "needs the seconds it was promised within"),
        ('definition = "same"', 'definition = "different"', "say what differs"),
        ('link = "https://example.org"', "", "figure.1..link: this is missing"),
        ('kind = "target"', 'kind = "aim"', "no kind of figure is called that"),
    ],
)
def test_a_mistake_is_one_error_that_says_where(tmp_path: Path, old: str, new: str, message: str) -> None:
    file = tmp_path / "peers.toml"
    file.write_text(FIGURE.replace(old, new), encoding="utf-8")
    with pytest.raises(StrategyError, match=message):
        read_peers(file)
