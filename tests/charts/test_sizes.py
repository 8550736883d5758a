"""A picture in a size fills it whole: nothing is cut and nothing is stretched."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from kpi_core.charts.sizes import PAGE, SIZES, Size, fitted

INK = (10, 20, 30)


def picture(across: int, down: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (across, down), INK).save(made, "PNG")
    return made.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.mark.parametrize("size", SIZES.values(), ids=str)
def test_the_label_says_the_pixels(size: Size) -> None:
    assert f"{size.across:,}" in size.label
    assert size.down is None or f"{size.down:,}" in size.label


def test_a_page_is_as_high_as_the_chart() -> None:
    content = picture(1800, 123)
    assert fitted(content, PAGE, "#ffffff") is content


@given(some.integers(20, 2400), some.integers(20, 2400))
def test_a_slide_holds_the_whole_picture_in_its_own_shape(across: int, down: int) -> None:
    size = Size("small", "Small", 100, 160, 90)
    made = opened(fitted(picture(across, down), size, "#ffffff"))
    assert made.size == (160, 90)
    ink = [at for at in range(160 * 90) if made.getpixel((at % 160, at // 160)) == INK]
    shrink = min(160 / across, 90 / down, 1)
    assert len(ink) == round(across * shrink) * round(down * shrink)


def test_the_ground_has_the_theme_s_colour() -> None:
    size = Size("small", "Small", 100, 160, 90)
    assert opened(fitted(picture(10, 10), size, "#14181d")).getpixel((0, 0)) == (20, 24, 29)
