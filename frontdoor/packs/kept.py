"""Frozen packs that a council keeps in its home: written once under their digest; one that was altered is said to be."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.errors import FrontdoorError, PackError
from frontdoor.packs.files import file_name
from frontdoor.packs.frozen import frozen, sealed, thawed, unaltered
from frontdoor.packs.pack import Pack

KEPT = Path("packs") / "kept"
"""Where they lie in a council's home."""

SHORT = 12
"""How much of a digest a file's name carries, in hexadecimal digits."""

OTHER_DIGEST = "its name says another digest than the file, so it was altered or renamed"


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept pack, without its pages; where `problem` says that it cannot be trusted, only `title` and `path` are true.

    `title` is then the file's name.
    """

    title: str
    path: Path
    key: str = ""
    digest: str = ""
    period: str = ""
    as_at: date = date.min
    as_at_line: str = ""
    audience: Audience = Audience.OFFICER
    problem: str = ""


def keep(pack: Pack, home: Path) -> Path:
    """Write the frozen pack into the council's home and return its file; the same pack is kept once.

    Raises:
        PackError: the home cannot be written.
    """
    pack = sealed(pack)
    stem = "".join(letter if letter.isalnum() else "-" for letter in Path(file_name(pack, "json")).stem)
    path = home / KEPT / f"{stem}-{pack.digest[:SHORT]}.json"
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(frozen(pack), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise PackError(f"{path.parent} cannot be written ({error.strerror}), so the pack was not kept.") from error
    return path


def kept(home: Path) -> list[Kept]:
    """Return the packs kept in a council's home, those with the newest figures first and those not to be trusted last."""
    found = [read_kept(path) for path in sorted((home / KEPT).glob("*.json"))]
    return sorted(found, key=lambda one: (one.as_at, one.title), reverse=True)


def read_kept(path: Path) -> Kept:
    """Return what one file holds; `problem` says why it cannot be trusted."""
    try:
        content, digest = unaltered(path.read_text(encoding="utf-8"))
        _check_name(path, digest)
        return Kept(
            content["title"], path, content["key"], digest, content["period"], date.fromisoformat(content["as_at"]),
            content["as_at_line"], Audience(content["audience"]),
        )  # fmt: skip
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        return Kept(path.name, path, problem=f"This file cannot be read: {error}")
    except FrontdoorError as error:
        return Kept(path.name, path, problem=str(error))


def kept_pack(home: Path, digest: str) -> Pack:
    """Return a kept pack whole, by its digest; PackError where no such pack is kept unaltered."""
    for one in kept(home):
        if digest and one.digest == digest:
            return thawed(one.path.read_text(encoding="utf-8"))
    raise PackError(f"No pack with the digest {digest[:SHORT]} is kept here unaltered.")


def _check_name(path: Path, digest: str) -> None:
    if not path.stem.endswith(digest[:SHORT]):
        raise PackError(f"{path.name}: {OTHER_DIGEST}.")
