"""Makes the packs that are due, each for its recipient: whole or not at all, never twice, and no failure stops the others."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.errors import FrontdoorError, StrategyError
from frontdoor.filters import Filters
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.fixed import narrowed
from frontdoor.packs.kept import keep
from frontdoor.packs.making import make_pack
from frontdoor.packs.offered import offered, template_offered
from frontdoor.packs.pack import Pack
from frontdoor.packs.public.releases import release
from frontdoor.packs.sent.data import behind, loads_touching
from frontdoor.packs.sent.placing import placed
from frontdoor.packs.sent.recipients import Recipient, Recipients
from frontdoor.packs.sent.records import Sent, figures_of, last_sent, record
from frontdoor.packs.template import RECIPIENTS, Template
from frontdoor.periods import Period


class Outcome(StrEnum):
    """What came of one recipient's pack."""

    MADE = "made"
    WOULD_MAKE = "would be made"
    ALREADY = "made already"
    NOT_YET = "not yet"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient, what came of their pack and why or where, in words."""

    recipient: str
    outcome: Outcome
    words: str


@dataclass(slots=True)
class Sending:
    """One run: the council's data, the moment it began, and what it has made that others may share."""

    home: Path
    council: str
    now: datetime
    address: str = ""
    packs: dict[tuple[Template, Filters, Audience], Pack] = field(default_factory=dict)
    files: dict[tuple[str, Format, Path | None], dict[str, bytes]] = field(default_factory=dict)

    def pack(self, template: Template, filters: Filters, audience: Audience) -> Pack:
        """Return the pack, made once for all who are sent the same."""
        key = (template, filters, audience)
        if key not in self.packs:
            self.packs[key] = make_pack(template, filters, audience, now=self.now)
        return self.packs[key]

    def files_of(self, pack: Pack, kind: Format, slides: Path | None) -> dict[str, bytes]:
        """Return the files of one format, made once for all who are sent the same."""
        key = (pack.digest, kind, slides if kind is Format.SLIDES else None)
        if key not in self.files:
            self.files[key] = files_of(pack, kind, slides, self.address)
        return self.files[key]


@dataclass(frozen=True, slots=True)
class _Due:
    """One recipient's pack that has fallen due, and what was made of the same days before."""

    recipient: Recipient
    context: Context
    period: Period
    loads: tuple[int, ...]
    before: Sent | None
    is_again: bool

    @property
    def is_made(self) -> bool:
        return self.before is not None and self.before.loads == self.loads and not self.is_again


def send(sending: Sending, wanted: Recipients, again: str = "", *, is_dry: bool = False) -> Iterator[Line]:
    """Yield a line for each recipient, in the file's order; `again` names one whose pack is made although it was made.

    With `is_dry` nothing is made. Whatever goes wrong with one is that one's line.
    """
    for recipient in wanted.recipients:
        try:
            yield _sent(sending, recipient, is_again=recipient.key == again, is_dry=is_dry)
        except (FrontdoorError, OSError) as error:
            yield Line(recipient.key, Outcome.FAILED, str(error))


def _sent(sending: Sending, recipient: Recipient, *, is_again: bool, is_dry: bool) -> Line:
    due = _due(sending, recipient, is_again=is_again)
    late = behind(due.context, due.period.last, recipient.waits_for)
    if due.is_made and due.before:
        return Line(recipient.key, Outcome.ALREADY, f"{due.period.label}, {due.before.folder}")
    if late:
        return Line(recipient.key, Outcome.NOT_YET, f"{due.period.label}: {late.words}")
    filters = _filters(sending, due)
    if is_dry:
        return Line(
            recipient.key, Outcome.WOULD_MAKE, f"{due.period.label}, {recipient.template}, in {recipient.folder}"
        )
    return _made(sending, due, filters)


def _due(sending: Sending, recipient: Recipient, *, is_again: bool) -> _Due:
    council = open_context(Filters(sending.council, Period.month(sending.now.date())), recipient.audience)
    today = sending.now.astimezone(ZoneInfo(council.council.time_zone)).date()
    period = recipient.schedule.due(today)
    loads = loads_touching(council, period)
    before = last_sent(sending.home, recipient.key, recipient.template, period)
    return _Due(recipient, council, period, loads, before, is_again)


def _filters(sending: Sending, due: _Due) -> Filters:
    """Return what the recipient is sent; StrategyError for a filter that this council's figures do not have."""
    recipient = due.recipient
    filters = Filters(sending.council, due.period, generation=due.context.warehouse.generation)
    try:
        return narrowed(filters, recipient.fixed, recipient.audience)
    except FrontdoorError as error:
        raise StrategyError(f"{RECIPIENTS}: recipient.{recipient.key}: {error}") from error


def _made(sending: Sending, due: _Due, filters: Filters) -> Line:
    """Make the pack, keep it, put it in its folder and on record; later loads that changed no figure send nothing."""
    recipient = due.recipient
    template = template_offered(offered(sending.home, due.context.register), recipient.template)
    pack = sending.pack(template, filters, recipient.audience)
    if due.before and due.before.figures == figures_of(pack) and not due.is_again:
        record(sending.home, replace(due.before, loads=due.loads, made_at=sending.now.isoformat()))
        return Line(recipient.key, Outcome.ALREADY, f"{due.period.label}: later loads changed none of its figures")
    place = _placed(sending, due, pack)
    keep(pack, sending.home)
    record(sending.home, _on_record(sending, due, pack, place))
    revised = f", instead of {Path(due.before.folder).name}" if due.before else ""
    return Line(recipient.key, Outcome.MADE, f"{due.period.label}, {place}{revised}")


def _placed(sending: Sending, due: _Due, pack: Pack) -> Path:
    """Return the folder the pack lies in: a release where it is for everybody, which may be refused, else a folder of its own."""
    recipient = due.recipient
    if recipient.audience is Audience.PUBLIC:
        return release(pack, recipient.folder, recipient.formats) or recipient.folder
    made = partial(_files, sending, recipient, pack)
    return placed(pack, recipient.key, made, recipient.folder, is_again=due.is_again)


def _files(sending: Sending, recipient: Recipient, pack: Pack) -> dict[str, bytes]:
    kinds = recipient.formats
    return {name: file for kind in kinds for name, file in sending.files_of(pack, kind, recipient.slides).items()}


def _on_record(sending: Sending, due: _Due, pack: Pack, place: Path) -> Sent:
    return Sent(
        recipient=due.recipient.key,
        template=due.recipient.template,
        first=due.period.first.isoformat(),
        last=due.period.last.isoformat(),
        generation=due.context.warehouse.generation,
        loads=due.loads,
        digest=pack.digest,
        figures=figures_of(pack),
        folder=str(place),
        made_at=sending.now.isoformat(),
    )
