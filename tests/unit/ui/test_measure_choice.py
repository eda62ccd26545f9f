"""A measure is named in the address by its label or its key; any other name is never passed over in silence."""

from frontdoor.ui.measure_choice import measure_named

OFFERED = {"service_level": "Calls answered within 60 seconds", "median_wait": "Usual wait"}


def test_a_label_and_a_key_both_name_a_measure():
    assert measure_named("Usual wait", OFFERED) == ("Usual wait", "")
    assert measure_named("median_wait", OFFERED) == ("Usual wait", "")


def test_no_name_is_the_first_measure():
    assert measure_named(None, OFFERED) == ("Calls answered within 60 seconds", "")


def test_a_misspelt_name_shows_the_nearest_and_says_so():
    assert measure_named("median_wiat", OFFERED) == (
        "Usual wait",
        "There is no measure called “median_wiat”; showing “Usual wait”, the nearest name.",
    )


def test_an_unknown_name_shows_the_first_and_says_so():
    label, note = measure_named("nonsense", OFFERED)
    assert label == "Calls answered within 60 seconds"
    assert note.startswith("There is no measure called “nonsense”; showing “Calls answered")
    assert "the first there is" in note


def test_an_endless_name_is_cut():
    _, note = measure_named("x" * 10_000, OFFERED)
    assert "x" * 60 + "…”" in note
    assert len(note) < 200
