"""The files of the sample: what each holds, that they say they are invented, and that they can be made again."""

from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from sample_data.generator import COUNCILS, GeneratedFile, exports, generate
from sample_data.generator.awkward import COUNTS
from sample_data.generator.rows import COLUMNS

UNTIL = date(2025, 3, 31)
KEY = "contact_id"


def read(file: GeneratedFile) -> pl.DataFrame:
    return pl.read_parquet(file.path) if file.path.suffix == ".parquet" else pl.read_csv(file.path, infer_schema=False)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[GeneratedFile]:
    return generate("trentside", tmp_path_factory.mktemp("trentside"), months=2, until=UNTIL)


@pytest.mark.parametrize("council", sorted(COUNCILS))
def test_every_file_says_it_is_invented(council: str, tmp_path: Path) -> None:
    generate(council, tmp_path, months=2, until=UNTIL, contacts=3_000)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) >= 3
    assert all(path.name.startswith("invented_") for path in written)
    assert "Invented figures" in (tmp_path / "invented_README.txt").read_text(encoding="utf-8")


def test_files_come_in_load_order_with_their_rows(files: list[GeneratedFile]) -> None:
    assert [file.path.name.split("_")[2] for file in files] == ["1", "2", "3", "4"]
    assert {file.source for file in files} == {"frontdoor"}
    assert all(read(file).height == file.rows for file in files)
    assert all(tuple(read(file).columns) == COLUMNS for file in files)


def test_history_ends_where_the_last_month_begins(files: list[GeneratedFile]) -> None:
    history, latest = (read(file)["started_at"].cast(pl.String).str.slice(0, 7) for file in files[:2])
    assert set(history) == {"2025-02"}
    assert set(latest) == {"2025-03"}


def test_an_export_knows_nothing_that_came_later(files: list[GeneratedFile]) -> None:
    history = read(files[0])
    exported = datetime(2025, 3, 1, 2, 30)
    for name in ("replied_at", "completed_at"):
        assert history[name].cast(pl.String).str.to_datetime(time_unit="us").max() < exported
    assert history["updated_at"].cast(pl.String).str.to_datetime(time_unit="us").max() < exported


def test_corrections_close_what_the_history_left_open(files: list[GeneratedFile]) -> None:
    history, corrections = (read(files[index]).select(KEY, "completed_at", "updated_at") for index in (0, 2))
    both = corrections.join(history.with_columns(pl.all().cast(pl.String)), on=KEY, suffix="_before")
    assert both.height == corrections.height
    assert both.filter(pl.col("completed_at_before").is_null(), pl.col("completed_at").is_not_null()).height > 500
    assert both.filter(pl.col("updated_at") <= pl.col("updated_at_before").str.replace(" ", "T")).is_empty()


def test_keys_are_unique_and_the_awkward_file_is_as_counted(files: list[GeneratedFile]) -> None:
    latest, awkward = read(files[1]), read(files[3])
    assert latest[KEY].is_unique().all()
    assert awkward.height == COUNTS.read
    assert awkward.height - awkward[KEY].n_unique() == COUNTS.duplicates
    assert awkward.join(latest, on=list(COLUMNS), nulls_equal=True).height == COUNTS.unchanged
    assert COUNTS.read == COUNTS.loaded + COUNTS.unchanged + COUNTS.rejected + COUNTS.duplicates


@pytest.mark.parametrize("council", ["ouseford", "nenebridge"])
def test_the_same_seed_gives_the_same_bytes_and_another_does_not(council: str, tmp_path: Path) -> None:
    def digests(folder: str, seed: int) -> list[str]:
        made = generate(council, tmp_path / folder, months=3, until=UNTIL, seed=seed)
        return [sha256(file.path.read_bytes()).hexdigest() for file in made]

    assert digests("one", 7) == digests("two", 7)
    assert digests("one", 7) != digests("three", 8)


def test_a_month_is_the_same_however_many_come_before_it(tmp_path: Path) -> None:
    short, long = (generate("ouseford", tmp_path / str(months), months=months, until=UNTIL) for months in (5, 8))
    latest = [
        read(files[1]).filter(pl.col("channel") == "letter").select("started_at", "service") for files in (short, long)
    ]
    assert latest[0].equals(latest[1])


def test_a_history_too_large_to_hold_is_the_same_as_one_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pl.DataFrame({"contact_id": [f"T{number}" for number in range(50)]})
    written = []
    for held in (1_000, 15):
        monkeypatch.setattr(exports, "_ROWS_HELD", held)
        export = exports.ParquetExport(tmp_path / f"{held}.parquet")
        for start in range(0, 50, 10):
            export.add(frame[start : start + 10])
        export.close()
        written.append(pl.read_parquet(export.path))
    assert written[0].equals(written[1])
    assert written[0].equals(frame)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("contacts", [5_000, 60_000])
def test_a_sample_of_a_wanted_size_is_about_that_size(contacts: int, tmp_path: Path) -> None:
    files = generate("loddonvale", tmp_path, months=6, until=UNTIL, contacts=contacts)
    assert files[0].rows + files[1].rows == pytest.approx(contacts, rel=0.06)


def test_one_month_alone_is_one_file_of_contacts(tmp_path: Path) -> None:
    assert [file.path.name for file in generate("ouseford", tmp_path, months=1)] == [
        "invented_ouseford_2_october_2026.csv"
    ]


def test_a_month_cut_off_early_ends_on_its_day(tmp_path: Path) -> None:
    files = generate("ouseford", tmp_path, months=2, until=date(2026, 6, 10))
    assert read(files[1])["started_at"].str.slice(0, 10).max() == "2026-06-10"


def test_progress_runs_to_the_end(tmp_path: Path) -> None:
    shares: list[float] = []
    generate("ouseford", tmp_path, months=4, until=UNTIL, on_progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_no_months_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one month"):
        generate("ouseford", tmp_path, months=0)
