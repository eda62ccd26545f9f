"""The homes in which planted truths are looked for: Trentside's whole sample, other councils' complaints and surveys."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.recovery.finding import Told, feedback_home

Ask = Callable[[str], Told]


@pytest.fixture(scope="session")
def told(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Return who answers for a council: Trentside out of the sample, any other out of a home of its feedback alone."""

    @cache
    def answers_of(council: str) -> Told:
        if council == "trentside":
            return Told(council, sample_home)
        home = tmp_path_factory.mktemp(f"feedback-of-{council}")
        feedback_home(home, tmp_path_factory.mktemp(f"made-for-{council}"), council)
        return Told(council, home)

    return answers_of
