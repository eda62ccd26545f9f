"""Reads our own source files, for the tests of the rules of the house."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("frontdoor", "pages", "app.py", "asgi.py", "sample_data")
EVERYTHING = (*PRODUCT, "tests", "tools", "benchmarks")


def python_files(places: tuple[str, ...] = EVERYTHING) -> list[Path]:
    """Return the Python files of these folders and files, those that are missing left out."""
    found = [ROOT / place for place in places]
    files = [file for path in found for file in ([path] if path.suffix == ".py" else path.rglob("*.py"))]
    return sorted(file for file in files if file.exists())


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def lies_in(file: Path, places: tuple[str, ...]) -> bool:
    return any(name_of(file) == place or name_of(file).startswith(f"{place}/") for place in places)


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def imported_libraries(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and top-level name of each absolute import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.partition(".")[0]


def attribute_calls(tree: ast.Module) -> Iterator[tuple[ast.Call, ast.Attribute]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func
