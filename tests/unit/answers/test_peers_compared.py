"""Another council's figure stands beside ours only where it is of the same definition and threshold."""

from types import SimpleNamespace

from test_target_suggested import OCTOBER, promised, result

from frontdoor.answers.peers_compared import peer_figure, peer_lines, peers_known
from frontdoor.measures.measure import Parameter
from frontdoor.strategy.peers import Definition, PeerFigure, PeerKind
from frontdoor.strategy.strategy import DatedValue, PromisedMeasure

NOBODY = SimpleNamespace(council=SimpleNamespace(peers=()))


def within(seconds: int) -> PromisedMeasure:
    timed = promised("service_level")
    return PromisedMeasure(
        timed.key, timed.measure, timed.label, "", {Parameter.WITHIN_SECONDS: (DatedValue(OCTOBER.first, seconds),)}, (), (), ()
    )  # fmt: skip


def test_calls_answered_stand_beside_the_councils_that_count_them_alike() -> None:
    peers = peers_known(promised("answer_rate"), NOBODY, OCTOBER.last)  # type: ignore[arg-type]
    figure = peer_figure(peers, result("answer_rate", [0.91]), "")
    assert figure is not None
    labels = figure.frame["label"].to_list()
    assert labels[0] == "This council, October 2026"  # best first: 91% is above 90%, 89%, 88.48%, 88%, 84% and 79%
    assert "Oldham’s target, 2024/25, third quarter" in labels
    assert figure.headline == "Better than 3 of 3 published results"
    assert [note for note in figure.frame["note"] if "ours" in note] == ["91%, ours"]


def test_20_seconds_is_not_300_and_a_source_that_says_too_little_is_only_listed() -> None:
    peers = peers_known(within(300), NOBODY, OCTOBER.last)  # type: ignore[arg-type]
    assert peer_figure(peers, result("service_level", [0.6]), "") is None
    lines = peer_lines(peers, result("service_level", [0.6]))
    bolsover = [line for line in lines if line.council == "Bolsover"]
    assert bolsover
    assert all(line.difference.startswith("ours is within 5 minutes; ") for line in bolsover)
    assert all("within 20 seconds" in line.says for line in bolsover)
    assert all(line.link.startswith("https://") for line in bolsover)
    enfield = next(line for line in lines if line.council == "Enfield")
    assert enfield.difference == "does not say whether callers who gave up are counted"


def test_a_council_s_own_peers_join_those_that_are_shipped() -> None:
    own = PeerFigure(
        "Next Door", "repeat_contact", None, PeerKind.RESULT, 0.2, "2026", "", Definition.SAME, "", "https://example.org"
    )  # fmt: skip
    context = SimpleNamespace(council=SimpleNamespace(peers=(own,)))
    figure = peer_figure(
        peers_known(promised("repeat_contact"), context, OCTOBER.last), result("repeat_contact", [0.1]), ""
    )  # type: ignore[arg-type]
    assert figure is not None
    assert figure.frame["label"].to_list() == ["This council, October 2026", "Next Door, 2026"]  # less is better


def test_without_a_value_of_our_own_nothing_is_drawn() -> None:
    peers = peers_known(promised("answer_rate"), NOBODY, OCTOBER.last)  # type: ignore[arg-type]
    assert peer_figure(peers, result("answer_rate", [None]), "") is None
