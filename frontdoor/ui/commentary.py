"""What the owner says of a figure, beside it; officers write it there and are told where it contradicts the data."""

from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.commentary import WANTED, CommentaryAnswer, Remark, commentary
from frontdoor.answers.commentary_writing import Written, contradictions, write
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import FrontdoorError
from frontdoor.ui.action_entering import NAME_HELP, Entering
from frontdoor.ui.asking import ANSWERS_KEPT, Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.popover import plain_label

FORM = Entering("fd-commentary")
TITLE = "What its owner says"
NOTHING_YET = "Nothing is said of this figure."
CHANGED_MEANWHILE = "Somebody wrote of this figure while you looked at it. Read that before you enter yours."
DOUBTED, DOUBTED_THEN = "The data say otherwise:", "The data said otherwise when it was written:"
LONGEST = 4_000  # characters, as the register keeps


@st.cache_resource(max_entries=ANSWERS_KEPT, show_spinner=False)
def commentary_answer(asked: Reader, key: str) -> CommentaryAnswer:
    """Return what is said of one measure."""
    return commentary(key, asked.filters, asked.audience)


def show_commentary(asked: Reader, key: str) -> None:
    """Draw what is said of the figure shown, and for officers the form beside it."""
    answer = commentary_answer(asked, key)
    is_officer = asked.audience is Audience.OFFICER
    if not is_officer and not answer.remarks and not answer.is_wanted:
        return
    with st.container(key="fd-commentary"):
        if answer.why_none or not is_officer:
            st.html(commentary_html(answer))
            return
        left, right = st.columns([1.4, 1], gap="medium")
        left.html(commentary_html(answer))
        with right:
            _form(Asking(asked.filters, asked.audience, datetime.now(UTC)), key, answer)


def commentary_html(answer: CommentaryAnswer) -> str:
    """Return what stands, the figure it was written beside, and earlier versions one click away."""
    first, *earlier = answer.remarks or (None,)
    inside = _remark_html(first) if first else paragraph(_nothing(answer))
    older = "".join(f"<li>{_remark_html(each)}</li>" for each in earlier if each)
    count = f"{len(earlier)} earlier version{'s' if len(earlier) > 1 else ''}"
    kept = f'<details class="fd-older"><summary>{count}</summary><ol>{older}</ol></details>' if older else ""
    return f'<div class="fd-one"><section class="fd-box fd-said-of"><h2>{TITLE}</h2>{inside}{kept}</section></div>'


def _nothing(answer: CommentaryAnswer) -> str:
    if answer.why_none:
        return answer.why_none
    who = f" {answer.owner} is to say it." if answer.owner else " Nobody is named as its owner."
    return f"{WANTED}{who}" if answer.is_wanted else NOTHING_YET


def _remark_html(remark: Remark) -> str:
    words = "".join(f"<p>{escape(each)}</p>" for each in remark.words.split("\n") if each.strip())
    doubts = f"**{DOUBTED_THEN}** {' '.join(remark.doubts)}" if remark.doubts else ""
    doubts = f"**{DOUBTED}** {' '.join(remark.doubts_now)}" if remark.doubts_now else doubts
    return (
        f"<blockquote>{words}</blockquote>"
        + paragraph(remark.said_by, "fd-small")
        + paragraph(" ".join(filter(None, (remark.then, f"**{remark.now}**" if remark.now else ""))), "fd-small")
        + paragraph(doubts, "fd-small fd-doubt")
    )


def _form(asking: Asking, key: str, answer: CommentaryAnswer) -> None:
    """Draw the form; words that contradict the data are kept only by a second click."""
    place = "-".join((key, *asking.filters.services, str(asking.filters.period.first), str(asking.filters.period.last)))
    seen = FORM.seen(place, answer.seen)
    with st.container(border=True, key="fd-commentary-form"):
        st.html(f'<h2 class="fd-headline">{"Say why" if answer.is_wanted else "Say something of it"}</h2>')
        FORM.say()
        if seen != answer.seen:
            st.warning(CHANGED_MEANWHILE)
        with st.form(FORM.key("form", place), border=False):
            st.html(paragraph(f"Kept beside the figure as it is: {answer.figure}.", "fd-small"))
            words = st.text_area("What you say of it", key=FORM.key("words", place), max_chars=LONGEST, height=110)
            author = st.text_input("Your name", key=FORM.key("by", place), help=NAME_HELP)
            is_pressed = st.form_submit_button("Keep it", type="primary")
        written = Written(key, words, author, seen)
        if is_pressed:
            _check(asking, written)
        elif told := FORM.doubted(replace(written, seen=None)):
            _confirm(asking, written, told)


def _check(asking: Asking, written: Written) -> None:
    """Keep what was written, or where it contradicts the data ask once more."""
    try:
        told = contradictions(asking, written)
    except FrontdoorError as error:
        FORM.refuse(error)
        return
    if not told:
        FORM.do(lambda: write(asking, written))
        return
    FORM.doubt(replace(written, seen=None), told)
    _confirm(asking, written, told)


def _confirm(asking: Asking, written: Written, told: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {plain_label(each)}" for each in told)
    st.warning(f"{DOUBTED}\n\n{listed}\n\nChange your words, or keep them: they are then marked with this.")
    if st.button("Keep them all the same", key=FORM.key("sure")):
        FORM.do(lambda: write(asking, written))
