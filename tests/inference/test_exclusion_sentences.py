"""Sentences name rows with their figures, and text from a report stays text."""

import pytest

from kpi_core.inference.exclusions import NAMED
from kpi_core.inference.sentences import MOST_MISFITS, account
from tests.inference.by_hand import direction, status


def test_the_rows_of_both_ends_are_named() -> None:
    found = status("A,95,100,Amber", "B,90,100,Red", "C,100,100,Green")
    assert (
        "(1) The least tolerance is 5.00%, by Increase A (95 against 100: 5 or 5.00% worse, "
        "declared amber); 10.00% is too large, by Increase B (90 against 100: 10 or 10.00% worse, "
        "declared red)."
    ) in account(found).details


def test_no_more_misfits_are_named_than_a_person_reads() -> None:
    fits = [f"F{n},{n},100,Red" for n in range(200)][1:99]
    odd = [f"O{n},101,100,Red" for n in range(12)] + ["Fine,101,100,Green"]
    details = account(status(*fits, *fits, *odd)).details
    assert sum(line.startswith("Does not fit: ") for line in details) == MOST_MISFITS
    assert "And 2 more do not fit." in details


def test_D1_rows_without_the_earlier_figure_are_named_up_to_a_number() -> None:
    rows = [f"R{n},,{90 + n},{95 + n},Improving" for n in range(NAMED + 2)]
    rows += ["M,,100,99,Maintained", "D,,100,80,Declining", "Y,70,90,85,Declining"]
    details = account(direction(*rows, "Z,80,90,85,Declining")).details
    (said,) = [line for line in details if "the same period a year before as" in line]
    assert "9 rows declare a direction and have no such figure" in said
    assert "and 4 more" in said


@pytest.mark.parametrize("name", ["<b>A</b>", "[A](http://x)", "=1+1"])
def test_a_name_is_said_as_it_is(name: str) -> None:
    details = account(status(f"{name},95,100,Amber", "B,90,100,Red")).details
    assert any(name in line for line in details)
