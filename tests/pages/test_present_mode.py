"""Who may present which pack, live or frozen, and what does a slide say that cannot be made?"""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from frontdoor.access.audience import Audience
from frontdoor.packs.kept import keep, kept
from frontdoor.ui.present import NOTHING_ELSE
from frontdoor.ui.present_asking import NOT_FOR_YOU
from tests.pages.screen import ROOT, Screen
from tests.pages.small_home import copied_small_home
from tests.unit.packs.example_pack import PAGE, example_pack

OWN = 'title = "A pack of our own"\nabout = "One page"\naudience = "{audience}"\n{pages}'
PROMISES, NO_SUCH = '[[page]]\nshow = "promises"\n', '[[page]]\nshow = "measure"\nmeasure = "no_such_measure"\n'
MOST_RUNS = 100
CANNOT, WHY = "This page cannot be shown just now.", "no_such_measure"


@pytest.fixture(scope="module")
def home(shared_folder, tmp_path_factory):
    """Return a home with a template for each audience and one with a page that fails; tests only add kept packs to it."""
    home = copied_small_home(shared_folder, tmp_path_factory.mktemp("present") / "own")
    folder = home / "trentside" / "packs"
    folder.mkdir(exist_ok=True)
    for audience in Audience:
        (folder / f"for_{audience}.toml").write_text(OWN.format(audience=audience, pages=PROMISES))
    for audience in ("officer", "committee"):
        text = OWN.format(audience=audience, pages=NO_SUCH + PROMISES)
        (folder / f"failing_{audience}.toml").write_text(text)
    return home


@pytest.fixture
def presented(reading, home):
    """Return a function that opens present mode at an address: presented("member", pack="for_public")."""

    def open_(audience="officer", **query) -> Screen:
        screen = reading(home, audience=audience)
        for name, value in query.items():
            screen.session.query_params[name] = value
        screen.session.switch_page(str(ROOT / "pages" / "present.py"))
        return until_made(screen.run())

    return open_


def until_made(screen):
    """Run again until every slide is made, as the page itself does for a browser."""
    for _ in range(MOST_RUNS):
        assert not screen.is_broken
        told = sent(screen)
        if told is None or told["made"] is None:
            return screen
        screen.run()
    raise AssertionError("the slides were never made")


def sent(screen):
    """Return what the browser is sent, None where nothing is presented."""
    found = [each.proto for each in screen.session.get("bidi_component") if each.proto.id.endswith("-fd-present")]
    return json.loads(found[0].bytes) if found else None


def words(screen):
    return unescape(" ".join(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", sent(screen)["slides"], flags=re.DOTALL).split()))


@pytest.mark.parametrize("reader", Audience)
@pytest.mark.parametrize("made_for", Audience)
def test_a_pack_is_presented_to_those_it_is_for_and_to_nobody_of_a_wider_circle(presented, reader, made_for):
    circles = list(Audience)
    screen = presented(reader, pack=f"for_{made_for}")
    if circles.index(reader) > circles.index(made_for):
        assert sent(screen) is None
        assert NOT_FOR_YOU in screen.words
    else:
        assert sent(screen)["made"] is None
        assert "We are keeping" in words(screen)
        assert "Live." in words(screen)


def test_every_slide_says_the_answer_of_its_page(presented, reading, home):
    answer = reading(home).answer
    screen = presented(pack="for_officer")
    assert re.sub(r"\W+$", "", answer) in words(screen)
    assert "Invented figures" in words(screen)


def test_nothing_of_streamlit_is_shown_around_slides_and_all_of_it_around_words_of_trouble(presented):
    styles = lambda screen: [str(each.proto.body) for each in screen.session.get("html")]  # noqa: E731
    assert NOTHING_ELSE in styles(presented(pack="for_officer"))
    assert NOTHING_ELSE not in styles(presented("public", pack="for_officer"))


@pytest.mark.parametrize(("made_for", "is_told_why"), [("officer", True), ("committee", False)])
def test_a_page_that_fails_says_so_on_its_own_slide_and_the_others_are_shown(presented, made_for, is_told_why):
    said = words(presented(pack=f"failing_{made_for}"))
    assert CANNOT in said
    assert "We are keeping" in said
    assert (WHY in said) is is_told_why


def test_filters_in_the_address_are_those_of_the_slides(reading, home):
    screen = reading(home, query={"channel": ["Phone"], "pack": "for_officer"})
    screen.session.switch_page(str(ROOT / "pages" / "present.py"))
    screen.session.query_params["pack"] = "for_officer"
    assert re.search(r"Are we keeping our promises\? [^.]*, all services, [Pp]hone", words(until_made(screen.run())))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({}, "Which pack?"),
        ({"pack": "for_offcer"}, "Did you mean for_officer"),
        ({"kept": "0" * 64}, "No pack with the digest"),
    ],
)
def test_an_address_that_names_no_pack_is_answered_in_plain_words(presented, query, said):
    screen = presented(**query)
    assert sent(screen) is None
    assert said in screen.words


@pytest.mark.parametrize("made_for", ["officer", "committee"])
def test_a_kept_pack_is_presented_as_it_was_made_to_those_it_is_for(presented, home, made_for):
    path = keep(example_pack(PAGE, audience=made_for), home / "trentside")
    digest = next(each.digest for each in kept(home / "trentside") if each.path == path)
    said = words(presented("officer", kept=digest))
    assert f"Frozen with figures to 31 October 2026, digest {digest[:8]}." in said
    assert PAGE.title in said
    assert sent(presented("officer", kept=digest))["generation"] is None
    screen = presented("member", kept=digest)
    assert (sent(screen) is None) is (made_for == "officer")


def test_a_kept_pack_that_was_altered_is_not_presented(presented, home):
    path = keep(example_pack(replace(PAGE, title="To be altered"), audience="public"), home / "trentside")
    digest = next(each.digest for each in kept(home / "trentside") if each.path == path)
    path.write_text(path.read_text().replace("62%", "99%"))
    screen = presented(kept=digest)
    assert sent(screen) is None
    assert "unaltered" in screen.words
