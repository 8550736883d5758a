"""Suggested columns and words: what was guessed is said, the rest is offered."""

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.errors import CatalogueError
from kpi_core.facts import ColumnRead, ReportFacts
from kpi_core.suggest import suggest
from tests.suggest.by_hand import CONTENT, NONE, PLAIN, SIMILAR, column, lines, read, with_columns


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ([column("Status", "status", PLAIN)], '# Status = "status"  # by its heading, at line 1'),
        ([column("Statsu", "status", SIMILAR)], 'Statsu = "status"  # by a heading that is nearly'),
        ([column("R A G", "status", CONTENT)], '"R A G" = "status"  # by what stands in its'),
        ([column("Odd", "unknown", NONE)], '# Odd = "?"  # not recognised'),
        (
            [column("Q4 2019/20", "value", CONTENT, period="2019/20 Q4")],
            '"Q4 2019/20" = { role = "value", period = "2019/20 Q4" }  # by what',
        ),
        (
            [column("Outturm", "value", SIMILAR, period="2019/20 Q4")],
            'Outturm = "value"  # by a heading',  # a title gave the period, and goes on doing so
        ),
        (
            [column("Dec 2011 Actuals", "value", SIMILAR, period="2011-12")],
            '"Dec 2011 Actuals" = { role = "value", period = "December 2011" }  # by a',
        ),
        (
            [column("Q3", "value", NONE, problem="'Q3' does not say which year")],
            "# Q3 = \"value\"  # 'Q3' does not say which year, at line 1",
        ),
        (
            [column("Note", "status", CONTENT), column("NOTE", "direction", PLAIN)],
            '# Note = "status"  # by what stands in its cells, at line 1, column 2; other columns',
        ),
        (
            [column("Note", "status", CONTENT), column("Q1 / Note", "direction", PLAIN)],
            '# Note = "status"  # by what stands in its cells, at line 1, column 2; other columns',
        ),
        (
            [column("Note", "status", CONTENT), column("NOTE", "status", PLAIN)],
            'Note = "status"  # by what stands in its cells, at line 1, column 2',
        ),
    ],
)
def test_columns_that_were_guessed_are_said_and_others_are_offered(
    report: ReportFacts, columns: list[ColumnRead], said: str
) -> None:
    text = suggest([with_columns(report, *columns)])
    table = text.split("[reports.tamar.columns]\n# Heading = role")[1].splitlines()[1:]
    assert table[0].startswith(said)
    assert table[0].endswith("other columns have this heading as well") or "other" not in said


@pytest.mark.parametrize("heading", ["", "  ", "%", "£"])
def test_a_column_that_cannot_be_named_has_no_line(report: ReportFacts, heading: str) -> None:
    assert ".columns]" not in suggest([with_columns(report, column(heading, "value", CONTENT))])


def test_words_that_were_not_understood_are_offered_with_their_cells() -> None:
    rows = [f"Visits {at},1,2,3,So  so,Up" for at in range(5)]
    text = suggest([read(*rows, "Walks,1,2,3,so so,??")])
    assert lines(text, '# "So  so"') == [
        '# "So  so" = "?"  # in line 2, column 5; line 3, column 5; line 4, column 5 and 3 more'
    ]
    assert lines(text, "# Up", '# "??"') == [
        '# Up = "?"  # in line 2, column 6; line 3, column 6; line 4, column 6 and 2 more',
        '# "??" = "?"  # in line 7, column 6',
    ]


def test_where_every_word_was_understood_there_is_no_table_of_words() -> None:
    assert "_words]" not in suggest([read("Reduce waits,10%,12%,11%,Red,Worse")])


def test_a_placeholder_that_is_left_is_refused(report: ReportFacts) -> None:
    text = suggest([report]).replace('# "Going well"', '"Going well"')
    with pytest.raises(CatalogueError, match="'\\?' is not a word for this"):
        catalogues.read(text.encode(), "x")
