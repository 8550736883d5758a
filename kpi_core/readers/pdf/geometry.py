"""Rectangles on a page, in points from its top left corner."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

SHELF = 20.0
"""The height of a shelf: about two lines of text."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``top`` is smaller than ``bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> "Box":
        """The smallest box around at least one box."""
        all_boxes = list(boxes)
        return cls(
            min(box.x0 for box in all_boxes),
            min(box.top for box in all_boxes),
            max(box.x1 for box in all_boxes),
            max(box.bottom for box in all_boxes),
        )

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, other: "Box") -> bool:
        """The middle of the other box is in this one."""
        x, y = other.middle
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def encloses(self, other: "Box", slack: float = 1.0) -> bool:
        """All of the other box is in this one."""
        return (
            self.x0 - slack <= other.x0
            and other.x1 <= self.x1 + slack
            and self.top - slack <= other.top
            and other.bottom <= self.bottom + slack
        )

    def beside(self, other: "Box") -> bool:
        """The two share some height."""
        return min(self.bottom, other.bottom) > max(self.top, other.top)

    def meets(self, other: "Box", slack: float = 0.0) -> bool:
        """The two touch, or lie within ``slack`` of each other."""
        return min(self.x1, other.x1) + slack >= max(self.x0, other.x0) and min(
            self.bottom, other.bottom
        ) + slack >= max(self.top, other.top)


SHELVES = 1_000
"""No page is higher than so many shelves; what a damaged file puts beyond is not looked for."""


class Shelves(Generic[T]):
    """Things by the height of the page at which they stand, to find those at one place fast."""

    def __init__(self, things: Iterable[T], box_of: Callable[[T], Box]) -> None:
        self._shelves: dict[int, list[T]] = {}
        for thing in things:
            box = box_of(thing)
            lowest, highest = (
                max(-SHELVES, min(y // SHELF, SHELVES)) for y in (box.top, box.bottom)
            )
            for shelf in range(int(lowest), int(highest) + 1):
                self._shelves.setdefault(shelf, []).append(thing)

    def at(self, box: Box) -> Sequence[T]:
        """Those at the height of the middle of a box, in the order in which they were given."""
        return self._shelves.get(int(box.middle[1] // SHELF), ())
