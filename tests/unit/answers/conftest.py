"""What tests of staffing ask for: a small council with ten weeks of calls, with a rota and without."""

import pytest
from staffing_home import context_with_rota, staffed, ten_weeks_of_calls

from frontdoor.answers.context import Context


@pytest.fixture(scope="session")
def with_rota(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return context_with_rota(tmp_path_factory.mktemp("rota"))


@pytest.fixture(scope="session")
def without_rota(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return staffed(tmp_path_factory.mktemp("none"), ten_weeks_of_calls())
