"""Colours can be read: WCAG 2.2 contrast of every pair that is used, and Streamlit's own settings are the same colours."""

import tomllib
from pathlib import Path

import pytest

from frontdoor.charts.theme import THEMES

TEXT, MARK = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
CONFIG = Path(__file__).parents[3] / ".streamlit" / "config.toml"


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_contrast_is_worked_out_as_wcag_does():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#0B0C0C", "#FFFFFF") == pytest.approx(19.6, abs=0.05)  # LOOK


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["ink", "ink_second", "measured", "target", "met", "close", "missed"])
@pytest.mark.parametrize("paper", ["page", "panel"])
def test_words_can_be_read(theme, name, paper):
    assert contrast(getattr(theme, name), getattr(theme, paper)) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["comparison", "close_mark", "edge"])
def test_marks_can_be_seen(theme, name):
    assert contrast(getattr(theme, name), theme.page) >= MARK


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_on_the_usual_range_can_be_read(theme):
    assert contrast(theme.target, theme.usual_range) >= TEXT
    assert contrast(theme.measured, theme.usual_range) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_streamlit_is_set_to_the_same_colours(theme):
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme.name]
    assert settings["backgroundColor"] == theme.page
    assert settings["secondaryBackgroundColor"] == theme.panel
    assert settings["textColor"] == theme.ink
    assert settings["primaryColor"] == settings["linkColor"] == theme.measured
    assert settings["grayTextColor"] == theme.ink_second
    assert settings["borderColor"] == theme.edge
    assert tuple(settings["chartCategoricalColors"]) == theme.colourway
    assert len(set(theme.colourway)) == 10


def test_nothing_is_fetched_from_elsewhere():
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["toolbarMode"] == "minimal"
    faces = settings["theme"]["fontFaces"]
    assert [face["url"] for face in faces] == ["app/static/inter.woff2"]
    assert (CONFIG.parents[1] / "static" / "inter.woff2").stat().st_size > 40_000
