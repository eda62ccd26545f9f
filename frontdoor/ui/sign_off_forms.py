"""The forms that confirm a source's month, reopen one, and take an event off the charts; only officers see them."""

from collections.abc import Callable, Sequence

import streamlit as st

from frontdoor.access.audience import Audience
from frontdoor.answers.event_entering import aside_offered, events_offered, put_aside, withdraw_event
from frontdoor.answers.sign_off_acting import SignOffsOffered, confirm_month, reopen_month, seen_of, sign_offs_offered
from frontdoor.answers.sign_off_months import SourceMonth
from frontdoor.answers.targets_changing import Asking
from frontdoor.errors import FrontdoorError
from frontdoor.figure import Figure
from frontdoor.ui.asking import Reader
from frontdoor.ui.blocks import paragraph
from frontdoor.ui.event_dialog import asking_of
from frontdoor.ui.popover import plain_label

SAID, TIMES = "frontdoor-sign-off-said", "frontdoor-sign-off-times"
SEEN = "frontdoor-sign-off-seen-"
"""Before a source and month: the newest act on it that this reader was shown."""

NAME_HELP = "Kept with it as a name given, not verified."
MOST_REASON = 1000


def show_sign_off_forms(asked: Reader, source: str) -> Sequence[Figure]:
    """Draw the forms for one source below it, and the one that takes an event off; they draw no figures."""
    if asked.audience is not Audience.OFFICER:
        return ()
    asking = asking_of(asked)
    with st.container(key="fd-sign-off-forms"):
        if said := st.session_state.get(SAID):
            st.success(plain_label(said))
        if source:
            found = sign_offs_offered(asking, source)
            left, right = st.columns(2, gap="medium")
            with left:
                _confirming(asking, found)
            with right:
                _reopening(asking, found)
        _withdrawing(asking)
        _asking_again(asking)
    return ()


def _confirming(asking: Asking, found: SignOffsOffered) -> None:
    with st.container(border=True, key="fd-sign-off-confirming"), st.form(_form("confirm"), border=False):
        st.html('<h2 class="fd-headline">Confirm a month</h2>')
        st.html(paragraph(f"{found.source}. {_owner_words(found)}"))
        if not found.to_confirm:
            st.html(paragraph("No month that is over waits to be confirmed."))
        chosen = _month("Which month is right as it stands?", "confirm", found.source, found.to_confirm)
        before = st.checkbox("And every month before it that nobody has acted on", key=_form("confirm-before"))
        author = st.text_input("Your name", key=_form("confirm-by"), help=NAME_HELP)
        pressed = st.form_submit_button("Confirm its figures", type="primary", disabled=not found.to_confirm)
    if pressed and chosen is not None:
        month, seen = chosen
        _do(
            lambda: confirm_month(asking, found.source, month.period.first, author=author, seen=seen, and_before=before)
        )


def _reopening(asking: Asking, found: SignOffsOffered) -> None:
    with st.container(border=True, key="fd-sign-off-reopening"), st.form(_form("reopen"), border=False):
        st.html('<h2 class="fd-headline">Reopen a month</h2>')
        if not found.to_reopen:
            st.html(paragraph(f"No month of {found.source} is confirmed."))
        chosen = _month("Which month may change again?", "reopen", found.source, found.to_reopen)
        why = st.text_input("Why it is reopened", key=_form("reopen-why"), max_chars=MOST_REASON)
        author = st.text_input("Your name", key=_form("reopen-by"), help=NAME_HELP)
        pressed = st.form_submit_button("Reopen its figures", disabled=not found.to_reopen)
    if pressed and chosen is not None:
        month, seen = chosen
        _do(lambda: reopen_month(asking, found.source, month.period.first, why, author=author, seen=seen))


def _withdrawing(asking: Asking) -> None:
    offered = events_offered(asking)
    if not offered:
        return
    with st.container(border=True, key="fd-event-withdrawing"), st.form(_form("withdraw"), border=False):
        st.html('<h2 class="fd-headline">Take what was entered by mistake off the charts</h2>')
        chosen = st.selectbox("What was entered", list(offered), key=_form("withdraw-which"))
        author = st.text_input("Your name", key=_form("withdraw-by"), help=NAME_HELP)
        if st.form_submit_button("Take it off"):
            _do(lambda: withdraw_event(asking, offered[chosen], author))


def _asking_again(asking: Asking) -> None:
    offered = aside_offered(asking)
    if not offered:
        return
    with st.container(border=True, key="fd-asking-again"), st.form(_form("again"), border=False):
        st.html('<h2 class="fd-headline">Ask again about a change that was put aside</h2>')
        chosen = st.selectbox("Which change", list(offered), key=_form("again-which"))
        author = st.text_input("Your name", key=_form("again-by"), help=NAME_HELP)
        if st.form_submit_button("Ask again"):
            _do(lambda: put_aside(asking, offered[chosen], author, is_dismissed=False))


def _month(label: str, form: str, source: str, months: Sequence[SourceMonth]) -> tuple[SourceMonth, int | None] | None:
    """Draw the choice of a month and return it, with the newest act on it that was on this reader's screen."""
    labels = {f"{each.period.first:%B %Y} ({each.state.value.lower()})": each for each in months}
    seen = {name: _seen(f"{form}-{source}-{each.period.first}", seen_of(each)) for name, each in labels.items()}
    chosen = st.selectbox(label, list(labels), key=_form(f"{form}-{source}"), disabled=not labels)
    return (labels[chosen], seen[chosen]) if chosen in labels else None


def _seen(place: str, latest: int | None) -> int | None:
    """Return the newest act that was on this reader's screen before this run, and remember the one shown now."""
    name = f"{SEEN}{place}"
    seen: int | None = st.session_state.get(name, latest)
    st.session_state[name] = latest
    return seen


def _owner_words(found: SignOffsOffered) -> str:
    return f"{found.owner} owns its figures." if found.owner else "Nobody is named to own its figures."


def _do(act: Callable[[], str]) -> None:
    """Do it and show the page anew, or say why it was not done."""
    try:
        st.session_state[SAID] = act()
    except FrontdoorError as error:
        st.session_state.pop(SAID, None)
        st.error(plain_label(str(error)))
        return
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    for name in [each for each in st.session_state if str(each).startswith(SEEN)]:
        del st.session_state[name]
    st.rerun()


def _form(name: str) -> str:
    """Return the key of a widget; a form that was used is a new one."""
    return f"fd-sign-off-{name}-{st.session_state.get(TIMES, 0)}"
