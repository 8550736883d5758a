"""Tables for the normaliser: the shipped one as rows of cells, and written in other ways."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed

Table = list[list[str]]


@pytest.fixture(scope="session")
def shipped(report_path: Path) -> Table:
    """The shipped table: one header line and 18 rows of 13 cells."""
    lines = [line.split("\t") for line in report_path.read_text("utf-8").splitlines() if line]
    return [lines[0], *(line for line in lines if line != lines[0])]


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Catalogue:
    return catalogues.load(root / "data" / "catalogue.toml")


@pytest.fixture(scope="session")
def assessed(catalogue: Catalogue) -> Callable[..., Assessed]:
    r"""``assessed(table, delimiter=",", encoding="utf-8", ending="\\n", catalogue=...)``."""

    def make(
        table: Table,
        delimiter: str = ",",
        encoding: str = "utf-8",
        ending: str = "\n",
        known: Catalogue = catalogue,
    ) -> Assessed:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter, lineterminator=ending).writerows(table)
        name = "cheshire-west-and-chester-2019-20-q4.csv"
        return read_report(stream.getvalue().encode(encoding), name, known)

    return make
