"""The rules of the house that a machine can keep; each failure says what to do (docs/architecture.md says why).

The order of the layers is kept by import-linter (pyproject.toml, `make check`); the rest is here.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from source_code import (
    EVERYTHING,
    PRODUCT,
    ROOT,
    attribute_calls,
    imported_libraries,
    lies_in,
    name_of,
    python_files,
    tree_of,
)

HOMES = {
    "streamlit": ("frontdoor/ui", "pages", "app.py", "asgi.py"),
    "plotly": ("frontdoor/charts",),
    "duckdb": ("frontdoor/warehouse", "frontdoor/intake"),
    "sqlalchemy": ("frontdoor/register",),
    "alembic": ("frontdoor/register",),
    "scipy": ("frontdoor/statistics",),
    "pandas": (),
}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base"}
LONGEST_FILE, LONGEST_PAGE, LONGEST_FUNCTION = 300, 100, 30  # lines
MAY_READ_THE_CLOCK = ("frontdoor/commands", "frontdoor/ui", "app.py", "asgi.py")
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "current_date", "current_timestamp"}
OWNERS_OF_CLOCKS = {"datetime", "date", "time", "func", "dt"}
BELOW_ANSWERS = ("warehouse", "register", "access", "strategy", "measures", "statistics", "schema", "figure.py")
NOT_IN_A_PAGE = {"polars", "duckdb", "plotly", "numpy", "pandas", "sqlalchemy"}


def offenders(files: list[Path], lines: Callable[[ast.Module], Iterator[int]]) -> list[str]:
    """Return file:line wherever `lines` finds something in one of the files."""
    return [f"{name_of(file)}:{line}" for file in files for line in lines(tree_of(file))]


def listed(wrong: list[str], what_to_do: str) -> str:
    return f"{what_to_do}\n  " + "\n  ".join(wrong)


@pytest.mark.parametrize("place", ["frontdoor", "pages", "app.py", "asgi.py", "sample_data", "tests", "tools"])
def test_there_is_something_to_look_at(place):
    assert python_files((place,)), f"{place} holds no Python, so no rule looks at it; correct the list if it has moved."


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_known_to_one_layer(library):
    homes = HOMES[library]
    away = [file for file in python_files(PRODUCT) if not lies_in(file, homes)]
    wrong = offenders(away, lambda tree: (line for line, name in imported_libraries(tree) if name == library))
    where = f"belongs in {' and '.join(homes)} only" if homes else "is not used in our code"
    assert not wrong, listed(wrong, f"{library} {where}: ask that layer for what you need, in our own types.")


def test_no_module_is_a_drawer():
    named = [(file, part) for file in python_files() for part in file.relative_to(ROOT).with_suffix("").parts]
    wrong = [name_of(file) for file, part in named if part in DRAWERS]
    assert not wrong, listed(wrong, "Name the module after the one thing in it:")


def test_every_module_opens_with_a_sentence():
    openings = {file: (ast.get_docstring(tree_of(file)) or "").split("\n\n")[0].strip() for file in python_files()}
    wrong = [
        f"{name_of(file)}: {opening!r}" for file, opening in openings.items() if not opening.endswith((".", "?", ":"))
    ]
    assert not wrong, listed(
        wrong, "Open the module with a docstring: one sentence a newcomer understands, with its full stop."
    )


def test_no_file_is_too_long():
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in python_files()}
    longest = {file: LONGEST_PAGE if lies_in(file, ("pages",)) else LONGEST_FILE for file in lengths}
    wrong = [f"{name_of(file)}: {length} lines" for file, length in lengths.items() if length > longest[file]]
    assert not wrong, listed(wrong, f"Split by subject: {LONGEST_FILE} lines at most, {LONGEST_PAGE} for a page.")


def lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    docstring = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    whole = (function.end_lineno or 0) - function.lineno + 1
    return whole - ((first.end_lineno or 0) - first.lineno + 1 if docstring else 0)


def long_functions(tree: ast.Module) -> Iterator[int]:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return (node.lineno for node in functions if lines_without_docstring(node) > LONGEST_FUNCTION)


def test_no_function_is_too_long():
    wrong = offenders(python_files((*PRODUCT, "tools", "benchmarks")), long_functions)
    assert not wrong, listed(wrong, f"Give a part of it a name of its own: {LONGEST_FUNCTION} lines at most.")


def clock_readings(tree: ast.Module) -> Iterator[int]:
    for call, function in attribute_calls(tree):
        owner = function.value
        owner_name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
        if function.attr in CLOCKS and owner_name in OWNERS_OF_CLOCKS:
            yield call.lineno
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module == "time"
            and any(name.name in CLOCKS for name in node.names)
        ):
            yield node.lineno


def test_only_commands_and_ui_read_the_clock():
    elsewhere = [file for file in python_files(PRODUCT) if not lies_in(file, MAY_READ_THE_CLOCK)]
    wrong = offenders(elsewhere, clock_readings)
    assert not wrong, listed(
        wrong, "Take the day as an argument (`as_at`, from the generation); only commands and ui read it:"
    )


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("datetime.now(UTC)", 1),
        ("datetime.datetime.now()", 1),
        ("date.today()", 1),
        ("import time\ntime.time()", 1),
        ("from time import time", 1),
        ("time.monotonic()", 0),
        ("filters.today()", 0),
    ],
)
def test_a_reading_of_the_clock_is_recognised(code, count):
    assert len(list(clock_readings(ast.parse(code)))) == count


def polars_done_too_early(tree: ast.Module) -> Iterator[int]:
    return (call.lineno for call, function in attribute_calls(tree) if function.attr in {"collect", "collect_async"})


def test_nothing_below_answers_collects():
    below = python_files(tuple(f"frontdoor/{layer}" for layer in BELOW_ANSWERS))
    wrong = offenders(below, polars_done_too_early)
    assert not wrong, listed(wrong, "Return the LazyFrame; answers collects it once:")


def row_by_row(tree: ast.Module) -> Iterator[int]:
    slow = {"map_elements", "map_rows", "apply"}
    return (call.lineno for call, function in attribute_calls(tree) if function.attr in slow)


def test_no_frame_is_worked_row_by_row():
    wrong = offenders(python_files(PRODUCT), row_by_row)
    assert not wrong, listed(wrong, "Say it with Polars expressions, or do it on the sums in SQL:")


def beyond_a_page(tree: ast.Module) -> Iterator[int]:
    yield from (line for line, library in imported_libraries(tree) if library in NOT_IN_A_PAGE)
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.BitOr):
            yield node.lineno


def test_a_page_only_arranges():
    wrong = offenders(python_files(("pages",)), beyond_a_page)
    assert not wrong, listed(wrong, "A page shows what `answers` worked out; move the sum or the library there:")


def test_no_path_of_one_machine_is_written_down():
    kinds = ("*.py", "*.sql", "*.toml", "*.md", "Makefile", "*.txt", "*.in", ".ci/run")
    ours = [file for kind in kinds for file in ROOT.glob(kind)]
    ours += [file for place in EVERYTHING for kind in kinds for file in (ROOT / place).rglob(kind)]
    ours += [file for place in ("docs", "queries", "strategies", "sources") for file in (ROOT / place).rglob("*.*")]
    machine = re.compile(r"(?<![\w.])/(work|root|opt|home/\w+)/")
    wrong = [
        name_of(file) for file in ours if file != Path(__file__) and machine.search(file.read_text(errors="ignore"))
    ]
    assert not wrong, listed(wrong, "Write the path from the project's root, or read it from the environment:")


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_says_what_but_not_from_where(lock):
    text = (ROOT / lock).read_text()
    pinned = re.findall(r"^[a-z0-9][\w.-]*==[^\s;]+(?: ; [^\\]+)? \\$", text, re.MULTILINE)
    others = [
        line
        for line in text.splitlines()
        if not re.match(r"( +--hash=sha256:[0-9a-f]{64}| *#|[a-z0-9][\w.-]*==|$)", line)
    ]
    assert len(pinned) > 30
    assert not others, listed(others, f"{lock} names a place or an unpinned package; write it anew with `make lock`:")
