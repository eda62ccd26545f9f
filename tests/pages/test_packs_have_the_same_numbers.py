"""Does every file of a pack state exactly what `measures --json` prints, for the same filters?"""

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import choices
from tests.pages.numbers_of_packs import READERS
from tests.pages.printed_numbers import chosen_by, expected, hardest_sentences, said_easily, stated, wrong

CHOSEN = {
    "everything": (),
    "one service": ("--service", "council_tax"),
    "a past quarter by phone": ("--from", "2026-04-01", "--to", "2026-06-30", "--channel", "phone"),
}
WITH_NUMBERS = {"csv", "json", "xlsx"}


@pytest.fixture(scope="module")
def packs(sample_home):
    """Return a pack of each choice; only to be read."""
    with pytest.MonkeyPatch.context() as here:
        here.setenv("FRONTDOOR_HOME", str(sample_home))
        return {name: chosen_by(*arguments) for name, arguments in CHOSEN.items()}


@pytest.mark.parametrize("choice", CHOSEN)
@pytest.mark.parametrize("kind", READERS)
def test_every_file_states_what_the_command_prints(packs, choice, kind):
    chosen = packs[choice]
    found = stated(chosen.pack, chosen, kind)
    assert not {
        key: (found[key], expected(chosen.measures[key[0]], kind)[key[1]]) for key in wrong(found, chosen, kind)
    }
    rows = {label for label, what in found if what.startswith("row")}
    facts = {label for label, what in found if what == "fact"}
    assert rows == facts == set(chosen.labels.values())
    if kind in WITH_NUMBERS:
        known = {label for label in rows if chosen.measures[label]["value"] is not None}
        assert {label for label, what in found if what == "number"} == known


@pytest.mark.parametrize("choice", CHOSEN)
def test_easy_read_says_no_other_number_than_the_command_prints(packs, choice, sample_home, monkeypatch):
    told, unknown = said_easily(packs[choice].pack, packs[choice])
    assert len(told) >= 8
    if any(each.startswith("There it was") for each in unknown):
        monkeypatch.setenv("FRONTDOOR_HOME", str(sample_home))
        filters = packs[choice].pack.chosen
        services = dict(choices(filters.council, filters.generation, Audience.OFFICER).services)
        unknown -= hardest_sentences(services, packs[choice].labels.values())
    assert not unknown
