"""Templates are short files that anyone can rearrange; a mistake in one says where it is and what was meant."""

import pytest

from frontdoor.access.audience import Audience
from frontdoor.errors import StrategyError
from frontdoor.packs.template import Show, Wanted, read_template, templates
from frontdoor.packs.views_shown import PEAKS, PILOT, SHIFT

VIEWS = {Show.PEAKS: PEAKS, Show.SHIFT: SHIFT, Show.PILOT: PILOT, Show.EACH_PILOT: PILOT}


@pytest.mark.parametrize("path", templates().values(), ids=templates())
def test_every_template_can_be_read_and_names_views_there_are(path):
    template = read_template(path)
    assert template.title
    assert template.about
    for wanted in template.wanted:
        assert not wanted.view or wanted.view in VIEWS[wanted.show]


def test_what_the_public_reads_is_for_the_public():
    assert read_template(templates()["how_are_we_doing"]).audience is Audience.PUBLIC


def written(folder, text):
    path = folder / "ours.toml"
    path.write_text('title = "Ours"\nabout = "x"\naudience = "member"\n' + text)
    return path


def test_an_entry_says_what_it_shows(tmp_path):
    path = written(tmp_path, '[[page]]\nshow = "measure"\nmeasure = "calls"\nservices = ["waste"]\n')
    assert read_template(path).wanted == (Wanted(Show.MEASURE, measure="calls", services=("waste",)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[page]]\nshow = "promisses"\n', "promises"),
        ('[[page]]\nshow = "promises"\nveiw = "x"\n', "view"),
        ("", "at least one"),
        ("[[page]\n", "ours.toml"),
    ],
)
def test_a_mistake_says_where_it_is_and_what_was_meant(tmp_path, text, said):
    with pytest.raises(StrategyError, match=said):
        read_template(written(tmp_path, text))


def test_a_councils_own_template_replaces_ours_of_the_same_name(tmp_path):
    (tmp_path / "packs").mkdir()
    own = tmp_path / "packs" / "scrutiny.toml"
    own.write_text("")
    assert templates(tmp_path)["scrutiny"] == own
    assert templates()["scrutiny"] != own
