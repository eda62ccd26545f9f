"""Bad files get one clear error, and lose nothing."""

import gzip
import io
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import pytest

from frontdoor.errors import FrontdoorError, IntakeError, UnreadableFileError
from frontdoor.intake.loading import load
from frontdoor.intake.receiving import shown_name
from frontdoor.warehouse.home import Home
from tests.unit.intake.workbook import workbook

HEAD = "contact_id,started_at,service,channel\n"
ROW = "{0},2025-05-{1:02} 10:00:00,waste,phone\n"
ROOT = Path(__file__).resolve().parents[3]


def spoilt_parquet(folder: Path) -> bytes:
    """Return a Parquet file whose footer is sound and whose pages are not."""
    path = folder / "sound.parquet"
    row = "number as contact_id, timestamp '2025-01-01 10:00:00' as started_at, 'waste' as service, 'phone' as channel"
    duckdb.sql(f"copy (select {row} from range(5000) as t(number)) to '{path}'")
    content = bytearray(path.read_bytes())
    content[4:200] = bytes(range(4, 200))
    return bytes(content)


def rows(number: int) -> str:
    return HEAD + "".join(ROW.format(index, index % 28 + 1) for index in range(number))


def bomb_in_a_workbook() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["a"]]))) as sound,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for part in sound.infolist():
            is_sheet = "sheet1" in part.filename
            archive.writestr(part.filename, b" " * (80 << 20) if is_sheet else sound.read(part))
    return out.getvalue()


def workbook_with_false_sizes() -> bytes:
    content = bytearray(workbook([["contact_id"]]))
    central = content.rindex(b"PK\x01\x02")
    content[central + 24 : central + 28] = (10).to_bytes(4, "little")  # the declared size of the last part
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (b"\n\n  \n", "nothing but blank lines"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary file"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel file"),
        (b"%PDF-1.7\n" + b"\x01\x02\x03\x04\x05\x06\x07\x08" * 100, "binary file"),
        (gzip.compress(rows(2000).encode())[:-500], "cut off"),
        (gzip.compress(rows(20).encode())[:30] + b"garbage" * 20, "damaged|cut off"),
        (gzip.compress(b""), "the file inside is empty"),
        (gzip.compress(b"0" * (80 << 20)), "no export"),
        (bomb_in_a_workbook(), "no export"),
        (workbook_with_false_sizes(), "damaged or cut off"),
        (workbook([HEAD.strip().split(",")])[:-200], "damaged or cut off"),
        (workbook([]), "the workbook is empty"),
        (b"PAR1" + b"\0" * 100, "Parquet file is damaged"),
        (HEAD.encode(), "a header but no rows"),
        (b"contact_id,started_at,service\nA,2025-01-01,waste\n", "column is missing: channel"),
        (b"contact_id,started_at,service,channel,channel\nA,2025-01-01,waste,web,web\n", "stands twice"),
        (b"hello\n", "columns are missing"),
        (HEAD.encode() + b"A,2025-01-01,waste,web\nB,2025-01-01,caf\xc3\xa9,web\nC,2025-01-01,caf\xe9,web\n", "line 3 is UTF-8, line 4"),
        (HEAD.encode() + b"A,2023-02-29,waste,web\n", "none of its 1 rows.*line 2, column started_at"),
        (HEAD.encode() + b"A,2025-01-01,waste,web\n" + b"x" * (100 << 20) + b",1,2,3\n", "line 3 is over 1 MB long"),
    ],
    ids=[
        "empty", "blank", "picture", "xls", "pdf", "truncated gz", "damaged gz", "gz of nothing", "gz bomb", "xlsx bomb",
        "xlsx that lies about sizes", "truncated xlsx", "empty xlsx", "broken parquet", "header only", "missing column",
        "repeated column", "no table", "mixed encodings", "29 February 2023", "a line of 100 MB",
    ],
)  # fmt: skip
def test_a_bad_file_is_one_clear_error_and_nothing_is_left(home, file, content, told):
    with pytest.raises(IntakeError, match=told) as raised:
        load(home, file(content), "frontdoor")
    assert str(raised.value).startswith("export.csv: ")
    assert "\n" not in str(raised.value)
    assert home.current() is None
    assert sorted(path.name for path in home.folder.iterdir()) in (["lock"], ["key", "lock"])


def test_a_parquet_file_with_spoilt_pages_is_one_clear_error(home, file, tmp_path):
    with pytest.raises(UnreadableFileError, match=r"export\.csv: the (file|Parquet file) (cannot be read|is damaged)"):
        load(home, file(spoilt_parquet(tmp_path)), "frontdoor")


def test_a_quote_that_is_never_closed_loses_no_row_unseen(take):
    text = rows(2000).replace("waste", '"waste', 1)
    taken = take(text)
    assert taken.checked.read == taken.checked.sound + taken.checked.rejected
    assert taken.rejects()[0][2] == "a quotation mark is not closed, or text follows a closed one"


@pytest.mark.slow
def test_a_row_of_forty_megabytes_in_quotes_is_not_lost_in_silence(take):
    lines = "x" * 1000 + "\n"
    text = HEAD + ROW.format("A", 1) + f'B,2025-05-01,"{lines * 40_000}",phone\n' + ROW.format("C", 2)
    with pytest.raises(UnreadableFileError, match="could be told apart"):
        take(text)


@pytest.mark.parametrize(
    "name", ["a\nb\t.csv", "n" * 240 + ".csv", "we[ir]d*?.csv", "'; drop table contacts; --.csv", "naïve — file.csv"]
)
@pytest.mark.slow
def test_a_hostile_file_name_is_only_a_name(home, file, name):
    report = load(home, file(rows(3), name), "frontdoor")
    assert report.loaded == 3
    assert report.file.isprintable()
    assert len(report.file) <= 120


def test_a_file_name_is_shown_without_its_folders():
    assert shown_name(Path("../../etc/passwd")) == "passwd"


LOADER = """
import sys, resource
from pathlib import Path
from frontdoor.errors import FrontdoorError
from frontdoor.intake.loading import load
from frontdoor.strategy.reading import read_council, shipped_councils
from frontdoor.warehouse.home import Home
limit, folder, file = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
print("ready", flush=True)
try:
    print(load(Home(read_council(shipped_councils() / "trentside.toml"), folder), file, "frontdoor").loaded)
except FrontdoorError as error:
    print(error)
"""


def loader(home: Home, file: Path, limit: int = 0) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", LOADER, str(limit), str(home.folder), str(file)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("limit", [100_000, 600_000, 2_000_000, 6_000_000])
def test_a_full_disk_is_one_clear_error_and_the_old_figures_stand(home, file, limit):
    load(home, file(rows(10), "first.csv"), "frontdoor")
    before = home.current()
    out, errors = loader(home, file(rows(200_000), "second.csv"), limit).communicate(timeout=120)
    assert "there is no room left on the disk" in out, errors
    assert home.current() == before
    assert load(home, file(rows(20), "third.csv"), "frontdoor").loaded == 10
    assert not (home.folder / "draft").exists()


@pytest.mark.slow
def test_a_loader_killed_at_any_instant_leaves_the_whole_load_or_none_of_it(home, file):
    load(home, file(rows(10), "first.csv"), "frontdoor")
    big = file(rows(30_000), "second.csv")
    kills = 0
    for delay in (0.0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.2, 1.6, 2.2):
        process = loader(home, big)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate(timeout=60)
        if "29990" in out or "loaded before" in out:
            break
        kills += 1
        assert home.current() in {1, 2}
        if home.current() == 2:
            break
    assert kills >= 3
    try:
        assert load(home, big, "frontdoor").loaded == 29_990
    except FrontdoorError as error:
        assert "loaded before" in str(error)  # noqa: PT017  the last kill came after the flip
    assert load(home, file(rows(31_000), "third.csv"), "frontdoor").loaded == 1_000
    assert {path.name for path in home.folder.iterdir() if path.is_dir()} <= {"loads"}
