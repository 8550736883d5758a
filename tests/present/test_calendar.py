"""The missing-data calendar: every indicator and period once, and why a figure is not there."""

import csv
import json
from collections import Counter
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.charts.theme import LIGHT
from kpi_core.dataset import Dataset
from kpi_core.downloads import MOST_DRAWN, OFFERS, Viewed, calendar_picture, make
from kpi_core.present.calendar import (
    ABSENT,
    COLUMNS,
    FIGURE,
    MEANINGS,
    STATE_WORDS,
    TEXT,
    calendar,
    finding,
    kinds,
    state_of,
    summary,
    with_gaps,
)
from kpi_core.present.scorecard import Scorecard, report_ids, scorecard
from kpi_core.selection import Filters
from kpi_core.vocabulary import Missing
from tests.histories.earlier import FIRST_TITLE, write_catalogue, write_earlier

QUARTERS = ("2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4")

FIRST_FIGURE = 2
"""The column of the shipped report with its first quarter; four more follow."""


@pytest.fixture(scope="module")
def shipped(dataset: BuildResult) -> Scorecard:
    return scorecard(datasets.read(dataset.location))


@pytest.fixture(scope="module")
def cells(shipped: Scorecard) -> pd.DataFrame:
    return calendar(shipped)


def _of(folder: Path, *lines: str) -> pd.DataFrame:
    path = folder / "table.csv"
    path.write_text("\n".join(lines), "utf-8")
    (folder / "empty.toml").write_text("", "utf-8")
    build([path], folder / "out", folder / "empty.toml")
    return calendar(scorecard(datasets.read(folder / "out")))


def _printed(report: Path) -> list[list[str]]:
    """The five figure columns of the shipped report's 18 rows, as another reader sees them."""
    lines = csv.reader(report.read_text("utf-8").split("\n"), delimiter="\t")
    rows = [line for line in lines if line and line[0].strip() == "2"]
    return [row[FIRST_FIGURE : FIRST_FIGURE + 5] for row in rows]


def test_S1_S6_empty_cells_and_dashes_are_counted_by_quarter_and_stay_apart(
    cells: pd.DataFrame, report_path: Path
) -> None:
    printed = _printed(report_path)
    assert len(printed) == 18
    expected: Counter[tuple[str, str]] = Counter()
    for row, (at, quarter) in product(printed, enumerate(QUARTERS)):
        kind = "blank" if not row[at].strip() else "dash" if row[at] == "-" else FIGURE
        expected[quarter, kind] += 1
    found = Counter(zip(cells["period_label"], cells["state"], strict=True))
    assert found == expected
    assert found["2019/20 Q3", "blank"] == 10
    assert found["2019/20 Q4", "blank"] == 1
    assert sum(n for (_, kind), n in found.items() if kind == "dash") == 14


def test_the_finding_names_the_worst_periods_and_the_summary_counts(cells: pd.DataFrame) -> None:
    assert finding(cells) == ("25 of 90 figures are missing; 10 each in 2019/20 Q1 and 2019/20 Q3")
    assert summary(cells) == (
        "65 of 90 figures are there. Missing: 14 printed as a dash, 11 left empty. "
        "12 of 18 indicators have gaps."
    )


def test_each_cell_says_what_was_printed_and_where(cells: pd.DataFrame) -> None:
    first = cells[cells["indicator"] == "repeat-child-protection-plans"]
    assert first["raw"].tolist() == ["16.0%", "15.30%", "11.50%", "", "17.10%"]
    assert first["word"].tolist() == ["Figure"] * 3 + ["Left empty", "Figure"]
    assert first["source_cell"].tolist() == [f"line 4, column {at}" for at in range(3, 8)]


def test_a_survey_that_is_asked_once_a_year_says_so_beside_each_kind_of_gap(
    cells: pd.DataFrame,
) -> None:
    asked = cells[cells["note"] == "asked once a year"]
    assert set(asked["title"]) == {"Adult social care users who feel safe"}
    assert asked["state"].tolist() == ["dash", "dash", "blank"]


def test_every_state_has_a_word_and_every_gap_a_meaning() -> None:
    assert set(STATE_WORDS) == {FIGURE, TEXT, ABSENT, *Missing}
    assert set(MEANINGS) == set(STATE_WORDS) - {FIGURE}
    assert len(set(STATE_WORDS.values())) == len(STATE_WORDS)


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("0", FIGURE),
        ("0%", FIGURE),
        ("-1", FIGURE),
        ("0.00", FIGURE),
        ("", "blank"),
        ("-", "dash"),
        ("[c]", "suppressed"),
        ("n/a", "not_available"),
        ("Awaited", "awaited"),
        ("not due", "not_due"),
        ("12..3%", TEXT),
    ],
)
def test_M4_a_zero_is_a_figure_and_a_gap_keeps_its_kind(
    printed: str, state: str, tmp_path: Path
) -> None:
    made = _of(tmp_path, "Indicator,2019/20 Q3,2019/20 Q4", f"Reduce x,{printed},1")
    assert made["state"].tolist() == [state, FIGURE]


PRINTED = ("0", "1.5", "-", "", "[c]", "x y z", "7%")


@given(
    st.lists(
        st.lists(st.sampled_from(PRINTED), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    )
)  # fmt: skip
@settings(max_examples=12)
def test_every_indicator_and_period_stands_once_and_no_figure_counts_as_missing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    head = "Indicator,2019/20 Q2,2019/20 Q3,2019/20 Q4"
    lines = [f"Increase the share of {'abcd'[at]},{','.join(row)}" for at, row in enumerate(rows)]
    made = _of(tmp_path_factory.mktemp("any"), head, *lines)
    places = list(zip(made["position"], made["period_position"], strict=True))
    assert places == list(product(range(len(rows)), range(made["period_label"].nunique())))
    number = made["raw"].isin(["0", "1.5", "7%"])
    assert (made.loc[number, "state"] == FIGURE).all()
    assert not (made.loc[~number, "state"] == FIGURE).any()
    gaps = int((made["state"] != FIGURE).sum())
    assert finding(made).startswith(f"{gaps:,} of " if gaps else "None of ")


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ([], "The report has no periods to look for figures in"),
        ([("2019/20 Q4", FIGURE)], "None of 1 figures is missing"),
        ([("2019/20 Q4", "dash")], "1 of 1 figures is missing; 1 of them in 2019/20 Q4"),
        (
            [(f"2019/20 Q{at}", "blank") for at in (3, 1, 2)],
            "3 of 3 figures are missing; 1 each in 2019/20 Q1, 2019/20 Q2 and 2019/20 Q3",
        ),
        (
            [(f"2019/20 Q{at}", "blank") for at in (1, 2, 3, 4)],
            "4 of 4 figures are missing; most in 4 periods alike, 1 in each",
        ),
    ],
)
def test_the_finding_of_few_cells(states: list[tuple[str, str]], said: str) -> None:
    made = pd.DataFrame(states, columns=["period_label", "state"])
    assert finding(made) == said


def test_kinds_are_told_most_first_and_a_whole_table_has_none() -> None:
    made = pd.DataFrame({"state": ["blank", "dash", "dash", FIGURE]})
    assert kinds(made) == "2 printed as a dash, 1 left empty"
    assert kinds(made[made["state"] == FIGURE]) == ""


def test_a_text_that_is_no_figure_is_told_from_an_empty_cell() -> None:
    assert state_of({"value": None, "missing": None}) == TEXT
    assert state_of({"value": 0.0, "missing": None}) == FIGURE


@pytest.fixture(scope="module")
def two_reports(report_path: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("two")
    earlier = write_earlier(report_path, folder)
    catalogue = write_catalogue(root / "data" / "catalogue.toml", folder)
    build([report_path, earlier], folder / "dataset", catalogue)
    return datasets.read(folder / "dataset")


def test_of_two_reports_the_newest_figure_counts_and_says_that_it_was_restated(
    two_reports: Dataset,
) -> None:
    made = calendar(scorecard(two_reports))
    notes = made[made["note"].str.contains("restated")]
    assert len(notes)
    assert notes["note"].str.contains(f"in {FIRST_TITLE}", regex=False).all()
    assert (notes["state"] == FIGURE).all()


def test_what_both_reports_have_alike_needs_no_note(two_reports: Dataset) -> None:
    newest, older = (calendar(scorecard(two_reports, name)) for name in report_ids(two_reports))
    assert newest["note"].str.contains(" report: ").sum() == 0
    alike = older[older["note"].isin(["", "asked once a year"])]
    assert len(alike) > len(older) * 0.9


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Two quarters of one council with gaps of every kind between them."""
    folder = tmp_path_factory.mktemp("made up")
    council = "Cheshire West and Chester Council"
    reports = {
        "plan-q3.csv": [
            *(council, "Council Plan performance 2019/20 Quarter 3"),
            *("Indicator,2019/20 Q2,2019/20 Q3", "Reduce x,1,2", "Reduce y,,4"),
        ],
        "plan-q4.csv": [
            *(council, "Council Plan performance 2019/20 Quarter 4"),
            "Indicator,2019/20 Q1,2019/20 Q3,2019/20 Q4",
            *("Reduce x,0,-,3", "Reduce y,5,4,"),
        ],
    }
    for name, lines in reports.items():
        (folder / name).write_text("\n".join(lines), "utf-8")
    (folder / "empty.toml").write_text("", "utf-8")
    build([folder / name for name in reports], folder / "dataset", folder / "empty.toml")
    return datasets.read(folder / "dataset")


NEWER = (
    ("Reduce x", "2019/20 Q1", FIGURE, ""),
    ("Reduce x", "2019/20 Q2", FIGURE, "only in an earlier report: {q3}"),
    ("Reduce x", "2019/20 Q3", "dash", "no longer given, was 2 in {q3}"),
    ("Reduce x", "2019/20 Q4", FIGURE, ""),
    ("Reduce y", "2019/20 Q1", FIGURE, ""),
    ("Reduce y", "2019/20 Q2", "blank", "only in an earlier report: {q3}"),
    ("Reduce y", "2019/20 Q3", FIGURE, ""),
    ("Reduce y", "2019/20 Q4", "blank", ""),
)

OLDER = (
    ("Reduce x", "2019/20 Q1", FIGURE, "only in a later report: {q4}"),
    ("Reduce x", "2019/20 Q2", FIGURE, ""),
    (
        *("Reduce x", "2019/20 Q3", "dash"),
        "2 here, otherwise in a later report: {q4}; no longer given, was 2 in {q3}",
    ),
    ("Reduce y", "2019/20 Q1", FIGURE, "only in a later report: {q4}"),
    ("Reduce y", "2019/20 Q2", "blank", ""),
    ("Reduce y", "2019/20 Q3", FIGURE, ""),
)


@pytest.mark.parametrize(("at", "expected"), [(0, NEWER), (1, OLDER)], ids=["newer", "older"])
def test_of_several_reports_each_cell_says_which_one_it_comes_from(
    made_up: Dataset, at: int, expected: tuple[tuple[str, ...], ...]
) -> None:
    card = scorecard(made_up, report_ids(made_up)[at])
    made = calendar(card)
    titles = dict(zip(("q3", "q4"), card.titles.values(), strict=True))
    seen = zip(made["title"], made["period_label"], made["state"], made["note"], strict=True)
    assert list(seen) == [
        (title, period, state, note.format(**titles)) for title, period, state, note in expected
    ]


def test_the_table_that_leaves_the_app_has_a_row_for_every_cell(shipped: Scorecard) -> None:
    made = make(OFFERS["missing-figures"], "json", Viewed(shipped, Filters(status=("Red",))))
    document = json.loads(made.content)
    (rows,) = [value for value in document.values() if isinstance(value, list)]
    assert len(rows) == 90
    assert Counter(row["What is there"] for row in rows)["Left empty"] == 11
    assert made.name == "cheshire-west-and-chester_missing-figures_2019-20-q4.json"


def test_a_picture_of_many_indicators_is_one_page_and_says_so(tmp_path: Path) -> None:
    lines = [f"Reduce thing {at},{at}" for at in range(MOST_DRAWN + 5)]
    _of(tmp_path, "Indicator,2019/20 Q4", *lines)
    card = scorecard(datasets.read(tmp_path / "out"))
    chart, caption = calendar_picture(Viewed(card, Filters()), LIGHT)
    assert caption.note.startswith("100 of the 105 indicators are drawn. ")
    page = card.choices.all[:10]
    small, _ = calendar_picture(Viewed(card, Filters(), only=page), LIGHT)
    assert small.to_dict()["height"] < chart.to_dict()["height"] / 5


def test_the_pictures_name_is_its_finding(shipped: Scorecard) -> None:
    chart, caption = calendar_picture(Viewed(shipped, Filters(status=("Red",))), LIGHT)
    assert chart.to_dict()["description"].startswith("25 of 90 figures are missing; ")
    assert caption.filters == "None"


def test_the_frame_has_the_columns_that_it_promises(cells: pd.DataFrame) -> None:
    assert tuple(cells.columns) == COLUMNS
    assert with_gaps(cells) == sorted(set(cells.loc[cells["state"] != FIGURE, "position"]))
