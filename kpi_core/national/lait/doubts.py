"""What is unclear in the values, and what is lost without a file: findings in sentences."""

from collections.abc import Iterator, Mapping

from kpi_core.findings import Finding
from kpi_core.national.lait.dictionary import Measure
from kpi_core.national.lait.figures import Figures
from kpi_core.national.lait.files import Files


def missing_files(found: Files) -> Iterator[Finding]:
    yield from ()


def doubts(figures: Figures, known: Mapping[str, Measure]) -> Iterator[Finding]:
    yield from ()
