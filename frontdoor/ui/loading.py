"""The form that loads a file: in a process of its own, with progress, and a plain account of every row."""

import json
import re
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Any

import streamlit as st

from frontdoor.intake.source import read_source, source_names
from frontdoor.ui.child import run_command
from frontdoor.ui.council_served import council_served
from frontdoor.ui.last_good import generation_in_session
from frontdoor.ui.popover import plain_label

RUNNING, REPORT = "frontdoor-load-running", "frontdoor-load-report"
CHUNK = 1 << 20  # bytes copied at once from the upload to the private file
LONGEST_NAME = 100  # letters; file systems take 255 bytes
BETWEEN_LOOKS = 0.2  # seconds
USUAL_SOURCE = "frontdoor"
FAILED = "The file could not be loaded, and nothing was changed. The server’s log says why."
COUNTED = ("loaded", "corrected", "unchanged", "rejected", "duplicates")


class Loading(Thread):
    """A load under way; it goes on when the reader leaves the page, and the upload is deleted whatever comes of it."""

    def __init__(self, upload: IO[bytes], name: str, source: str, by: str = "") -> None:
        super().__init__(name="frontdoor-load")
        self.step, self.share, self.report = "Taking the file in", 0.0, dict[str, Any]()
        self._folder = TemporaryDirectory(prefix="frontdoor-upload-")
        self._file = Path(self._folder.name) / kept_name(name)
        _copy(upload, self._file)
        self._arguments = ["load", str(self._file), "--source", source, "--council", council_served(), f"--by={by}"]

    def run(self) -> None:
        with self._folder:
            ended = run_command([*self._arguments, "--json", "--progress"], self._note, FAILED)
        self.report = {"error": ended.error} if ended.error else json.loads(ended.printed)

    def _note(self, step: str, share: float) -> None:
        self.step, self.share = step, share


def show_load_form() -> None:
    """Draw the form, the progress of a load under way, and what came of the last one."""
    with st.container(border=True, key="fd-load"):
        st.html('<h2 class="fd-headline">Load a file</h2>')
        ours_first = sorted(source_names(), key=lambda name: name != USUAL_SOURCE)
        labels = {read_source(name).label: name for name in ours_first}
        source = st.selectbox("Which export is it?", list(labels), key="load-source")
        upload = st.file_uploader("CSV, XLSX, Parquet, GeoJSON or gz", key="load-file")
        by = st.text_input("Your name", key="load-by", help="Kept with the load as a name given, not verified.")
        is_ready = upload is not None and RUNNING not in st.session_state
        if st.button("Load", type="primary", disabled=not is_ready, key="load-go") and upload is not None:
            st.session_state[RUNNING] = Loading(upload, upload.name, labels[source], by)
            st.session_state[RUNNING].start()
        if RUNNING in st.session_state:
            _watch(st.session_state[RUNNING])
        _show_report(st.session_state.get(REPORT))


def kept_name(name: str) -> str:
    """Return a file name that any file system takes: its last letters, none of which could name a folder."""
    return re.sub(r"[^\w .()-]", "_", name)[-LONGEST_NAME:].strip(" .") or "upload"


def _copy(upload: IO[bytes], file: Path) -> None:
    with file.open("wb") as kept:
        while chunk := upload.read(CHUNK):
            kept.write(chunk)


def _watch(loading: Loading) -> None:
    """Show progress until the load has ended; a run that is cut short leaves it to the next run to go on watching."""
    bar = st.progress(0.0, text=loading.step)
    while loading.is_alive():
        bar.progress(loading.share, text=loading.step)
        loading.join(BETWEEN_LOOKS)
    bar.empty()
    st.session_state[REPORT] = loading.report or {"error": FAILED}
    del st.session_state[RUNNING]
    st.rerun()


def _show_report(report: dict[str, Any] | None) -> None:
    if not report:
        return
    if "error" in report:
        st.error(plain_label(report["error"]))
        return
    is_shown = report["generation"] == generation_in_session()
    offer = "" if is_shown else " “New figures: show them” appears at the top of the page."
    st.success(plain_label(_counts(report) + offer))
    st.html(findings_html([finding["sentence"] for finding in report["findings"]]))
    rejects = report["rejects_file"]
    if rejects and Path(rejects).exists():
        rows, name = Path(rejects).read_bytes(), f"rejects-of-load-{report['load_id']}.csv"
        st.download_button("Download the rejected rows", rows, name, "text/csv", key="load-rejects", on_click="ignore")


def _counts(report: dict[str, Any]) -> str:
    parts = ", ".join(f"{report[name]:,} {name}" for name in COUNTED)
    aside = [
        f"{report[name]:,} {words}"
        for name, words in (
            ("withdrawn", "rows the file no longer holds were withdrawn."),
            ("not_contact", "of the loaded rows are not customer contact and are counted nowhere."),
        )
        if report[name]
    ]
    return " ".join([f"Read {report['read']:,} rows: {parts}.", *aside])


def findings_html(sentences: list[str]) -> str:
    """Return what a careful person should know about the file, as a list; nothing where there is nothing."""
    found = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<ul class="fd-small" style="padding-left:20px">{found}</ul>' if found else ""
