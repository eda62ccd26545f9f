"""Does the register say who loaded what, once for each load, in words that claim no more than was checked?"""

from trentside import NOW

from frontdoor.register.loads import LoadAct
from frontdoor.register.register import Register


def test_a_name_given_is_shown_as_not_verified(register: Register) -> None:
    register.record_load(3, LoadAct.LOADED, 4, "  Jo Smith ", NOW)
    (entry,) = register.load_entries()
    assert (entry.load_id, entry.act, entry.generation) == (3, LoadAct.LOADED, 4)
    assert entry.author_words == "Jo Smith (name given, not verified)"
    assert register.verify_chain().is_whole


def test_no_name_is_said_to_be_none(register: Register) -> None:
    register.record_load(3, LoadAct.LOADED, 4, " ", NOW)
    assert register.load_entries()[0].author_words == "nobody named"


def test_a_load_is_written_once_and_taken_back_once(register: Register) -> None:
    for author in ("Jo", "Sam"):
        register.record_load(3, LoadAct.LOADED, 4, author, NOW)
        register.record_load(3, LoadAct.TAKEN_BACK, 5, author, NOW)
    assert [(entry.act, entry.author) for entry in register.load_entries()] == [
        (LoadAct.LOADED, "Jo"),
        (LoadAct.TAKEN_BACK, "Jo"),
    ]
