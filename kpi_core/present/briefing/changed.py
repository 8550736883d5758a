"""Which kinds of change there are between what is known now and what was known before."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kpi_core.present.briefing.sides import Side
from kpi_core.vocabulary import ChangeKind, Missing


class Seen(NamedTuple):
    """A kind of change, and the side that the present one is held against."""

    kind: ChangeKind
    then: Side


def changed(earlier: Sequence[Side], now: Side) -> Iterator[Seen]:
    """Every change of colour, of direction and of having a figure; none of a side with itself.

    A colour is held against the last one that is known, and so is a direction: what is reported
    every other quarter is red for the first time also where the report between had no figure.

    Args:
        earlier: sides of the same indicator, newest first.
        now: the present one.
    """
    then = last_rated(earlier)
    if then is not None and then.status is not None and now.status is not None:
        colour = ChangeKind.between_statuses(then.status, now.status)
        if colour is not None:
            yield Seen(colour, then)
    then = next((side for side in earlier if side.direction is not None), None)
    if then is not None and then.direction is not None and now.direction is not None:
        turn = ChangeKind.between_directions(then.direction, now.direction)
        if turn is not None:
            yield Seen(turn, then)
    for then in earlier[:1]:
        if _newly_missing(then, now):
            yield Seen(ChangeKind.NEWLY_MISSING, then)
        elif then.value is None and now.value is not None:
            yield Seen(ChangeKind.NOW_GIVEN, then)


def last_rated(earlier: Sequence[Side]) -> Side | None:
    """The newest side that has a status."""
    return next((side for side in earlier if side.status is not None), None)


def _newly_missing(then: Side, now: Side) -> bool:
    """A figure that is not due is not missing, and one that was gone before is not newly so."""
    gone = now.value is None and now.missing is not Missing.NOT_DUE
    return gone and then.value is not None and not then.after_gap
