"""Columns that no heading explains are recognised by what stands in their cells."""

from collections.abc import Callable

import pytest

from kpi_core.layout import Column, Recognised, Role
from kpi_core.layout.headings import near_role
from kpi_core.vocabulary import ColumnBasis

Read = Callable[..., Recognised]

NAMES = ["Reduce repeat referrals", "Increase visits on time", "Children who feel safe"]


def columns(read: Read, head: str, *tails: str) -> tuple[Column, ...]:
    lines = [f"{name}|1|{tail}" for name, tail in zip(NAMES, tails, strict=True)]
    return read(head, *lines).tables[0].layout.columns


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (("R", "A", "G"), Role.STATUS),
        (("Red", "-", "green"), Role.STATUS),
        (("Improving", "Declining", "Same"), Role.DIRECTION),
        (("R", "A", "late"), Role.UNKNOWN),
        (("-", "-", "-"), Role.UNKNOWN),
        (("1", "2", "3"), Role.UNKNOWN),
        (("Anna", "Bob", "Cem"), Role.UNKNOWN),
    ],
)
def test_a_column_is_what_its_cells_are_whatever_it_is_called(
    read: Read, cells: tuple[str, ...], role: Role
) -> None:
    column = columns(read, "Indicator|2019/20 Q4|Col", *cells)[2]
    expected = ColumnBasis.NONE if role is Role.UNKNOWN else ColumnBasis.CONTENT
    assert (column.role, column.basis) == (role, expected)


def test_a_column_of_letters_is_no_second_status(read: Read) -> None:
    found = columns(read, "Indicator|2019/20 Q4|RAG|Col", "R|R", "A|A", "G|G")
    assert [column.role for column in found][2:] == [Role.STATUS, Role.UNKNOWN]


def test_a_heading_that_begins_with_target_needs_figures_below_it(read: Read) -> None:
    assert columns(read, "Indicator|2019/20 Q4|Target.MMR", "1", "NA", "3")[2].role is Role.TARGET
    found = columns(read, "Indicator|2019/20 Q4|Target group", "boys", "girls", "all")
    assert found[2].role is Role.UNKNOWN


@pytest.mark.parametrize("heading", ["", "Name", "What we want"])
def test_the_indicators_are_the_column_of_long_different_texts(read: Read, heading: str) -> None:
    first = columns(read, f"{heading}|2019/20 Q4|Status", "R", "A", "G")[0]
    assert (first.role, first.basis) == (Role.INDICATOR, ColumnBasis.CONTENT)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Comentary", Role.COMMENTARY),
        ("Indicater description", Role.INDICATOR),
        ("Overall RAG rating", Role.STATUS),
        ("Council target", Role.TARGET),
        ("Latest benchmark value", Role.BENCHMARK),
        ("Unit of appropriation", Role.UNKNOWN),
        ("Target group", Role.UNKNOWN),
        ("Performance RAG", Role.STATUS),
        ("Starts", Role.UNKNOWN),
        ("", Role.UNKNOWN),
        ("Q4", Role.UNKNOWN),
    ],
)
def test_a_heading_may_be_nearly_a_known_one(heading: str, role: Role) -> None:
    assert near_role(heading) is role
