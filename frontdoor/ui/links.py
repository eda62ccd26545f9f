"""Links that keep what the reader chose: inside HTML they start a fresh session, so the filters travel in the address."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

MEASURE_KEY = "measure"
MEASURE_PAGE = "measures"
QUESTION_KEY = "question"
QUESTION_PAGE = "satisfaction"


def current_query() -> dict[str, list[str]]:
    """Return the address's parameters, the reader's filters, as they stand now; one may have several values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def address(page: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return a page's address beside this one, so that it holds under any root; `page` is a url_path, '' the first page."""
    path = "./" + page.strip("/").replace(":", "")
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def measure_address(label: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the address of one measure's page; its label is the contract, as with every filter."""
    return address(MEASURE_PAGE, {**query, MEASURE_KEY: label})


def question_address(label: str, query: Mapping[str, Sequence[str]]) -> str:
    """Return the address at which one survey question is shown in detail."""
    return address(QUESTION_PAGE, {**query, QUESTION_KEY: label})


def link_html(words: str, href: str) -> str:
    """Return a link within this app."""
    return f'<a href="{escape(href)}">{escape(words)}</a>'
