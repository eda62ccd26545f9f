"""Which survey question the reader looks at in detail: chosen by its label, which is in the address."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from frontdoor.ui.asking import Reader, survey_questions
from frontdoor.ui.links import QUESTION_KEY
from frontdoor.ui.popover import choice_popover
from frontdoor.ui.top_row import page_choice


def chosen_question(reader: Reader) -> str | None:
    """Draw the choice of question in the top row and return the key chosen; None, and no choice, where there is none."""
    labels = {label: key for key, label in survey_questions(reader).items()}
    if not labels:
        return None
    return labels[_chosen_label(list(labels))]


def _chosen_label(labels: Sequence[str]) -> str:
    """Draw the choice and return the label chosen; the first is the default, unknown labels are ignored."""
    said = st.session_state.get(QUESTION_KEY, st.query_params.get(QUESTION_KEY))
    label = said if said in labels else labels[0]
    choice_popover(page_choice(), "Question", label, partial(_select, labels))
    return label


def _select(labels: Sequence[str]) -> None:
    st.selectbox("Question", labels, key=QUESTION_KEY, bind="query-params", persist_state="session")
