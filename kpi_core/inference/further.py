"""Status schemes with more than one limit, and those that look back (R1).

They are tried where a single band does not say it all: where a row is green though it missed its
target, is declared exceeded, or is amber beyond what another row is red for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi_core.inference.bands import Width
from kpi_core.inference.case import Case
from kpi_core.inference.limits import NEARLY, Clue, Fit, best_fit
from kpi_core.vocabulary import DirectionBasis, Status, Word


class Limit(Word):
    """What a tolerance parts from what, by the key of a catalogue."""

    EXCEEDED = "exceeded_beyond"
    GREEN = "green_within"
    AMBER = "amber_within"


@dataclass(frozen=True)
class Looked:
    """A usable row; ``gains`` are its gains on earlier figures, None where there is none."""

    case: Case
    gains: tuple[Fraction | None, ...] = ()


@dataclass(frozen=True)
class Further:
    """One scheme of several limits.

    Attributes:
        width: how the limits are measured.
        limits: the interval of each limit that the rows need.
        basis: the earlier figure that parts amber from red beyond green, if one does.
        total: rows that it was tried on: those whose target is not zero.
        misfits: the rows that it does not reproduce.
    """

    width: Width
    limits: tuple[tuple[Limit, Fit], ...]
    basis: DirectionBasis | None
    total: int
    misfits: tuple[Case, ...]

    @property
    def exact(self) -> bool:
        return not self.misfits

    @property
    def nearly(self) -> bool:
        return self.total - len(self.misfits) >= NEARLY * self.total


BASES = (DirectionBasis.SAME_PERIOD_LAST_YEAR, DirectionBasis.LAST_REPORTED)
"""Earlier figures that are tried for a scheme that looks back, in the order of ``gains``."""


def further(rows: Sequence[Looked], *, plain: bool) -> tuple[Further, ...]:
    """The schemes that reproduce all rows, else those that nearly do.

    Args:
        rows: the usable ones.
        plain: whether a single band reproduces all of them, exceeded taken for met.
    """
    words = {row.case.word for row in rows}
    if plain and Status.EXCEEDED not in words:
        return ()
    shares = [row for row in rows if row.case.other != 0]  # all schemes on the same rows
    if len({row.case.word for row in shares}) < 2:
        return ()
    tried = [_of_limits(shares, width) for width in (Width.RELATIVE, Width.NATIVE)]
    if not plain and Status.EXCEEDED not in words:
        tried += [_not_worse(shares, at) for at in range(len(BASES))]
    exact = [scheme for scheme in tried if scheme.exact]
    return tuple(exact or [scheme for scheme in tried if scheme.nearly])


def _of_limits(rows: Sequence[Looked], width: Width) -> Further:
    cases = [row.case for row in rows]
    wanted = [Limit.AMBER]
    if any(case.word is Status.GREEN and case.gain < 0 for case in cases):
        wanted.insert(0, Limit.GREEN)
    if any(case.word is Status.EXCEEDED for case in cases):
        wanted.insert(0, Limit.EXCEEDED)
    if Status.AMBER not in {case.word for case in cases} and Limit.GREEN in wanted:
        wanted.remove(Limit.AMBER)
    clue = {Limit.EXCEEDED: _exceeded, Limit.GREEN: _green, Limit.AMBER: _amber}
    green = Limit.GREEN in wanted
    fits = tuple((at, best_fit([clue[at](case, width) for case in cases])) for at in wanted)
    met = [c for c in cases if not green and (c.gain >= 0) is not _is_met(c)]
    return _made(width, fits, None, cases, met)


def _not_worse(rows: Sequence[Looked], at: int) -> Further:
    cases = [row.case for row in rows]
    fit = best_fit([_green(case, Width.RELATIVE) for case in cases])
    wrong = [row.case for row in rows if not _is_met(row.case) and not _turned(row, at)]
    return _made(Width.RELATIVE, ((Limit.GREEN, fit),), BASES[at], cases, wrong)


def _turned(row: Looked, at: int) -> bool:
    """Whether a row beyond green is amber for not being worse, or red for being worse."""
    gain = row.gains[at] if at < len(row.gains) else None
    return gain is not None and (row.case.word is Status.AMBER) is (gain >= 0)


def _made(
    width: Width,
    limits: tuple[tuple[Limit, Fit], ...],
    basis: DirectionBasis | None,
    cases: Sequence[Case],
    wrong: Iterable[Case],
) -> Further:
    missed = {id(case) for case in wrong}
    missed |= {id(case) for _, fit in limits for case in fit.misfits}
    misfits = tuple(case for case in cases if id(case) in missed)
    return Further(width, limits, basis, len(cases), misfits)


def _is_met(case: Case) -> bool:
    return case.word in (Status.GREEN, Status.EXCEEDED)


def _exceeded(case: Case, width: Width) -> Clue:
    """Exceeded: better by more than the limit. Green: better by the limit at most."""
    gain = width.of(case)
    if case.word is Status.EXCEEDED:
        return Clue(case, high=gain)
    return Clue(case, low=max(gain, Fraction(0)) if case.word is Status.GREEN else Fraction(0))


def _green(case: Case, width: Width) -> Clue:
    """Green: short by the limit at most. Amber and red: short by more."""
    short = -width.of(case)
    if _is_met(case):
        return Clue(case, low=max(short, Fraction(0)))
    return Clue(case, high=short)


def _amber(case: Case, width: Width) -> Clue:
    """Amber: short by the limit at most. Red: short by more."""
    short = -width.of(case)
    if case.word is Status.AMBER:
        return Clue(case, low=max(short, Fraction(0)))
    if case.word is Status.RED:
        return Clue(case, high=short)
    return Clue(case)
