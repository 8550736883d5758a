"""The API over the shipped report, over three quarters of it, and as a host starts it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi_core.build import BuildResult, build
from kpi_core.dataset import read
from kpi_core.present.scorecard import Scorecard, scorecard
from tests.api.asking import Api
from tests.api.two_releases import build_with_releases
from tests.browser.conftest import serving
from tests.histories.quarters import write_quarters
from tests.screens.hostile import write_report


@pytest.fixture(scope="session")
def shipped(dataset: BuildResult) -> Api:
    """Nobody is refused for asking often."""
    return Api.over(dataset.location)


@pytest.fixture(scope="session")
def with_national(national: Path) -> Api:
    """The same report with the figures of twelve councils."""
    return Api.over(str(national))


@pytest.fixture(scope="session")
def card(dataset: BuildResult) -> Scorecard:
    """What the screens show of the same dataset."""
    return scorecard(read(dataset.location))


@pytest.fixture(scope="session")
def three_quarters(report_path: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """Three reports of one council."""
    folder = tmp_path_factory.mktemp("three-quarters")
    return build(write_quarters(report_path, folder), folder / "dataset", None)


@pytest.fixture(scope="session")
def quarters(three_quarters: BuildResult) -> Api:
    """The API over them."""
    return Api.over(three_quarters.location)


@pytest.fixture(scope="session")
def with_releases(root: Path, report_path: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Place of a dataset with national figures."""
    folder = tmp_path_factory.mktemp("with-releases")
    return build_with_releases(report_path, root / "data" / "catalogue.toml", folder / "dataset")


@pytest.fixture(scope="session")
def imported(with_releases: str) -> Api:
    """The API over it."""
    return Api.over(with_releases)


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Api:
    """The API over a report whose every text tries to be markup, a formula or a script."""
    folder = tmp_path_factory.mktemp("attacked")
    report, catalogue = write_report(folder)
    return Api.over(build([report], folder / "dataset", catalogue).location)


@pytest.fixture(scope="module")
def served(root: Path, dataset: BuildResult) -> Iterator[str]:
    """Address of the API of `kpi serve`, which does not count requests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_API_RATE", "0")
        with serving(root, dataset.location) as base:
            yield f"{base}/api/v1"


@pytest.fixture(scope="module")
def served_imported(root: Path, with_releases: str) -> Iterator[str]:
    """The same over a dataset with national figures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_API_RATE", "0")
        with serving(root, with_releases) as base:
            yield f"{base}/api/v1"
