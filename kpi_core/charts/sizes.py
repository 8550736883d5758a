"""The sizes that a picture is taken away in: for a page, a slide, or a post."""

import io
from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class Size:
    """``inner`` is the width that the chart is laid out in, before it is drawn larger.

    ``across`` and ``down`` are the pixels of the finished picture. Without ``down`` it is as high
    as the chart needs.
    """

    name: str
    label: str
    inner: int
    across: int
    down: int | None = None

    @property
    def scale(self) -> float:
        """How many pixels are drawn for one of the layout."""
        return self.across / self.inner


PAGE = Size("page", "Page, 1,800 pixels across", 900, 1800)

SIZES: dict[str, Size] = {
    size.name: size
    for size in (
        PAGE,
        Size("slide", "Slide, 1,920 by 1,080 pixels", 1200, 1920, 1080),
        Size("social", "Post, 1,200 by 675 pixels", 900, 1200, 675),
    )
}


def fitted(picture: bytes, size: Size, background: str) -> bytes:
    """A PNG on a ground of the size's shape; one that is too high is made smaller, never cut.

    Args:
        picture: PNG bytes.
        size: what it has to fill; one without a height leaves the picture as it is.
        background: colour of the ground, such as ``#ffffff``.
    """
    if size.down is None:
        return picture
    with Image.open(io.BytesIO(picture)) as drawn:
        inside = drawn.convert("RGB")
    shrink = min(size.across / inside.width, size.down / inside.height, 1)
    fits = (round(inside.width * shrink), round(inside.height * shrink))
    inside = inside.resize(fits, Image.Resampling.LANCZOS) if shrink < 1 else inside
    ground = Image.new("RGB", (size.across, size.down), background)
    ground.paste(inside, ((size.across - inside.width) // 2, (size.down - inside.height) // 2))
    made = io.BytesIO()
    ground.save(made, "PNG")
    return made.getvalue()
