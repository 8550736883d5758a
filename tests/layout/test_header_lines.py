"""Header lines: over several lines, merged, wrapped, repeated, and side by side."""

from collections.abc import Callable

from kpi_core.layout import Known, Recognised, Role
from kpi_core.periods import Period

Read = Callable[..., Recognised]


def headings(found: Recognised, table: int = 0) -> list[tuple[str, str]]:
    """Heading and role of each column; a period in place of the role where there is one."""
    return [
        (column.text, column.period.label if column.period else column.role)
        for column in found.tables[table].layout.columns
    ]


def names(found: Recognised, table: int = 0) -> list[str]:
    rows = found.tables[table].rows
    column = found.tables[table].layout.one(Role.INDICATOR)
    assert column is not None
    return [row.line.cells[column.index].text for row in rows]


TWO_ROWS = [
    ("Ref", "reference"),
    ("Indicator", "indicator"),
    ("2018/19 Q4", "2018/19 Q4"),
    ("2019/20 Q3", "2019/20 Q3"),
    ("2019/20 Q4", "2019/20 Q4"),
    ("Performance RAG", "status"),
]


def test_a_group_above_its_columns_gives_them_their_year(read: Read) -> None:
    found = read(
        "Ref|Indicator|2018/19|2019/20||Performance",
        "||Q4|Q3|Q4|RAG",
        "C1|Reduce x|1|2|3|Red",
    )
    assert headings(found) == TWO_ROWS
    assert (found.header_cells, names(found)) == (9, ["Reduce x"])


def test_merged_headings_are_read_as_a_person_sees_them(read: Read) -> None:
    found = read(
        "Ref|Indicator|2018/19|2019/20|<|Performance",
        "^|^|Q4|Q3|Q4|RAG",
        "C1|Reduce x|1|2|3|Red",
    )
    assert headings(found) == TWO_ROWS


def test_words_that_are_wrapped_over_lines_make_one_heading(read: Read) -> None:
    found = read(
        "Indicator|2019/20|Direction|Status",
        "Description|Q4|of travel|vs Target",
        "Reduce x|1|Improving|Red",
    )
    assert headings(found) == [
        ("Indicator Description", "indicator"),
        ("2019/20 Q4", "2019/20 Q4"),
        ("Direction of travel", "direction"),
        ("Status vs Target", "status"),
    ]


def test_a_header_of_three_lines(read: Read) -> None:
    found = read(
        "|2019/20|||",
        "|Actual||Target|",
        "Indicator|Q3|Q4||Status",
        "Reduce x|1|2|3|Red",
    )
    assert [column.role for column in found.tables[0].layout.columns] == [
        *(Role.INDICATOR, Role.VALUE, Role.VALUE, Role.TARGET, Role.STATUS),
    ]
    assert [c.period.label for c in found.tables[0].layout.values() if c.period] == [
        *("2019/20 Q3", "2019/20 Q4"),
    ]


def test_titles_above_a_header_are_no_part_of_it(read: Read) -> None:
    found = read("Scorecard 2019/20||", "As at|March|", "Indicator|2019/20 Q4|Status", "x|1|Red")
    assert headings(found)[0] == ("Indicator", "indicator")
    assert [loose.line.address for loose in found.loose] == ["line 1", "line 2"]


def test_the_first_row_of_data_is_no_part_of_the_header(read: Read) -> None:
    found = read("Indicator|2019/20 Q4|Status", "Reduce x|-|Red", "Reduce y|n/a|")
    assert names(found) == ["Reduce x", "Reduce y"]


def test_a_header_repeated_on_each_page_is_counted_and_no_data(read: Read) -> None:
    head = ["Indicator|2019/20|", "|Q3|Q4"]
    found = read(*head, "Reduce x|1|2", *head, "Reduce y|3|4")
    assert len(found.tables) == 1
    assert names(found) == ["Reduce x", "Reduce y"]
    assert found.header_cells == 8


def test_two_tables_side_by_side_are_two_tables(read: Read) -> None:
    found = read(
        "Indicator|Q3|Q4||Indicator|Q3|Q4",
        "Reduce x|1|2||Reduce y|3|4",
        "Reduce z|5|6||||",
        known=Known(Period.financial_year(2019)),
    )
    assert (names(found, 0), names(found, 1)) == (["Reduce x", "Reduce z"], ["Reduce y"])
    assert found.tables[1].rows[0].line.cells[1].address == "line 2, column 6"
    assert found.header_cells == 6


def test_a_table_goes_on_in_the_next_grid_without_its_header(read_grids: Read) -> None:
    found = read_grids(["Indicator|2019/20 Q4", "Reduce x|1"], ["Reduce y|2"])
    assert (names(found, 0), names(found, 1)) == (["Reduce x"], ["Reduce y"])
    assert found.tables[1].where.endswith("which go on with the table before")


def test_a_grid_of_another_width_does_not_go_on_with_the_table_before(read_grids: Read) -> None:
    found = read_grids(["Indicator|2019/20 Q4", "Reduce x|1"], ["Red|Amber|Green", "1|2|3"])
    assert len(found.tables) == 1
    assert len(found.loose) == 2


def test_a_header_without_rows_is_text(read: Read) -> None:
    found = read("Indicator|2019/20 Q4|Status", "", "Measure|2018/19 Q4", "Reduce x|1")
    assert found.header_cells == 2
    assert [len(table.rows) for table in found.tables] == [1]
    assert found.loose[0].why == "It heads a table without rows"


def test_what_the_catalogue_says_of_a_heading_wins(read: Read) -> None:
    from kpi_core.catalogue import ColumnEntry

    columns = {
        "what we do": ColumnEntry(role="indicator"),
        "Now": ColumnEntry(role="value", period="2019/20 Q4"),
        "Status": ColumnEntry(role="unknown"),
    }
    found = read("What we do|Now|Status", "x|1|Red", known=Known(columns=columns))
    assert [(c.role, c.basis) for c in found.tables[0].layout.columns] == [
        *((role, "catalogue") for role in (Role.INDICATOR, Role.VALUE, Role.UNKNOWN)),
    ]
    assert found.tables[0].layout.rated_period() == Period.quarter(2019, 4)


def test_a_grid_that_the_catalogue_skips_is_text(read_grids: Read) -> None:
    lines = ["Indicator|2019/20 Q4", "Reduce x|1"]
    found = read_grids(lines, lines, known=Known(skip=("table 1, ",)))
    assert [len(table.rows) for table in found.tables] == [1]
    assert len(found.loose) == 2
