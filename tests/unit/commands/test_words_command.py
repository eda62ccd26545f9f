"""Does `frontdoor words` check a text, and say what is wrong with a file it cannot read?"""

import io

from frontdoor.commands.main import BAD_INPUT, main

SENTENCE = "Two of our people left in May and we found nobody who could do their work until June. "


def test_a_text_is_checked_as_plain_english_and_on_request_as_easy_read(tmp_path, capsys):
    file = tmp_path / "commentary.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    assert main(["words", str(file)]) == 0
    assert "Every sentence passes." in capsys.readouterr().out
    assert main(["words", str(file), "--easy"]) == 0
    assert "1 of 1 sentences to look at again." in capsys.readouterr().out


def test_a_text_can_be_piped_in(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("We will utilise it."))
    assert main(["words", "-"]) == 0
    assert "Say “use”" in capsys.readouterr().out


def test_a_file_that_is_no_text_is_refused_in_one_line(tmp_path, capsys):
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\xff\xfe")
    assert main(["words", str(file)]) == BAD_INPUT
    assert "cannot be read as text" in capsys.readouterr().err


def test_what_changed_since_needs_a_frozen_pack(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HOME", str(tmp_path))
    assert main(["pack", "scrutiny", "--since", "--out", str(tmp_path)]) == BAD_INPUT
    assert "name that pack with --again" in capsys.readouterr().err
