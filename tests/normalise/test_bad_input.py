"""Bad cells, rows and headings: each is a finding with its place, and the rest is still read."""

from collections.abc import Callable

import pytest

from kpi_core.catalogue import Catalogue, ReportEntry
from kpi_core.dataset import Assessed
from kpi_core.errors import ReportError
from kpi_core.findings import Finding

Table = list[list[str]]
Make = Callable[..., Assessed]

HEADER = [
    "Indicator",
    "2019/20 Q3",
    "2019/20 Q4",
    "Target",
    "Direction",
    "Status",
    "Benchmark",
    "Benchmark for",
]
GOOD = ["Reduce x", "12%", "11%", "10%", "Improving", "Red", "12%", "England"]


def read(make: Make, *rows: list[str], header: list[str] = HEADER) -> Assessed:
    return make([header, *rows], known=Catalogue())


def only(found: Assessed, rule: str) -> Finding:
    (finding,) = [f for f in found.findings if f.rule == rule]
    return finding


def with_cell(column: int, text: str) -> list[str]:
    return [*GOOD[:column], text, *GOOD[column + 1 :]]


@pytest.mark.parametrize(
    ("column", "text", "rule", "severity"),
    [
        (2, "12..3%", "figure-unreadable", "error"),
        (1, "<5%", "figure-bound", "warning"),
        (3, "Top quartile", "target-not-a-number", "note"),
        (3, "12..3%", "figure-unreadable", "error"),
        (5, "Purple", "status-unknown", "error"),
        (4, "Purple", "direction-unknown", "error"),
        (6, "about 12%", "benchmark-unreadable", "warning"),
        (7, "Core Cities", "benchmark-unreadable", "warning"),
    ],
)
def test_a_bad_cell_is_a_finding_with_row_and_column_and_the_rest_is_read(
    assessed: Make, column: int, text: str, rule: str, severity: str
) -> None:
    other = ["Increase y", *GOOD[1:]]
    found = read(assessed, with_cell(column, text), other)
    finding = only(found, rule)
    assert finding.severity == severity
    assert finding.indicator == "reduce-x"
    assert "line 2, column" in finding.message
    assert text.split(maxsplit=1)[0] in finding.message
    if rule != "benchmark-unreadable":
        assert (finding.source_cell, finding.raw) == (f"line 2, column {column + 1}", text)
    assert len(found.assessments) == 2
    assert found.assessments[1].rating.status == "green"


def test_an_unreadable_figure_is_kept_as_text_and_stands_for_nothing(assessed: Make) -> None:
    (item,) = read(assessed, with_cell(2, "12..3%")).assessments
    observed = item.facts.own[1]
    assert (observed.figure.raw, observed.value, observed.figure.missing) == ("12..3%", None, None)
    assert item.rating.status is None


def test_an_unknown_status_is_kept_as_printed_and_is_no_default(assessed: Make) -> None:
    (item,) = read(assessed, with_cell(5, "Purple")).assessments
    assert (item.facts.status.word, item.facts.status.raw) == (None, "Purple")
    assert item.facts.status.missing is None
    assert item.rating.status == "red"


def test_a_row_with_too_few_cells_is_read_as_far_as_it_goes(assessed: Make) -> None:
    found = read(assessed, GOOD[:3], ["Increase y", *GOOD[1:]])
    finding = only(found, "row-length")
    assert finding.message.startswith("line 2 has 3 cells where the header has 8")
    assert "too few" in finding.message
    assert found.assessments[0].facts.own[1].value is not None
    assert found.assessments[0].facts.status.word is None
    assert len(found.assessments) == 2


def test_a_row_with_too_many_cells_keeps_what_stands_beyond_the_header(assessed: Make) -> None:
    found = read(assessed, [*GOOD, "stray"])
    assert "too many" in only(found, "row-length").message
    kept = only(found, "cell-not-used")
    assert (kept.raw, kept.source_cell) == ("stray", "line 2, column 9")


def test_empty_cells_beyond_the_header_are_no_finding(assessed: Make) -> None:
    found = read(assessed, [*GOOD, "", " "])
    assert not [f for f in found.findings if f.rule == "row-length"]


def test_a_period_that_cannot_be_costs_its_column_and_no_more(assessed: Make) -> None:
    header = ["2019/21" if text == "2019/20 Q3" else text for text in HEADER]
    found = read(assessed, GOOD, header=header)
    finding = only(found, "period-unreadable")
    assert finding.severity == "error"
    assert (finding.source_cell, finding.raw) == ("line 1, column 2", "2019/21")
    assert "'2019/21' is not a financial year" in finding.message
    assert [e.text for e in found.assessments[0].facts.extras] == ["12%"]
    assert found.assessments[0].rating.status == "red"


def test_a_period_given_twice_is_used_once(assessed: Make) -> None:
    header = ["Q4 2019/20 Actual" if text == "2019/20 Q3" else text for text in HEADER]
    found = read(assessed, GOOD, header=header)
    assert "already has a column" in only(found, "period-unreadable").message
    assert [o.figure.raw for o in found.assessments[0].facts.own] == ["12%"]


def test_a_target_of_a_period_that_cannot_be_is_not_used(assessed: Make) -> None:
    header = ["2019/21 Target" if text == "Target" else text for text in HEADER]
    found = read(assessed, GOOD, header=header)
    assert only(found, "period-unreadable").raw == "2019/21 Target"
    assert found.assessments[0].facts.target is None
    assert [e.text for e in found.assessments[0].facts.extras] == ["10%"]


@pytest.mark.parametrize("alone", ["Source: the council", "Children and families"])
def test_a_heading_or_note_alone_in_its_line_is_no_indicator(assessed: Make, alone: str) -> None:
    found = read(assessed, [alone, *[""] * 7], GOOD, [alone])
    assert [a.facts.indicator.name for a in found.assessments] == ["Reduce x"]
    assert {f.raw for f in found.findings if f.rule == "text-outside-table"} == {alone}


def test_an_indicator_without_any_figure_is_still_one(assessed: Make) -> None:
    found = read(assessed, ["Increase y", *[""] * 7], GOOD)
    assert [a.facts.indicator.name for a in found.assessments] == ["Increase y", "Reduce x"]


def test_a_row_without_a_name_is_a_warning_and_keeps_its_cells(assessed: Make) -> None:
    found = read(assessed, ["", *GOOD[1:]], GOOD)
    assert only(found, "indicator-unnamed").severity == "warning"
    kept = [f.raw for f in found.findings if f.rule == "text-outside-table"]
    assert kept == GOOD[1:]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([HEADER], "no line under it names an indicator"),
        ([HEADER, ["Source: x", "", ""]], "no line under it names an indicator"),
        ([HEADER, ["", "1", "2"]], "no line under it names an indicator"),
        ([["Indicator", "2019/21"], ["Reduce x", "1"]], "no period could be read .*2019/21"),
        ([["Name", "2019/20 Q4"], ["Reduce x", "1"]], "no column heading names the indicator"),
        ([["Indicator", "Value"], ["Reduce x", "1"]], "no column heading names a period"),
        ([["Dear", "Sir"], ["how", "are you"]], "no line has headings"),
    ],
)
def test_a_file_without_a_usable_table_is_one_error_that_names_it(
    assessed: Make, table: Table, said: str
) -> None:
    with pytest.raises(ReportError, match=rf"2019-20-q4\.csv: .*{said}"):
        assessed(table, known=Catalogue())


def test_a_catalogue_period_that_no_column_has_is_an_error_finding(assessed: Make) -> None:
    entry = ReportEntry(organisation="x", title="x", period="2020/21 Q1")
    known = Catalogue(reports={"cheshire-west-and-chester-2019-20-q4": entry})
    finding = only(assessed([HEADER, GOOD], known=known), "period-not-in-report")
    assert finding.severity == "error"
    assert "2020/21 Q1" in finding.message
