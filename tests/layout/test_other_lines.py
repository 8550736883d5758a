"""Lines that only look like indicators, headers or headings."""

import pytest

from kpi_core.errors import ReportError
from tests.layout.conftest import Read


def names(read: Read, *lines: str) -> list[str]:
    return [row.line.cells[0].text for table in read(*lines).tables for row in table.rows]


HEAD = "Indicator|2019/20 Q3|2019/20 Q4|Status"


@pytest.mark.parametrize(
    "heading", ["Summary|Q3|Q4|", "RAG|Number|Percentage|", "Area|Green|Amber|Red", "Red|Number||"]
)
def test_a_small_table_below_a_blank_line_holds_no_indicators(read: Read, heading: str) -> None:
    assert names(read, HEAD, "Reduce waste|5|4|Red", "", heading, "Green|9|8|") == ["Reduce waste"]


@pytest.mark.parametrize(
    "row", ["Number of complaints|-|-|", "Reduce noise|TBC|5|Red", "Status of the plan|5|4|Red"]
)
def test_an_indicator_below_a_blank_line_is_one(read: Read, row: str) -> None:
    assert len(names(read, HEAD, "Reduce waste|5|4|Red", "", row)) == 2


@pytest.mark.parametrize(
    ("name", "sums_up"),
    [
        ("Green", True),
        ("Number of red indicators", True),
        ("Total number of indicators", True),
        ("Amber measures", True),
        ("Green spaces kept clean", False),
        ("Number of indicators on target", False),
        ("Total waste", False),
    ],
)
def test_counts_of_statuses_are_no_indicators(read: Read, name: str, sums_up: bool) -> None:
    assert (name in names(read, HEAD, "Reduce waste|5|4|Red", f"{name}|9|8|")) != sums_up


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("for reuse and recycling|||", "Send waste\nfor reuse and recycling"),
        ("Reuse and recycling|||", "Send waste"),
        ("for reuse|9|8|Red", "Send waste"),
    ],
)
def test_a_name_goes_on_in_the_next_line_in_the_middle_of_its_sentence(
    read: Read, below: str, name: str
) -> None:
    assert names(read, HEAD, "Send waste|5|4|Red", below, "Reduce x|1|2|Red")[0] == name


def test_a_name_does_not_go_on_below_a_blank_line(read: Read) -> None:
    assert names(read, HEAD, "Send waste|5|4|Red", "", "for reuse|||") == ["Send waste"]


def test_a_row_of_the_table_above_names_no_table_of_one_row(read: Read) -> None:
    found = read(HEAD, "Reduce waste in the city|5|4|Red", "Q1 2019/20|Target|RAG", "1|2|Red")
    assert [len(table.rows) for table in found.tables] == [1]


def test_a_list_of_risks_is_no_scorecard(read: Read) -> None:
    with pytest.raises(ReportError, match="no scorecard table"):
        read("Risk|Score|Status|Action", "Loss of the data centre|12|Open|Test it")


def test_a_year_above_the_quarters_is_kept_where_they_say_as_much_without_it(read: Read) -> None:
    (table,) = read(
        "|2018/19||2019/20|", "Indicator|Q3|Q4|Q1|Target 2019/20", "Reduce x|1|2|3|4"
    ).tables
    assert [c.period.label for c in table.layout.values() if c.period] == [
        "2018/19 Q3",
        "2018/19 Q4",
        "2019/20 Q1",
    ]
