"""The shipped report beside the published figures: the goldens of S9, S10 and S14."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from kpi_core.build import Reading, check
from kpi_core.checks import Evidence
from kpi_core.checks.vintages import of_commentary
from kpi_core.comparators.beside import beside_tables
from kpi_core.comparators.national import National
from kpi_core.comparators.vintage import vintages
from kpi_core.comparators.vintage_findings import vintage_findings
from kpi_core.dataset import tables
from kpi_core.suggest.links import propose, unlinked
from kpi_core.vocabulary import Severity, Vintage

FIRST = "repeat-child-protection-plans"


@pytest.fixture(scope="module")
def reading(report_path: Path, root: Path) -> Reading:
    return check([report_path], root / "data" / "catalogue.toml")


@pytest.fixture(scope="module")
def made(reading: Reading) -> Mapping[str, pa.Table]:
    return tables(reading.reports)


@pytest.fixture(scope="module")
def beside(reading: Reading, made: Mapping[str, pa.Table], lait: National) -> dict[str, Any]:
    found = beside_tables([assessed.report for assessed in reading.reports], made, lait)
    return {name: table.to_pylist() for name, table in found.items()}


def test_S9_the_first_row_quotes_2017_18_beside_a_row_of_2019_20(
    reading: Reading, lait: National
) -> None:
    found = next(iter(vintages(reading.reports[0].report, lait)))
    assert (found.row.indicator, found.state) == (FIRST, Vintage.EARLIER)
    assert [period.label for period in found.together] == ["2017/18"]
    fitting = {
        match.group: [(c.label, c.group.neighbour_set, c.statistic.value) for c in match.fits]
        for match in found.matches
    }
    april, may = "statistical-neighbours-2021-04", "statistical-neighbours-2025-05"
    assert fitting == {
        "Statistical neighbours": [
            ("2018/19", april, "mean"),  # 21.43
            ("2018/19", april, "median"),  # 21.05
            ("2017/18", april, "median"),  # 20.7, beside a mean of 21.64
            ("2015/16", may, "median"),
        ],
        "North West": [("2017/18", None, "published")],
        "England": [("2017/18", None, "published")],
    }
    assert {match.group: match.behind for match in found.matches} == {
        "Statistical neighbours": 12,
        "North West": 24,
        "England": 24,
    }


def test_S9_the_finding_of_the_first_row_is_a_warning(reading: Reading, lait: National) -> None:
    found = list(vintage_findings(reading.reports[0].report, lait))
    first = found[0]
    assert (first.indicator, first.severity) == (FIRST, Severity.WARNING)
    assert first.raw == "SN 21%, NW 21%, Eng 20%"
    assert first.message == (
        "Together North West 21% and England 20% fit 2017/18 (20.7% and 20.2% published), two "
        "years before the row’s 2019/20 (22.8% and 21.9%). Statistical neighbours 21% fits both "
        "2017/18 and 2018/19. Ask for the figures of the same period, or say in the report which "
        "period they are for."
    )
    assert all(len(one.message) < 400 for one in found)
    warned = {f.indicator for f in found if f.severity is Severity.WARNING}
    assert warned == {FIRST, "care-leavers-accommodation"}


def test_S9_the_commentary_of_the_first_row_is_of_2018_19(reading: Reading, lait: National) -> None:
    first = reading.reports[0]
    (finding,) = of_commentary(Evidence(first.report, first.assessments), lait)
    assert finding.severity is Severity.WARNING
    assert finding.message.startswith(
        "The commentary: Together England 21% and North West 22% fit 2018/19 (20.8% and 22.0% "
        "published), one year before the row’s 2019/20 (21.9% and 22.8%)."
    )
    assert "Statistical neighbours 24% fits nothing published up to 2019/20" in finding.message


def test_S9_every_quoted_figure_has_its_row(beside: dict[str, Any]) -> None:
    rows = beside["vintages"]
    states = pd.Series([row["state"] for row in rows]).value_counts().to_dict()
    assert states == {
        "nothing_published": 7,
        "earlier_period": 4,
        "same_period": 1,
        "not_compared": 2,  # the measures of adult social care are in another release
    }


def test_S10_S14_what_was_published_later(beside: dict[str, Any]) -> None:
    said = {
        (row["indicator"], row["period_label"]): row["sentence"] for row in beside["later_figures"]
    }
    assert len(said) == 16
    assert said[FIRST, "2019/20 Q4"] == "Published later as 17.1%, as it was reported."
    rate = "children-in-care-rate"
    assert said[rate, "2018/19 Q4"] == "Published later as 70, reported then as 73.0: 3 lower."
    assert said[rate, "2019/20 Q4"] == "Published later as 71, reported then as 74.4: 3.4 lower."


@pytest.mark.parametrize("name", ["vintages", "later_figures"])
def test_the_tables_keep_to_the_contract(
    reading: Reading, made: Mapping[str, pa.Table], lait: National, name: str
) -> None:
    table = beside_tables([a.report for a in reading.reports], made, lait)[name]
    table.validate(full=True)
    required = [field.name for field in table.schema if not field.nullable]
    assert len(table) > 0
    assert all(table[column].null_count == 0 for column in required)


def test_each_true_counterpart_is_the_first_proposal_and_nothing_else_is_proposed(
    made: Mapping[str, pa.Table], lait: National
) -> None:
    frames = (made[table].to_pandas() for table in ("observations", "indicators"))
    first = {
        found.indicator.id: (found.proposals[0].measure if found.proposals else None)
        for found in propose(unlinked(*frames), lait)
    }
    linked = {
        row["indicator"]: row["national_measure"]
        for row in made["indicators"].to_pylist()
        if (row["national_measure"] or "").startswith("lait/")
    }
    assert len(linked) == 8
    assert {indicator: measure for indicator, measure in first.items() if measure} == linked
