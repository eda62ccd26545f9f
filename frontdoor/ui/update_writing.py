"""The forms beside a draft: officers write words for a section, and issue the update; the numbers cannot be edited."""

from collections.abc import Callable

import streamlit as st

from frontdoor.answers.update_blocks import Paper, Part
from frontdoor.answers.update_versions import issue
from frontdoor.answers.update_writing import Written, strange_numbers, strange_words, write_words
from frontdoor.errors import FrontdoorError
from frontdoor.register.annual_updates import LONGEST_WORDS
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.popover import plain_label
from frontdoor.ui.targets_changing import NAME_HELP
from frontdoor.ui.update_asking import asking_of

SAID, TIMES = "frontdoor-update-said", "frontdoor-update-times"
SEEN, SHOWN = "frontdoor-update-seen-", "frontdoor-update-shown-"
"""Before a section's or a year's name: the words, or the draft, that this reader was shown."""

ONLY_WORDS = (
    "Numbers stand in their own place above and cannot be edited. What you write is kept beside them as they stand now."
)
SEALS = "Issuing keeps the whole update as it stands, numbers and words, sealed with its digest. It can be read by everybody and changed by nobody."


def show_forms(asked: Reader, begins: int, paper: Paper) -> None:
    """Draw the form for the words of a section and the one that issues the update."""
    with st.container(key="fd-update-forms"):
        if said := st.session_state.pop(SAID, None):
            st.success(plain_label(said))
        left, right = st.columns([1.75, 1], gap="medium")
        with left:
            _writing(asked, begins, paper)
        with right:
            _issuing(asked, begins, paper)


def _writing(asked: Reader, begins: int, paper: Paper) -> None:
    titles = {part.title: part for part in paper.parts}
    with st.container(border=True, key="fd-update-words"):
        st.html(f'<h2 class="fd-headline">Write words for a section</h2>{paragraph(ONLY_WORDS)}')
        part = titles[st.selectbox("Section", list(titles), key="fd-update-section")]
        seen = _seen(f"{SEEN}{begins}-{part.key}", part.words.id if part.words else None)
        _warn(part)
        with st.form(_form(f"words-{begins}-{part.key}"), border=False):
            before = part.words.words if part.words else ""
            words = st.text_area(
                "Your words", before, key=_form(f"text-{begins}-{part.key}"), max_chars=LONGEST_WORDS, height=180
            )
            author = st.text_input("Your name", key=_form("words-by"), help=NAME_HELP)
            if st.form_submit_button("Keep these words", type="primary"):
                written = Written(part.key, words, author, seen)
                _do(lambda: write_words(asking_of(asked, begins), paper, written))


def _warn(part: Part) -> None:
    """Point out what does not agree with the numbers any more."""
    if part.words is None:
        return
    if part.words.changed:
        st.warning(plain_label(f"Numbers changed since these words were written: {'; '.join(part.words.changed)}."))
    if strange := strange_numbers(part, part.words.words):
        st.warning(plain_label(strange_words(strange)))


def _issuing(asked: Reader, begins: int, paper: Paper) -> None:
    shown = st.session_state.get(f"{SHOWN}{begins}", paper)
    st.session_state[f"{SHOWN}{begins}"] = paper
    with st.container(border=True, key="fd-update-issue"), st.form(_form("issue"), border=False):
        st.html(f'<h2 class="fd-headline">Issue the update</h2>{paragraph(SEALS)}')
        author = st.text_input("Your name", key=_form("issue-by"), help=NAME_HELP)
        if st.form_submit_button("Issue this update"):
            _do(lambda: issue(asking_of(asked, begins), shown, author))


def _seen(name: str, latest: int | None) -> int | None:
    """Return the row of words that was on this reader's screen before this run, and remember the one shown now."""
    seen: int | None = st.session_state.get(name, latest)
    st.session_state[name] = latest
    return seen


def _do(act: Callable[[], str]) -> None:
    """Do it and show the page anew, or say why it was not done."""
    try:
        st.session_state[SAID] = act()
    except FrontdoorError as error:
        st.error(plain_label(str(error)))
        return
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    for name in [each for each in st.session_state if str(each).startswith((SEEN, SHOWN))]:
        del st.session_state[name]
    st.rerun()


def _form(name: str) -> str:
    """Return the key of a widget; a form that was used is a new one."""
    return f"fd-update-{name}-{st.session_state.get(TIMES, 0)}"
