"""Every pack on offer by its key: those that come with Frontdoor, those in the council's home, and those arranged here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.errors import FrontdoorError, PackError
from frontdoor.packs.template import TEMPLATES, Template, read_template, read_template_text, templates
from frontdoor.register.arranged_packs import ArrangedPack, arranged_packs
from frontdoor.register.entries import author_words
from frontdoor.register.register import Register
from frontdoor.register.words import long_date
from frontdoor.strategy.entry import nearest


class From(StrEnum):
    """Where a pack on offer comes from, in words."""

    FRONTDOOR = "comes with Frontdoor"
    HOME = "a file of the council’s own"
    ARRANGED = "arranged here"
    SESSION = "in this session only"


@dataclass(frozen=True, slots=True)
class Offered:
    """A pack on offer; `problem` says in one sentence what is wrong with one that cannot be read, and where.

    `version` is the number of the register's version, None for a file; `by` is who arranged it and when.
    """

    key: str
    title: str
    origin: From
    template: Template | None = None
    problem: str = ""
    version: int | None = None
    by: str = ""


def offered(home: Path | None = None, register: Register | None = None) -> dict[str, Offered]:
    """Return every pack on offer; of one key the council's file goes before ours, and what is arranged here before both."""
    files = {key: _of_file(key, path) for key, path in templates(home).items()}
    return files | (arranged(register) if register else {})


def arranged(register: Register) -> dict[str, Offered]:
    """Return the packs arranged here alone."""
    return {pack.key: _of_register(pack) for pack in arranged_packs(register)}


def template_offered(packs: Mapping[str, Offered], key: str) -> Template:
    """Return the template of a pack on offer.

    Raises:
        PackError: there is none of that key (with the nearest), or it cannot be read (with what is wrong and where).
    """
    if key not in packs:
        raise PackError(f"There is no pack called {key!r}.{nearest(key, tuple(packs))}")
    pack = packs[key]
    if pack.template is None:
        raise PackError(pack.problem)
    return pack.template


def offered_to(packs: Mapping[str, Offered], audience: Audience) -> dict[str, Offered]:
    """Return the packs that are for this reader or for a wider circle; broken ones are shown to officers alone."""
    readers = list(Audience)
    wider = readers[readers.index(audience) :]
    return {
        key: pack
        for key, pack in packs.items()
        if (pack.template.audience in wider if pack.template else audience is Audience.OFFICER)
    }


def _of_file(key: str, path: Path) -> Offered:
    origin = From.FRONTDOOR if path.parent == TEMPLATES else From.HOME
    try:
        template = read_template(path)
    except FrontdoorError as error:
        return Offered(key, key, origin, problem=str(error))
    return Offered(key, template.title, origin, template)


def _of_register(pack: ArrangedPack) -> Offered:
    by = f"{author_words(pack.author, is_verified=pack.author_is_verified)}, {long_date(pack.recorded_at.date())}"
    try:
        template = read_template_text(pack.template, pack.key)
    except FrontdoorError as error:
        return Offered(pack.key, pack.title, From.ARRANGED, problem=str(error), version=pack.id, by=by)
    return Offered(pack.key, pack.title, From.ARRANGED, template, version=pack.id, by=by)
