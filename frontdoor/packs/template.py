"""A pack's template: a short TOML of what it shows and in which order, which anyone can rearrange."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from frontdoor.access.audience import Audience
from frontdoor.answers import peaks_choices as peaks
from frontdoor.answers import shift_choices as shift
from frontdoor.answers.action_choices import Which
from frontdoor.answers.pilot_choices import View as PilotView
from frontdoor.answers.update_choices import Standing
from frontdoor.errors import StrategyError
from frontdoor.packs.fixed import NAMES, OPEN, Fixed, read_fixed
from frontdoor.packs.usual_period import Usual
from frontdoor.strategy.entry import Entry
from frontdoor.strategy.toml_file import open_toml, toml_table
from frontdoor.strategy.toml_text import toml_lines

TEMPLATES = Path(__file__).resolve().parent / "templates"
"""The templates that come with Frontdoor, one TOML each."""

OWN = "packs"
"""The folder in a council's home in which its own templates lie; one of the same name replaces ours."""

RECIPIENTS = "recipients.toml"
"""The file among them that is no template: who is sent which pack, and when."""

CHOICES = ("measure", "view", "pilot", "of", "over", "grain", "staffing", "within", "question", "find", "ward", "year")
"""What an entry can choose beside its filters, in the order a template says it."""


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
    TARGETS = "targets"
    COMMENTARY = "commentary"
    ACTIONS = "actions"
    PLANS = "service plans"
    SIGN_OFF = "sign-off"
    WARD = "my ward"
    ANNUAL_UPDATE = "annual update"


KEYS: Mapping[Show, tuple[str, ...]] = {
    Show.MEASURE: ("measure",),
    Show.PEAKS: ("view", "of", "over", "grain", "staffing"),
    Show.SHIFT: ("view", "within"),
    Show.SATISFACTION: ("question",),
    Show.PILOT: ("pilot", "view"),
    Show.EACH_PILOT: ("view",),
    Show.TARGETS: ("measure",),
    Show.ACTIONS: ("view", "find"),
    Show.WARD: ("ward",),
    Show.ANNUAL_UPDATE: ("year", "view"),
}
"""What an entry of each kind can choose beside its filters; of other kinds nothing."""

WORDS: Mapping[str, type[StrEnum]] = {"of": peaks.Show, "over": peaks.Over, "grain": peaks.Cut,
                                      "staffing": peaks.Staffing, "within": shift.Within}  # fmt: skip
"""What some of these can be, by the words on the screen."""

VIEWS: Mapping[Show, type[StrEnum]] = {
    Show.PEAKS: peaks.View, Show.SHIFT: shift.View, Show.PILOT: PilotView, Show.EACH_PILOT: PilotView,
    Show.ACTIONS: Which, Show.ANNUAL_UPDATE: Standing,
}  # fmt: skip

WITHOUT_FILTERS = (Show.SUMMARY, Show.PILOTS, Show.PILOT, Show.EACH_PILOT, Show.ANNUAL_UPDATE)
"""Entries no filter changes: a summary says what the other pages say, a pilot's plan when and whom, an update its year."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of a template: what to show, which of it (by the words on the screen), and the filters fixed for it.

    A measure, a question and a pilot are named by key or label; `of` is what the map of the week shows, `find` words that
    actions hold, `ward` the name of one, `year` the strategy year of an annual update.
    """

    show: Show
    measure: str = ""
    view: str = ""
    pilot: str = ""
    of: str = ""
    over: str = ""
    grain: str = ""
    staffing: str = ""
    within: str = ""
    question: str = ""
    find: str = ""
    ward: str = ""
    year: str = ""
    fixed: Fixed = OPEN


@dataclass(frozen=True, slots=True)
class Template:
    """A whole template; `audience` is who reads the pack and `period` what it is of, unless somebody says otherwise."""

    key: str
    title: str
    about: str
    audience: Audience
    wanted: tuple[Wanted, ...]
    period: Usual = Usual.MONTH


def templates(home: Path | None = None) -> dict[str, Path]:
    """Return the file of every template by key: ours, and those in `home`/packs, which replace ours of the same name."""
    own = sorted(path for path in (home / OWN).glob("*.toml") if path.name != RECIPIENTS) if home else []
    return {path.stem: path for path in (*sorted(TEMPLATES.glob("*.toml")), *own)}


def read_template(path: Path) -> Template:
    """Return the template in `path`.

    Raises:
        StrategyError: a key or a word nobody knows, with the file and the nearest right one.
    """
    return _template(open_toml(path, "pack").top, path.stem)


def read_template_text(text: str, key: str) -> Template:
    """Return the template of TOML text, to be known by `key`; StrategyError as `read_template`."""
    return _template(toml_table(text, f"{key}.toml"), key)


def template_text(template: Template) -> str:
    """Return the template as TOML text that `read_template_text` gives back; its key is not part of it."""
    top = {"title": template.title, "about": template.about, "audience": template.audience.value}
    if template.period is not Usual.MONTH:
        top["period"] = template.period.value
    return "\n".join([toml_lines(top), *(f"[[page]]\n{toml_lines(_said(wanted))}" for wanted in template.wanted)])


def _template(top: Entry, key: str) -> Template:
    top.only(("title", "about", "audience", "period", "page"))
    wanted = tuple(_wanted(entry) for entry in top.entries("page", ("show", *CHOICES, *NAMES)))
    if not wanted:
        raise StrategyError(f"{top.file}: a pack needs at least one [[page]] with what it shows.")
    return Template(
        key=key,
        title=top.text("title"),
        about=top.text("about"),
        audience=top.choice("audience", Audience, "audience"),
        wanted=wanted,
        period=top.choice("period", Usual, "period") if top.has("period") else Usual.MONTH,
    )


def _wanted(entry: Entry) -> Wanted:
    show = entry.choice("show", Show, "page")
    entry.only(("show", *KEYS.get(show, ()), *(() if show in WITHOUT_FILTERS else NAMES)))
    return Wanted(show, **{name: _chosen(entry, show, name) for name in CHOICES}, fixed=read_fixed(entry))


def _chosen(entry: Entry, show: Show, name: str) -> str:
    """Return what the entry chooses, '' where it leaves it as usual."""
    words = VIEWS[show] if name == "view" and show in VIEWS else WORDS.get(name)
    if words is None or not entry.has(name):
        return entry.text(name, "")
    return entry.name_in(name, tuple(each.value for each in words), name)


def _said(wanted: Wanted) -> dict[str, str | tuple[str, ...]]:
    """Return the lines of an entry: what it shows, chooses and fixes."""
    chosen = {name: value for name in CHOICES if (value := getattr(wanted, name))}
    return {"show": wanted.show.value, **chosen, **wanted.fixed.said}
