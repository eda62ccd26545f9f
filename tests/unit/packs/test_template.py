"""Templates are short files that anyone can rearrange; a mistake in one says where it is and what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.access.audience import Audience
from frontdoor.answers.action_choices import Which
from frontdoor.answers.update_choices import Standing
from frontdoor.errors import StrategyError
from frontdoor.packs.fixed import Fixed
from frontdoor.packs.template import (
    Show,
    Template,
    Wanted,
    read_template,
    read_template_text,
    template_text,
    templates,
)
from frontdoor.packs.views_shown import PEAKS, PILOT, SHIFT

VIEWS = {
    Show.PEAKS: PEAKS, Show.SHIFT: SHIFT, Show.PILOT: PILOT, Show.EACH_PILOT: PILOT,
    Show.ACTIONS: tuple(Which), Show.ANNUAL_UPDATE: tuple(Standing),
}  # fmt: skip


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
    path = written(tmp_path, '[[page]]\nshow = "measure"\nmeasure = "calls"\nservice = ["waste"]\n')
    assert read_template(path).wanted == (Wanted(Show.MEASURE, measure="calls", fixed=Fixed(service=("waste",))),)


ODD = """Ceisiadau "brys" \\ <script>'x'\t\x7f\n../Łódź"""
EVERYTHING = Template(
    "everything", ODD, ODD, Audience.MEMBER,
    (
        Wanted(Show.PROMISES, fixed=Fixed("October 2026", (ODD, "waste"), ("Phone",), f"Ward: {ODD}", "Nothing")),
        Wanted(Show.MEASURE, measure=ODD),
        Wanted(Show.PEAKS, view="The week", of="Average wait", over="The period chosen", grain="day", staffing="The next 8 weeks"),
        Wanted(Show.SHIFT, view="Did it stick?", within="7 days"),
        Wanted(Show.SATISFACTION, question=ODD),
        Wanted(Show.PILOT, pilot=ODD, view="Who used it"),
    ),
)  # fmt: skip


def test_a_template_written_as_text_is_read_back_the_same():
    assert read_template_text(template_text(EVERYTHING), "everything") == EVERYTHING


@pytest.mark.parametrize("path", templates().values(), ids=templates())
def test_our_own_templates_come_back_the_same(path):
    template = read_template(path)
    assert read_template_text(template_text(template), path.stem) == template


@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_words_come_back_the_same(words):
    template = Template("x", words, words, Audience.PUBLIC, (Wanted(Show.MEASURE, measure=words),))
    assert read_template_text(template_text(template), "x") == template


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[page]]\nshow = "promisses"\n', "promises"),
        ('[[page]]\nshow = "promises"\nveiw = "x"\n', "view"),
        ('[[page]]\nshow = "promises"\nmeasure = "x"\n', r"page\[1\].measure"),
        ('[[page]]\nshow = "pilots"\nperiod = "October 2026"\n', "no such key"),
        ('[[page]]\nshow = "demand peaks"\nview = "The weak"\n', "The week"),
        ('[[page]]\nshow = "demand peaks"\nof = "Avrage wait"\n', "Average wait"),
        ('[[page]]\nshow = "promises"\ncompare = "last yaer"\n', "Last year"),
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
