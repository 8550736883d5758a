"""The variation chart: limits with their words, trial ones dashed, signals by shape and colour."""

from dataclasses import replace
from typing import Any

import pytest

from kpi_core.charts import spc
from kpi_core.charts.theme import DARK, LIGHT, Palette
from kpi_core.vocabulary import Variation
from tests.charts.frames import Reading, reading
from tests.charts.test_chart_theme import contrast

Layer = dict[str, Any]


def spec_of(drawn: Reading) -> Layer:
    spec: Layer = spc.draw(drawn, LIGHT, description="Finding.").to_dict()
    for layer in spec["layer"]:
        name = layer.get("data", {}).get("name")
        layer["rows"] = spec["datasets"][name] if name else layer["data"]["values"]
    return spec


def layers(found: Layer, mark: str) -> list[Layer]:
    return [layer for layer in found["layer"] if layer["mark"]["type"] == mark]


def words(found: Layer) -> str:
    return " ".join(row["text"] for layer in layers(found, "text") for row in layer["rows"])


def rules(found: Layer) -> dict[float, Layer]:
    """Lines across the plot by their level."""
    made = {}
    for layer in layers(found, "rule"):
        made |= {row["value"]: layer["mark"] for row in layer["rows"] if "value" in row}
    return made


@pytest.mark.parametrize(("trial", "dash"), [(True, [5, 4]), (False, [1, 0])])
def test_X5_trial_limits_are_dashed_and_named(trial: bool, dash: list[int]) -> None:
    found = spec_of(reading(trial))
    assert rules(found)[30.4]["strokeDash"] == dash
    assert rules(found)[11.8]["strokeDash"] == dash
    assert ("Trial upper limit" in words(found)) is trial
    assert rules(found)[21.1]["strokeDash"] == [1, 0]


def test_X8_each_kind_has_the_published_colour_its_own_shape_and_its_word() -> None:
    found = spec_of(reading())
    marks = list(layers(found, "point")[1]["rows"])
    looks = {row["kind"]: (row["shape"], row["fill"]) for row in marks}
    assert looks == {
        "ordinary_variation": ("circle", "#a6a6a6"),
        "concern": ("cross", "#e46c0a"),
        "change": ("triangle-right", "#490092"),
        "improvement": ("diamond", "#00b0f0"),
    }
    assert all(kind.word in words(found) for kind in Variation)
    assert rules(found)[16.0]["color"] == "#de1b1b"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_target_line_and_the_outline_of_marks_stand_out(palette: Palette) -> None:
    assert contrast(spc.TARGET, palette.page) >= 3
    assert contrast(palette.ink, palette.page) >= 3


def test_M6_the_line_breaks_at_a_gap_and_the_gap_is_named() -> None:
    found = spec_of(reading())
    (line,) = layers(found, "line")
    assert len({row["segment"] for row in line["rows"]}) == 2
    assert len(line["rows"]) == 6
    assert "Left empty" in words(found)


def test_without_limits_the_figures_stand_alone() -> None:
    found = spec_of(replace(reading(), lines=(), near=()))
    assert rules(found) == {}
    assert "limit" not in words(found)
    assert len(layers(found, "point")[1]["rows"]) == 6


def test_a_cut_axis_is_said() -> None:
    said = spec_of(reading())["description"]
    assert said.startswith("Finding. The value axis starts at ")
