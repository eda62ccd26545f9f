"""Every .sql file opens with the question it answers, its grain and the parameters it takes."""

import importlib
import re
from pathlib import Path

import duckdb
import pytest

QUERIES = Path(__file__).resolve().parent.parent / "queries"
FILES = sorted(QUERIES.rglob("*.sql"))
QUESTIONS = sorted(QUERIES.glob("*.sql"))
CLOCK = re.compile(r"\b(now|today|get_current_timestamp)\s*\(|\bcurrent_(date|time|timestamp)\b", re.IGNORECASE)


def name_of(file: Path) -> str:
    return file.relative_to(QUERIES).as_posix()


def header_of(file: Path) -> list[str]:
    """Return the comment lines a file opens with, without their dashes."""
    lines = file.read_text(encoding="utf-8").splitlines()
    end = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return [line.removeprefix("--").strip() for line in lines[:end]]


def said(file: Path, key: str) -> str:
    """Return what the header says after `key:`, empty where it says nothing."""
    return next((line.partition(":")[2].strip() for line in header_of(file) if line.startswith(f"{key}:")), "")


def named_in_header(file: Path) -> set[str]:
    explained = [line for line in header_of(file) if line.startswith("$")]
    return {name for line in explained for name in re.findall(r"\$(\w+)", re.split(r"\s{2,}", line)[0])}


def named_in_body(file: Path) -> set[str]:
    statements = duckdb.extract_statements(file.read_text(encoding="utf-8"))
    return {name for statement in statements for name in statement.named_parameters}


def test_there_are_queries_to_look_at():
    assert QUESTIONS, "queries/ holds no .sql file; correct the path here if the questions have moved."


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_query_opens_with_its_question_and_grain(file):
    header = header_of(file)
    assert header, f"queries/{name_of(file)}: open the file with `-- Its question?`"
    assert header[0].endswith(("?", ".")), f"queries/{name_of(file)}: the first line is a question or a sentence."
    assert said(file, "grain"), f"queries/{name_of(file)}: say `-- grain: one row per ...`"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_header_explains_exactly_the_parameters_used(file):
    header, body = named_in_header(file), named_in_body(file)
    assert not body - header, (
        f"queries/{name_of(file)}: explain {sorted(body - header)} in the header, `-- $name  what it is`"
    )
    assert not header - body, (
        f"queries/{name_of(file)}: nothing uses {sorted(header - body)}; take them out of the header"
    )


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_query_takes_the_day_as_a_parameter(file):
    found = CLOCK.search(re.sub(r"--.*", "", file.read_text(encoding="utf-8")))
    assert not found, f"queries/{name_of(file)}: {found[0]} reads the clock; take the day as a $parameter"


@pytest.mark.parametrize("file", QUESTIONS, ids=name_of)
def test_a_question_returns_a_table_of_the_schema(file):
    module, _, table = said(file, "returns").rpartition(".")
    assert module.startswith("frontdoor.schema"), (
        f"queries/{file.name}: say `-- returns: frontdoor.schema.NAME_OF_TABLE`"
    )
    found = hasattr(importlib.import_module(module), table)
    assert found, f"queries/{file.name}: {module} has no {table}; add the table there or correct the header"


@pytest.mark.parametrize("file", QUESTIONS, ids=name_of)
def test_a_question_stands_on_marts_that_exist(file):
    marts = [name.strip() for name in said(file, "from").split(",") if name.strip()]
    assert marts, f"queries/{file.name}: say which marts it can stand on, coarsest first: `-- from: contacts_by_day`"
    missing = [mart for mart in marts if not (QUERIES / "marts" / f"{mart}.sql").exists()]
    assert not missing, (
        f"queries/{file.name}: there is no queries/marts/{missing[0]}.sql; name a mart of queries/marts/"
    )
