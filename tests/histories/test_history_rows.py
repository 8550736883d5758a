"""Periods that no report rates: the figure as last reported, the target and scheme of its time."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset import Dataset

CATALOGUE = """
[status_schemes.wide]
version = 1
amber_within = 0.5
[organisations.x]
name = "X Council"
[reports.old]
organisation = "x"
title = "Old"
period = "2018/19 Q4"
status_scheme = "wide"
[reports.new]
organisation = "x"
title = "New"
period = "2019/20 Q1"
"""

Build = Callable[[str, str], Dataset]


@pytest.fixture
def two(tmp_path: Path) -> Build:
    def make(old: str, new: str) -> Dataset:
        for name, text in (("old", old), ("new", new)):
            (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        (tmp_path / "c.toml").write_text(CATALOGUE, "utf-8")
        files = [tmp_path / "new.csv", tmp_path / "old.csv"]
        build(files, tmp_path / "out", tmp_path / "c.toml")
        return datasets.read(tmp_path / "out")

    return make


def third_quarter(stored: Dataset) -> pd.Series:
    history = stored.frame("history_ratings")
    (row,) = history[history["period_label"] == "2018/19 Q3"].itertuples()
    return pd.Series(row._asdict())


OLD = "Indicator,2018/19 Q3,2018/19 Q4,2018/19 Target\nReduce x,14%,12%,10%\n"


def test_R8_last_years_target_and_scheme_hold_for_last_year(two: Build) -> None:
    """The newer report shows the period too, and knows no target for it."""
    new = "Indicator,2018/19 Q3,2019/20 Q1,2019/20 Target\nReduce x,14%,12%,8%\n"
    row = third_quarter(two(OLD, new))
    assert (row["target"], row["computed_status"]) == (10.0, "amber")
    assert row["scheme"] == "wide version 1"


def test_a_restated_figure_is_held_against_the_target_of_its_time(two: Build) -> None:
    new = "Indicator,2018/19 Q3,2019/20 Q1,2019/20 Target\nReduce x,16%,12%,8%\n"
    row = third_quarter(two(OLD, new))
    assert (row["target"], row["computed_status"]) == (10.0, "red")
    assert row["status_reason"].startswith("16% against a target of 10%")


def test_a_figure_that_is_no_longer_given_is_not_rated(two: Build) -> None:
    new = "Indicator,2018/19 Q3,2019/20 Q1,2019/20 Target\nReduce x,,12%,8%\n"
    row = third_quarter(two(OLD, new))
    assert pd.isna(row["computed_status"])
    assert "no figure" in row["status_reason"]


def test_a_period_that_only_the_older_report_has_is_rated_by_it(two: Build) -> None:
    new = "Indicator,2018/19 Q4,2019/20 Q1,2019/20 Target\nReduce x,12%,12%,8%\n"
    row = third_quarter(two(OLD, new))
    assert (row["target"], row["computed_status"]) == (10.0, "amber")
