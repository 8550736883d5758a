"""HTML builders: text in, never markup."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.web import markup
from kpi_core.web.markup import BLANK, Column, chip, image, join, link, table, tag, text

STYLE = Path(markup.__file__).parent / "static" / "style.css"


@given(st.text())
def test_text_never_becomes_markup(words: str) -> None:
    for made in (text(words), tag("p", words), table(words, [words], [[words]], running=words)):
        inside = made.replace("<p>", "").replace("</p>", "")
        assert "<script" not in inside
    assert tag("p", words)[3:-4].count("<") == 0
    href = link(words, "name")
    assert href.count('"') == 4


def test_what_a_builder_made_is_not_escaped_twice() -> None:
    assert join([tag("b", "a & b"), " < "]) == "<b>a &amp; b</b> &lt; "


@pytest.mark.parametrize("missing", [None, math.nan])
def test_a_missing_value_is_empty(missing: object) -> None:
    assert text(missing) == ""


def test_a_table_names_its_headings_rows_and_cells() -> None:
    made = table("Counts", ["Status", Column("All", number=True)], [["Red", "8"]])
    assert "<caption>Counts</caption>" in made
    assert '<th scope="col" role="columnheader" class="kpi-number">All</th>' in made
    assert '<th scope="row" role="rowheader">Red</th>' in made
    assert '<td role="cell" class="kpi-number" data-label="All">8</td>' in made


def test_zero_and_empty_cells_are_told_apart() -> None:
    made = table("t", ["a", "b", "c"], [["x", 0, None]])
    assert 'data-label="b">0</td>' in made
    assert f'data-label="c">{BLANK}</td>' in made
    assert 'class="kpi-blank"' in BLANK
    assert ".kpi-table td:has(> .kpi-blank) { display: none; }" in STYLE.read_text("utf-8")


def test_a_row_of_the_wrong_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zip"):
        table("t", ["a", "b"], [["only one"]])


def test_a_status_is_never_colour_alone() -> None:
    made = chip("red", "Red", "▲", declared=False)
    assert made == (
        '<span class="kpi-chip kpi-red kpi-hollow"><span aria-hidden="true">▲</span> Red</span>'
    )


def test_a_picture_has_words() -> None:
    assert 'alt="up &quot;then&quot; down"' in image("data:image/svg+xml,", 'up "then" down')
