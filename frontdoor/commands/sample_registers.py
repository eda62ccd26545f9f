"""Enters what people of a fictional council are said to have decided and written, on the invented days and in their names."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import open_context, register_of
from frontdoor.commands.sample_actions import add_or_change
from frontdoor.commands.sample_comments import remark
from frontdoor.commands.sample_entries import Act, Names, Reader, Step
from frontdoor.commands.sample_targets import duty, target
from frontdoor.commands.sample_voices import event, sign_off, update_words, withdrawal
from frontdoor.filters import Filters
from frontdoor.periods import Period
from frontdoor.register.register import Register
from frontdoor.strategy.council import Council
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.reading import shipped_councils
from frontdoor.strategy.toml_file import open_toml
from frontdoor.warehouse.home import Home

KINDS: dict[str, tuple[tuple[str, ...], Reader]] = {
    "target": (
        ("measure", "service", "value", "tba", "tolerance", "from", "why", "approved_by", "approved_where"),
        target,
    ),
    "duty": (("measure", "service", "owner", "due"), duty),
    "comment": (("measure", "service", "month", "words", "value"), remark),
    "action": (
        ("name", "title", "owner", "due", "status", "measure", "service", "ward", "begins", "note"),
        add_or_change,
    ),
    "event": (("day", "label", "services"), event),
    "withdrawal": (("day", "label"), withdrawal),
    "sign_off": (("source", "month", "since", "act", "why"), sign_off),
    "words": (("year", "section", "words"), update_words),
}
"""What a file may hold: the tables, the keys of each beside who entered it and when, and who reads them."""

ENTERED = ("on", "at", "author")
TOP = ("ends", "files_read", *KINDS)
NOON = time(12)


@dataclass(frozen=True, slots=True)
class SampleRegister:
    """An invented register: when the council's files were first read, and the steps since in the order of their days."""

    files_read_at: datetime
    steps: tuple[Step, ...]


def read_files(home: Home, otherwise: datetime) -> None:
    """Let the register read the fictional council's files on the invented day, or else at `otherwise`."""
    held = sample_register(home.council)
    read_at = held.files_read_at if held else otherwise.astimezone(ZoneInfo(home.council.time_zone))
    register_of(home.folder).apply_files(home.council, read_at)


def enter_register(home: Home) -> int:
    """Do every step of the council's invented register that is not done yet; return how many were done."""
    held = sample_register(home.council)
    if held is None:
        return 0
    register = register_of(home.folder)
    done = _done(register)
    missing = [step for step in held.steps if (step.author, step.now) not in done]
    if missing:
        ends = sample_ends()
        context = open_context(Filters(home.council.key, Period(ends, ends)), Audience.OFFICER)
    for step in missing:
        step.do(Act(home, register, context, step.author, step.now))
    return len(missing)


def sample_register(council: Council, ends: date | None = None, folder: Path | None = None) -> SampleRegister | None:
    """Return the invented register of a fictional council; None where it has no file.

    Its days move by whole months to a sample whose last day is `ends`, by default the one that ships. It is read from
    `folder`, by default the one that ships.
    """
    path = (folder or registers_folder()) / f"{council.key}.toml"
    if not path.exists():
        return None
    top = open_toml(path, "sample register").top.only(TOP)
    names = Names(council, _months_between(top.day("ends"), ends or sample_ends()))
    steps = [
        Step(_entered_at(entry, names), entry.text("author"), read(entry, names))
        for kind, (keys, read) in KINDS.items()
        for entry in top.entries(kind, (*keys, *ENTERED))
    ]
    files_read_at = names.at(top, "files_read", NOON)
    return SampleRegister(files_read_at, tuple(sorted(steps, key=lambda step: step.now)))


def sample_ends() -> date:
    """Return the last day of the sample's figures."""
    from sample_data.generator import DEFAULT_UNTIL  # numpy work that no other command needs

    return DEFAULT_UNTIL


def registers_folder() -> Path:
    """Return the folder of the fictional councils' registers, <key>.toml each."""
    return shipped_councils().with_name("registers")


def _entered_at(entry: Entry, names: Names) -> datetime:
    return names.at(entry, "on", entry.clock_time("at") if entry.has("at") else NOON)


def _done(register: Register) -> set[tuple[str, datetime]]:
    """Return who entered something and when, which tells the steps of a sample apart."""
    return {(entry.author, entry.recorded_at) for entry in register.audit()}


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
