"""The trend: gaps are gaps, zero plots, labels keep apart, and the axis owns up."""

import re
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import Any

import pytest

from kpi_core.charts import trend
from kpi_core.charts.measure import text_width
from kpi_core.charts.render import framed, svg
from kpi_core.charts.theme import LIGHT, LINE_HEIGHT, SIZE
from tests.charts.frames import CAPTION, PERIODS, REPORT, points, series

Layer = dict[str, Any]


def spec(**changes: Any) -> Layer:
    return spec_of(replace(series(changes.pop("row", 0)), **changes))


def spec_of(drawn: Any) -> Layer:
    spec: Layer = trend.draw(drawn, LIGHT, description="Finding.").to_dict()
    for layer in spec["layer"]:
        name = layer.get("data", {}).get("name")
        layer["rows"] = spec["datasets"][name] if name else layer["data"]["values"]
    return spec


def layers(found: Layer, mark: str) -> list[Layer]:
    return [layer for layer in found["layer"] if layer["mark"]["type"] == mark]


def words(found: Layer) -> list[str]:
    return [row["text"] for layer in layers(found, "text") for row in layer["rows"]]


def test_the_line_breaks_at_a_gap_and_the_gap_is_named() -> None:
    found = spec()
    line = layers(found, "line")[0]["rows"]
    assert [row["period_label"] for row in line] == [p for p in PERIODS if p != "2019/20 Q3"]
    assert len({row["segment"] for row in line}) == 2
    gap = layers(found, "rect")[0]["rows"]
    assert [row["period_label"] for row in gap] == ["2019/20 Q3"]
    assert {"Left", "empty"} <= set(words(found))


def test_zero_is_drawn_as_a_figure() -> None:
    frame = points().assign(value=[0.0, 0.0, 2.0, 0.0, 0.0])
    found = spec(points=frame, levels=(), bands=())
    assert [row["value"] for row in layers(found, "line")[0]["rows"]] == [0.0, 0.0, 2.0, 0.0, 0.0]
    assert domain(found)[0] == 0


def domain(found: Layer) -> list[float]:
    scales = [layer["encoding"].get("y", {}).get("scale") for layer in found["layer"]]
    ends: list[float] = next(scale["domain"] for scale in scales if scale)
    return ends


def test_the_description_says_where_a_cut_axis_starts() -> None:
    assert spec()["description"] == "Finding. The value axis starts at 9.6%, not at zero."
    frame = points().assign(value=[0.0, 1.0, 2.0, 3.0, 4.0])
    assert spec(points=frame, levels=(), bands=())["description"].startswith("Finding.")
    whole = spec(points=frame, levels=(), bands=(), comparators=series(2).comparators)
    assert whole["description"] == "Finding."


def test_the_target_runs_only_over_the_periods_it_is_known_for() -> None:
    found = spec(target_periods=("2018/19 Q4", "2019/20 Q1", "2019/20 Q4"))
    spans = next(layer["rows"] for layer in layers(found, "rule") if "target" in layer["rows"][0])
    assert [(row["start"], row["end"]) for row in spans] == [
        ("2018/19 Q4", "2019/20 Q1"),
        ("2019/20 Q4", "2019/20 Q4"),
    ]


def test_no_target_draws_neither_rule_nor_band() -> None:
    found = spec(levels=(), bands=(), target_label="", target_periods=())
    assert not [word for word in words(found) if "arget" in word]
    assert len(layers(found, "rect")) == 1


def test_comparators_with_one_figure_share_a_line_and_a_label() -> None:
    said = " ".join(words(spec(row=1)))
    assert "Statistical neighbours, North West, England 21%, period not stated" in said


def test_a_status_of_ours_is_hollow_and_the_declared_one_filled() -> None:
    marks = layers(spec(), "point")[1]["rows"]
    assert [row["fill"] for row in marks] == [LIGHT.page, LIGHT.page, LIGHT.page, LIGHT.red]
    assert {"Filled: declared in the report", "Hollow: computed by us"} <= set(words(spec()))


def test_an_indicator_without_any_figure_is_drawn_as_gaps() -> None:
    frame = points().assign(value=float("nan"), missing_word="Left empty", status="no_figure")
    found = spec(points=frame)
    assert len(layers(found, "rect")[0]["rows"]) == len(PERIODS)
    assert spec_of(replace(series(), points=frame.iloc[:0], levels=()))["layer"]


@pytest.mark.parametrize("row", range(len(REPORT)))
def test_no_label_covers_another_in_the_shipped_report(row: int) -> None:
    """Labels of points share their columns only with the words of that point."""
    found = spec(row=row)
    by_column: dict[str, list[float]] = {}
    for layer in layers(found, "text"):
        if layer["mark"].get("stroke"):
            continue  # the halo of the same words
        for word in layer["rows"]:
            place = word.get("period_label") or str(layer["encoding"]["x"]["value"])
            by_column.setdefault(place, []).append(word["y"])
    for middles in by_column.values():
        middles.sort()
        assert all(b - a >= 12.9 for a, b in pairwise(middles))


def long_series(number: int) -> Any:
    frame = points().iloc[[0]]
    return frame.loc[frame.index.repeat(number)].assign(
        period_label=[f"20{year}/{year + 1} Q1" for year in range(10, 10 + number)],
        period_position=range(number),
        value=range(number),
        value_text=[f"{value}.0%" for value in range(number)],
        is_rated=[at == number - 1 for at in range(number)],
        status="red",
        status_word="Red",
    )


def key_top(found: Layer) -> float:
    signs = next(layer for layer in layers(found, "text") if layer["mark"].get("align") == "left"
                 and "Filled: declared in the report" in str(layer["rows"]))  # fmt: skip
    return float(min(row["y"] for row in signs["rows"]))


@pytest.mark.parametrize("number", [8, 9, 16])
def test_the_key_stands_below_the_labels_of_the_periods(number: int) -> None:
    frame = long_series(number)
    frame["declared"] = False
    found = spec(points=frame, levels=(), bands=())
    (axis,) = [layer["encoding"]["x"]["axis"] for layer in found["layer"]
               if layer["encoding"].get("x", {}).get("axis")][:1]  # fmt: skip
    longest = max(text_width(label, SIZE) for label in frame["period_label"])
    lines = longest if axis["labelAngle"] else 2 * LINE_HEIGHT
    assert key_top(found) >= found["height"] + lines
    assert axis["labelOverlap"] == "parity"


def test_only_the_rated_point_speaks_where_there_is_no_room_for_all() -> None:
    found = spec(points=long_series(8), levels=(), bands=())
    spoken = (layer for layer in layers(found, "text") if layer["rows"])
    labels = next(layer for layer in spoken if "always" in layer["rows"][0])
    assert {row["text"] for row in labels["rows"] if row["always"]} == {"7.0%", "Red"}
    widest = max(text_width(row["text"], SIZE) for row in labels["rows"])
    test = labels["encoding"]["opacity"]["condition"]["test"]
    assert test == f"datum.always || room >= {ceil(8 * widest)}"
    assert {"name": "room", "expr": "width"} in found["params"]


def test_words_of_gaps_wait_for_room_and_the_key_says_what_shading_is() -> None:
    frame = long_series(9).assign(missing_word="Left empty")
    frame["value"] = [None, *range(1, 9)]
    found = spec(points=frame, levels=(), bands=())
    gaps = next(layer for layer in layers(found, "text") if {"Left"} <= {
        row["text"] for row in layer["rows"]})  # fmt: skip
    widest = max(text_width(row["text"], SIZE) for row in gaps["rows"])
    assert gaps["encoding"]["opacity"]["condition"]["test"] == f"room >= {ceil(9 * widest)}"
    assert "Shaded: no figure" in words(found)
    assert "Shaded: no figure" not in words(spec())  # five periods have room for the words


def test_a_download_has_room_for_every_label() -> None:
    chart = trend.draw(replace(series(), points=long_series(8)), LIGHT, description="Finding.")
    words = re.findall(r"<text[^>]*>([^<]*)", svg(framed(chart, CAPTION, LIGHT)).decode())
    assert {f"{value}.0%" for value in range(8)} <= set(words)


def test_the_key_explains_points_that_are_not_rated() -> None:
    frame = points().assign(status="red", status_word="Red")
    assert "Not rated" not in words(spec(points=frame))
    frame.loc[0, ["status", "status_word"]] = ["not_rated", "Not rated"]
    assert "Not rated" in words(spec(points=frame))


def test_a_long_series_is_labelled_at_its_ends_and_where_it_is_rated() -> None:
    labels = [f"20{year}/{year + 1}" for year in range(10, 30)]
    one = points().iloc[[0]]
    frame = one.loc[one.index.repeat(20)].assign(
        period_label=labels, period_position=range(20), value=range(20), is_rated=False
    )
    frame["value_text"] = [str(value) for value in range(20)]
    said = words(spec(points=frame, levels=(), bands=(), comparators=series(2).comparators))
    assert [word for word in said if word.isdigit()] == ["0", "19", "0", "19"]
