"""The kinds of band that are tried, and what a row says of each one's tolerance."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from kpi_core.inference.case import Case, native, percent
from kpi_core.inference.limits import Clue
from kpi_core.vocabulary import Direction, Status, Word


class Width(Word):
    """How the tolerance of a band is measured."""

    RELATIVE = "relative"
    NATIVE = "native"
    POINTS = "points"
    NONE = "none"

    def of(self, case: Case) -> Fraction:
        return case.share if self is Width.RELATIVE else case.gain

    def text(self, tolerance: Fraction) -> str:
        """The tolerance for people; native units differ from row to row and are not named."""
        if self is Width.RELATIVE:
            return percent(tolerance)
        return f"{native(tolerance)} points" if self is Width.POINTS else native(tolerance)

    def miss(self, case: Case) -> str:
        return percent(case.share) if self is Width.RELATIVE else case.size


class Sides(Word):
    """Whether a small gain counts as maintained, as a small loss does."""

    ONE_SIDED = "one_sided"
    SYMMETRIC = "symmetric"


Reading = Callable[[Case, Width], Clue]


def status_clue(case: Case, width: Width) -> Clue:
    """Green or exceeded: target met. Amber: missed by up to the tolerance. Red: by more (R2)."""
    if case.gain >= 0:
        return Clue(case, never=case.word not in (Status.GREEN, Status.EXCEEDED))
    return _missed(case, width, Status.AMBER, Status.RED)


def one_sided_clue(case: Case, width: Width) -> Clue:
    """Any gain improves; a loss of up to the tolerance is maintained; beyond, declining (S4)."""
    if case.gain > 0:
        return Clue(case, never=case.word is not Direction.IMPROVING)
    if case.gain == 0:
        return Clue(case, never=case.word is not Direction.MAINTAINED)
    return _missed(case, width, Direction.MAINTAINED, Direction.DECLINING)


def symmetric_clue(case: Case, width: Width) -> Clue:
    """A gain or a loss of up to the tolerance is maintained (D3)."""
    if case.word is Direction.MAINTAINED:
        return _from(case, width)
    right = case.gain > 0 if case.word is Direction.IMPROVING else case.gain < 0
    return _below(case, width) if right else Clue(case, never=True)


def clues(cases: Iterable[Case], width: Width, reading: Reading) -> list[Clue]:
    return [reading(case, width) for case in cases]


def _missed(
    case: Case, width: Width, within: Status | Direction, beyond: Status | Direction
) -> Clue:
    if case.word is within:
        return _from(case, width)
    return _below(case, width) if case.word is beyond else Clue(case, never=True)


def _from(case: Case, width: Width) -> Clue:
    """Fits once the band is as wide as the distance, or never where there is no band."""
    distance = abs(width.of(case))
    return Clue(case, low=distance, never=width is Width.NONE and distance > 0)


def _below(case: Case, width: Width) -> Clue:
    return Clue(case, high=abs(width.of(case)))
