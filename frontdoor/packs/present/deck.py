"""What stands around the slides: the way out, the buttons, the list of all slides, and what is read aloud."""

from pathlib import Path

STYLE, SCRIPT = Path(__file__).with_name("present.css"), Path(__file__).with_name("present.js")
EVERY = (10, 20, 30, 60)
"""Seconds after which the next slide may come by itself."""

KEYS = (
    ("Next slide", "→ ↓ Page Down, space, Enter, N, a clicker"),
    ("Slide before", "← ↑ Page Up, Backspace"),
    ("First, last", "Home, End"),
    ("A slide by its number", "the number, then Enter"),
    ("All slides", "O"),
    ("Main slides only", "M"),
    ("What a slide stands on", "D"),
    ("Blank screen", "B or . (white: W or ,)"),
    ("Full screen", "F"),
    ("Pause or go on", "P, or space while slides change by themselves"),
    ("Leave", "Esc"),
)


def around(slides: str, leave: str) -> str:
    """Return the deck: slides as mark-up, and everything to work them with; `leave` says where the way out leads."""
    return (
        f'<div class="fd-deck"><div class="fd-slides">{slides}</div>'
        '<p role="status" class="fd-unseen"></p>'
        '<div class="fd-making" hidden><p></p><progress max="1" aria-label="How far the slides are"></progress></div>'
        '<button type="button" class="fd-edge fd-back" tabindex="-1" aria-hidden="true">‹</button>'
        '<button type="button" class="fd-edge fd-on" tabindex="-1" aria-hidden="true">›</button>'
        f'<div class="fd-way"><span class="fd-count"></span>'
        f'<button type="button" class="fd-leave">{leave} (Esc)</button></div>'
        f'{_bar()}{_all()}<button type="button" class="fd-blank" aria-label="Show the slide again" hidden></button></div>'
    )


def _bar() -> str:
    choices = "".join(f'<option value="{seconds}">every {seconds} seconds</option>' for seconds in EVERY)
    return (
        '<div class="fd-bar" role="group" aria-label="Slides">'
        '<button type="button" class="fd-previous">‹ Previous</button>'
        '<button type="button" class="fd-next">Next ›</button>'
        '<button type="button" class="fd-list">All slides<span class="fd-wideonly"> and keys (O)</span></button>'
        '<button type="button" class="fd-main fd-wideonly" aria-pressed="false">Main slides only (M)</button>'
        '<button type="button" class="fd-why">What this stands on (D)</button>'
        '<label class="fd-wideonly">Next slide by itself <select class="fd-every">'
        f'<option value="0">never</option>{choices}</select></label>'
        '<button type="button" class="fd-pause" hidden>Pause (P)</button>'
        '<button type="button" class="fd-dark fd-wideonly">Blank (B)</button>'
        '<button type="button" class="fd-full fd-wideonly">Full screen (F)</button></div>'
    )


def _all() -> str:
    keys = "".join(f"<div><dt>{what}</dt><dd>{pressed}</dd></div>" for what, pressed in KEYS)
    return (
        '<dialog class="fd-all" aria-label="All slides"><h2>All slides</h2><ol></ol>'
        f'<h2>Keys</h2><dl>{keys}</dl><button type="button" class="fd-close">Close</button></dialog>'
    )
