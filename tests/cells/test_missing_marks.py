"""Texts that stand where something is missing, and commentary that says only that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells.missing import missing_from, no_commentary
from kpi_core.vocabulary import Missing


@pytest.mark.parametrize(
    ("missing", "texts"),
    [
        (Missing.BLANK, ("", " ", "\u00a0")),
        (Missing.DASH, ("-", "–", "---")),
        (Missing.NOT_AVAILABLE, ("N/A", "n/a", "NA", "null", "x", "[x]", "[w]", "..", "#N/A")),
        (Missing.NOT_AVAILABLE, ("[note 1]", "[Note 12]", "see note 3", "(See note 3)", "N/K")),
        (Missing.NOT_AVAILABLE, ("Further information required", "Measure not available")),
        (Missing.NOT_APPLICABLE, ("z", "[z]", "Not applicable")),
        (Missing.AWAITED, ("TBC", "To follow", "Awaiting publication")),
        (Missing.SUPPRESSED, ("c", "[c]", "*")),
        (Missing.LOW, ("k", "[k]", "low")),
        (Missing.UNRELIABLE, ("u", "[u]")),
        (Missing.NOT_COLLECTED, ("Not collected", "Discontinued")),
        (Missing.NOT_DUE, ("Annual measure", "Reported annually", "Not due this quarter")),
    ],
)
def test_M2_marks_and_words_for_what_is_missing(missing: Missing, texts: tuple[str, ...]) -> None:
    assert {text: missing_from(text) for text in texts} == dict.fromkeys(texts, missing)


@pytest.mark.parametrize(
    "text", ["0", "0.0%", "nil", "none", "C", "[1]", "[note]", "No notes", "Annual", "note 1"]
)
def test_M4_what_may_be_something_is_not_missing(text: str) -> None:
    assert missing_from(text) is None


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("No notes", True),
        ("No comment.", True),
        ("None", True),
        ("-", True),
        ("N/A", True),
        ("", True),
        ("No notes were kept of the meeting", False),
        ("0", False),
    ],
)
def test_commentary_that_says_there_is_none(text: str, nothing: bool) -> None:
    assert no_commentary(text) is nothing


@given(st.text())
def test_any_text_is_missing_or_not(text: str) -> None:
    assert isinstance(missing_from(text), Missing | None)
    assert isinstance(no_commentary(text), bool)
