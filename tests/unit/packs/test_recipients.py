"""Is the list of recipients read strictly, each mistake with its place and what was meant?"""

import pytest

from frontdoor.access.audience import Audience
from frontdoor.errors import StrategyError
from frontdoor.packs.files import Format
from frontdoor.packs.fixed import Fixed
from frontdoor.packs.offered import offered
from frontdoor.packs.sent.recipients import read_recipients
from frontdoor.packs.sent.schedule import Every, Schedule
from frontdoor.packs.template import templates

WHOLE = {
    "key": "holder",
    "name": "Portfolio holder",
    "template": "portfolio_holder",
    "folder": "out/holder",
    "formats": ["pdf", "html"],
    "every": "monthly",
}


def listed(home, top: str = "", **changes):
    """Write a list with one recipient, changed so, and read it."""
    lines = [f"{key} = {value!r}".replace("'", '"') for key, value in {**WHOLE, **changes}.items() if value is not None]
    (home / "packs").mkdir(exist_ok=True)
    path = home / "packs" / "recipients.toml"
    path.write_text("\n".join([top, "[[recipient]]", *lines, ""]), encoding="utf-8")
    return read_recipients(home, offered(home))


def test_a_recipient_has_a_pack_a_folder_and_a_day(tmp_path):
    read = listed(tmp_path, 'address = "https://x.example"', from_day=5, service=["Waste"], group="Ward: Castle")
    [one] = read.recipients
    assert (one.template, one.audience, one.folder) == (
        "portfolio_holder",
        Audience.MEMBER,
        tmp_path / "out" / "holder",
    )
    assert (one.formats, one.schedule) == ((Format.PDF, Format.HTML), Schedule(Every.MONTHLY, 5))
    assert one.fixed == Fixed(service=("Waste",), group="Ward: Castle")
    assert read.address == "https://x.example"


def test_the_list_is_no_template(tmp_path):
    listed(tmp_path)
    assert "recipients" not in templates(tmp_path)


def test_a_whole_path_is_a_folder_anywhere(tmp_path):
    assert listed(tmp_path, folder="/srv/packs").recipients[0].folder.as_posix() == "/srv/packs"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"template": "portfolio_hodler"}, r"recipient\.holder\.template = 'portfolio_hodler': .*portfolio_holder"),
        ({"formats": ["pfd"]}, r"recipient\.holder\.formats.*pdf"),
        ({"formats": []}, "name at least one of"),
        ({"every": "montly"}, r"recipient\.holder\.every.*monthly"),
        ({"from_day": 29}, "due from day 1 to 28"),
        ({"from_day": 0}, "due from day 1 to 28"),
        ({"every": "weekly", "from_day": 8}, "due from day 1 to 7"),
        ({"folder": None}, r"recipient\.holder\.folder: this is missing"),
        ({"audience": "publik"}, "public"),
        ({"audience": "public"}, "the public is sent the pack how_are_we_doing alone"),
        ({"template": "how_are_we_doing", "every": "quarterly"}, "calendar months"),
        ({"template": "how_are_we_doing", "service": ["Waste"]}, r"recipient\.holder\.service.*without filters"),
        ({"period": "October 2026"}, r"recipient\.holder\.period.*no such key"),
        ({"waits_for": ["contact"]}, "contacts"),
        ({"compare": "Last yaer"}, "Last year"),
        ({"key": "a/b"}, "letters, digits and underscores"),
    ],
)
def test_a_mistake_says_where_it_is_and_what_was_meant(tmp_path, changes, said):
    with pytest.raises(StrategyError, match=said) as error:
        listed(tmp_path, **changes)
    assert str(error.value).startswith("recipients.toml: ")


def test_two_recipients_of_one_key_are_refused(tmp_path):
    listed(tmp_path)
    path = tmp_path / "packs" / "recipients.toml"
    path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(StrategyError, match="used twice"):
        read_recipients(tmp_path, offered(tmp_path))


def test_no_list_at_all_is_said(tmp_path):
    with pytest.raises(StrategyError, match=r"recipients\.toml: there is no such file"):
        read_recipients(tmp_path, offered(tmp_path))
