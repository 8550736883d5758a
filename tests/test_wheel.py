"""The wheel holds the screens and the shipped report, and serves them from an empty folder."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.readers.archives import workbook

pytestmark = pytest.mark.slow

START_SECONDS = 60


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the checkout, without reaching for a build backend."""
    dist = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(root: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``kpi`` command of an environment that holds the wheel and what it asks for.

    The pins only hold versions still; what gets installed is what the wheel's metadata names.
    """
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False, clear=True)
    pins = re.findall(r"^\S+==[^\\\n]+", (root / "requirements/run.txt").read_text(), re.MULTILINE)
    constraints = place / "constraints.txt"
    constraints.write_text("\n".join(pins), "utf-8")
    python = str(place / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, "--constraint", str(constraints), str(wheel)], cwd=place, check=True)
    return place / "bin" / "kpi"


@pytest.fixture(scope="module")
def address(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where ``kpi serve`` answers, started in an empty folder by somebody who never ran it."""
    empty = tmp_path_factory.mktemp("empty")
    home = tmp_path_factory.mktemp("home")
    ours = ("KPI_", "STREAMLIT_", "PYTHON", "XDG_")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = home / "log.txt"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [str(installed), "serve", "--port", str(port)],
            cwd=empty,
            env={**environment, "HOME": str(home)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_healthy(url, server, log)
        yield url
        assert list(empty.iterdir()) == [], "kpi serve left something in the working folder"
    finally:
        server.terminate()
        server.wait(20)


def wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            if get(f"{url}/_stcore/health") == b"ok":
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"kpi serve did not start:\n{log.read_text('utf-8', 'replace')}")


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read()


def test_the_wheel_holds_screens_report_catalogue_and_settings(root: Path, wheel: Path) -> None:
    inside = {
        "kpi_core/_config/config.toml": root / ".streamlit" / "config.toml",
        "kpi_core/_data/catalogue.toml": root / "data" / "catalogue.toml",
        **{f"kpi_core/_data/reports/{f.name}": f for f in (root / "data/reports").iterdir()},
        **{f"kpi_core/_pages/{f.name}": f for f in (root / "pages").glob("*.py")},
    }
    with zipfile.ZipFile(wheel) as archive:
        assert {name: archive.read(name) for name in inside} == {
            name: file.read_bytes() for name, file in inside.items()
        }


def test_the_wheel_holds_nothing_that_was_built_or_cached(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [n for n in names if "__pycache__" in n or n.endswith((".parquet", ".pyc"))] == []


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [n for n in names if n.endswith(".dist-info/licenses/LICENSE")]


def test_the_installed_command_reads_a_workbook_in_a_process_of_its_own(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "Q4.xlsx").write_bytes(workbook())
    done = subprocess.run(
        [str(installed), "check", "Q4.xlsx"], cwd=tmp_path, env={"HOME": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "1 indicator, 2 own figures" in done.stdout, done.stdout + done.stderr


def test_kpi_serve_answers_from_an_empty_folder(address: str) -> None:
    assert b"<title>" in get(address)


def test_the_installed_app_shows_the_shipped_report(address: str, browser: Browser) -> None:
    """The home page alone would answer without a single screen, so look at it in a browser."""
    page = browser.new_page()
    try:
        page.goto(address)
        page.get_by_text("Repeat child protection plans").first.wait_for(timeout=30_000)
    finally:
        page.close()
