"""The look of the slides: a council's own PowerPoint file for this session, with what was found in it and what is missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from frontdoor.errors import FrontdoorError
from frontdoor.packs.slides.slides import placeholders, said
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.popover import plain_label

LOOK = "frontdoor-slides-look"
FILE = "fd-pack-look-file"
"""Session keys of the look in use, and of the upload."""

LARGEST = 50  # megabytes; a template with its pictures is a tenth of that
WHAT = "Slides can have the look of your council: give a PowerPoint file with its layouts. It is used in this session and not kept."


@dataclass(frozen=True, slots=True)
class Look:
    """An uploaded file: its content where it can be used, and what to say of it."""

    content: bytes | None
    lines: tuple[str, ...]


def look_uploaded() -> bytes | None:
    """Return the slides whose look is used, None for ours."""
    look = st.session_state.get(LOOK)
    return look.content if isinstance(look, Look) else None


def look_of_slides() -> None:
    """Draw the upload, and say what was found in the file and what is missing."""
    label = "Look of the slides: your own" if look_uploaded() else "Look of the slides"
    with st.popover(label, key="fd-pack-look"), st.container(key="fd-pack-look-in"):
        st.html(paragraph(WHAT, "fd-small"))
        st.file_uploader("PowerPoint file", "pptx", key=FILE, max_upload_size=LARGEST, on_change=_take)
        look = st.session_state.get(LOOK)
        if isinstance(look, Look):
            _say(look)


def _take() -> None:
    """Take the file given, or go back to our own look where it was taken away; called before the page runs again."""
    given = st.session_state.get(FILE)
    if given is None:
        st.session_state.pop(LOOK, None)
        return
    content = given.getvalue()
    try:
        with look_file(content) as path:
            lines = tuple(said(placeholders(path))) if path else ()
    except FrontdoorError as error:
        st.session_state[LOOK] = Look(None, (str(error),))
        return
    st.session_state[LOOK] = Look(content, lines)


def _say(look: Look) -> None:
    if look.content is None:
        st.error(plain_label(look.lines[0]))
        return
    lines = "".join(f"<li>{paragraph(line, 'fd-small')}</li>" for line in look.lines)
    st.html(f'<p role="status"><b>Slides will have this look.</b></p><ul>{lines}</ul>')
    st.button("Use our own look again", key="fd-pack-look-ours", type="tertiary", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(LOOK, None)


@contextmanager
def look_file(look: bytes | None) -> Iterator[Path | None]:
    """Yield the slides as a file for as long as they are needed, None where there are none."""
    if look is None:
        yield None
        return
    with TemporaryDirectory(prefix="frontdoor-look-") as folder:
        path = Path(folder) / "slides.pptx"
        path.write_bytes(look)
        yield path
