"""A browser for all tests, a fresh server for each file, and windows checked at the end."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kpi_core.build import BuildResult, build
from tests.browser.visitor import Visitor
from tests.screens.hostile import write_report

Visit = Callable[..., Visitor]


@contextmanager
def serving(root: Path, place: str | Path) -> Iterator[str]:
    """Runs `kpi serve` on a free port of this machine; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from kpi_core.cli import main; main()"]
    process = subprocess.Popen(
        [*command, "serve", "--port", str(port), "--dataset", str(place)],
        cwd=root,
        env={**os.environ, "KPI_DATASET": str(place)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base, process)
        yield base
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(base: str, process: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            with urllib.request.urlopen(f"{base}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("The server did not start within a minute.")


@contextmanager
def visiting(browser: Browser) -> Iterator[Visit]:
    """Opens windows; at the end each is checked and closed."""
    opened: list[Visitor] = []

    def visit(base: str, width: int = 1280, theme: str = "light", **options: Any) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,
            reduced_motion="reduce",
            locale="en-GB",
            **options,
        )
        context.set_default_timeout(20_000)
        opened.append(Visitor(context, base))
        return opened[-1]

    try:
        yield visit
        for visitor in opened:
            visitor.check()
    finally:
        for visitor in opened:
            visitor.context.close()


@pytest.fixture(scope="module")
def server(root: Path, dataset: BuildResult) -> Iterator[str]:
    """The app on the shipped report: nobody has opened it before this file's first test."""
    with serving(root, dataset.location) as base:
        yield base


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a window on any server: ``visit(base, width=320, theme="dark")``."""
    with visiting(browser) as visit:
        yield visit


@pytest.fixture(scope="module")
def window(browser: Browser, server: str) -> Iterator[Visitor]:
    """One window for a whole file, so that the browser reads Streamlit's scripts once."""
    with visiting(browser) as visit:
        yield visit(server)


@pytest.fixture
def visitor(window: Visitor) -> Iterator[Visitor]:
    """An empty window on the shipped report's app; it is checked after each test."""
    window.page.set_viewport_size({"width": 1280, "height": 900})
    yield window
    window.check()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """A dataset whose every text from outside tries to be markup, a formula or a script."""
    folder = tmp_path_factory.mktemp("hostile")
    report, catalogue = write_report(folder)
    return build([report], folder / "dataset", catalogue)
