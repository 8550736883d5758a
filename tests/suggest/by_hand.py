"""Reports for suggestions: read from a few rows, or changed by hand afterwards."""

from dataclasses import replace

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.facts import ColumnRead, ReportFacts, TableRead
from kpi_core.vocabulary import ColumnBasis, TableShape

HEADER = "Indicator,2018/19 Q4,2019/20 Q4,2019/20 Target,Status,Trend"


def read(*rows: str, header: str = HEADER, known: Catalogue | None = None) -> ReportFacts:
    text = "\n".join((header, *rows)) + "\n"
    return read_report(text.encode(), "tamar.csv", known or Catalogue()).report


def with_columns(report: ReportFacts, *columns: ColumnRead) -> ReportFacts:
    return replace(report, tables=(TableRead("x", TableShape.PERIODS_ACROSS, columns, 2),))


def lines(text: str, *starts: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(starts)]


def column(heading: str, role: str, basis: ColumnBasis, **changes: str | None) -> ColumnRead:
    return replace(ColumnRead(heading, "line 1, column 2", role, None, basis), **changes)


PLAIN, SIMILAR, CONTENT, NONE = (
    *(ColumnBasis.HEADING, ColumnBasis.SIMILAR),
    *(ColumnBasis.CONTENT, ColumnBasis.NONE),
)
