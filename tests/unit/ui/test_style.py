"""The style sheet survives Streamlit's cleaning, follows light and dark by itself, and fetches nothing."""

import re

from frontdoor.charts.status import Shape
from frontdoor.charts.theme import DARK, LIGHT
from frontdoor.ui.style import STYLE_FILES, STYLE_SHEET, colour_rules, data_uri, small

CSS = STYLE_SHEET.removeprefix("<style>").removesuffix("</style>")


def test_nothing_in_it_looks_like_a_tag():
    assert not re.search(r"<[/\w!]", CSS)  # DOMPurify drops a whole style element that holds one


def test_every_colour_has_its_light_and_its_dark():
    assert f"--missed:light-dark({LIGHT.missed},{DARK.missed})" in colour_rules()
    assert "--usual-range:light-dark" in colour_rules()


def test_every_shape_is_there():
    assert all(f".fd-{shape.value}{{--shape:url(" in CSS for shape in Shape)


def test_every_colour_it_names_is_known():
    used = set(re.findall(r"var\(--([a-z-]+)\)", CSS))
    known = set(re.findall(r"--([a-z-]+):light-dark", CSS)) | {"shape"}
    assert used <= known


def test_it_fetches_nothing():
    addresses = re.findall(r'url\("?([^")]{0,24})', CSS)
    assert addresses
    assert all(address.startswith("data:image/svg+xml,") for address in addresses)
    assert "@import" not in CSS


def test_braces_are_balanced():
    assert CSS.count("{") == CSS.count("}")


def test_comments_and_spaces_are_left_out():
    assert small("a {  color : red; } /* why\nnot */ b , c { x: y }") == "a{color : red;}b,c{x: y}"
    for file in STYLE_FILES:
        assert len(small(file.read_text(encoding="utf-8"))) < file.stat().st_size


def test_a_picture_in_an_attribute_holds_no_quotes_or_tags():
    address = data_uri("<svg a=\"1\" b='2'>é</svg>")
    assert not set(address) & set('"<>')
