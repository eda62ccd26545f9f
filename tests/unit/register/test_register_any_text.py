"""Whatever people type into any field of the register comes back as typed, runs nowhere and breaks no page."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from enterings import ENTERINGS
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context, register_of
from frontdoor.answers.strategy_page import strategy_page
from frontdoor.commands.options import opened
from frontdoor.errors import RegisterError
from frontdoor.filters import Filters
from frontdoor.intake.loading import load
from frontdoor.periods import Period
from frontdoor.register.register import open_register
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target, target_entries
from frontdoor.schema.units import Unit
from frontdoor.warehouse.homes import open_home
from sample_data.generator import generate

NOW = datetime.now(UTC)
TODAY = NOW.date()
HOSTILE = (
    "'); drop table audit; --", '" or 1=1 --', "<script>alert(1)</script>", "</td><img src=x onerror=alert(1)>",
    "{{7*7}} ${7*7} %s :x ?", "=cmd|'/c calc'!A0", "]]>&amp;&#x3c;script>", "javascript:alert(1)", "\\x27\\", "\u202etxet",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=60),
    st.builds(lambda one, other: f"{one}{other}", st.sampled_from(HOSTILE), st.text(max_size=20)),
)


def told(enter: Callable[[], object]) -> str:
    """Enter something and return why it was refused, '' where it was not."""
    try:
        enter()
    except RegisterError as refusal:
        return str(refusal)
    return ""


def is_plain(refusal: str) -> bool:
    return "is empty: please fill it in" in refusal or "holds a character that cannot be kept" in refusal


@pytest.mark.parametrize("kind", ENTERINGS)
@settings(max_examples=25)
@given(words=TEXTS)
def test_it_comes_back_as_typed_or_is_refused_in_words(kind: str, words: str) -> None:
    with TemporaryDirectory() as folder, closing(open_register(Path(folder))) as register:
        refusal = told(lambda: ENTERINGS[kind].enter(register, words, None))
        standing = ENTERINGS[kind].standing(register)
        if refusal:
            assert is_plain(refusal)
            assert (standing, register.version()) == (None, 0)
        else:
            assert standing is not None
            assert (standing[1], register.version()) == (words.strip(), 1)
        assert register.verify_chain().is_whole


class Tags(HTMLParser):
    """The tags of a page and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"@{name}" for name, _ in attrs)}


def tags(page: str) -> set[str]:
    parser = Tags()
    parser.feed(page)
    return parser.found


@pytest.fixture(scope="module")
def trentside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("any-text")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(home))
        (made,) = generate("trentside", home / "made", months=1, contacts=400)[:1]
        load(opened("trentside"), made.path, made.source)
    return home


@settings(max_examples=25)
@given(words=TEXTS)
def test_the_public_page_of_the_strategy_shows_it_as_written(trentside: Path, words: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDOOR_HOME", str(trentside))
        before = tags(page())
        refusal = told(lambda: lower(words))
        assert not refusal or is_plain(refusal)
        assert tags(page()) <= before | {"ul", "li"}


def page() -> str:
    return strategy_page(open_context(Filters("trentside", Period(TODAY, TODAY)), Audience.PUBLIC), TODAY)


def lower(words: str) -> None:
    """Change a target with the words in every field that takes any."""
    register = register_of(open_home("trentside").folder)
    held = target_entries(register, "average_wait")
    change = TargetChange(60.0 + len(held), Unit.SECONDS, None, TODAY, words, words, words)
    place = TargetPlace("average_wait", Unit.SECONDS)
    change_target(register, place, change, author=words, now=NOW, seen=held[-1].id)
