"""The public page of the strategy: promises, measures, the targets in force and every change of the last year, as HTML."""

import os
import re
from datetime import date, datetime
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdoor.access.audience import Audience
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.register_chain import chain_of
from frontdoor.answers.target_words import age, phrase, tolerance_words
from frontdoor.answers.targets_held import HeldTarget, held_everywhere
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.periods import Period
from frontdoor.strategy.bound import measure_of
from frontdoor.strategy.history import is_recent
from frontdoor.strategy.strategy import Promise
from frontdoor.warehouse.homes import open_home

FILE_NAME = "strategy.html"
STYLE = (
    "body{font:19px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#0B0C0C;background:#fff}"
    "table{border-collapse:collapse;width:100%;font-size:16px}th,td{text-align:left;vertical-align:top;padding:8px 12px 8px 0;"
    "border-bottom:1px solid #7A8288}caption{text-align:left;font-weight:700;padding:8px 0}small{font-size:14px}"
    "code{overflow-wrap:anywhere}"
)
DIGEST = re.compile(r"<code>([0-9a-f]{64})</code>")
HEADS = ("Measure", "For", "Target", "Since", "Close", "Approved")


def strategy_page(context: Context, today: date) -> str:
    """Return the page, whole and by itself: no scripts, nothing fetched, every word that comes from outside escaped."""
    strategy, held = context.council.strategy, held_everywhere(context, today)
    title = f"{strategy.title}: {context.council.name}"
    unset = [each for each in held if each.unset_since]
    chain = chain_of(context.register)
    parts = (
        f"<h1>{escape(title)}</h1>",
        f"<p><strong>{escape(context.stamp)}</strong></p>" if context.stamp else "",
        f"<p>Targets in force on {format_date(today)}. {_unset_words(unset)}</p>",
        *(_promise(promise, held) for promise in context.council.promises),
        _of_plans(held),
        _changes(held, today),
        f"<p><small>{escape(_published_from(context))} Digest: <code>{escape(chain.digest)}</code>.</small></p>",
    )
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>\n{chr(10).join(parts)}\n</main></body></html>\n"
    )


def page_now(filters: Filters, now: datetime) -> str:
    """Return the page as it stands on the council's day of `now`, as the public sees it."""
    context = open_context(filters, Audience.PUBLIC)
    return strategy_page(context, now.astimezone(ZoneInfo(context.council.time_zone)).date())


def write_strategy_page(council: str, now: datetime) -> Path:
    """Write the page anew into the council's home and return its path; a reader sees the old one or the new one, whole."""
    filters = Filters(council, Period(now.date(), now.date()))
    page = page_now(filters, now)
    path = open_home(council).folder / FILE_NAME
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    draft.write_text(page, encoding="utf-8")
    draft.replace(path)
    return path


def published_digest(folder: Path) -> str:
    """Return the digest of the register that the page in this home was made from, '' where there is no page or no digest."""
    try:
        found = DIGEST.search((folder / FILE_NAME).read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return ""
    return found[1] if found else ""


def _published_from(context: Context) -> str:
    source = context.council.strategy.source.rstrip(".")
    return f"Promises as published: {source}. Every change of a target is kept in a register whose entries seal one another."


def _unset_words(unset: list[HeldTarget]) -> str:
    if not unset:
        return "Every target is set."
    return f"{len(unset)} {'is' if len(unset) == 1 else 'are'} still to be set (TBA)."


def _promise(promise: Promise, held: tuple[HeldTarget, ...]) -> str:
    rows = [each for each in held if each.promised.promise == promise.key]
    if not rows:
        return f"<h2>{escape(promise.title)}</h2><p>{escape(promise.words)}</p><p>No measure shows this promise.</p>"
    definitions = dict.fromkeys(f"{each.promised.label}: {measure_of(each.promised).definition}" for each in rows)
    said = "".join(f"<li>{escape(words)}</li>" for words in definitions)
    return (
        f"<h2>{escape(promise.title)}</h2><p>{escape(promise.words)}</p>"
        f"{_table(f'Targets: {promise.title}', [_cells(each) for each in rows])}<ul>{said}</ul>"
    )


def _of_plans(held: tuple[HeldTarget, ...]) -> str:
    """Return the targets that belong to no promise and only to service plans; nothing where there are none."""
    rows = [_cells(each) for each in held if not each.promised.promise]
    return f"<h2>Used by service plans</h2>{_table('Targets of no promise of their own', rows)}" if rows else ""


def _cells(held: HeldTarget) -> tuple[str, ...]:
    now = held.now
    if now is None:
        return held.promised.label, held.place, "No target", "–", "–", "–"
    target = age(held.unset_since, held.on) if held.unset_since else phrase(now, held.better)
    if held.given_up:
        target = f"{target} (made easier within a year: {phrase(held.given_up, held.better)} before)"
    near = tolerance_words(now) if now.value is not None else "–"
    return held.promised.label, held.place, target, format_date(now.from_date), near, now.approved_by or "not said"


def _changes(held: tuple[HeldTarget, ...], today: date) -> str:
    """Return the changes of the last year and those decided for later, newest first."""
    found = [
        (entry.target.from_date, each, entry.target)
        for each in held
        for entry in each.entries[1:]
        if each.is_own
        if entry.target.from_date > today or is_recent(entry.target.from_date, today)
    ]
    items = "".join(
        f"<li>{format_date(day)}: {escape(each.name)}, {escape(phrase(target, each.better))}."
        f" {escape(target.why)} {escape(f'Approved by {target.approved_by}.' if target.approved_by else '')}</li>"
        for day, each, target in sorted(found, key=lambda one: (one[0], one[1].name), reverse=True)
    )
    return f"<h2>Changed within a year</h2>{f'<ul>{items}</ul>' if items else '<p>No target was changed.</p>'}"


def _table(caption: str, rows: list[tuple[str, ...]]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    body = "".join(
        f'<tr><th scope="row">{escape(cells[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells[1:])}</tr>'
        for cells in rows
    )
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
