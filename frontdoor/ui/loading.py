"""The form that loads a file: in a child process, with progress, and a plain account of every row."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from frontdoor.intake.source import read_source, source_names
from frontdoor.ui.council_served import council_served

REPORT = "frontdoor-load-report"
CHUNK = 1 << 20  # bytes copied at once from the upload to the private file


def show_load_form() -> None:
    """Draw the form; a load runs in a process of its own and the upload is deleted whatever comes of it."""
    with st.container(border=True, key="fd-load"):
        st.html('<h2 class="fd-card-heading">Load a file</h2>')
        labels = {read_source(name).label: name for name in source_names()}
        source = st.selectbox("Which export is it?", list(labels), key="load-source")
        upload = st.file_uploader("CSV, XLSX, Parquet or gz", key="load-file")
        if st.button("Load", type="primary", disabled=upload is None, key="load-go") and upload is not None:
            st.session_state[REPORT] = _loaded(upload, upload.name, labels[source])
        _show_report()


def _loaded(upload: IO[bytes], name: str, source: str) -> dict[str, object]:
    bar = st.progress(0.0, text="Reading the file")
    with TemporaryDirectory(prefix="frontdoor-upload-") as folder:
        file = Path(folder) / (Path(name).name or "upload")
        _copy(upload, file)
        found = run_load(file, source, partial(_show_progress, bar))
    bar.empty()
    return found


def _show_progress(bar: DeltaGenerator, step: str, share: float) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=step)


def _copy(upload: IO[bytes], file: Path) -> None:
    with file.open("wb") as kept:
        while chunk := upload.read(CHUNK):
            kept.write(chunk)


def run_load(file: Path, source: str, on_progress: Callable[[str, float], None]) -> dict[str, object]:
    """Load the file in a child process and return its report, or {"error": one sentence}."""
    command = [sys.executable, "-m", "frontdoor", "load", str(file), "--source", source, "--council", council_served()]
    with subprocess.Popen(
        [*command, "--json", "--progress"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        said = _follow(child.stderr, on_progress)
        printed = child.stdout.read() if child.stdout else ""
    if child.returncode:
        return {"error": said.removeprefix("frontdoor: ") or "The file could not be loaded."}
    report = json.loads(printed)
    assert isinstance(report, dict)
    return report


def _follow(lines: IO[str] | None, on_progress: Callable[[str, float], None]) -> str:
    """Pass each progress line on and return the last line that was not progress."""
    last = ""
    for line in lines or ():
        try:
            step = json.loads(line)
            on_progress(str(step["step"]), float(step["share"]))
        except (ValueError, KeyError, TypeError):
            last = line.strip() or last
    return last


def _show_report() -> None:
    report = st.session_state.get(REPORT)
    if not report:
        return
    if "error" in report:
        st.error(report["error"])
        return
    parts = ", ".join(
        f"{report[name]:,} {name}" for name in ("loaded", "corrected", "unchanged", "rejected", "duplicates")
    )
    st.success(f"Read {report['read']:,} rows: {parts}.")
    for finding in report.get("findings", ()):
        st.caption(str(finding))
    rejects = report.get("rejects_file")
    if rejects and Path(rejects).exists():
        st.download_button(
            "Download the rejected rows",
            Path(rejects).read_bytes(),
            "rejects.csv",
            "text/csv",
            key="load-rejects",
            on_click="ignore",
        )
