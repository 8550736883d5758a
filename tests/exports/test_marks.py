"""Shorthand: every gap and every publisher's note has its mark, in words that say what it means."""

import pandas as pd
import pytest

from kpi_core.exports.marks import outturn_marks
from kpi_core.exports.table import scorecard_table
from kpi_core.vocabulary import Mark, Missing, Shorthand
from tests.exports.test_export_table import CAPTION, rows


@pytest.mark.parametrize(
    ("missing", "mark"),
    [
        (Missing.BLANK, "[x]"),
        (Missing.DASH, "[x]"),
        (Missing.NOT_AVAILABLE, "[x]"),
        (Missing.AWAITED, "[x]"),
        (Missing.NOT_COLLECTED, "[x]"),
        (Missing.NOT_APPLICABLE, "[z]"),
        (Missing.NOT_DUE, "[z]"),
        (Missing.SUPPRESSED, "[c]"),
        (Missing.LOW, "[low]"),
        (Missing.UNRELIABLE, "[u]"),
        (None, "[x]"),
    ],
)
def test_M3_a_gap_has_the_mark_of_its_reason(missing: Missing | None, mark: str) -> None:
    assert outturn_marks([{"value": None, "missing": missing, "mark": None}]) == [mark]


def test_every_reason_for_a_gap_was_thought_of() -> None:
    cases = test_M3_a_gap_has_the_mark_of_its_reason.pytestmark[0].args[1]
    assert {missing for missing, _ in cases} == {*Missing, None}


@pytest.mark.parametrize("mark", Mark)
def test_M2_a_note_on_a_figure_is_its_own_mark(mark: Mark) -> None:
    (text,) = outturn_marks([{"value": 0.0, "missing": None, "mark": mark}])
    assert text == f"[{mark.value[0]}]"


def test_M4_a_figure_without_a_note_has_no_mark_also_where_it_is_zero() -> None:
    assert outturn_marks([{"value": 0.0, "missing": None, "mark": None}]) == [""]


@pytest.mark.parametrize("mark", Shorthand)
def test_M2_each_mark_is_one_pair_of_brackets_and_says_what_it_means(mark: Shorthand) -> None:
    assert mark.text == f"[{mark.value}]"
    assert len(mark.meaning) > 5


def test_marks_mean_different_things() -> None:
    assert len({mark.meaning for mark in Shorthand}) == len(Shorthand)


GAPS = {
    "Outturn": "[x]",
    "Target": "[z]",
    "Gap to target (positive is better)": "[z]",
    "Change since last figure": "[x]",
    "Comparator figure": "[z]",
    "Gap to comparator (positive is better)": "[z]",
}


def test_M1_a_number_that_nothing_could_be_about_is_not_applicable() -> None:
    """No target and no comparator leave nothing to measure; no figure leaves it unknown."""
    given = rows().assign(target_text=["16.0%", "No target"], comparator_name=["England", None])
    table = scorecard_table(given, CAPTION)
    for header, mark in GAPS.items():
        assert table.gaps[header] == [None, mark], header


def test_a_gap_to_a_target_that_is_there_is_only_not_available() -> None:
    given = rows().assign(target_text=["16.0%", "4.0"], comparator_name=["England", "England"])
    table = scorecard_table(given.assign(gap=[-1.1, None]), CAPTION)
    assert table.gaps["Gap to target (positive is better)"] == [None, "[x]"]
    assert table.gaps["Comparator figure"] == [None, "[x]"]


def test_every_missing_number_has_a_mark_and_no_other_has() -> None:
    table = scorecard_table(rows(), CAPTION)
    for header, marks in table.gaps.items():
        missing = [pd.isna(value) for value in table.frame[header]]
        assert [mark is not None for mark in marks] == missing
