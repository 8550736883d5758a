"""Nothing is lost: whatever happens to a table, each cell ends as a fact or as a finding."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.errors import KpiError
from kpi_core.readers import read
from tests.normalise.cell_account import every_cell_is_accounted_for

NAME = "any-2019-20-q4.csv"

HEADER = [
    "Plan",
    "Indicator",
    "2018/19 Q4",
    "2019/20 Q3",
    "2019/20 Q4",
    "2019/20 Target",
    "Direction",
    "Status",
    "Notes",
    "Benchmark",
    "Benchmark for",
    "Owner",
    "Colour",
    "2018/19 Target",
]

ROWS = [
    *("2|Reduce the proportion of x|1%|2%|3%|4%|Improving|Green|Fine.|5%|England|Ann|blue|6%",),
    *("2|Increase the rate of y per 10,000|1|-||4|Declining|red||SN 1, NW 2|NW|Bob||3",),
    *("3|Number of z|10|20|30||M|M|Was 14% and met target.|-|-|||-",),
    *("3|Increase the number of w (annual survey)|1,000||£5|7|Up|Blue|x|72|Mars||green|",),
]


def written(table: list[list[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(table)
    return stream.getvalue().encode()


def account(content: bytes) -> None:
    """Read bytes as a report and check that every cell is accounted for, or that it is refused."""
    try:
        assessed = read_report(content, NAME, Catalogue())
    except KpiError as error:
        refusal = str(error)
    else:
        refusal = NAME
        every_cell_is_accounted_for(read(io.BytesIO(content), NAME), assessed)
    assert NAME in refusal


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)

nasty = st.sampled_from(
    [
        *("", " ", "-", "12..3%", "12,5", "<5%", "7.7 (7.6)", "£1.2m", "0", "-3", "1:4", "07:30"),
        *("RED", "Purple", "M", "n/a", "[c]", "5 [p]", "Indicator", "2019/20 Q4", "2019/21", "Q4"),
        *("2019/20 Target", "Status", "=1+1", "<b>x</b>", "$x$", "line\nbreak", '"', "’", "\u200b"),
        *("SN 21%, NW 22%, Eng 20%", "SN 21%, SN 22%", "Core Cities", "Reduce it", "99999999999"),
        *(
            "Performance in the year was 99% and better than target.",
            "x" * 2000,
            "²",
            "½",
            "\u0661",
        ),
    ]
)

damages = st.lists(
    st.tuples(st.integers(0, len(ROWS)), st.integers(0, len(HEADER) + 1), nasty | texts),
    max_size=8,
)


def damaged(changes: list[tuple[int, int, str]], order: list[int]) -> list[list[str]]:
    """The table with cells replaced, columns in another order, and cells beyond the last one."""
    table = [[row[at] for at in order] for row in (HEADER, *(row.split("|") for row in ROWS))]
    for line, column, text in changes:
        row = table[line]
        if column < len(row):
            row[column] = text
        else:
            row.append(text)
    return table


def test_the_table_itself_is_read_whole() -> None:
    content = written(damaged([], list(range(len(HEADER)))))
    account(content)
    found = read_report(content, NAME, Catalogue())
    assert len(found.assessments) == 4
    assert found.report.cells_ignored == 14


@settings(max_examples=250, deadline=None)
@given(damages, st.permutations(range(len(HEADER))))
def test_damaged_cells_and_shuffled_columns_lose_nothing(
    changes: list[tuple[int, int, str]], order: list[int]
) -> None:
    account(written(damaged(changes, order)))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(0, len(HEADER)), min_size=5, max_size=5),
    st.lists(st.integers(0, len(ROWS)), min_size=1, max_size=8),
)
def test_cut_and_repeated_lines_lose_nothing(cuts: list[int], lines: list[int]) -> None:
    """Lines may be cut short, repeated and out of order, header lines included."""
    table = damaged([], list(range(len(HEADER))))
    shortened = [row[:cut] for row, cut in zip(table, cuts, strict=True)]
    account(written([table[0], *(shortened[line] for line in lines)]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(nasty | texts, max_size=4), max_size=6))
def test_any_cells_above_and_below_the_table_are_kept(lines: list[list[str]]) -> None:
    account(written([*lines, HEADER, *(row.split("|") for row in ROWS), *lines]))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 500))
def test_any_bytes_in_the_middle_of_a_table_are_read_or_refused(noise: bytes, at: int) -> None:
    content = written([HEADER, *(row.split("|") for row in ROWS)])
    account(content[:at] + noise + content[at:])
