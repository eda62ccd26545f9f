"""The front door: the list of pages, and the one that was chosen."""

from pathlib import Path

import streamlit as st

from frontdoor.ui.council_served import not_for_the_public, officers_only
from frontdoor.ui.shell import run

PAGES = Path(__file__).resolve().parent / "pages"

run(
    [
        st.Page(PAGES / "overview.py", title="Promises", default=True),
        st.Page(PAGES / "measure.py", title="Measures", url_path="measures"),
        st.Page(PAGES / "peaks.py", title="Demand peaks", url_path="peaks"),
        st.Page(PAGES / "shift.py", title="Channel shift", url_path="shift"),
        st.Page(PAGES / "satisfaction.py", title="Satisfaction", url_path="satisfaction"),
        st.Page(PAGES / "complaints.py", title="Complaints", url_path="complaints"),
        st.Page(PAGES / "pilots.py", title="Pilots", url_path="pilots"),
        st.Page(PAGES / "actions.py", title="Actions", url_path="actions"),
        st.Page(PAGES / "packs.py", title="Packs", url_path="packs", visibility=not_for_the_public()),
        st.Page(PAGES / "ward.py", title="My ward", url_path="ward"),
        st.Page(PAGES / "present.py", title="Present", url_path="present", visibility="hidden"),
        st.Page(PAGES / "data.py", title="Data", url_path="data", visibility=officers_only()),
    ]
)
