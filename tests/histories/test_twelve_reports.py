"""Twelve quarterly reports of one council: one history, and whose a status is."""

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset import Dataset
from kpi_core.present.history import period_status
from kpi_core.present.scorecard import scorecard
from kpi_core.present.series import trend_series
from kpi_core.web.serve import SHELL
from tests.histories.quarters import RESTATED, write_twelve
from tests.screens.reading import shown


@pytest.fixture(scope="module")
def twelve(report_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("twelve")
    (folder / "empty.toml").write_text("", "utf-8")
    build(write_twelve(report_path, folder), folder / "dataset", folder / "empty.toml")
    return datasets.read(folder / "dataset")


@pytest.mark.parametrize(
    ("declared", "computed", "reason"),
    [
        ("red", "red", "16% against a target of 12%."),
        (None, None, "16% against a target of 12%."),
        ("red", None, "Declared by the council; by our rule it is not rated. 16% against"),
        ("red", "amber", "Declared by the council; by our rule it is amber. 16% against"),
        (None, "amber", "Not declared; by our rule it is amber. 16% against"),
    ],
)
def test_R7_a_reason_says_whose_the_status_is_where_they_differ(
    declared: str | None, computed: str | None, reason: str
) -> None:
    rated = {
        "declared_status": declared,
        "computed_status": computed,
        "status_reason": "16% against a target of 12%.",
    }
    status, said, is_declared = period_status(rated, None)
    assert (status, is_declared) == (declared or "not_rated", True)
    assert said.startswith(reason)


def test_twelve_reports_are_one_history(twelve: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    card = scorecard(twelve)
    assert len(card.periods) == 16
    frame = twelve.frame("indicators")
    indicator = frame[frame["name"].str.startswith(RESTATED)]["indicator"].iloc[0]
    series = trend_series(card, indicator)
    assert series.points["declared"].sum() == 12
    # a run of the app leaves itself as the main module, which new processes would start again
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    monkeypatch.setenv("KPI_DATASET", twelve.location)
    seen = shown(AppTest.from_file(str(SHELL), default_timeout=30).run())
    assert len([link for link in seen.links if "/" in link.name]) == 12
