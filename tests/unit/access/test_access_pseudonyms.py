"""The same customer gets the same pseudonym however they are written, nobody gets none, and the key is kept apart."""

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdoor.access.pseudonyms import create_key, load_key, normalised_reference, pseudonym
from frontdoor.errors import AccessError

KEY = bytes(range(32))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("01636 650000", "01636650000"),
        ("+44 1636 650000", "01636650000"),
        ("+44 (0)1636 650-000", "01636650000"),
        ("0044 1636 650000", "01636650000"),
        ("01636\u00a0650000 ", "01636650000"),
        ("+33 1 42 68 53 00", "+33142685300"),
        ("Jo.Smith@Example.ORG", "jo.smith@example.org"),
        (" CT-00123 ", "ct-00123"),
        ("CRM 42", "crm42"),
        ("44", "44"),
    ],
)
def test_a_reference_has_one_form(written: str, kept: str) -> None:
    assert normalised_reference(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "   ",
        "Withheld",
        "ANONYMOUS",
        "unknown",
        "Switchboard",
        "Number withheld",
        "n/a",
        "0",
        "+000",
        "\u200b",
    ],
)
def test_nobody_has_no_pseudonym(written: str | None) -> None:
    assert normalised_reference(written) is None
    assert pseudonym(KEY, written) is None


def test_the_councils_own_switchboard_is_nobody_however_it_is_written() -> None:
    assert normalised_reference("+441636650000", nobody=["01636 650 000"]) is None
    assert normalised_reference("+441636650001", nobody=["01636 650 000"]) == "01636650001"


@given(st.lists(st.sampled_from(["", " ", "-", "(", ")", ".", "\u00a0"]), min_size=11, max_size=11))
def test_a_phone_number_has_one_form_wherever_people_put_spaces_and_marks(marks: list[str]) -> None:
    written = "".join(mark + digit for mark, digit in zip(marks, "01636650000", strict=True))
    assert normalised_reference(written) == "01636650000"


@given(st.text())
def test_case_and_spaces_never_make_another_customer(text: str) -> None:
    shouted = "".join(letter.upper() if letter.isascii() else letter for letter in text)
    assert normalised_reference(f" {shouted}\t") == normalised_reference(text)


def test_a_pseudonym_is_half_of_an_hmac() -> None:
    # RFC 2104 by hand: sha256(key ^ 5c.. + sha256(key ^ 36.. + text)), the key filled up with zeros to 64 bytes.
    padded = KEY + bytes(32)
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded) + b"01636650000").digest()
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in padded) + inner).hexdigest()
    assert pseudonym(KEY, "+44 1636 650000") == outer[:32]


def test_another_key_gives_another_pseudonym() -> None:
    assert pseudonym(KEY, "01636650000") != pseudonym(KEY[::-1], "01636650000")


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "key"
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: create_key(path), range(16)))
    assert keys == {load_key(path)}
    assert len(load_key(path)) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["key"]
    assert create_key(tmp_path / "other") not in keys


@pytest.mark.parametrize("content", [b"", b"short", b"g" * 64, b"0" * 66, bytes(32)])
def test_what_is_not_a_key_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(AccessError, match="not a pseudonym key of 64 hex digits; put back its copy"):
        create_key(path)
    assert path.read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_key_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key"
    create_key(path)
    path.chmod(0o640)
    with pytest.raises(AccessError, match="run chmod 600"):
        load_key(path)


def test_a_missing_key_or_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="cannot be read"):
        load_key(tmp_path / "key")
    with pytest.raises(AccessError, match="cannot be written"):
        create_key(tmp_path / "nowhere" / "key")
