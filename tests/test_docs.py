"""What the documents say is so: commands exist, links lead somewhere, pins are complete."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from typer.testing import CliRunner, Result

import kpi_core
from kpi_core import catalogue as catalogues
from kpi_core.cli import app

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "GLOSSARY.md")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(.*)$", re.MULTILINE)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str) -> list[str]:
    """The shell commands that a document shows, one block each."""
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", text(name), re.DOTALL)]


def tasks() -> set[str]:
    """What `./do` can do, read from the script."""
    return set(re.findall(r"^    ([a-z]+)\)$", text("do"), re.MULTILINE))


def test_the_first_two_commands_of_the_readme_start_the_app_and_run_the_tests() -> None:
    assert blocks("README.md")[:2] == ["./do run", "./do test"]


def test_every_task_that_a_document_names_exists() -> None:
    named = {t for name in DOCUMENTS for t in re.findall(r"\./do (\w+)", text(name))}
    assert named <= tasks()
    assert {"run", "test"} <= named


def test_make_knows_the_same_tasks() -> None:
    targets = re.search(r"^([a-z ]+):\n", text("Makefile"), re.MULTILINE)
    assert targets is not None
    assert set(targets.group(1).split()) == tasks()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "\n./do test " in text(".ci/run")


def test_the_script_explains_every_task() -> None:
    shown = subprocess.run([str(ROOT / "do")], capture_output=True, text=True, check=True).stdout
    assert all(f"./do {task} " in shown for task in tasks())


def kpi(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"TERMINAL_WIDTH": "200"})


KPI_COMMANDS = sorted({c for name in DOCUMENTS for c in re.findall(r"`kpi (\w+)", text(name))})


@pytest.mark.parametrize("command", KPI_COMMANDS)
def test_every_kpi_command_that_a_document_names_is_real(command: str) -> None:
    result = kpi(command, "--help")
    assert result.exit_code == 0, result.output


def test_a_command_that_no_document_names_is_not_real() -> None:
    """The proof that the test above can fail."""
    assert kpi("frobnicate", "--help").exit_code == 2


def test_every_option_of_the_readme_is_offered_by_its_command() -> None:
    form = re.compile(r"^\| `kpi ([a-z]+(?: [a-z]+)*)([^`]*)`", re.MULTILINE)
    rows = form.findall(text("README.md"))
    commands = {"build", "check", "changes", "catalogue suggest", "schemes infer"}
    commands |= {"serve", "export", "versions list", "versions prune"}
    commands |= {"benchmarks import", "benchmarks list", "benchmarks remove"}
    commands |= {"benchmarks suggest"}
    assert {command for command, _ in rows} == commands
    for command, options in rows:
        offered = kpi(*command.split(), "--help").output
        for option in re.findall(r"--[a-z]+", options):
            assert option in offered, f"kpi {command} {option}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_relative_link_leads_to_a_file(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text(name))
    missing = [t for t in targets if "://" not in t and not (ROOT / t).exists()]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_path_in_backticks_exists(name: str) -> None:
    """A file that was moved is moved in the documents too."""
    starts = ("kpi_core/", "data/reports", "data/catalogue", "tests/", "requirements/")
    named = [p for p in re.findall(r"`([\w./-]+)`", text(name)) if p.startswith(starts)]
    assert named
    assert [p for p in named if not (ROOT / p).exists()] == []


def test_the_readme_names_every_table_of_the_dataset() -> None:
    from kpi_core.schema import TABLES

    assert [table.name for table in TABLES if f"| `{table.name}` |" not in text("README.md")] == []


def test_the_readme_names_every_screen() -> None:
    from kpi_core.web.screens import SCREENS

    assert [s.title for s in SCREENS if f"| {s.title} |" not in text("README.md")] == []


def test_what_the_readme_shows_of_a_catalogue_is_one() -> None:
    shown = re.findall(r"```toml\n(.*?)```", text("README.md"), flags=re.DOTALL)
    known = [catalogues.read(block.encode(), "README.md") for block in shown]
    assert [len(entry.standards) for entry in known[0].indicators] == [3]


def test_the_changelog_has_the_current_version_first() -> None:
    versions = re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == kpi_core.__version__


@pytest.mark.parametrize("name", ["run", "dev"])
def test_pins_have_hashes_and_no_address(name: str) -> None:
    """A mirror or a proxy may stand in for the registry, so the pins name none."""
    pins = text(f"requirements/{name}.txt")
    assert "://" not in pins
    assert "--index" not in pins
    entries = re.split(r"^(?=[a-z0-9])", pins, flags=re.MULTILINE)[1:]
    assert len(entries) == len(PIN.findall(pins))
    assert [e.splitlines()[0] for e in entries if "--hash=sha256:" not in e] == []


@pytest.mark.parametrize("name", ["run", "dev"])
def test_pins_meet_what_the_project_asks_for(name: str) -> None:
    project = tomllib.loads(text("pyproject.toml"))
    groups = project["dependency-groups"]
    chosen = ["build"] if name == "run" else ["build", "test", "lint", "lock"]
    wanted = project["project"]["dependencies"] + [r for g in chosen for r in groups[g]]
    pins = {found[0]: found[1] for found in PIN.findall(text(f"requirements/{name}.txt"))}
    for requirement in map(Requirement, wanted):
        pinned = pins.get(canonicalize_name(requirement.name))
        assert pinned is not None, f"{requirement.name}: run ./do lock"
        assert requirement.specifier.contains(pinned), f"{requirement}: run ./do lock"
