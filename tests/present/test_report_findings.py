"""Findings as people filter them: by severity, kind, indicator, place and text."""

from pathlib import Path

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.present.cell_places import WHOLE_REPORT, column_of, in_order, place
from kpi_core.present.findings import NO_INDICATOR, by_kind, report_findings, unique_titles
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.selection.findings import FindingFilters, choose_findings


@pytest.fixture(scope="module")
def shipped(dataset: BuildResult) -> Scorecard:
    return scorecard(datasets.read(dataset.location))


@pytest.fixture(scope="module")
def findings(shipped: Scorecard) -> pd.DataFrame:
    return report_findings(shipped)


@pytest.mark.parametrize(
    ("address", "area", "column"),
    [
        ("line 4, column 7", "", "7"),
        ("line 4", "", ""),
        ("sheet 'Q4', cell AB12", "sheet 'Q4'", "AB"),
        ("sheet 'Q4', row 3", "sheet 'Q4'", ""),
        ("sheet 'Q4', column B", "sheet 'Q4'", "B"),
        ("sheet 'Q4'", "sheet 'Q4'", ""),
        ("sheet 'a, row 3, b', cell A1", "sheet 'a, row 3, b'", "A"),
        ("table 2, row 3, column 7", "table 2", "7"),
        ("page 1, table 2, row 3, column 7", "page 1, table 2", "7"),
        ("page 2, line 5", "page 2", ""),
        ("page 2", "page 2", ""),
        ("paragraph 4", "", ""),
        ("page header, paragraph 1", "page header", ""),
        ("", "", ""),
        ("two\nlines", "two\nlines", ""),
    ],
)
def test_an_address_of_any_format_gives_its_area_and_column(
    address: str, area: str, column: str
) -> None:
    assert column_of(address) == (area, column)


def test_a_place_is_said_in_words() -> None:
    held = {("", "7"): "2019/20 Q4"}
    assert place("line 4, column 7", held) == "Column 7, 2019/20 Q4"
    assert place("line 4, column 8", held) == "Column 8"
    assert place("sheet 'Q4', cell B7", held) == "Sheet 'Q4', column B"
    assert place("line 4", held) == "Outside the columns"
    assert place(None, held) == place("", held) == WHOLE_REPORT


def test_places_are_ordered_as_a_person_counts() -> None:
    places = ["Column 10, status", "Column 2", WHOLE_REPORT, "Column 2", "Page 1"]
    assert in_order(places) == [WHOLE_REPORT, "Column 2", "Column 10, status", "Page 1"]


def test_every_finding_of_the_shipped_report_has_a_place_that_says_what_the_column_holds(
    findings: pd.DataFrame,
) -> None:
    assert set(findings["place"]) >= {
        *(WHOLE_REPORT, "Column 2, names of indicators", "Column 5, 2019/20 Q2"),
        *("Column 7, 2019/20 Q4", "Column 10, status", "Column 11, commentary"),
        "Column 12, comparators",
    }


def test_a_finding_of_no_indicator_says_so_and_the_others_its_title(
    findings: pd.DataFrame, shipped: Scorecard
) -> None:
    without = findings["indicator"].isna()
    assert (findings.loc[without, "about"] == NO_INDICATOR).all()
    titles = findings.loc[~without, "indicator"].map(unique_titles(shipped))
    assert findings.loc[~without, "about"].tolist() == titles.tolist()


def test_two_indicators_of_one_title_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("Indicator,2019/20 Q4\nReduce x,1\nReduce x,2\n", "utf-8")
    build([tmp_path / "table.csv"], tmp_path / "out")
    titles = unique_titles(scorecard(datasets.read(tmp_path / "out")))
    assert len(set(titles.values())) == len(titles) == 2


@pytest.mark.parametrize(
    ("filters", "column", "value", "least"),
    [
        (FindingFilters(severity=("Warning",)), "severity", "warning", 5),
        (FindingFilters(severity=("Error",)), "severity", "error", 0),
        (
            FindingFilters(rule=("Which way is good was inferred",)),
            *("rule", "polarity-inferred", 18),
        ),
        (FindingFilters(where=("Whole report",)), "place", "Whole report", 1),
        (FindingFilters(about=("Children in care per 10,000",)), "about", "", 2),
    ],
)
def test_a_filter_shows_all_that_it_names_and_no_other(
    findings: pd.DataFrame, filters: FindingFilters, column: str, value: str, least: int
) -> None:
    shown = choose_findings(findings, filters)
    wanted = value or filters.about[0]
    assert shown.index.tolist() == findings.index[findings[column] == wanted].tolist()
    assert len(shown) >= least


def test_filters_narrow_together_and_values_of_one_widen(findings: pd.DataFrame) -> None:
    def number(**given: object) -> int:
        return len(choose_findings(findings, FindingFilters(**given)))  # type: ignore[arg-type]

    every = ("Error", "Warning", "Note")
    assert number() == number(severity=every) == len(findings)
    row = ("Repeat child protection plans",)
    assert 3 <= number(about=row, severity=("Warning",)) < number(about=row)
    assert number(rule=("Benchmarks without a period", "No publication date")) == 2
    assert number(where=("Whole report",), rule=("No publication date",)) == 1
    assert number(where=("Column 2, names of indicators",), rule=("No publication date",)) == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [("16 BENCHMARK figures", 1), ("polarity-inferred", 18), (".*", 0), ("  ", None)],
)
def test_text_is_found_word_by_word_in_any_case_and_is_no_pattern(
    findings: pd.DataFrame, text: str, number: int | None
) -> None:
    shown = choose_findings(findings, FindingFilters(text=text))
    assert len(shown) == (len(findings) if number is None else number)


def test_filters_read_as_a_sentence_and_as_an_address() -> None:
    filters = FindingFilters(severity=("Error", "Note"), where=("Column 2",), text="14%")
    assert filters.sentence() == (
        "Severity: Error or Note; Place in the report: Column 2; Text: 14%"
    )
    assert filters.query() == [
        *(("severity", "Error"), ("severity", "Note")),
        *(("where", "Column 2"), ("text", "14%")),
    ]
    assert FindingFilters().sentence() == "None"


def test_counts_by_kind_add_up(findings: pd.DataFrame) -> None:
    counted = by_kind(findings)
    assert counted["number"].sum() == len(findings)
    assert counted["kind"].is_unique
    assert counted.loc[counted["rule"] == "polarity-inferred", "number"].tolist() == [18]


def test_a_report_without_findings_gives_an_empty_frame_of_the_same_columns(
    findings: pd.DataFrame,
) -> None:
    none = choose_findings(findings, FindingFilters(text="no finding says this"))
    assert none.empty
    assert none.columns.tolist() == findings.columns.tolist()
    assert by_kind(none).empty
