"""The document of the council file names every key there is."""

import pytest

from frontdoor.strategy import saving_entries, staffing_entries
from frontdoor.strategy.peers import KEYS
from frontdoor.strategy.reading import COUNCIL_KEYS, ROOT
from frontdoor.strategy.routine import ROUTINE_KEYS

DOCUMENT = (ROOT / "docs" / "council-file.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", COUNCIL_KEYS)
def test_a_key_of_the_council_file_is_explained(key):
    assert f"`{key}`" in DOCUMENT or f"`[[{key}]]`" in DOCUMENT, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", sorted({*staffing_entries.STAFFING_KEYS, *staffing_entries.GROUP_KEYS}))
def test_a_key_about_staff_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## How people are counted") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", sorted({*saving_entries.RELEASED_KEYS, *saving_entries.EASE_KEYS}))
def test_a_key_about_savings_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## What a saving needs") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", ROUTINE_KEYS)
def test_a_key_about_routine_information_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## What should not need a call") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"


@pytest.mark.parametrize("key", KEYS)
def test_a_key_about_other_councils_is_explained(key):
    part = DOCUMENT[DOCUMENT.index("## Compared with what") :]
    assert f"`{key}`" in part, f"say in docs/council-file.md what {key} holds"
