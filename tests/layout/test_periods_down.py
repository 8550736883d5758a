"""Tables with periods down the page, and tables that are of one period or one indicator."""

from collections.abc import Callable

from kpi_core.layout import Known, Recognised, Role, Row
from kpi_core.periods import UNKNOWN, Period
from kpi_core.vocabulary import TableShape

Read = Callable[..., Recognised]


def figures(row: Row) -> list[tuple[str, str]]:
    return [
        (column.period.label, row.line.cells[column.index].text)
        for column in row.layout.values()
        if column.period is not None
    ]


def text(row: Row, role: Role) -> str:
    column = row.layout.one(role)
    return row.line.cells[column.index].text if column is not None else ""


LONG = [
    "Ref|Measure|Year|Quarter|Actual|Target|RAG|Comments",
    "C1|Reduce x|2019/20|Q3|19%|18%|Red|",
    "C2|Reduce y|2019/20|Q4|8|9|Green|",
    "C1|Reduce x|2019/20|Q4|17%|17.5%|Green|Better",
    "C1|Reduce x|2018/19|Q4|20%|20%|Green|Old",
]


def test_each_indicator_becomes_one_row_with_its_figures_in_time_order(read: Read) -> None:
    (table,) = read(*LONG).tables
    assert table.shape is TableShape.PERIODS_DOWN
    assert [figures(row) for row in table.rows] == [
        [("2018/19 Q4", "20%"), ("2019/20 Q3", "19%"), ("2019/20 Q4", "17%")],
        [("2019/20 Q4", "8")],
    ]
    assert table.rows[0].line.cells[1].address == "line 5, column 5"


def test_a_row_has_the_words_of_its_latest_period_and_keeps_the_others(read: Read) -> None:
    row = read(*LONG).tables[0].rows[0]
    assert (text(row, Role.STATUS), text(row, Role.COMMENTARY)) == ("Green", "Better")
    assert text(row, Role.REFERENCE) == "C1"
    assert [(kept.heading, kept.cell.text) for kept in row.kept] == [
        ("RAG, 2019/20 Q3", "Red"),
        ("RAG, 2018/19 Q4", "Green"),
        ("Comments, 2018/19 Q4", "Old"),
    ]


def test_R8_each_period_keeps_its_own_target(read: Read) -> None:
    row = read(*LONG).tables[0].rows[0]
    targets = {c.period: row.line.cells[c.index].text for c in row.layout.all(Role.TARGET)}
    assert targets == {
        Period.quarter(2018, 4): "20%",
        Period.quarter(2019, 3): "18%",
        Period.quarter(2019, 4): "17.5%",
    }


def test_period_cells_count_as_headings(read: Read) -> None:
    assert read(*LONG).header_cells == 8 + 8


def test_a_second_figure_for_a_period_is_kept_beside_the_first(read: Read) -> None:
    (table,) = read(*LONG, "C2|Reduce y|2019/20|Q4|8.5|9|Green|").tables
    assert figures(table.rows[1]) == [("2019/20 Q4", "8")]
    assert [(r.heading, r.cell.text) for r in table.rows[1].repeats] == [("2019/20 Q4", "8.5")]
    assert "8.5" in [kept.cell.text for kept in table.rows[1].kept]


def test_one_name_under_two_references_is_two_indicators(read: Read) -> None:
    (table,) = read(*LONG, "C9|Reduce y|2019/20|Q4|1|2|Red|").tables
    assert [text(row, Role.REFERENCE) for row in table.rows] == ["C1", "C2", "C9"]


def test_a_name_that_is_printed_once_counts_for_the_lines_below_it(read: Read) -> None:
    for again in ("", "^"):
        (table,) = read(
            "Measure|Period|Value", "Reduce x|2018/19|1", f"{again}|2019/20|2", "Reduce y|2019/20|3"
        ).tables
        assert [figures(row) for row in table.rows] == [
            [("2018/19", "1"), ("2019/20", "2")],
            [("2019/20", "3")],
        ]


def test_a_line_without_a_period_is_told_apart(read: Read) -> None:
    (table,) = read(*LONG, "C1|Reduce x|||5|||").tables
    assert [one.why for one in table.loose] == ["Its line names no period"]


def test_a_table_of_one_indicator_is_named_by_the_line_above_it(read: Read) -> None:
    found = read(
        "Social work",
        "CHN 8a|Gross cost of children looked after",
        "Period|Value|Rank",
        "2010-11|£ 2,565|#2",
        "2011-12|£ 2,837|#1",
        "",
        "CHN 9|Balance of care for children",
        "Period|Value|Rank",
        "2011-12|87.6%|#4",
    )
    rows = [row for table in found.tables for row in table.rows]
    assert [(text(row, Role.REFERENCE), text(row, Role.INDICATOR)) for row in rows] == [
        ("CHN 8a", "Gross cost of children looked after"),
        ("CHN 9", "Balance of care for children"),
    ]
    assert [figures(row)[-1] for row in rows] == [("2011/12", "£ 2,837"), ("2011/12", "87.6%")]
    assert [one.line.address for one in found.loose] == ["line 1"]


ONE = ["Measure|Previous quarter|Last year|Current|Target|RAG", "Reduce x|1|2|3|4|A"]


def test_figures_without_a_period_are_of_the_reports_own(read: Read) -> None:
    (table,) = read(*ONE, known=Known(Period.quarter(2019, 4))).tables
    assert table.shape is TableShape.ONE_PERIOD
    assert figures(table.rows[0]) == [("2018/19 Q4", "2"), ("2019/20 Q3", "1"), ("2019/20 Q4", "3")]


def test_figures_are_of_an_unknown_period_where_nobody_says_it(read: Read) -> None:
    (row,) = read(*ONE).tables[0].rows
    assert figures(row) == [(UNKNOWN.label, "3")]
    assert len(row.layout.all(Role.PREVIOUS)) == 2


def test_previous_alone_does_not_say_which_period(read: Read) -> None:
    lines = ["Measure|Previous|Current|RAG", "Reduce x|1|2|A"]
    (row,) = read(*lines, known=Known(Period.quarter(2019, 4))).tables[0].rows
    assert figures(row) == [(UNKNOWN.label, "1"), ("2019/20 Q4", "2")]
