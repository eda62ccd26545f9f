"""Reads the tables of a strategy file that are words: promises, services, partners, standards, pilots and actions."""

from collections.abc import Collection

from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.pilot_keys import announced_entries
from frontdoor.strategy.strategy import Action, Partner, Pilot, Promise, Service, Standard

PROMISE_KEYS = ("key", "title", "subject", "words", "source")
SERVICE_KEYS = ("key", "label", "partner")
PARTNER_KEYS = ("key", "label", "obligations", "source")
STANDARD_KEYS = ("words", "source", "measure")
ACTION_KEYS = ("key", "title", "owner", "due", "source")


def read_promises(top: Entry, published: tuple[Promise, ...] = ()) -> tuple[Promise, ...]:
    """Return the promises or charter statements in the file's order; raise when one repeats a published key."""
    return tuple(_read_promise(entry, published) for entry in top.entries("promise", PROMISE_KEYS))


def _read_promise(entry: Entry, published: tuple[Promise, ...]) -> Promise:
    key = entry.text("key")
    if any(promise.key == key for promise in published):
        raise entry.problem("key", "the strategy has a promise of this key; a council's own promise needs another.")
    return Promise(
        key=key,
        title=entry.text("title"),
        words=entry.text("words"),
        source=entry.text("source"),
        subject=entry.text("subject", ""),
    )


def read_services(top: Entry, partners: Collection[str]) -> tuple[Service, ...]:
    """Return the services; `partner` must be one the strategy lists."""
    return tuple(
        Service(
            key=entry.text("key"),
            label=entry.text("label"),
            partner=entry.name_in("partner", partners, "partner") if entry.has("partner") else "",
        )
        for entry in top.entries("service", SERVICE_KEYS)
    )


def read_partners(top: Entry) -> tuple[Partner, ...]:
    """Return the partners and contractors the strategy binds."""
    return tuple(
        Partner(entry.text("key"), entry.text("label"), entry.text("obligations"), entry.text("source"))
        for entry in top.entries("partner", PARTNER_KEYS)
    )


def read_standards(top: Entry) -> tuple[Standard, ...]:
    """Return the published service standards; `measure` names the catalogue measure that could evidence one."""
    return tuple(
        Standard(
            words=entry.text("words"),
            source=entry.text("source"),
            measure=entry.name_in("measure", tuple(CATALOGUE), "measure") if entry.has("measure") else "",
        )
        for entry in top.entries("standard", STANDARD_KEYS)
    )


def read_pilots(top: Entry) -> tuple[Pilot, ...]:
    """Return the pilots the strategy announces and no more; `weeks` is left out where nothing was published."""
    return tuple(
        Pilot(
            key=entry.text("key"),
            title=entry.text("title"),
            what=entry.text("what"),
            weeks=entry.whole("weeks") if entry.has("weeks") else None,
            source=entry.text("source"),
        )
        for entry in announced_entries(top)
    )


def read_actions(top: Entry) -> tuple[Action, ...]:
    """Return the actions the strategy's own plan names."""
    return tuple(
        Action(
            key=entry.text("key"),
            title=entry.text("title"),
            owner=entry.text("owner", ""),
            due_date=entry.day_or_none("due"),
            source=entry.text("source"),
        )
        for entry in top.entries("action", ACTION_KEYS)
    )
