"""Every screen, headless, over a dataset: the shipped report's unless a test names another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.web.screens import screen
from kpi_core.web.serve import SHELL
from tests.screens.hostile import write_report

OpenScreen = Callable[..., AppTest]


@pytest.fixture
def open_screen(dataset: BuildResult, monkeypatch: pytest.MonkeyPatch) -> OpenScreen:
    """Opens a screen: ``open_screen("indicator", indicator="x", status=["Red"])``."""

    def run(key: str = "overview", place: str | Path | None = None, **query: object) -> AppTest:
        monkeypatch.setenv("KPI_DATASET", str(place or dataset.location))
        app = AppTest.from_file(str(SHELL), default_timeout=30)
        app.query_params.update(query)
        app.run()
        if screen(key).url:  # the first run tells it the pages, and drops unknown values
            app.switch_page(str(screen(key).file))
            app.query_params.update(query)
            app.run()
        return app

    return run


@pytest.fixture(scope="session")
def card(dataset: BuildResult) -> Scorecard:
    """The shipped report's scorecard."""
    return prepare(datasets.read(dataset.location))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """A dataset whose every text from outside tries to be markup, a formula or a script."""
    folder = tmp_path_factory.mktemp("hostile")
    report, catalogue = write_report(folder)
    return build([report], folder / "dataset", catalogue)


@pytest.fixture(scope="session")
def hostile_card(hostile: BuildResult) -> Scorecard:
    return prepare(datasets.read(hostile.location))
