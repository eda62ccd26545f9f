"""Every source that ships reads, and a mistake in one is an error that says where and what was meant."""

import pytest

from frontdoor.errors import SourceError
from frontdoor.intake.source import read_source, read_source_file, source_names

SHIPPED = (
    "amazon_connect", "boston_311", "boston_311_history", "frontdoor", "frontdoor_intervals", "genesys_intervals",
    "monthly_table", "vancouver_daily", "cfpb", "nhs_fft", "open311", "fixmystreet", "dynamics_cases",
    "frontdoor_complaints", "frontdoor_complaint_stages", "frontdoor_complaint_events", "frontdoor_surveys",
    "frontdoor_reported", "frontdoor_rota", "frontdoor_shifts",
)  # fmt: skip
SOUND = (
    'name = "mine"\nlabel = "Mine"\nkind = "contacts"\nkey = ["id"]\n[columns]\nstarted_at = "when"\nchannel = "how"\n'
)
SURVEY = (
    'name = "mine"\nlabel = "Mine"\nkind = "survey_responses"\nkey = ["id"]\n'
    '[columns]\nactivity_date = "when"\nsurvey = "which"\nchannel = "how"\n'
)


def test_the_sources_the_issue_names_all_ship():
    assert set(SHIPPED) <= set(source_names())


@pytest.mark.parametrize("name", source_names())
def test_a_source_that_ships_reads_and_bears_its_files_name(name):
    source = read_source(name)
    assert source.name == name
    assert source.label
    assert set(source.personal) <= set(source.their_names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOUND.replace("label", "lable"), "no key is called lable. Did you mean label?"),
        (SOUND.replace('"contacts"', '"contact"'), "no kind is called contact. Did you mean contacts?"),
        (SOUND.replace("started_at", "started"), "no column of contacts is called started. Did you mean started_at?"),
        (SOUND + '[values.channel]\n"Call" = "fone"\n', "no channel is called fone. Did you mean phone?"),
        (
            SOUND + '[values.chanel]\n"Call" = "phone"\n',
            "no column of contacts is called chanel. Did you mean channel?",
        ),
        (SOUND.replace('"when"', '{ form = "tiem" }'), "no columns.started_at.form is called tiem."),
        (SOUND.replace('"when"', '{ frm = "when" }'), "no key of columns.started_at is called frm. Did you mean from?"),
        (SOUND.replace('"when"', "7"), "columns.started_at is 7"),
        (
            SOUND + '[[stated]]\nmeasure = "service_level"\nfrom = "SL"\nwithin_seconds = "20"\n',
            "stated.within_seconds is '20': write whole seconds such as 20, without quotes.",
        ),
        (SOUND.replace('key = ["id"]\n', ""), "key is missing"),
        (SOUND.replace('key = ["id"]', 'key = "id"'), "key is 'id': a list of texts is needed"),
        (SOUND.replace('started_at = "when"\n', ""), "started_at is missing"),
        (SOUND.replace('name = "mine"', 'name = "other"'), "name is other, but the file is called mine.toml"),
        ('delivery = "snapshoot"\n' + SOUND, "no delivery is called snapshoot. Did you mean snapshot?"),
        ('time_zone = "Europe/Londn"\n' + SOUND, "no time zone is called Europe/Londn"),
        ("name = ", "not readable as TOML"),
        (
            'layouts = ["frontdoor_complaint"]\n' + SOUND,
            "no source is called frontdoor_complaint. Did you mean frontdoor_complaints?",
        ),
        (SURVEY, "answers are missing: give answer_prefix, [questions], or question and answer in [columns]"),
        (SURVEY.replace("survey_responses", "survey"), "no kind is called survey. Did you mean survey_responses?"),
    ],
)
def test_a_mistake_is_one_error_with_file_key_value_and_nearest_name(tmp_path, text, told):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(SourceError) as raised:
        read_source_file(path)
    assert str(raised.value).startswith("mine.toml: ")
    assert told in str(raised.value)


def test_a_sound_source_reads(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(SOUND)
    assert read_source_file(path).columns["channel"].names == ("how",)
