"""The same table written in another way gives the same facts, but for their addresses."""

from collections.abc import Callable

import pytest

from kpi_core.dataset import Assessed

Table = list[list[str]]
Make = Callable[..., Assessed]


def facts(assessed: Assessed) -> list[dict[str, object]]:
    """Everything that is said of each indicator, without addresses."""
    return [
        {
            "id": a.facts.indicator.id,
            "name": a.facts.indicator.name,
            "plan": a.facts.indicator.plan,
            "unit": a.facts.indicator.unit,
            "polarity": a.facts.indicator.polarity,
            "decimals": a.facts.indicator.decimals,
            "own": [(o.subject, o.period, o.figure, o.unit) for o in a.facts.own],
            "quoted": [(o.subject, o.period, o.figure, o.unit) for o in a.facts.quoted],
            "target": (a.facts.target.figure, a.facts.target.unit) if a.facts.target else None,
            "status": (a.facts.status.word, a.facts.status.raw, a.facts.status.missing),
            "direction": (a.facts.direction.word, a.facts.direction.raw),
            "commentary": a.facts.commentary.text if a.facts.commentary else None,
            "comparator": a.facts.named_comparator,
            "rating": a.rating,
            "travel": a.travel,
            "compared": a.compared,
            "history": [(h.period, h.rating, h.target) for h in a.history],
        }
        for a in assessed.assessments
    ]


@pytest.fixture(scope="module")
def expected(shipped: Table, assessed: Make) -> list[dict[str, object]]:
    return facts(assessed(shipped))


def test_the_facts_are_those_of_the_shipped_file(
    expected: list[dict[str, object]], dataset: object
) -> None:
    assert facts(dataset.reading.reports[0]) == expected  # type: ignore[attr-defined]
    assert len(expected) == 18


@pytest.mark.parametrize(
    "options",
    [
        {"delimiter": "\t"},
        {"delimiter": ";"},
        {"delimiter": "|"},
        {"ending": "\r\n"},
        {"encoding": "utf-8-sig"},
        {"encoding": "utf-16"},
        {"encoding": "cp1252"},
    ],
    ids=lambda options: str(*options.values()).encode("unicode_escape").decode(),
)
def test_another_format_gives_the_same_facts(
    shipped: Table, assessed: Make, expected: list[dict[str, object]], options: dict[str, str]
) -> None:
    assert facts(assessed(shipped, **options)) == expected


ORDERS = {
    "reversed": list(range(12, -1, -1)),
    "rotated": [(at + 5) % 13 for at in range(13)],
    "dealt": [at * 6 % 13 for at in range(13)],
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_columns_in_another_order_give_the_same_facts(
    shipped: Table, assessed: Make, expected: list[dict[str, object]], order: list[int]
) -> None:
    assert sorted(order) == list(range(13))
    assert facts(assessed([[row[at] for at in order] for row in shipped])) == expected


HEADINGS = [
    (
        "Plan|Indicator Description|2018/19 Q4|2019/20 Q1|2019/20 Q2|2019/20 Q3|2019/20 Q4|"
        "2019/20 Target|Direction of Travel|Status vs Target|Commentary|Benchmark|Benchmark group"
    ),
    (
        "Priority|KPI|Q4 2018-19|Q1 2019-20|Q2 2019-20|Q3 2019-20|Q4 2019-20|Target|DoT|RAG|Notes|"
        "Comparator|Comparison group"
    ),
    (
        "OBJECTIVE|Performance Measure|Jan-Mar 2019|Apr-Jun 2019|Jul-Sep 2019|Oct-Dec 2019|"
        "Jan-Mar 2020|Year End Target|Short Trend|RAG status|Narrative|Latest benchmark|"
        "Benchmarked against"
    ),
    (
        "plan|Measure|Qtr 4 18/19|Qtr 1 19/20 Actual|Qtr 2 19/20 Actual|Qtr 3 19/20 Actual|"
        "Qtr 4 19/20 Actual|Annual target 2019/20|Are we getting better?|On target?|Comments|"
        "Benchmarking|Benchmark for"
    ),
]


@pytest.mark.parametrize("headings", HEADINGS)
def test_other_words_for_the_headings_give_the_same_facts(
    shipped: Table, assessed: Make, expected: list[dict[str, object]], headings: str
) -> None:
    found = assessed([headings.split("|"), *shipped[1:]])
    assert facts(found) == expected


def test_blank_lines_titles_and_repeated_headers_change_no_fact(
    shipped: Table, assessed: Make, expected: list[dict[str, object]]
) -> None:
    header, rows = shipped[0], shipped[1:]
    table = [["Council Plan"], [], header, *rows[:3], [], header, *rows[3:], ["", "Notes: none"]]
    found = assessed(table)
    assert facts(found) == expected
    assert found.report.cells_ignored == 26


def without(table: Table, column: int) -> Table:
    return [row[:column] + row[column + 1 :] for row in table]


def test_a_quarter_less_takes_nothing_but_its_figures(
    shipped: Table, assessed: Make, expected: list[dict[str, object]]
) -> None:
    found = facts(assessed(without(shipped, 3)))
    for row, whole in zip(found, expected, strict=True):
        own = whole["own"]
        assert isinstance(own, list)
        assert row["own"] == [one for one in own if one[1].label != "2019/20 Q1"]
        assert (row["rating"], row["status"]) == (whole["rating"], whole["status"])


def test_an_older_quarter_more_adds_nothing_but_its_figures(
    shipped: Table, assessed: Make, expected: list[dict[str, object]]
) -> None:
    added = [
        [*row, extra] for row, extra in zip(shipped, ["2017/18 Q4", *["60%"] * 18], strict=True)
    ]
    found = facts(assessed(added))
    for row, whole in zip(found, expected, strict=True):
        own = row["own"]
        assert isinstance(own, list)
        assert own[0][1].label == "2017/18 Q4"
        assert own[1:] == whole["own"]
        assert (row["rating"], row["status"]) == (whole["rating"], whole["status"])


def test_an_optional_column_that_is_not_there_is_not_given(shipped: Table, assessed: Make) -> None:
    """Only the indicator and a period are needed: all else is optional."""
    found = assessed([[row[1], row[6]] for row in shipped])
    assert len(found.assessments) == 18
    for assessment in found.assessments:
        assert assessment.facts.status.raw is None
        assert assessment.facts.commentary is None
        assert assessment.facts.target is None
        assert assessment.rating.status is None


def test_columns_of_owner_action_and_due_date_are_used_where_given(
    shipped: Table, assessed: Make
) -> None:
    extra = [["Lead officer", "Next steps", "By when", "Theme"], ["A team", "Do it", "May", "Ours"]]
    table = [row + extra[min(at, 1)] for at, row in enumerate(shipped)]
    for assessment in assessed(table).assessments:
        indicator = assessment.facts.indicator
        assert (indicator.owner, indicator.action, indicator.due_date) == ("A team", "Do it", "May")
        assert (indicator.theme, indicator.theme_basis) == ("Ours", "report")
