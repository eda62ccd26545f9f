"""What was sent: a small file for each pack that was made for somebody, so that none is made twice."""

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from frontdoor.errors import PackError
from frontdoor.packs.open_data import tables_of
from frontdoor.packs.pack import Pack
from frontdoor.periods import Period

SENT = Path("packs") / "sent"
"""Where they lie in a council's home, in a folder for each recipient."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One pack that was made: for whom, of which days, from which data version and loads, with which figures, and where.

    `digest` is of the whole pack, which is kept beside; `figures` of its numbers alone.
    """

    recipient: str
    template: str
    first: str
    last: str
    generation: int
    loads: tuple[int, ...]
    digest: str
    figures: str
    folder: str
    made_at: str


def last_sent(home: Path, recipient: str, template: str, period: Period) -> Sent | None:
    """Return what was made last for this recipient and period, None where nothing was.

    Raises:
        PackError: a record cannot be read, with its name.
    """
    found = [_read(path) for path in sorted((home / SENT / recipient).glob(f"{period.first}-*.json"))]
    same = [each for each in found if (each.template, each.last) == (template, period.last.isoformat())]
    return max(same, key=lambda each: each.made_at, default=None)


def record(home: Path, sent: Sent) -> None:
    """Write the record whole or not at all; PackError where the home cannot be written."""
    place = home / SENT / sent.recipient
    name = f"{sent.first}-{sha256(repr(sent).encode()).hexdigest()[:12]}.json"
    draft = place / f".{name}.{os.getpid()}.new"
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(sent), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        draft.replace(place / name)
    except OSError as error:
        raise PackError(f"{place} cannot be written ({error.strerror}), so what was made is not on record.") from error


def figures_of(pack: Pack) -> str:
    """Return the SHA-256 of every table of the pack, which the words beside them and the data version are no part of."""
    tables = [(table.key, table.columns, table.rows) for page in pack.pages for table in tables_of(page)]
    facts = [(page.key, page.facts) for page in pack.pages]
    return sha256(repr((tables, facts)).encode()).hexdigest()


def _read(path: Path) -> Sent:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return Sent(**{**held, "loads": tuple(held["loads"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise PackError(f"{path} cannot be read ({error}); take it away to make its pack again.") from error
