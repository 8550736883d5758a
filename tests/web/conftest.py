"""A hand-made scorecard, tiny pages, the shell over them, and a server started as a host would."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from kpi_core.present.choice import ReportChoice, ReportChoices
from kpi_core.selection import Choices
from kpi_core.web import load, screens
from kpi_core.web.serve import SHELL

PAGE = """
from kpi_core.web.frame import hand_over, heading, show, title
from kpi_core.web.markup import tag

def top(view):
    heading(view.screen.title)

def main(view):
    title(view.param("indicator") or view.screen.title)
    show(tag("p", *[f"[{name}]" for name in view.shown["indicator"]]))

hand_over(main, top=top)
"""


ONLY = ReportChoice("q4", "council", "Council", "2019/20 Q4")


REPORTS = ReportChoices((ONLY,))


@dataclass(frozen=True)
class Scorecard:
    rows: pd.DataFrame

    @property
    def report(self) -> dict[str, str]:
        return {"report": ONLY.report}

    @property
    def reports(self) -> ReportChoices:
        return REPORTS

    @property
    def choices(self) -> Choices:
        return Choices(self.rows)


@pytest.fixture
def rows() -> pd.DataFrame:
    """Four indicators; every one has the same comparison, and a theme looks like Markdown."""
    columns = ["indicator", "status", "direction", "theme", "comparison", "year_ago", "search"]
    cells = [
        ("repeat-plans", "red", "declining", "Children", "better", "worse", "repeat plans"),
        ("assessments", "green", "improving", "Children", "better", "better", "assessments"),
        ("admissions", "red", "improving", "Adults *and* $x$", "better", "worse", "admissions"),
        ("enquiries", "not_rated", "not_available", None, "better", "level", "enquiries"),
    ]
    alike = {"agreement": "same", "caveat": "No caveat", "firmness": "firm"}
    return pd.DataFrame(cells, columns=columns).assign(plan="2", title="", **alike)


@pytest.fixture
def shell(
    rows: pd.DataFrame, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., AppTest]:
    """Runs the shell over tiny pages: ``shell("indicator", status=["Red"])``."""
    for entry in screens.SCREENS:
        (tmp_path / f"{entry.key}.py").write_text(PAGE, "utf-8")
    monkeypatch.setattr(screens, "pages_folder", lambda: tmp_path)
    monkeypatch.setattr(load, "scorecard", lambda *_: Scorecard(rows))

    def open_screen(key: str = "overview", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(SHELL), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if key != "overview":
            app.switch_page(str(tmp_path / f"{key}.py")).run()
        return app

    return open_screen


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Server:
    port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(url, method=method, headers=named)
        try:
            return urllib.request.urlopen(request, timeout=20)
        except urllib.error.HTTPError as answer:
            return answer  # type: ignore[return-value]


@pytest.fixture(params=["streamlit run", "uvicorn"], scope="session")
def server(
    request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The real ``app.py``, started both ways, with an empty place named as its dataset."""
    port = free_port()
    commands = {
        "streamlit run": ["-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        "uvicorn": ["-m", "uvicorn", "app:app", "--port", str(port), "--log-level", "warning"],
    }
    place = tmp_path_factory.mktemp("no-dataset")
    process = subprocess.Popen(
        [sys.executable, *commands[request.param]],
        cwd=root,
        env={**os.environ, "KPI_DATASET": str(place)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        started = Server(port)
        _wait(started)
        yield started
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(server: Server) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        try:
            if server.get("/readyz").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError("The server did not become ready within a minute.")
