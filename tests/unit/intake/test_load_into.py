"""Several files in one draft, published together; a bad one leaves the draft as it was."""

import pytest

from frontdoor.errors import AlreadyLoadedError, IntakeError, UndeclaredOverlapError
from frontdoor.intake.loading import load, load_into, publish
from frontdoor.intake.source import read_source
from frontdoor.warehouse.files import rejects_file

HEAD = "contact_id,started_at,service,channel\n"
MAY = HEAD + "A,2025-05-01 10:00:00,waste,phone\nB,2025-05-01 11:00:00,waste,smoke\n"
JUNE = HEAD + "C,2025-06-01 10:00:00,waste,web\nA,2025-05-01 10:00:00,housing,phone\n"


def test_files_loaded_into_one_draft_are_published_together(home, file):
    source = read_source("frontdoor")
    with home.draft() as draft:
        reports = [load_into(draft, file(text, name), source) for text, name in ((MAY, "may.csv"), (JUNE, "june.csv"))]
        assert home.current() is None
        generation = publish(draft, reports)
    assert home.current() == generation
    assert [one.generation for one in reports] == [generation, generation]
    assert [(one.load_id, one.loaded, one.corrected, one.rejected) for one in reports] == [(1, 1, 0, 1), (2, 1, 1, 0)]
    assert reports[0].rejects_file == rejects_file(home.folder, 1)
    assert reports[0].rejects_file.exists()


def test_a_bad_file_among_good_ones_is_refused_and_the_others_are_published(home, file):
    source = read_source("frontdoor")
    with home.draft() as draft:
        first = load_into(draft, file(MAY, "may.csv"), source)
        with pytest.raises(IntakeError, match=r"bad\.csv"):
            load_into(draft, file("hello\n1\n", "bad.csv"), source)
        with pytest.raises(AlreadyLoadedError):
            load_into(draft, file(MAY, "may again.csv"), source)
        second = load_into(draft, file(JUNE, "june.csv"), source)
        publish(draft, [first, second])
    assert (first.load_id, second.load_id) == (1, 2)


def test_rejects_of_a_load_that_was_never_published_are_not_shown_for_the_next(home, file):
    with home.draft() as draft:
        load_into(draft, file(MAY), read_source("frontdoor"))  # and then, say, the power went
    assert rejects_file(home.folder, 1).exists()
    report = load(home, file(JUNE), "frontdoor")
    assert (report.load_id, report.rejects_file) == (1, None)
    assert not rejects_file(home.folder, 1).exists()


def test_what_cannot_be_published_leaves_no_rejects_behind(home, file):
    load(home, file(MAY.replace("phone", "email")), "frontdoor")
    crm = "Case ref,Logged,Service,Origin\nK1,01/05/2025 10:00,waste,Email\nK2,01/05/2025 10:00,waste,Pigeon\n"
    with pytest.raises(UndeclaredOverlapError):
        load(home, file(crm, "crm.csv"), "trentside_crm")
    assert not rejects_file(home.folder, 2).parent.exists()
    assert home.current() == 1
