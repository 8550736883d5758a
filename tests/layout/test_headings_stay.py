"""Cells are moved under their headings only where no heading is lost by it."""

from collections.abc import Callable

from kpi_core.layout import Recognised

Read = Callable[..., Recognised]

ROWS = [
    "Reduce repeat referrals|19%|17%|Red",
    "Increase visits made on time|80%|85%|Green",
    "Increase people who feel safe|70%|71%|Amber",
]


def headings(found: Recognised) -> list[str]:
    return [c.text for table in found.tables for c in table.layout.columns if c.text]


def test_a_heading_to_the_left_of_the_cells_is_kept(read: Read) -> None:
    named = ["Colour", "Indicator", "2019/20 Q3", "2019/20 Q4", "Status"]
    assert headings(read("|".join(named), *ROWS)) == named


def test_without_a_heading_there_the_cells_are_read_under_their_own(read: Read) -> None:
    found = read("|Indicator|2019/20 Q3|2019/20 Q4|Status", *ROWS)
    (table,) = found.tables
    assert [row.line.cells[0].text for row in table.rows] == [row.split("|")[0] for row in ROWS]
    assert [c.index for c in table.layout.columns if c.text] == [0, 1, 2, 3]
