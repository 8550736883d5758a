"""A text as long as a spreadsheet's cells can be takes seconds at most, wherever it stands.

Delimited text is read and checked in the app's own process, where nothing stops a pattern that
takes the square of a text's length.
"""

import csv
import io

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from tests.fuzz.trial import limited

LENGTH = 32_767
"""Characters in one cell of a spreadsheet."""

HEADER = (
    *("Indicator", "2019/20 Q3", "2019/20 Q4", "Target", "Status", "Direction", "Commentary"),
    *("Benchmark", "Benchmark for", "Unit", "Polarity", "Frequency", "Due date"),
)

PLAIN = (
    *("Reduce x", "12%", "11%", "10%", "Red", "Improving", "Was 14% and met.", "SN 21%, NW 22%"),
    *("England", "%", "High", "Quarterly", "March 2020"),
)

REPEATED = (
    *(
        "0",
        "1%",
        "1.",
        "1,",
        " ",
        "-",
        "(",
        "a",
        "aA",
        "A ",
        "£1 ",
        "2019/20 ",
        "Q4 ",
        "Jan ",
        "to ",
    ),
    *("SN 1, ", "England 5% ", "was 14% and ", "The Council ", "A and of the ", "not ", "’", "1:"),
)


def written(*rows: tuple[str, ...]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize("repeated", REPEATED)
def test_a_long_text_is_read_in_time_in_proportion(repeated: str) -> None:
    text = (repeated * LENGTH)[:LENGTH]
    named = (f"Reduce {text}", *PLAIN[1:6], text, *(text for _ in PLAIN[7:]))
    figures = ("Increase y", *(text for _ in PLAIN[1:6]), *PLAIN[6:])
    with limited():
        found = read_report(
            written((text,), HEADER, PLAIN, named, figures), "long-2019-20-q4.csv", Catalogue()
        )
    assert len(found.assessments) == 3
