"""Are packs made when they are due, once, whole, and each without hindering the others?"""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from frontdoor.access.audience import Audience
from frontdoor.commands.main import main
from frontdoor.commands.options import opened
from frontdoor.intake.loading import load
from frontdoor.packs.files import Format
from frontdoor.packs.fixed import OPEN, Fixed
from frontdoor.packs.kept import kept
from frontdoor.packs.sent.placing import MARK
from frontdoor.packs.sent.recipients import Recipient, Recipients
from frontdoor.packs.sent.schedule import Every, Schedule
from frontdoor.packs.sent.sending import Outcome, Sending, send
from tests.pages.canonical_file import write_contacts
from tests.pages.small_home import copied_small_home

TEMPLATE = 'title = "Small"\nabout = "One page."\naudience = "officer"\n[[page]]\nshow = "promises"\n'
NOVEMBER = datetime(2026, 11, 3, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def home(shared_folder, tmp_path_factory) -> Path:
    return copied_small_home(shared_folder, tmp_path_factory.mktemp("sending") / "home")


@pytest.fixture
def council(home, monkeypatch) -> Path:
    """Return the home of a council whose contacts reach 2 November 2026, with a template of one page and nothing sent yet."""
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))
    packs: Path = home / "trentside" / "packs"
    shutil.rmtree(packs, ignore_errors=True)
    packs.mkdir()
    (packs / "small.toml").write_text(TEMPLATE, encoding="utf-8")
    return packs.parent


def wanted(below: Path, key: str = "team", *, every: Every = Every.MONTHLY, **rest) -> Recipient:
    schedule = Schedule(every, 1)
    whole = Recipient(key, key, "small", Audience.OFFICER, below / key, (Format.TABLES,), None, schedule, (), OPEN)
    return replace(whole, **rest)


def sent(council: Path, *recipients: Recipient, now: datetime = NOVEMBER, again: str = "", is_dry: bool = False):
    """Return the lines of one run, and the run."""
    run = Sending(council, "trentside", now)
    return list(send(run, Recipients(recipients), again, is_dry=is_dry)), run


def outcomes(lines) -> list[Outcome]:
    return [line.outcome for line in lines]


def test_a_pack_is_made_once_and_kept(council, tmp_path):
    team = wanted(tmp_path)
    assert outcomes(sent(council, team)[0]) == [Outcome.MADE]
    place = tmp_path / "team" / "small-2026-10"
    assert sorted(path.name for path in place.iterdir()) == [MARK, "tables"]
    assert [one.key for one in kept(council)] == ["small"]
    [line] = sent(council, team)[0]
    assert (line.outcome, line.words) == (Outcome.ALREADY, f"October 2026, {place}")
    assert [path.name for path in (tmp_path / "team").iterdir()] == ["small-2026-10"]


def test_a_run_killed_before_it_wrote_its_record_makes_nothing_twice(council, tmp_path):
    sent(council, wanted(tmp_path))
    for path in (council / "packs" / "sent").rglob("*.json"):
        path.unlink()
    sent(council, wanted(tmp_path))
    assert [path.name for path in (tmp_path / "team").iterdir()] == ["small-2026-10"]


def test_nothing_is_made_before_the_data_reach_the_end_of_the_period(council, tmp_path):
    weekly = wanted(tmp_path, every=Every.WEEKLY)
    [line] = sent(council, weekly, now=datetime(2026, 11, 9, tzinfo=UTC))[0]
    assert line.outcome is Outcome.NOT_YET
    assert line.words == "2 November 2026 to 8 November 2026: contacts reach 2 November 2026"
    assert not (tmp_path / "team").exists()
    others = replace(weekly, waits_for=("complaints",))
    assert outcomes(sent(council, others, now=datetime(2026, 11, 9, tzinfo=UTC))[0]) == [Outcome.MADE]


def test_a_dry_run_makes_nothing(council, tmp_path):
    [line] = sent(council, wanted(tmp_path), is_dry=True)[0]
    assert (line.outcome, line.words) == (Outcome.WOULD_MAKE, f"October 2026, small, in {tmp_path / 'team'}")
    assert not (tmp_path / "team").exists()
    assert kept(council) == []


def test_one_failure_stops_nobody_else(council, tmp_path):
    (tmp_path / "file").write_text("")
    lines, _ = sent(
        council,
        wanted(tmp_path, "typo", fixed=Fixed(service=("Wast",))),
        wanted(tmp_path, "blocked", folder=tmp_path / "file"),
        wanted(tmp_path, "team"),
    )
    assert outcomes(lines) == [Outcome.FAILED, Outcome.FAILED, Outcome.MADE]
    assert lines[0].words.startswith("recipients.toml: recipient.typo: There is no service called 'Wast'.")
    assert "cannot be written" in lines[1].words


def test_a_file_that_cannot_be_made_leaves_nothing_behind(council, tmp_path):
    broken = wanted(tmp_path, formats=(Format.TABLES, Format.SLIDES), slides=tmp_path / "none.pptx")
    assert outcomes(sent(council, broken)[0]) == [Outcome.FAILED]
    assert list(tmp_path.glob("team/*")) == []
    assert outcomes(sent(council, wanted(tmp_path))[0]) == [Outcome.MADE]


def test_those_who_are_sent_the_same_share_one_making(council, tmp_path):
    same = [wanted(tmp_path, f"team_{number}") for number in range(12)]
    waste = wanted(tmp_path, "waste", fixed=Fixed(service=("Waste and recycling",)))
    lines, run = sent(council, *same, waste)
    assert outcomes(lines) == [Outcome.MADE] * 13
    assert (len(run.packs), len(run.files)) == (2, 2)


def test_a_pack_is_made_again_where_somebody_asks(council, tmp_path):
    team, other = wanted(tmp_path), wanted(tmp_path, "other")
    sent(council, team, other)
    lines, _ = sent(council, team, other, again="team", now=NOVEMBER.replace(hour=10))
    assert outcomes(lines) == [Outcome.MADE, Outcome.ALREADY]
    assert sorted(path.name for path in (tmp_path / "team").iterdir()) == ["small-2026-10", "small-2026-10-2"]


def test_the_public_is_sent_a_release(council, tmp_path):
    public = wanted(tmp_path, audience=Audience.PUBLIC, template="how_are_we_doing")
    lines = sent(council, public)[0]
    assert (outcomes(lines), lines[0].words) == ([Outcome.MADE], f"October 2026, {tmp_path / 'team' / '2026-10'}")
    assert (tmp_path / "team" / "2026-10" / "published-tables.csv").exists()


def test_the_command_says_a_line_for_each_and_fails_where_one_did(council, tmp_path, capsys):
    text = "".join(
        f'[[recipient]]\nkey = "{key}"\nname = "x"\ntemplate = "small"\nfolder = "{tmp_path / key}"\n'
        f'formats = ["csv"]\nevery = "quarterly"\nservice = ["{service}"]\n'
        for key, service in (("right", "Waste and recycling"), ("wrong", "Wast"))
    )
    (council / "packs" / "recipients.toml").write_text(text, encoding="utf-8")
    assert main(["packs-due", "--dry-run"]) == 1
    right, wrong = capsys.readouterr().out.splitlines()
    assert right.startswith("right: would be made: July to September 2026, small, in ")
    assert wrong.startswith("wrong: failed: recipients.toml: recipient.wrong: ")
    assert main(["packs-due", "--again", "rihgt"]) == 2
    assert "Did you mean right?" in capsys.readouterr().err


def test_later_loads_are_sent_only_where_they_change_a_figure(council, tmp_path):
    """Last in the file, as it loads into the home that the others read."""
    sent(council, wanted(tmp_path))
    home = opened("trentside")
    load(home, write_contacts(tmp_path / "november.csv", date(2026, 11, 3), 1, name="E"), "frontdoor")
    assert outcomes(sent(council, wanted(tmp_path))[0]) == [Outcome.ALREADY]
    load(home, write_contacts(tmp_path / "late.csv", date(2026, 10, 31), 2, name="F"), "frontdoor")
    [line] = sent(council, wanted(tmp_path), now=NOVEMBER.replace(hour=10))[0]
    assert line.outcome is Outcome.MADE
    assert line.words.endswith("small-2026-10-2, instead of small-2026-10")
    assert outcomes(sent(council, wanted(tmp_path), now=NOVEMBER.replace(hour=11))[0]) == [Outcome.ALREADY]
