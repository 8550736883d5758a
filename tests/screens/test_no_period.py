"""A report that states no period, with an indicator that has no figure: said in words."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.charts.theme import LIGHT
from kpi_core.downloads import OFFERS, Viewed, make, trend_picture
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.selection import Filters
from tests.screens.conftest import OpenScreen
from tests.screens.reading import shown

LINES = """Felpersham City Council,,,
Measure,Actual,Target,RAG
Reduce days to decide,8,9,Green
Reduce complaints,,10,
"""

NOT_STATED = "Period not stated"


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder: Path = tmp_path_factory.mktemp("undated")
    (folder / "scorecard.csv").write_text(LINES, "utf-8")
    (folder / "empty.toml").write_text("", "utf-8")
    return build([folder / "scorecard.csv"], folder / "dataset", folder / "empty.toml")


@pytest.fixture(scope="module")
def card(undated: BuildResult) -> Scorecard:
    return scorecard(datasets.read(undated.location))


@pytest.mark.parametrize(
    ("key", "query", "words"),
    [
        ("overview", {}, f"{NOT_STATED}; status and direction of travel as declared"),
        ("overview", {"view": "Status by quarter"}, NOT_STATED),
        ("indicator", {"indicator": "reduce-days-to-decide"}, NOT_STATED),
        ("indicator", {"indicator": "reduce-complaints"}, "No figure"),
        ("methods", {}, f"{NOT_STATED}, publication date not given"),
    ],
)
def test_a_period_that_is_not_stated_is_said_so(
    open_screen: OpenScreen, undated: BuildResult, key: str, query: dict[str, str], words: str
) -> None:
    seen = shown(open_screen(key, undated.location, **query))
    assert words in seen.text
    for table in seen.tables:
        assert all("unknown" not in heading.lower() for heading in table.rows[0])
        assert all(row[0] != "unknown" for row in table.rows)


@pytest.mark.parametrize(
    ("indicator", "finding"),
    [
        ("reduce-days-to-decide", "Green: 8, 1 better than the target of 9"),
        ("reduce-complaints", "No figure"),
    ],
)
def test_the_finding_of_a_figure_without_period_names_none(
    card: Scorecard, indicator: str, finding: str
) -> None:
    view = Viewed(card, Filters(), indicator)
    chart, caption = trend_picture(view, LIGHT)
    assert caption.finding == finding
    assert caption.period == f"{NOT_STATED}, publication date not given"
    assert "unknown" not in str(chart.to_dict()["datasets"] if "datasets" in chart.to_dict() else
                                chart.to_dict()["layer"])  # fmt: skip
    assert make(OFFERS["trend"], "svg", view).content
    assert card.reports.every[0].label == NOT_STATED
