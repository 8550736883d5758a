"""Two reports of one council: the shipped one, and the quarter before it."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from tests.histories.earlier import write_catalogue, write_earlier


@pytest.fixture(scope="session")
def two(
    report_path: Path, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[BuildResult, datasets.Dataset]:
    """Both, built with the newer one named first: do not write into the dataset."""
    folder = tmp_path_factory.mktemp("two")
    earlier = write_earlier(report_path, folder)
    catalogue = write_catalogue(root / "data" / "catalogue.toml", folder)
    result = build([report_path, earlier], folder / "dataset", catalogue)
    return result, datasets.read(folder / "dataset")


@pytest.fixture(scope="session")
def stored(two: tuple[BuildResult, datasets.Dataset]) -> datasets.Dataset:
    return two[1]
