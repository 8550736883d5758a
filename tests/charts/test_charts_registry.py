"""Every registered chart: compiles, renders as PNG and SVG, and loses no word on the way."""

import struct
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from kpi_core.charts import CHARTS
from kpi_core.charts.render import WIDTH, framed, png, svg
from kpi_core.charts.theme import DARK, FONT, LIGHT, Palette
from kpi_core.present.caption import Caption
from tests.charts.frames import CAPTION, DRAWN

SVG = "{http://www.w3.org/2000/svg}"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
HOSTILE = (
    "=1+1",
    '<script>alert(1)</script> & <b> "quoted" ]]> -->',
    "$x^2$ [a](b) :red[x]",
    "nul \x00 bell \x07",
    "two\nlines",
    "w" * 10_000,
    "{datum.value}",
)


def picture(name: str, caption: Caption = CAPTION, palette: Palette = LIGHT) -> bytes:
    chart = CHARTS[name](DRAWN[name](), palette, description="The finding.")
    return svg(framed(chart, caption, palette))


def texts(content: bytes) -> str:
    root = ET.fromstring(content)  # noqa: S314  (our own picture)
    return " ".join(" ".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def test_charts_are_registered_under_their_own_name_and_each_has_a_frame_to_test() -> None:
    assert {name: kind.name for name, kind in CHARTS.items()} == {name: name for name in CHARTS}
    assert set(DRAWN) == set(CHARTS)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_fills_its_place_and_says_its_finding(name: str, palette: Palette) -> None:
    spec = CHARTS[name](DRAWN[name](), palette, description="Red: 17.1%.").to_dict()
    assert spec["width"] == "container"
    assert spec["description"].startswith("Red: 17.1%.")
    assert spec["config"]["font"] == FONT


@pytest.mark.parametrize("name", CHARTS)
def test_png_is_twice_as_wide_and_its_title_is_drawn(name: str) -> None:
    chart = CHARTS[name](DRAWN[name](), LIGHT, description="")
    content = png(framed(chart, CAPTION, LIGHT))
    assert content.startswith(PNG_SIGNATURE)
    width, _ = struct.unpack(">II", content[16:24])
    assert abs(width - 2 * WIDTH) <= 2 * 40
    strip = Image.open(BytesIO(content)).convert("L").crop((0, 0, width, 100))
    assert sum(strip.histogram()[:128]) > 2_000, "the title has left no ink: is the font known?"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("name", CHARTS)
def test_svg_says_title_finding_and_every_fact_as_text(name: str, palette: Palette) -> None:
    content = picture(name, palette=palette)
    said = " ".join(texts(content).split())
    for label, fact in CAPTION.facts().items():
        assert (fact if label in ("Title", "Finding") else f"{label}: {fact}") in said
    root = ET.fromstring(content)  # noqa: S314  (our own picture)
    assert root.findtext(f"{SVG}title") == CAPTION.title
    assert root.findtext(f"{SVG}desc") == CAPTION.finding


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_names_a_generic_font_to_fall_back_on(name: str) -> None:
    root = ET.fromstring(picture(name))  # noqa: S314  (our own picture)
    fonts = {text.get("font-family") for text in root.iter(f"{SVG}text")}
    assert fonts == {FONT}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_in_a_caption_is_drawn_and_never_run(hostile: str) -> None:
    caption = replace(CAPTION, title=hostile, finding=hostile, filters=hostile)
    content = picture("trend", caption)
    root = ET.fromstring(content)  # noqa: S314  (our own picture)
    assert not list(root.iter(f"{SVG}script"))
    kept = "".join(hostile.replace("\x00", "\ufffd").replace("\x07", "\ufffd").split())
    assert "".join(texts(content).split()).count(kept) == 3
    assert float(root.get("width", "0")) <= WIDTH + 40, "a long word is folded, not cut off"


@pytest.mark.parametrize("name", CHARTS)
def test_the_chart_that_is_framed_is_left_as_it_was(name: str) -> None:
    chart = CHARTS[name](DRAWN[name](), LIGHT, description="")
    before = chart.to_dict()
    framed(chart, CAPTION, LIGHT)
    assert chart.to_dict() == before
