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
from tests.imports.tables import TABLE
from tests.screens.hostile import write_report
from tests.screens.importing import choose

OpenScreen = Callable[..., AppTest]
OpenImport = Callable[..., AppTest]


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
def national_card(national: Path) -> Scorecard:
    """The shipped report's scorecard with national figures beside it."""
    return prepare(datasets.read(national))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """A dataset whose every text from outside tries to be markup, a formula or a script."""
    folder = tmp_path_factory.mktemp("hostile")
    report, catalogue = write_report(folder)
    return build([report], folder / "dataset", catalogue)


@pytest.fixture(scope="session")
def hostile_card(hostile: BuildResult) -> Scorecard:
    return prepare(datasets.read(hostile.location))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "built.csv"
    path.write_text(TABLE, "utf-8")
    build([path], tmp_path / "dataset")
    return tmp_path / "dataset"


@pytest.fixture
def open_import(place: Path, monkeypatch: pytest.MonkeyPatch) -> OpenImport:
    """Opens the screen: ``open_import(("q4.csv", text), publish=True)`` with files in the draft."""

    def run(
        *files: tuple[str, str | bytes], publish: bool = False, at: Path | None = None
    ) -> AppTest:
        monkeypatch.setenv("KPI_DATASET", str(at or place))
        monkeypatch.setenv("KPI_ALLOW_PUBLISH", "1" if publish else "")
        app = AppTest.from_file(str(SHELL), default_timeout=30)
        app.run()
        app.switch_page(str(screen("import").file)).run()
        return choose(app, *files) if files else app

    return run
