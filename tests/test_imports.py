"""Imports go one way, and the rules that say so bite."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

SCRIPTS = Path(sysconfig.get_path("scripts"))


def run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def lint_imports(cwd: Path) -> subprocess.CompletedProcess[str]:
    return run([str(SCRIPTS / "lint-imports"), "--no-cache"], cwd)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the package and its settings that a test may spoil."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "kpi_core", tmp_path / "kpi_core", ignore=ignore)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def append(file: Path, line: str) -> None:
    file.write_text(file.read_text("utf-8") + f"\n{line}\n", "utf-8")


def test_imports_go_one_way(root: Path) -> None:
    result = lint_imports(root)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("vocabulary/word.py", "import kpi_core.schema", "Imports go one way"),
        ("readers/__init__.py", "import kpi_core.rules", "Imports go one way"),
        ("present/__init__.py", "import kpi_core.charts", "Imports go one way"),
        ("charts/__init__.py", "import kpi_core.web", "Imports go one way"),
        ("rules/__init__.py", "import streamlit", "Only kpi_core.web imports Streamlit"),
        ("cli/__init__.py", "import streamlit", "Only kpi_core.web imports Streamlit"),
    ],
)
def test_a_wrong_import_breaks_its_contract(
    copy: Path, file: str, line: str, contract: str
) -> None:
    append(copy / "kpi_core" / file, line)
    result = lint_imports(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in result.stdout


def test_a_new_module_has_to_be_given_its_layer(copy: Path) -> None:
    (copy / "kpi_core" / "misc.py").write_text('"""Things."""\n', "utf-8")
    result = lint_imports(copy)
    assert result.returncode == 1
    assert "kpi_core.misc" in result.stdout


def test_every_module_but_web_is_named_as_free_of_streamlit(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    (contract,) = (
        c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "forbidden"
    )
    modules = {f"kpi_core.{p.stem}" for p in top_level(root)} - {"kpi_core.web"}
    assert set(contract["source_modules"]) == modules


@pytest.mark.parametrize(("folder", "allowed"), [("rules", False), ("web", True)])
def test_the_linter_says_why_streamlit_is_banned(copy: Path, folder: str, allowed: bool) -> None:
    (copy / "kpi_core" / folder / "new.py").write_text("import streamlit\n", "utf-8")
    command = [str(SCRIPTS / "ruff"), "check", "--no-cache", "--select", "TID251", "kpi_core"]
    result = run(command, copy)
    assert result.returncode == (0 if allowed else 1)
    assert ("Only kpi_core/web, pages and app.py import Streamlit" in result.stdout) is not allowed


def test_the_package_works_without_streamlit(root: Path, report_path: Path, tmp_path: Path) -> None:
    """Everything below the screens loads, and a report is built, where Streamlit is absent."""
    modules = sorted({f"kpi_core.{p.stem}" for p in top_level(root)} - {"kpi_core.web"})
    code = f"""
import importlib, sys
from pathlib import Path
sys.modules["streamlit"] = None
for name in {modules!r}:
    importlib.import_module(name)
from kpi_core.build import build
assert build([Path({str(report_path)!r})], {str(tmp_path)!r}, None).exit_code == 0
"""
    result = run([sys.executable, "-c", code], root)
    assert result.returncode == 0, result.stderr


def test_streamlit_is_installed_where_its_absence_is_tested() -> None:
    assert importlib.util.find_spec("streamlit") is not None


@pytest.mark.parametrize("folder", ["kpi_core", "pages"])
def test_every_package_that_is_imported_is_asked_for(root: Path, folder: str) -> None:
    """What only comes along with something else may go away with it."""
    known = sys.stdlib_module_names | {"kpi_core"}
    assert third_party(root / folder) - known - asked_for(root) == set()


def test_every_package_that_is_asked_for_is_imported(root: Path) -> None:
    assert asked_for(root) - third_party(root / "kpi_core") == set()


def third_party(folder: Path) -> set[str]:
    """First part of every absolute import below a folder."""
    trees = [ast.parse(file.read_text("utf-8")) for file in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = [alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names]
    names += [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom) and n.level == 0]
    return {name.partition(".")[0] for name in names}


def asked_for(root: Path) -> set[str]:
    """Import names of the runtime dependencies."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.match(r"[\w-]+", text)[0] for text in project["dependencies"]]
    others = {"vl-convert-python": "vl_convert", "python-docx": "docx", "pillow": "PIL"}
    others |= {"python-pptx": "pptx"}
    return {others.get(name, name) for name in names}


def top_level(root: Path) -> list[Path]:
    """Modules and packages right below kpi_core."""
    found = [p for p in (root / "kpi_core").iterdir() if not p.name.startswith("_")]
    return [p for p in found if p.suffix == ".py" or (p / "__init__.py").exists()]
