"""The sparkline shows gaps and its last figure, as a picture and in words."""

from base64 import b64decode
from xml.etree import ElementTree as ET

import pytest

from kpi_core.charts.sparkline import HEIGHT, WIDTH, sparkline_text, sparkline_uri

SVG = "{http://www.w3.org/2000/svg}"
LABELS = ("2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4")


def drawn(*values: float | None) -> tuple[list[str], list[tuple[float, float]]]:
    """The paths and the dots of a sparkline."""
    head, _, body = sparkline_uri(values).partition(",")
    assert head == "data:image/svg+xml;base64"
    root = ET.fromstring(b64decode(body))  # noqa: S314  (our own picture)
    paths = [path.get("d", "") for path in root.iter(f"{SVG}path")]
    dots = [(float(c.get("cx", "")), float(c.get("cy", ""))) for c in root.iter(f"{SVG}circle")]
    return paths, dots


def test_a_gap_breaks_the_line_and_leaves_a_tick() -> None:
    paths, dots = drawn(16.0, 15.3, 11.5, None, 17.1)
    assert [path.count("L") for path in paths] == [2, 0, 1]
    assert "H" in paths[1]
    assert dots == [(WIDTH - 4, 4)]


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_none_and_nan_are_the_same_gap(missing: float | None) -> None:
    assert drawn(1.0, missing, 2.0) == drawn(1.0, None, 2.0)


def test_zero_is_a_figure() -> None:
    paths, dots = drawn(0.0, 0.0)
    assert len(paths) == 1
    assert len(dots) == 1


@pytest.mark.parametrize("values", [(), (None,), (None, None), (5.0,), (5.0, 5.0), (1e300, -1e300)])
def test_any_series_is_drawn_inside_the_picture(values: tuple[float | None, ...]) -> None:
    _, dots = drawn(*values)
    assert len(dots) == any(value is not None for value in values)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in dots)


def test_the_last_figure_is_marked_where_the_last_period_has_none() -> None:
    _, dots = drawn(1.0, 2.0, None)
    assert dots[0][0] == WIDTH / 2


def test_words_say_each_year_once_and_name_the_gap() -> None:
    texts = ("16.0%", "15.3%", "11.5%", "Left empty", "17.1%")
    assert sparkline_text(texts, LABELS) == (
        "2018/19 Q4 16.0%, 2019/20 Q1 15.3%, Q2 11.5%, Q3 left empty, Q4 17.1%"
    )


def test_words_for_periods_without_quarters_are_said_whole() -> None:
    assert sparkline_text(("1", "2"), ("2019", "2020")) == "2019 1, 2020 2"
