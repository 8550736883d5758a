"""Folding of text and spreading of labels, and the two charts that list indicators in rows."""

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.charts import comparison, status_grid
from kpi_core.charts.measure import text_width, wrap, wrap_evenly
from kpi_core.charts.spread import spread
from kpi_core.charts.theme import LIGHT
from tests.charts.frames import REPORT, comparisons, history


@given(st.text(), st.floats(20, 900), st.booleans())
def test_folding_loses_no_letter_and_no_line_is_too_wide(
    text: str, width: float, bold: bool
) -> None:
    for fold in (wrap, wrap_evenly):
        lines = fold(text, width, 11, bold=bold)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(text_width(line, 11, bold=bold) <= width for line in lines)


def test_two_lines_share_their_words() -> None:
    text = "Children in care in the same placement for 2 years or more"
    assert wrap(text, 300, 11, bold=True)[1] == "more"
    assert wrap_evenly(text, 300, 11, bold=True)[1] == "placement for 2 years or more"


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(1, 60)), max_size=8))
def test_labels_never_cover_each_other(labels: list[tuple[float, float]]) -> None:
    wanted, heights = [at for at, _ in labels], [tall for _, tall in labels]
    centres = spread(wanted, heights, 0, 300)
    ends = sorted((c - h / 2, c + h / 2) for c, h in zip(centres, heights, strict=True))
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(ends))
    assert not ends or ends[0][0] >= -1e-6
    if sum(heights) <= 300:
        assert not ends or ends[-1][1] <= 300 + 1e-6


def test_a_label_alone_stays_where_it_wants_to_be() -> None:
    assert spread([120.0], [30.0], 0, 300) == [120.0]


def rows(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    names = [x["data"]["name"] for x in spec["layer"] if x["mark"]["type"] == mark]
    return [row for name in dict.fromkeys(names) for row in spec["datasets"][name]]


def grid(frame: pd.DataFrame) -> dict[str, Any]:
    spec: dict[str, Any] = status_grid.draw(frame, LIGHT, description="").to_dict()
    return spec


def test_the_grid_has_a_named_mark_for_every_indicator_and_quarter() -> None:
    cells = [row for row in rows(grid(history()), "point") if "period_label" in row]
    assert len(cells) == len(REPORT) * 5
    gaps = [cell for cell in cells if cell["status"] == "no_figure"]
    assert {(cell["shape"], cell["word"]) for cell in gaps} == {("stroke", "No figure")}


def test_the_grid_keeps_the_order_of_the_report_and_says_every_title() -> None:
    bold = [layer for layer in grid(history())["layer"] if layer["mark"].get("fontWeight")]
    spec = grid(history())
    said = " ".join(row["text"] for row in spec["datasets"][bold[0]["data"]["name"]])
    assert said == " ".join(title for title, *_ in REPORT)


def test_many_quarters_are_lettered_and_the_key_spells_the_letters_out() -> None:
    frame = history()
    later = frame.assign(
        period_label=frame["period_label"].str.replace("20", "30"),
        period_position=frame["period_position"] + 5,
    )
    spec = grid(pd.concat([frame, later], ignore_index=True))
    cells = [row for row in rows(spec, "point") if "period_label" in row]
    assert {cell["word"] for cell in cells} == {"R", "A", "G", "N", ""}
    key = {row["text"] for row in rows(spec, "text") if "text" in row}
    assert {"R: Red", "A: Amber", "G: Green", "N: Not rated", "No figure"} <= key


def test_points_and_rates_never_share_an_axis() -> None:
    both = pd.concat([comparisons(), comparisons("Per 10,000")])
    assert comparison.unit_groups(both) == ["Percentage points", "Per 10,000"]
    with pytest.raises(ValueError, match="one unit group"):
        comparison.draw(both, LIGHT, description="")


def compared(frame: pd.DataFrame) -> dict[str, Any]:
    spec: dict[str, Any] = comparison.draw(frame, LIGHT, description="").to_dict()
    return spec


def test_zero_is_in_the_middle_and_every_gap_is_on_the_axis() -> None:
    spec = compared(comparisons())
    scale = next(x["encoding"]["x"]["scale"] for x in spec["layer"] if x["mark"]["type"] == "point")
    low, high = scale["domain"]
    assert low == -high
    assert comparisons()["gap"].abs().max() < high


def test_the_named_comparator_is_filled_and_the_others_are_hollow() -> None:
    ends = [row for row in rows(compared(comparisons()), "point") if "kind" in row]
    assert {(row["kind"], row["fill"] == LIGHT.page) for row in ends} == {
        ("named", False),
        ("quoted", True),
    }


def test_target_and_published_figures_have_shapes_of_their_own() -> None:
    frame = comparisons()
    frame.loc[0, "kind"], frame.loc[1, "kind"] = "target", "published"
    ends = [row for row in rows(compared(frame), "point") if "kind" in row]
    shapes = {row["kind"]: row["shape"] for row in ends}
    assert len(set(shapes.values())) == 3
    assert shapes["named"] == shapes["quoted"]


def test_a_note_that_all_share_is_said_once_and_others_beside_their_figure() -> None:
    shared = " ".join(row["text"] for row in rows(compared(comparisons()), "text") if "text" in row)
    assert shared.count("period not stated") == 1
    frame = comparisons()
    frame.loc[0, "note"] = "2018/19"
    mixed = " ".join(row["text"] for row in rows(compared(frame), "text") if "text" in row)
    assert mixed.count("(2018/19)") == 1
    assert "Comparators as quoted:" not in mixed


def test_nothing_to_compare_is_still_a_chart() -> None:
    assert compared(comparisons().iloc[:0])["layer"]
    assert grid(history().iloc[:0])["layer"]
