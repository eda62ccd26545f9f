"""Two people edit the same thing at once, or while the register is busy: one is told, and nothing of either is lost."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from enterings import ENTERINGS, Entering

from frontdoor.errors import RegisterError
from frontdoor.register.database import SQLITE_FILE
from frontdoor.register.register import Register, open_register

BRIEFLY = 0.05  # seconds that a writer waits for a lock that is not let go


@pytest.fixture(params=ENTERINGS)
def entering(request: pytest.FixtureRequest) -> Entering:
    return ENTERINGS[request.param]


def seen_by_both(register: Register, entering: Entering) -> int:
    entering.enter(register, "First words", None)
    standing = entering.standing(register)
    assert standing is not None
    return standing[0]


def test_the_second_of_two_is_told_of_the_first(register: Register, entering: Entering) -> None:
    seen = seen_by_both(register, entering)
    entering.enter(register, "Of the first", seen)
    written = register.version()
    with pytest.raises(
        RegisterError, match=r"Jo changed .+ meanwhile, at 09:30 UTC on 22 November 2026\. Nothing was written"
    ):
        entering.enter(register, "Of the second", seen)
    assert register.version() == written
    assert (entering.standing(register) or (0, ""))[1] == "Of the first"


def test_of_two_at_the_very_same_moment_one_is_kept(register: Register, entering: Entering) -> None:
    seen, together = seen_by_both(register, entering), Barrier(2)

    def enter(words: str) -> str:
        together.wait()
        try:
            entering.enter(register, words, seen)
        except RegisterError:
            return ""
        return words

    with ThreadPoolExecutor(2) as people:
        kept = [words for words in people.map(enter, ("Of one", "Of the other")) if words]
    assert len(kept) == 1
    assert (entering.standing(register) or (0, ""))[1] == kept[0]
    assert register.version() == 2
    assert register.verify_chain().is_whole


def test_a_register_that_is_locked_says_so_and_loses_nothing(home: Path, entering: Entering) -> None:
    with closing(open_register(home, busy_seconds=BRIEFLY)) as register:
        seen = seen_by_both(register, entering)
        with closing(sqlite3.connect(home / SQLITE_FILE, isolation_level=None)) as other:
            other.execute("begin immediate")
            with pytest.raises(
                RegisterError, match=r"busy with another change\. Nothing was written; try again in a moment"
            ):
                entering.enter(register, "While it was locked", seen)
            assert (entering.standing(register) or (0, ""))[1] == "First words"
            other.execute("rollback")
        entering.enter(register, "And once more", seen)
        assert (entering.standing(register) or (0, ""))[1] == "And once more"
        assert register.verify_chain().is_whole
