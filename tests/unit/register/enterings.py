"""Every kind of thing people enter in the register and edit again: how to enter it, and what stands of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trentside import NOW, council, measure, share

from frontdoor.periods import Period
from frontdoor.register.actions import ActionEntry, actions, add_action, change_action
from frontdoor.register.annual_updates import section_words, write_section
from frontdoor.register.arranged_packs import arrange_pack, arranged_packs
from frontdoor.register.commentary import About, comment, commentary_on
from frontdoor.register.duties import duties, set_duty
from frontdoor.register.register import Register
from frontdoor.register.sign_offs import confirm, reopen, sign_offs
from frontdoor.register.target_changes import TargetChange, TargetPlace, change_target, target_entries
from frontdoor.schema.units import Unit

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
ABOUT = About("phone", "", OCTOBER)
YEAR = date(2026, 4, 1)
PLACE = TargetPlace("phone", Unit.SHARE)


@dataclass(frozen=True, slots=True)
class Entering:
    """A kind: `enter(register, words, seen)` writes a version; `standing` gives the last one's number and its words."""

    enter: Callable[[Register, str, int | None], object]
    standing: Callable[[Register], tuple[int, str] | None]


def _action(register: Register, words: str, seen: int | None) -> None:
    if seen is None:
        add_action(register, "train", ActionEntry(words), author="Jo", now=NOW)
    else:
        change_action(register, "train", ActionEntry(words), author="Jo", now=NOW, seen=seen)


def _standing_action(register: Register) -> tuple[int, str] | None:
    return next(((each.id, each.entry.title) for each in actions(register)), None)


def _comment(register: Register, words: str, seen: int | None) -> None:
    comment(register, ABOUT, words, {"value": 0.5}, author="Jo", now=NOW, seen=seen)


def _standing_comment(register: Register) -> tuple[int, str] | None:
    held = commentary_on(register, ABOUT)
    return (held.id, held.words) if held else None


def _sign_off(register: Register, words: str, seen: int | None) -> None:
    if seen is None:
        confirm(register, "frontdoor", OCTOBER, 1, author="Jo", now=NOW, why=words)
    else:
        reopen(register, "frontdoor", OCTOBER, 1, words, author="Jo", now=NOW, seen=seen)


def _standing_sign_off(register: Register) -> tuple[int, str] | None:
    return next(((each.id, each.why) for each in sign_offs(register)), None)


def _words(register: Register, words: str, seen: int | None) -> None:
    write_section(register, YEAR, "promises", words, author="Jo", now=NOW, seen=seen)


def _standing_words(register: Register) -> tuple[int, str] | None:
    held = section_words(register, YEAR).get("promises")
    return (held.id, held.words) if held else None


def _duty(register: Register, words: str, seen: int | None) -> None:
    set_duty(register, "phone", "", words, None, author="Jo", now=NOW, seen=seen)


def _standing_duty(register: Register) -> tuple[int, str] | None:
    held = duties(register).get(("phone", ""))
    return (held.id, held.owner) if held else None


def _target(register: Register, words: str, seen: int | None) -> None:
    value = 0.5 if seen is None else 0.6 + len(target_entries(register, "phone")) / 100
    change = TargetChange(value, Unit.SHARE, None, NOW.date(), words, "Cabinet", "Item 7")
    change_target(register, PLACE, change, author="Jo", now=NOW, seen=seen)


def _standing_target(register: Register) -> tuple[int, str] | None:
    held = target_entries(register, "phone")
    return (held[-1].id, held[-1].target.why) if held else None


def _pack(register: Register, words: str, seen: int | None) -> None:
    arrange_pack(register, "ours", words, "a template", author="Jo", now=NOW, seen=seen)


def _standing_pack(register: Register) -> tuple[int, str] | None:
    return next(((each.id, each.title) for each in arranged_packs(register)), None)


ENTERINGS = {
    "actions": Entering(_action, _standing_action),
    "commentary": Entering(_comment, _standing_comment),
    "sign-offs": Entering(_sign_off, _standing_sign_off),
    "words of the annual update": Entering(_words, _standing_words),
    "who sets a target": Entering(_duty, _standing_duty),
    "targets": Entering(_target, _standing_target),
    "packs": Entering(_pack, _standing_pack),
}


def read_files(register: Register) -> None:
    """Let the register read files that say nothing of what is entered here."""
    register.apply_files(council(measure("visits", share(0.7))), NOW)
