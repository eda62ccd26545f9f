"""Who is sent which pack, and when: packs/recipients.toml in a council's home, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.packs.files import Format
from frontdoor.packs.fixed import NAMES, Fixed, read_fixed
from frontdoor.packs.offered import Offered
from frontdoor.packs.public.releases import TEMPLATE as PUBLIC_PACK
from frontdoor.packs.sent.schedule import LONGEST_WAIT, Every, Schedule
from frontdoor.packs.template import OWN, RECIPIENTS
from frontdoor.schema.records import KINDS
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.toml_file import open_toml

FILTERS = tuple(name for name in NAMES if name != "period")
"""Filters a recipient can have: those of a template, but the period, which the schedule says."""

KEYS = (
    "key",
    "name",
    "template",
    "audience",
    "folder",
    "formats",
    "slides",
    "every",
    "from_day",
    "waits_for",
    *FILTERS,
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of who gets what: the pack's template, for whom, filtered how, in which formats, in which folder, and when.

    `waits_for` are the kinds of record whose figures must reach the period's end first; () is every kind there is.
    """

    key: str
    name: str
    template: str
    audience: Audience
    folder: Path
    formats: tuple[Format, ...]
    slides: Path | None
    schedule: Schedule
    waits_for: tuple[str, ...]
    fixed: Fixed


@dataclass(frozen=True, slots=True)
class Recipients:
    """The whole file; `address` is where Frontdoor is served, '' where it does not say."""

    recipients: tuple[Recipient, ...]
    address: str = ""


def read_recipients(home: Path, packs: Mapping[str, Offered]) -> Recipients:
    """Return who is sent what of the packs on offer; folders that are not whole paths lie below `home`.

    Raises:
        StrategyError: there is no such file, or a key or a word nobody knows, with its place and the nearest right one.
    """
    top = open_toml(home / OWN / RECIPIENTS, "list of recipients").top.only(("address", "recipient"))
    entries = top.entries("recipient", KEYS)
    return Recipients(tuple(_recipient(entry, home, packs) for entry in entries), top.text("address", ""))


def _recipient(entry: Entry, home: Path, packs: Mapping[str, Offered]) -> Recipient:
    key = entry.text("key")
    if not key.replace("_", "").isalnum():
        raise entry.problem("key", "use letters, digits and underscores alone.")
    formats = tuple(Format(name) for name in entry.names_in("formats", tuple(Format), "format"))
    if not formats:
        raise entry.problem("formats", f"name at least one of: {', '.join(Format)}.")
    found = Recipient(
        key=key,
        name=entry.text("name"),
        template=_template(entry, packs),
        audience=_audience(entry, packs),
        folder=home / Path(entry.text("folder")).expanduser(),
        formats=formats,
        slides=home / entry.text("slides") if entry.has("slides") else None,
        schedule=_schedule(entry),
        waits_for=entry.names_in("waits_for", tuple(KINDS), "kind of record"),
        fixed=read_fixed(entry),
    )
    if found.audience is Audience.PUBLIC:
        _check_public(entry, found)
    return found


def _template(entry: Entry, packs: Mapping[str, Offered]) -> str:
    key = entry.name_in("template", tuple(packs), "pack")
    if packs[key].template is None:
        raise entry.problem("template", f"this pack cannot be used: {packs[key].problem}")
    return key


def _audience(entry: Entry, packs: Mapping[str, Offered]) -> Audience:
    if entry.has("audience"):
        return entry.choice("audience", Audience, "audience")
    template = packs[entry.text("template")].template
    return template.audience if template else Audience.PUBLIC


def _schedule(entry: Entry) -> Schedule:
    every = entry.choice("every", Every, "rhythm")
    from_day = entry.whole("from_day") if entry.has("from_day") else 1
    if not 1 <= from_day <= LONGEST_WAIT[every]:
        raise entry.problem("from_day", f"a pack made {every} is due from day 1 to {LONGEST_WAIT[every]}.")
    return Schedule(every, from_day)


def _check_public(entry: Entry, found: Recipient) -> None:
    """Raise StrategyError for anything but the public pack of a whole month."""
    if found.template != PUBLIC_PACK:
        raise entry.problem(
            "template", f"the public is sent the pack {PUBLIC_PACK} alone; name another audience for this."
        )
    if found.schedule.every is not Every.MONTHLY:
        raise entry.problem("every", "what the public reads is of calendar months: write monthly.")
    for name in FILTERS:
        if getattr(found.fixed, name):
            raise entry.problem(
                name, "the public reads fixed tables of the whole council, without filters: leave it out."
            )
