"""A pack's template: a short TOML of what it shows and in which order, which anyone can rearrange."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.errors import StrategyError
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.toml_file import open_toml

TEMPLATES = Path(__file__).resolve().parent / "templates"
"""The templates that come with Frontdoor, one TOML each."""

OWN = "packs"
"""The folder in a council's home in which its own templates lie; one of the same name replaces ours."""


class Show(StrEnum):
    """What a page of a pack can show, by its word in a template."""

    SUMMARY = "plain summary"
    PROMISES = "promises"
    MEASURE = "measure"
    EACH_MEASURE = "each measure"
    MISSED = "each missed measure"
    PEAKS = "demand peaks"
    SHIFT = "channel shift"
    SATISFACTION = "satisfaction"
    COMPLAINTS = "complaints"
    PILOTS = "pilots"
    PILOT = "pilot"
    EACH_PILOT = "each pilot"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of a template: what to show, which measure, view or pilot of it, and of which services only."""

    show: Show
    measure: str = ""
    view: str = ""
    pilot: str = ""
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A whole template; `audience` is who reads the pack unless somebody says otherwise."""

    key: str
    title: str
    about: str
    audience: Audience
    wanted: tuple[Wanted, ...]


def templates(home: Path | None = None) -> dict[str, Path]:
    """Return the file of every template by key: ours, and those in `home`/packs, which replace ours of the same name."""
    own = sorted((home / OWN).glob("*.toml")) if home else []
    return {path.stem: path for path in (*sorted(TEMPLATES.glob("*.toml")), *own)}


def read_template(path: Path) -> Template:
    """Return the template in `path`.

    Raises:
        StrategyError: a key or a word nobody knows, with the file and the nearest right one.
    """
    top = open_toml(path, "pack").top.only(("title", "about", "audience", "page"))
    wanted = tuple(_wanted(entry) for entry in top.entries("page", ("show", "measure", "view", "pilot", "services")))
    if not wanted:
        raise StrategyError(f"{path.name}: a pack needs at least one [[page]] with what it shows.")
    return Template(
        key=path.stem,
        title=top.text("title"),
        about=top.text("about"),
        audience=top.choice("audience", Audience, "audience"),
        wanted=wanted,
    )


def _wanted(entry: Entry) -> Wanted:
    return Wanted(
        show=entry.choice("show", Show, "page"),
        measure=entry.text("measure", ""),
        view=entry.text("view", ""),
        pilot=entry.text("pilot", ""),
        services=entry.texts("services"),
    )
