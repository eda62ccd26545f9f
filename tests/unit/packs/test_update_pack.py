"""Is the annual update a pack like any other: a summary on a page, every number from somewhere, drafts only for those who read them?"""

from datetime import UTC, date, datetime

import pytest

from frontdoor.access.audience import Audience
from frontdoor.answers.update_blocks import Paper
from frontdoor.answers.update_made import Asking, draft
from frontdoor.answers.update_versions import issue
from frontdoor.answers.update_words import DRAFT
from frontdoor.answers.update_writing import Written, write_words
from frontdoor.filters import Filters
from frontdoor.packs.asked import Asked
from frontdoor.packs.files import Format, files_of
from frontdoor.packs.frozen import frozen, thawed
from frontdoor.packs.html.html import html
from frontdoor.packs.pack import Pack
from frontdoor.packs.pdf.pdf import pdf
from frontdoor.packs.shown import pages_of
from frontdoor.packs.template import Show, Wanted
from frontdoor.packs.update_pack import update_pack
from frontdoor.periods import Period
from tests.pages.small_home import copied_small_home
from tests.unit.packs.read_pdf import pages_of as sheets_of
from tests.unit.packs.reading_html import read_html

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
OWN = "Waits grew in July.\n\nWe hope for 99.9% next year."


@pytest.fixture(scope="module")
def home(shared_folder, tmp_path_factory):
    return copied_small_home(shared_folder, tmp_path_factory.mktemp("update") / "own")


@pytest.fixture(autouse=True)
def here(home, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(home))


def asking(audience: Audience = Audience.OFFICER) -> Asking:
    return Asking("trentside", None, audience, NOW)


@pytest.fixture(scope="module")
def paper(home) -> Paper:
    """Return the draft with what an officer wrote for its first section."""
    with pytest.MonkeyPatch.context() as around:
        around.setenv("FRONTDOOR_HOME", str(home))
        write_words(asking(), draft(asking()), Written("promises", OWN, "Jo Smith", None))
        return draft(asking())


@pytest.fixture(scope="module")
def pack(paper) -> Pack:
    return update_pack(paper, (DRAFT,))


def shown(audience: Audience, view: str = ""):
    asked = Asked(Filters("trentside", OCTOBER), audience, NOW)
    return tuple(pages_of(Wanted(Show.ANNUAL_UPDATE, view=view), asked))


def test_the_summary_comes_first_and_then_each_section_under_what_happened(pack, paper):
    assert [page.key for page in pack.pages] == ["update_summary", *(f"update_{part.key}" for part in paper.parts)]
    assert pack.pages[0].is_one_side
    assert pack.pages[0].title.startswith("The year on a page. Of 6 promises in ")
    for page, part in zip(pack.pages[1:], paper.parts, strict=True):
        assert page.title == part.headline.words.replace("**", "")
        assert page.question == part.title
        assert len(page.tables) == len(part.grids)


def test_every_number_of_the_offline_page_leads_to_where_it_is_from(pack):
    page = read_html(html(pack))
    numbers = page.all("a", "fd-from")
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(numbers) > 50
    assert len(ids) == len(set(ids))
    assert {each.attributes["href"].removeprefix("#") for each in numbers} <= set(ids)


def test_every_row_and_section_names_a_source_that_the_pack_has(pack):
    known = {source.key for page in pack.pages for source in page.sources}
    for page in pack.pages:
        assert page.source in known
        assert {source for table in page.tables for source in table.sources} <= known
        assert all(len(table.sources) == len(table.rows) for table in page.tables)


def test_officers_words_are_commentary_and_their_own_numbers_are_marked(pack):
    [own] = [aside for aside in pack.pages[1].asides if aside.is_commentary]
    assert own.title.startswith("Jo Smith (name given, not verified), ")
    assert own.sentences[:2] == ("Waits grew in July.", "We hope for 99.9% next year.")
    assert "Officers’ own numbers, not worked out here: 99.9%." in own.sentences


def test_a_draft_says_so_on_every_page_of_every_file(pack):
    assert all(DRAFT in page.marks for page in pack.pages)
    sheets = sheets_of(pdf(pack))
    assert all("Draft, not issued" in words for words in sheets)
    assert pack.is_draft


def test_the_summary_is_one_sheet_of_the_report(pack):
    sheets = [words for words in sheets_of(pdf(pack)) if "summary on a page" in words or "The year in short" in words]
    assert len(sheets) == 1
    assert all(word in sheets[0] for word in ("Each promise", "Every measure", "What happened in the year"))


def test_it_is_made_in_every_format_and_comes_back_whole_when_frozen(pack):
    for kind in Format:
        assert all(files_of(pack, kind).values())
    again = thawed(frozen(pack))
    assert again == pack
    assert again.register in frozen(pack)


def test_nobody_but_officers_and_members_reads_a_draft_and_all_read_what_is_issued(paper):
    for audience in (Audience.COMMITTEE, Audience.PUBLIC):
        for view in ("", "Draft", "Issued"):
            [page] = shown(audience, view)
            assert page.title == "The annual update of 2026/27 has not been issued yet."
            assert "issue it" in page.lead
    assert DRAFT in shown(Audience.OFFICER)[0].marks
    issue(asking(), paper, "Jo Smith")
    for audience in Audience:
        pages = shown(audience)
        assert "Version 1, issued" in pages[0].basis.version
        assert DRAFT not in pages[0].marks
    assert DRAFT not in shown(Audience.PUBLIC, "Draft")[0].marks
    assert DRAFT in shown(Audience.MEMBER, "Draft")[0].marks
