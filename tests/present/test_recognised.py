"""How much was recognised, in sentences, from small reports."""

import pytest

from kpi_core.imports import read_draft
from kpi_core.present.recognised import recognised
from tests.imports.tables import TABLE, upload


def sentences(text: str) -> tuple[str, ...]:
    (report,) = read_draft([upload("q4.csv", text)]).reports
    return recognised(report.report)


def test_what_was_recognised_and_what_was_not_is_counted() -> None:
    assert sentences(TABLE) == (
        (
            "Columns: 6 of 7 recognised (5 by their headings, 1 by what stands in their cells). "
            "Not used, but kept with their rows: “Goal”."
        ),
        "Words of status and direction: 4 of 4 understood.",
        "Units: known for 2 of 3 indicators.",
        (
            "Which way is good: known for 2 of 3 indicators (2 inferred, please confirm). "
            "Without it an indicator is not rated."
        ),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Indicator,2019/20 Q4\nReduce waste,1\n",
            "Words: no status and no direction of travel is declared.",
        ),
        (
            TABLE.replace("How well?", "Status").replace("Amber", "Aubergine"),
            "Words of status and direction: 3 of 4 understood. Not understood: “Aubergine”.",
        ),
        (
            "Indicator,2019/20 Q4,2019/20 Q4\nReduce waste,1,2\n",
            (
                "Columns: 2 of 3 recognised (2 by their headings). "
                "Not used, but kept with their rows: “2019/20 Q4”."
            ),
        ),
        (
            "Indicator,2019/20 Q4,,B,C,D,E,F,D\nReduce waste,1,a,b,c,d,e,f,g\n",
            (
                "Columns: 2 of 9 recognised (2 by their headings). Not used, but kept with their "
                "rows: a column without a heading, “B”, “C”, “D”, “E” and 1 more."
            ),
        ),
    ],
    ids=["no words", "a word not understood", "a second column of a period", "more than are named"],
)
def test_a_report_with_a_doubt_says_it(text: str, sentence: str) -> None:
    assert sentence in sentences(text)


def test_commentary_under_a_quarter_without_a_year_counts_as_recognised() -> None:
    said = sentences("Indicator,2019/20 Q4,Q4 commentary\nReduce waste,1,Fewer bins\n")
    assert said[0] == "Columns: 3 of 3 recognised (3 by their headings)."
