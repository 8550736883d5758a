"""Dots beside each other where their figures are close: the same figures, the same picture."""

from collections.abc import Iterator, Sequence
from itertools import count

ACROSS = 46
"""Dots that fit beside each other across the narrowest plot."""


def levels(values: Sequence[float | None], first: Sequence[bool] = ()) -> list[int]:
    """How far each dot stands from the middle line: 0, then 1 above, 1 below (-1), and so on.

    Each dot is set as near to the line as it can without touching one that is set already.

    Args:
        values: a missing figure has no dot, and gets 0.
        first: which dots are set before the others, so that they stand near the line.
    """
    known = [at for at, value in enumerate(values) if value is not None]
    found = [value for value in values if value is not None]
    apart = (max(found) - min(found)) / ACROSS if found else 0.0
    early = {at for at, wanted in enumerate(first) if wanted}
    placed: dict[int, list[float]] = {}
    made = [0] * len(values)
    for at in sorted(known, key=lambda at: (at not in early, values[at], at)):
        value = float(values[at] or 0)
        made[at] = next(step for step in _steps() if _free(placed.get(step, []), value, apart))
        placed.setdefault(made[at], []).append(value)
    return made


def _steps() -> Iterator[int]:
    yield 0
    for step in count(1):
        yield step
        yield -step


def _free(there: Sequence[float], value: float, apart: float) -> bool:
    return all(value != other and abs(value - other) >= apart for other in there)
