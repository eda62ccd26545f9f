"""The annual update as one HTML file that needs nothing else: summary on a page first, then every section with its sources."""

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.view_answer import Link
from frontdoor.charts.status import Status, shape_svg
from frontdoor.charts.theme import DARK, LIGHT, Theme
from frontdoor.errors import FrontdoorError
from frontdoor.packs.update_html import Drawn, about_lines, part_html, sources_html, summary_html

STYLE = Path(__file__).with_name("update_file.css")
VIEW_KEYS = {"shift": "shift_view", "pilots": "pilot_view", "actions": "account_view", "peaks": "view"}
"""Which parameter names the view, by page, in the addresses of Frontdoor."""

NUMBERS = "Each number is a link to where it comes from. Officers write words; the numbers are worked out and cannot be edited."


def update_file(paper: Paper, standing: Sequence[str], address: str = "") -> str:
    """Return the whole file; `standing` says whether it is a draft or which version, `address` is where Frontdoor is served."""
    drawn = Drawn(lambda link: _link(link, address), _status)
    about = "".join(f"<p>{escape(line)}</p>" for line in about_lines(paper, standing))
    stamp = f'<p class="fd-stamp">{escape(paper.stamp)}</p>' if paper.stamp else ""
    sections = "".join(part_html(part, drawn) for part in paper.parts)
    contents = "".join(f'<li><a href="#{part.key}">{escape(part.title)}</a></li>' for part in paper.parts)
    contents += '<li><a href="#sources">Where the numbers come from</a></li>'
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(paper.title)}, {escape(paper.council)}</title><style>{_style()}</style></head>\n<body>"
        '<a class="fd-skip" href="#main">Skip to the update</a>'
        f'<main id="main"><div class="fd-first"><header>{stamp}<h1>{escape(paper.title)}</h1>{about}</header>'
        f'{summary_html(paper, drawn)}</div><nav aria-label="Sections"><h2>Sections</h2><ul>{contents}</ul></nav>'
        f'<p class="fd-small">{NUMBERS}</p>{sections}{sources_html(paper, drawn)}</main>'
        f"<footer><p>The register’s chain when this was drafted: <code>{escape(paper.chain)}</code></p></footer></body></html>\n"
    )


def file_name(paper: Paper, council: str) -> str:
    """Return the name such a file has; that of invented figures says so."""
    return f"{'invented-' if paper.stamp else ''}annual-update-{council}-{paper.year.replace('/', '-')}.html"


def write_file(path: Path, text: str) -> Path:
    """Write the file whole or not at all; FrontdoorError where it cannot be written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True) if draft.parent.is_dir() and os.access(draft.parent, os.W_OK) else None
        raise FrontdoorError(f"{path} cannot be written: {error.strerror}. Give another file with --out.") from error
    return path


def _link(link: Link, address: str) -> str:
    """Return a link to the page where Frontdoor is served, the page's name where nobody said where that is."""
    if not address:
        return escape(link.words)
    query = dict(link.query) | ({VIEW_KEYS[link.page]: link.view} if link.view else {})
    return f'<a href="{escape(address.rstrip("/"))}/{link.page}?{escape(urlencode(query))}">{escape(link.words)}</a>'


def _status(status: Status) -> str:
    shape = shape_svg(status.shape, "currentColor").replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return f'<span class="fd-status fd-c-{status.colour}">{shape}{escape(status.word)}</span>'


def _style() -> str:
    colours = f":root{{{_colours(LIGHT)}}}@media (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}"
    return f"{colours}@media print{{:root{{{_colours(LIGHT)}}}}}{STYLE.read_text(encoding='utf-8')}"


def _colours(theme: Theme) -> str:
    names = {"ink": theme.ink, "ink-second": theme.ink_second, "page": theme.page, "rule": theme.rule}
    names |= {"measured": theme.measured, "met": theme.met, "close": theme.close, "missed": theme.missed}
    names |= {"target": theme.target, "quiet": theme.panel}
    return ";".join(f"--{name}:{colour}" for name, colour in names.items())
