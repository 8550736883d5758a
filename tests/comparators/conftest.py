"""Real published figures as national tables, read once."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.comparators.national import National

CWAC = "cheshire-west-and-chester"


@pytest.fixture(scope="session")
def lait(shared_data: Path) -> National:
    """The Local Authority Interactive Tool, whole, through its reader."""
    return _national(sorted((shared_data / "benchmarks" / "lait").iterdir()), "lait")


def _national(paths: Sequence[Path], source: str) -> National:
    release = pytest.importorskip("kpi_core.national.release")
    reader = import_module(f"kpi_core.national.{source}")
    files = [release.SourceFile(path.name, path.read_bytes()) for path in paths]
    read = reader.read(files, lambda _: None)
    figures = read.figures.to_pandas()
    by_measure = dict(iter(figures.groupby("indicator", sort=False)))
    return National(
        pd.DataFrame({"release": [read.id]}),
        read.areas.to_pandas(),
        read.neighbours.to_pandas(),
        read.measures.to_pandas(),
        by_measure.__getitem__,
    )
