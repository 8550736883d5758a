"""A report of many rows and columns, as open data has them: pages, short figures, folded cells."""

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.charts.theme import LIGHT
from kpi_core.downloads import MOST_DRAWN, OFFERS, Viewed, make, status_picture
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.selection import Filters
from kpi_core.web.parts.extras import MOST_OPEN
from kpi_core.web.parts.rows import PAGE
from tests.screens.conftest import OpenScreen
from tests.screens.reading import shown

ROWS = MOST_DRAWN + 5

MORE = MOST_OPEN + 1


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """No direction, no comparator, figures with the dust of a sum, and columns of their own."""
    folder = tmp_path_factory.mktemp("long")
    years = [f"{2015 + at}/{16 + at}" for at in range(5)]
    extra = [f"Field {at}" for at in range(MORE)]
    lines = [",".join(["Indicator", *years, "Target", "Status", *extra])]
    for row in range(ROWS):
        figures = [f"{row + at}.123456789{at}" for at in range(1, 6)]
        more = [f"cell {row} {at}" for at in range(MORE if row else MOST_OPEN)]
        lines.append(",".join([f"Increase visits to place {row}", *figures, "9", "Green", *more]))
    report = folder / "long.csv"
    report.write_text("\n".join(lines), "utf-8")
    (folder / "empty.toml").write_text("", "utf-8")
    return build([report], folder / "dataset", folder / "empty.toml")


@pytest.fixture(scope="module")
def card(long: BuildResult) -> Scorecard:
    return scorecard(datasets.read(long.location))


def test_status_by_quarter_comes_in_pages(open_screen: OpenScreen, long: BuildResult) -> None:
    app = open_screen(place=long.location, view="Status by quarter", page="2")
    seen = shown(app)
    rows = seen.table("Status by quarter").rows[1:]
    assert [row[0] for row in rows[:1]] == [f"Increase visits to place {PAGE}"]
    assert len(rows) == PAGE
    assert f"Rows {PAGE + 1} to {2 * PAGE} of {ROWS}." in seen.text


def test_the_wide_table_can_be_scrolled_with_the_keyboard(
    open_screen: OpenScreen, long: BuildResult
) -> None:
    seen = shown(open_screen(place=long.location, view="Status by quarter"))
    assert {("div", "role", "region"), ("div", "tabindex", "0")} <= set(seen.attributes)
    names = [value for tag, name, value in seen.attributes if (tag, name) == ("div", "aria-label")]
    assert names == ["Status by quarter; hollow where it is computed by us"]


def test_a_picture_of_a_long_list_is_one_page_and_says_so(card: Scorecard) -> None:
    chart, caption = status_picture(Viewed(card, Filters()), LIGHT)
    assert caption.note.startswith(f"{MOST_DRAWN} of the {ROWS} indicators are drawn. ")
    page = card.choices.all[:PAGE]
    small, of_page = status_picture(Viewed(card, Filters(), only=page), LIGHT)
    assert of_page.note.startswith(f"{PAGE} of the {ROWS} indicators are drawn. ")
    assert small.to_dict()["height"] < chart.to_dict()["height"] / 3
    few = Viewed(card, Filters(q="place 104"))
    assert "are drawn" not in status_picture(few, LIGHT)[1].note
    assert make(OFFERS["status-by-quarter"], "svg", Viewed(card, Filters(), only=page)).content


def test_the_dust_of_a_sum_is_on_no_screen(open_screen: OpenScreen, long: BuildResult) -> None:
    seen = shown(open_screen(place=long.location))
    assert "5.12" in seen.text
    assert "5.123456" not in seen.text
    values = shown(
        open_screen("indicator", long.location, indicator="increase-visits-to-place-0")
    ).table("Every figure")
    assert values.rows[-1][1:3] == ["5.12 ", "5.1234567895"]  # as printed is as printed


def test_a_report_without_directions_and_comparators_says_so(
    open_screen: OpenScreen, long: BuildResult
) -> None:
    assert (
        f"0 of {ROWS} indicators are red; no direction of travel is declared"
        in shown(open_screen(place=long.location)).text
    )
    seen = shown(open_screen("benchmarks", long.location))
    assert "No indicator can be compared with a comparator" in seen.text
    assert "Clear a filter" not in seen.text
    assert "Clear a filter" in shown(open_screen("benchmarks", long.location, q="place")).text


@pytest.mark.parametrize(("row", "folded"), [(0, False), (1, True)])
def test_many_further_cells_wait_behind_a_click(
    open_screen: OpenScreen, long: BuildResult, row: int, folded: bool
) -> None:
    app: AppTest = open_screen(
        "indicator", long.location, indicator=f"increase-visits-to-place-{row}"
    )
    assert len(shown(app).table("Cells under headings").rows) == 1 + (MORE if row else MOST_OPEN)
    labels = [expander.label for expander in app.expander]
    assert (f"{MORE} further cells" in labels) is folded


def test_a_name_is_not_said_twice(open_screen: OpenScreen, long: BuildResult) -> None:
    seen = shown(open_screen("indicator", long.location, indicator="increase-visits-to-place-7"))
    assert [text for text in seen.parts["p"] if text == "Increase visits to place 7"] == []
    assert "long, long" not in shown(open_screen(place=long.location)).text


def test_the_title_is_above_the_reports_own_wording(
    open_screen: OpenScreen, dataset: BuildResult
) -> None:
    seen = shown(open_screen("indicator", dataset.location, indicator="repeat-referrals"))
    assert any(text.startswith("Reduce the proportion of referrals") for text in seen.parts["p"])
