"""What of the schemes found a catalogue can say: a share, with one side, of some earlier figures.

Met or not met is a share of nothing. Where no row is amber, or maintained, a share that no row
falls into gives the same words.
"""

from dataclasses import dataclass
from fractions import Fraction

from kpi_core.inference.answer import Answer, Candidate
from kpi_core.inference.bands import Sides, Width, clues, one_sided_clue, status_clue
from kpi_core.inference.limits import Fit, best_fit
from kpi_core.vocabulary import DirectionBasis


@dataclass(frozen=True)
class Storable:
    """Shares from ``low`` up to, not including, ``high``; for directions the bases that fit."""

    candidate: Candidate
    low: Fraction
    high: Fraction | None
    bases: tuple[DirectionBasis, ...] = ()

    def contains(self, share: Fraction) -> bool:
        return self.low <= share and (self.high is None or share < self.high)


def storable(answer: Answer) -> tuple[Storable, ...]:
    """The found schemes that a catalogue can say, in their order."""
    made = []
    for candidate in answer.found:
        bases = tuple(
            DirectionBasis(basis.value)
            for basis in candidate.bases
            if basis.value in set(DirectionBasis)
        )
        right = candidate.width in {Width.RELATIVE, Width.NONE}
        if (
            right
            and candidate.sides is not Sides.SYMMETRIC
            and bool(bases) == bool(candidate.bases)
        ):
            fit = _shares(candidate)
            made.append(Storable(candidate, fit.low, fit.high, bases))
    return tuple(made)


def _shares(candidate: Candidate) -> Fit:
    if candidate.width is Width.RELATIVE:
        return candidate.fit
    reading = one_sided_clue if candidate.bases else status_clue
    of_shares = [case for case in candidate.cases if case.other != 0]
    return best_fit(clues(of_shares, Width.RELATIVE, reading))
