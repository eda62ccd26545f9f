"""However a table is written down, it reads the same; and every line number is the true one."""

import gzip
import io

import polars as pl
import pytest

from frontdoor.errors import IntakeError, UnreadableFileError
from tests.unit.intake.workbook import workbook

HEAD = "contact_id,started_at,service,channel,reason"
ROWS = ["A,2025-07-01 09:15:00,Café,phone,bins", "B,2025-07-02 09:15:00,Housing,web,rent"]
TEXT = "\n".join([HEAD, *ROWS]) + "\n"
EXPECTED = [("A", "Café", "phone"), ("B", "Housing", "web")]


def as_parquet() -> bytes:
    out = io.BytesIO()
    pl.read_csv(TEXT.encode(), try_parse_dates=True).write_parquet(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", "|").encode(),
        TEXT.rstrip("\n").encode(),
        (TEXT + "\n\n\n").encode(),
        ("Contacts of July\nprinted 1 August,,,\n\n" + TEXT).encode(),
        TEXT.replace("contact_id,started_at", "Contact ID ,STARTED_AT").encode(),
        gzip.compress(TEXT.encode()),
        gzip.compress(TEXT.encode("utf-16")),
        as_parquet(),
        workbook([line.split(",") for line in TEXT.splitlines()]),
        workbook([["Contacts of July"], [], *(line.split(",") for line in TEXT.splitlines())]),
    ],
    ids=[
        "utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "crlf", "cr", "semicolons", "tabs", "bars",
        "no end of line", "blank lines after", "title above", "other spelling of names", "gz", "gz of utf-16", "parquet",
        "xlsx", "xlsx with title",
    ],
)  # fmt: skip
def test_a_table_reads_the_same_however_it_is_written(take, content):
    taken = take(content)
    assert taken.rows("contact_id, service, channel") == EXPECTED
    assert (taken.checked.read, taken.checked.rejected) == (2, 0)


def test_a_quoted_field_may_hold_line_breaks_delimiters_and_quotes(take):
    taken = take(f'{HEAD}\nA,2025-07-01 09:15:00,Waste,phone,"bins, ""all""\nof\r\nthem"\n')
    assert taken.rows("reason") == [('bins, "all"\nof\r\nthem',)]


def test_lines_that_end_in_two_ways_are_read(take):
    taken = take(TEXT.replace("bins\n", "bins\r\n"))
    assert taken.rows("contact_id, service, channel") == EXPECTED


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_refused_row_has_its_true_line_also_after_fields_with_line_breaks(take, ending):
    rows = [
        HEAD,  # 1
        f'A,2025-07-01 09:15:00,Waste,phone,"one{ending}two{ending}three"',  # 2 to 4
        "B,2025-07-01 09:15:00,Waste,carrier pigeon,x",  # 5
        "",  # 6
        "C,2025-07-01 09:15:00,Waste",  # 7, too short
        f'D,2025-02-30 09:15:00,Waste,phone,"x{ending}y"',  # 8 and 9
        "E,2025-07-01 09:15:00,Waste,phone,x,y,z",  # 10, too long
        "F,2025-07-01 09:15:00,Waste,telepathy,x",  # 11
    ]
    taken = take(ending.join(rows) + ending)
    assert [(line, column) for line, column, _ in taken.rejects()] == [
        (5, "channel"), (7, ""), (8, "started_at"), (10, ""), (11, "channel"),
    ]  # fmt: skip
    assert (taken.checked.read, taken.checked.sound, taken.checked.rejected) == (6, 1, 5)


def test_without_line_breaks_in_fields_the_line_is_counted_past_every_refused_row(take):
    good, short, bad = "{0},2025-07-01 09:15:00,Waste,phone,x", "{0},2025", "{0},2025-07-01 09:15:00,Waste,smoke,x"
    kinds = [good, short, short, bad, good, bad, short, bad]
    taken = take("\n".join([HEAD, *(kind.format(number) for number, kind in enumerate(kinds))]))
    assert taken.staged.lines.is_one_line_a_row
    assert [line for line, *_ in taken.rejects()] == [3, 4, 5, 7, 8, 9]


def test_a_sheet_row_is_named_by_its_number_in_the_sheet(take):
    rows = [["Contacts"], [], HEAD.split(","), ROWS[0].split(","), [], ["B", "2025-07-01", "Waste", "smoke", "a\nb"]]
    assert [line for line, *_ in take(workbook(rows)).rejects()] == [6]


def test_a_parquet_row_is_named_by_its_number(take):
    frame = pl.DataFrame(
        {
            "contact_id": ["A", "B"],
            "started_at": ["2025-07-01", "2025-07-01"],
            "service": ["x", "x"],
            "channel": ["web", "smoke"],
        }
    )
    out = io.BytesIO()
    frame.write_parquet(out)
    assert [line for line, *_ in take(out.getvalue()).rejects()] == [2]


def test_a_missing_column_is_named_with_the_nearest_one(take):
    with pytest.raises(IntakeError, match=r"the column is missing: channel \(there is one called chanel\)"):
        take(TEXT.replace("channel", "chanel"))


def test_a_repeated_column_is_named(take):
    with pytest.raises(IntakeError, match="the column channel stands twice"):
        take(TEXT.replace("reason", "channel"))


def test_a_column_nobody_reads_may_stand_twice(take):
    assert take("contact_id,started_at,service,channel,x,x\nA,2025-07-01,Waste,web,1,2\n").checked.sound == 1


def test_mixed_encodings_are_one_error_that_names_both_lines(take):
    content = "\n".join([HEAD, ROWS[0]]).encode() + b"\nB,2025-07-02 09:15:00,Caf\xe9,web,rent\n"
    with pytest.raises(UnreadableFileError, match="line 2 is UTF-8, line 3 is not"):
        take(content)


def test_windows_text_far_into_the_file_is_still_found(take):
    plain = [f"{number},2025-07-01 09:15:00,Waste,phone,{'x' * 90}" for number in range(20_000)]
    content = "\n".join([HEAD, *plain]).encode() + b"\nlast,2025-07-02 09:15:00,Caf\xe9,web,rent\n"
    assert take(content).rows("service", "contact_id = 'last'") == [("Café",)]
