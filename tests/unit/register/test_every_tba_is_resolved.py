"""Every target that Huntingdonshire's strategy leaves to be set is set, one by one, until its public page names none."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sample_homes import LAST_DAY, LAST_MONTH

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.overview import overview
from frontdoor.answers.strategy_page import FILE_NAME
from frontdoor.answers.target_typed import written_target
from frontdoor.answers.targets import targets
from frontdoor.answers.targets_changing import Asking, Named, Typed, enter_target, name_owner
from frontdoor.answers.targets_held import HeldTarget, held_everywhere
from frontdoor.commands.sample_registers import enter_register, read_files
from frontdoor.filters import Filters
from frontdoor.intake.loading import load
from frontdoor.register.database import URL_VARIABLE
from frontdoor.schema.units import Unit
from frontdoor.warehouse.homes import open_home
from sample_data.generator import generate

ASKING = Asking(Filters("ouseford", LAST_MONTH), Audience.OFFICER, LAST_DAY)
AS_PUBLISHED = "as the strategy was published"
GOALS = {Unit.SHARE: 0.8, Unit.SCORE: 0.4}


def without_own_numbers(text: str) -> str:
    """Return a council's file without the targets it set in place of the strategy's, so that every one is to be set."""
    blocks = text.split("[[measure.target]]\n")
    kept = [block if "tba = true" in block.partition("\n\n")[0] else block.partition("\n\n")[2] for block in blocks[1:]]
    heads = ["[[measure.target]]\n" if "tba = true" in block.partition("\n\n")[0] else "" for block in kept]
    return blocks[0] + "".join(head + block for head, block in zip(heads, kept, strict=True))


@pytest.fixture(params=["as the sample leaves it", AS_PUBLISHED])
def ouseford(
    request: pytest.FixtureRequest, tmp_path: Path, url: str | None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Context]:
    """Give the council that follows Huntingdonshire's strategy, with one month of contacts."""
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path / "homes"))
    if url:
        monkeypatch.setenv(URL_VARIABLE, url)
    home = open_home("ouseford")
    if request.param == AS_PUBLISHED:
        file = home.folder / "council.toml"
        file.write_text(without_own_numbers(file.read_text(encoding="utf-8")), encoding="utf-8")
        home = open_home("ouseford")
    read_files(home, LAST_DAY)
    for made in generate("ouseford", tmp_path / "made", months=1, contacts=400)[:1]:
        load(home, made.path, made.source)
    if request.param != AS_PUBLISHED:
        enter_register(home)
    context = open_context(ASKING.filters, ASKING.audience)
    yield context
    context.register.close()


def still_to_be_set() -> list[HeldTarget]:
    context = open_context(ASKING.filters, ASKING.audience)
    return [each for each in held_everywhere(context, LAST_DAY.date()) if each.is_own and each.unset_since]


def resolve(held: HeldTarget) -> str:
    """Name who sets a target, then set it as a person would type it."""
    place = (held.promised.key, held.service)
    due = LAST_DAY.date() + timedelta(days=30)
    name_owner(ASKING, place, Named("Jo Smith", due, "Sam", held.duty.id if held.duty else None))
    goal = written_target(GOALS.get(held.unit, 20.0), held.unit)
    seen = held.entries[-1].id if held.entries else None
    typed = Typed(*place, goal, "", LAST_DAY.date(), "Set by the year's figures", "Cabinet", "Item 7", "Jo Smith", seen)
    return enter_target(ASKING, typed)


def test_none_is_left_and_the_public_page_is_written_anew_each_time(ouseford: Context) -> None:
    unset = still_to_be_set()
    assert len(unset) >= 3
    page = ouseford.home.folder / FILE_NAME
    for left, held in reversed(list(enumerate(reversed(unset)))):
        assert "The public page of the strategy is written anew" in resolve(held)
        words = page.read_text(encoding="utf-8")
        assert (
            "Every target is set." in words
            if left == 0
            else f"{left} {'is' if left == 1 else 'are'} still to be set" in words
        )
    assert still_to_be_set() == []
    assert "to be set" not in targets(ASKING.filters, Audience.PUBLIC, LAST_DAY).answer
    assert not [each for each in overview(ASKING.filters, ASKING.audience).attention if "to be set" in each.headline]
    assert ouseford.register.verify_chain().is_whole


def test_as_published_all_of_the_strategy_s_targets_are_to_be_set(ouseford: Context) -> None:
    stated = {measure.key for measure in ouseford.council.strategy.measures}
    unset = {each.promised.key for each in still_to_be_set()}
    assert stated & unset
    if len(unset) > 4:
        assert stated <= unset
