"""Code stays in pieces that one can read at a sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES = 250
FUNCTION_LINES = 30
SCREEN_LINES = 80
NAMES_TO_GET_LOST_IN = {"utils.py", "helpers.py", "common.py", "misc.py"}


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Name and length of every function's body; signature and docstring are not counted."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield node.name, body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_files_are_short() -> None:
    long = {f.relative_to(ROOT): lines(f) for f in sources("kpi_core") if lines(f) > FILE_LINES}
    assert long == {}


def test_functions_are_short() -> None:
    found = ((f, name, n) for f in sources("kpi_core") for name, n in functions(f))
    long = [f"{f.name}: {name}, {n} lines" for f, name, n in found if n > FUNCTION_LINES]
    assert long == [], "\n".join(long)


def test_screens_are_recipes() -> None:
    assert {f.name: lines(f) for f in sources("pages") if lines(f) > SCREEN_LINES} == {}


def test_no_file_is_a_place_where_names_go_to_be_lost() -> None:
    named = [f for folder in ("kpi_core", "pages", "tests") for f in sources(folder)]
    assert [f for f in named if f.name in NAMES_TO_GET_LOST_IN] == []
