"""A reader at one page of Frontdoor, without a browser: what the page says, and the widgets to work it with."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.markup import Element, parsed

ROOT = Path(__file__).parents[2]
PAGES = {
    "overview": "overview.py",
    "measure": "measure.py",
    "satisfaction": "satisfaction.py",
    "complaints": "complaints.py",
    "peaks": "peaks.py",
    "shift": "shift.py",
    "pilots": "pilots.py",
    "actions": "actions.py",
    "packs": "packs.py",
    "ward": "ward.py",
    "data": "data.py",
}
ESCAPED = re.compile(r"\\([^\w\s])")
"""A sign that Markdown would read, escaped."""
LONGEST_RUN = 60  # seconds, on a machine that builds a sample beside it


def _script(app: str) -> None:
    """Run app.py as Streamlit does: AppTest forgets on each run that app.py lists the pages (SERVING)."""
    import runpy

    runpy.run_path(app, run_name="__main__")


class Screen:
    """One session; opened at an address, it can be run again after a choice."""

    def __init__(self, page: str = "overview", query: Mapping[str, str | Sequence[str]] | None = None) -> None:
        self.session = AppTest.from_function(_script, default_timeout=LONGEST_RUN, args=(str(ROOT / "app.py"),))
        for name, value in (query or {}).items():
            self.session.query_params[name] = value if isinstance(value, str) else list(value)
        self.session.run()
        if page != "overview":
            self.go_to(page)

    def go_to(self, page: str) -> "Screen":
        """Change the page and keep the session."""
        self.session.switch_page(str(ROOT / "pages" / PAGES[page]))
        return self.run()

    def choose(self, key: str, value: Any) -> "Screen":
        """Set a filter, or the measure, and run."""
        many = key in ("service", "channel")
        (self.session.multiselect if many else self.session.selectbox)(key=key).set_value(value)
        return self.run()

    def run(self) -> "Screen":
        self.session.run()
        return self

    @property
    def html(self) -> str:
        """Return all HTML on the page but the style sheet."""
        sent = [str(element.proto.body) for element in self.session.get("html")]
        return "".join(each for each in sent if not each.startswith("<style>"))

    @property
    def page(self) -> Element:
        return parsed(self.html)

    @property
    def question(self) -> str:
        """Return the one first-level heading."""
        headings = self.page.all("h1")
        assert len(headings) == 1, f"{len(headings)} first-level headings"
        return headings[0].text

    @property
    def answer(self) -> str:
        return self.page.first(kind="fd-answer").text

    @property
    def words(self) -> str:
        """Return everything said in HTML or in a message."""
        messages = [*self.session.error, *self.session.warning, *self.session.info, *self.session.success]
        return " ".join([self.page.text, *(ESCAPED.sub(r"\1", message.value) for message in messages)])

    @property
    def is_broken(self) -> bool:
        """Return whether a bug reached the reader."""
        return bool(self.session.exception)
