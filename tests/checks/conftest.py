"""Small reports for the checks: one row, or a few."""

from collections.abc import Callable

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.findings import Finding

ROW = {
    "Indicator": "Reduce the proportion of x",
    "2018/19 Q4": "16.0%",
    "2019/20 Q3": "11.50%",
    "2019/20 Q4": "17.10%",
    "2019/20 Target": "16.0%",
    "Direction": "Declining",
    "Status": "Red",
    "Commentary": "",
    "Benchmark": "SN 21%, NW 21%, Eng 20%",
    "Benchmark group": "Statistical Neighbours",
}


@pytest.fixture(scope="session")
def findings() -> Callable[..., list[Finding]]:
    """``findings(rule, *rows)``: what one rule finds in rows given as changes of ``ROW``."""

    def find(rule: str, *rows: dict[str, str]) -> list[Finding]:
        whole = [{**ROW, **changes} for changes in rows]
        lines = [ROW, *(list(row.values()) for row in whole)]
        text = "\n".join("\t".join(line) for line in lines)
        report = read_report(text.encode(), "table.tsv", Catalogue())
        return [finding for finding in report.findings if finding.rule.startswith(rule)]

    return find
