"""The Mayor's Management Report of New York City, read without any configuration."""

import io
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed
from kpi_core.readers import read
from tests.normalise.cell_account import every_cell_is_accounted_for

YEARS = [str(year) for year in range(2016, 2024)]

NAME = "nyc_mmr_indicators_fy2016-2023.csv"


@pytest.fixture(scope="module")
def content(shared_data: Path) -> bytes:
    return (shared_data / "scorecards" / NAME).read_bytes()


@pytest.fixture(scope="module")
def printed(content: bytes) -> pd.DataFrame:
    """The same file as another program reads it, every cell as text."""
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def found(content: bytes) -> Assessed:
    return read_report(content, NAME, Catalogue())


def test_every_row_is_an_indicator_in_the_order_of_the_file(
    printed: pd.DataFrame, found: Assessed
) -> None:
    rows = found.report.indicators
    assert len(rows) == 1139
    assert [facts.indicator.name for facts in rows] == printed["Indicator"].tolist()
    assert [facts.indicator.reference for facts in rows] == printed["ID"].tolist()
    assert len({facts.indicator.id for facts in rows}) == 1139


def test_every_figure_of_every_year_is_right(printed: pd.DataFrame, found: Assessed) -> None:
    for facts, (_, row) in zip(found.report.indicators, printed.iterrows(), strict=True):
        assert [o.period.label for o in facts.own] == YEARS
        for observation in facts.own:
            text = row[observation.period.label]
            assert observation.figure.raw == text
            if text in ("", "NA"):
                assert observation.value is None
            else:
                assert observation.value is not None
                assert float(observation.value) == pytest.approx(float(text), rel=1e-14)


def test_statuses_polarities_and_targets_are_those_of_the_file(
    printed: pd.DataFrame, found: Assessed
) -> None:
    rows = found.report.indicators
    assert Counter(facts.status.word for facts in rows) == {None: 788, "green": 183, "red": 168}
    assert [f.status.raw for f in rows] == printed["Success"].tolist()
    ways = {"Up": "higher_is_better", "Down": "lower_is_better"}
    assert [f.indicator.polarity for f in rows] == printed["Desired.Direction"].map(ways).tolist()
    assert {f.indicator.polarity_basis for f in rows} == {"declared"}
    targets = [f.target.figure.raw if f.target else "" for f in rows]
    assert targets == printed["Target.MMR"].tolist()
    valued = [f.target is not None and f.target.value is not None for f in rows]
    assert valued == printed["Target.MMR"].ne("NA").tolist()


def test_columns_of_its_own_are_kept_whole(printed: pd.DataFrame, found: Assessed) -> None:
    for heading in ("Avg3yr", "OneYrImproving", "Agency.Number"):
        kept = [
            extra.text
            for facts in found.report.indicators
            for extra in facts.extras
            if extra.heading == heading
        ]
        assert kept == printed.loc[printed[heading] != "", heading].tolist()


def test_no_cell_is_lost(content: bytes, found: Assessed) -> None:
    every_cell_is_accounted_for(read(io.BytesIO(content), NAME), found)


def test_no_row_is_said_to_repeat_another(found: Assessed) -> None:
    assert "indicator-duplicated" not in {finding.rule for finding in found.findings}
