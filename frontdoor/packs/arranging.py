"""Rearranging a pack and keeping it in the register: moved, removed, narrowed and renamed, under a key made of its name."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from unicodedata import normalize

from frontdoor.errors import PackError
from frontdoor.packs.fixed import Fixed
from frontdoor.packs.offered import Offered, offered
from frontdoor.packs.template import Template, Wanted, template_text
from frontdoor.register.arranged_packs import arrange_pack
from frontdoor.register.register import Register

LONGEST_STEM = 48
"""Letters of a key made of a name, so that a number still fits behind."""

MOST_ENTRIES = 200
"""How many entries a pack may hold; forty pages are a long paper already."""


def moved(template: Template, place: int, by: int) -> Template:
    """Return the pack with the entry at `place` (from 0) moved by so many places, at most to the start or the end."""
    wanted = list(template.wanted)
    entry = wanted.pop(place)
    wanted.insert(min(max(place + by, 0), len(wanted)), entry)
    return replace(template, wanted=tuple(wanted))


def without(template: Template, place: int) -> Template:
    """Return the pack without the entry at `place`; PackError where it is the only one."""
    if len(template.wanted) == 1:
        raise PackError("A pack needs at least one part; add another before you take this one out.")
    return replace(template, wanted=template.wanted[:place] + template.wanted[place + 1 :])


def added(template: Template, wanted: Wanted) -> Template:
    """Return the pack with one entry more at its end; PackError where it is full."""
    if len(template.wanted) >= MOST_ENTRIES:
        raise PackError(f"This pack has {MOST_ENTRIES} parts already; take one out before you add another.")
    return replace(template, wanted=(*template.wanted, wanted))


def refixed(template: Template, place: int, fixed: Fixed) -> Template:
    """Return the pack with other filters fixed for the entry at `place`."""
    entry = replace(template.wanted[place], fixed=fixed)
    return replace(template, wanted=(*template.wanted[:place], entry, *template.wanted[place + 1 :]))


def key_of(title: str) -> str:
    """Return the key of a pack of that name: 'Tŷ a Chartref: rhan 2' is 'ty_a_chartref_rhan_2'."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return "_".join(words)[:LONGEST_STEM].strip("_") or "pack"


def save_new(register: Register, home: Path, template: Template, *, author: str, now: datetime) -> Template:
    """Keep a pack under a key of its own, made of its title, and return it with that key.

    Raises:
        PackError: a pack of that name is on offer already.
        RegisterError: the name is empty or too long, or nobody is named.
    """
    packs = offered(home, register)
    key = _free(key_of(template.title), packs)
    named = replace(template, key=key, title=template.title.strip())
    _refuse_taken(named, packs)
    arrange_pack(register, key, named.title, template_text(named), author=author, now=now)
    return named


def save_changed(register: Register, home: Path, template: Template, seen: int, *, author: str, now: datetime) -> int:
    """Keep a new version of an arranged pack and return its number.

    Raises:
        PackError: another pack has its new name.
        RegisterError: nothing differs, or somebody changed it since version `seen`.
    """
    _refuse_taken(template, offered(home, register))
    text = template_text(template)
    return arrange_pack(register, template.key, template.title, text, author=author, now=now, seen=seen)


def _free(key: str, packs: Collection[str]) -> str:
    """Return the key, with a number where another pack has it."""
    numbers = (f"{key}_{number}" for number in count(2))
    return key if key not in packs else next(each for each in numbers if each not in packs)


def _refuse_taken(template: Template, packs: Mapping[str, Offered]) -> None:
    for pack in packs.values():
        if pack.key != template.key and pack.title.casefold() == template.title.strip().casefold():
            raise PackError(f"There is a pack called “{pack.title}” already; give yours another name.")
