"""Damaged workbooks of every format: facts and findings or one sentence, never anything else."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from tests.readers.sheet_files import MAKERS, Put, read_as, table

REMEDY = "save it again as"


@cache
def whole(ending: str) -> bytes:
    rows: list[list[Any]] = [
        ["Indicator", None, "RAG"],
        ["Reduce x", Put(0.1713, "0.0%", "17.1%"), Put("Red", fill="FF0000")],
        ["Increase y", 347, Put("Green", fill="00FF00")],
    ]
    return MAKERS[ending](table(*rows, merged=[((1, 1), (1, 2))], hidden_rows=(3,)))


def refusal(content: bytes, ending: str) -> str | None:
    """The sentence with which the reader itself refuses the bytes, None if they are read."""
    try:
        found = read_as(ending, content)
    except ReportError as error:
        return str(error)
    addresses = [c.address for grid in found.grids for line in grid.lines for c in line.cells]
    assert len(set(addresses)) == len(addresses)
    return None


@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_file_that_is_cut_off_says_what_to_do(ending: str, share: float) -> None:
    content = whole(ending)
    said = refusal(content[: int(len(content) * share)], ending)
    assert said is not None
    assert said.startswith(f"report.{ending}: the workbook is damaged")
    assert REMEDY in said


@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("content", [b"a,b\nc,d\n", b"PK\x03\x04", b"<html></html>", b"%PDF-1.7"])
def test_another_format_under_the_name_of_a_workbook_says_what_to_do(
    ending: str, content: bytes
) -> None:
    said = refusal(content, ending)
    assert said is not None
    assert REMEDY in said


@pytest.mark.parametrize("ending", MAKERS)
@settings(deadline=None)
@given(data=st.data())
def test_any_change_of_bytes_is_read_or_refused_in_a_sentence(
    ending: str, data: st.DataObject
) -> None:
    content = bytearray(whole(ending))
    places = st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=20)
    for place in data.draw(places):
        content[place] = data.draw(st.integers(0, 255))
    said = refusal(bytes(content), ending)
    assert said is None or said.startswith(f"report.{ending}: ")
