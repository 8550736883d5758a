"""What of the schemes found a catalogue can say: for statuses a share, for directions any band.

Met or not met is a share of nothing. Where no row is amber, or maintained, a share that no row
falls into gives the same words.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.catalogue import DeadBand, DirectionScheme
from kpi_core.inference.answer import Answer, Candidate
from kpi_core.inference.bands import Sides, Width, clues, one_sided_clue, status_clue
from kpi_core.inference.limits import Fit, best_fit
from kpi_core.inference.simplest import ALL, simplest
from kpi_core.vocabulary import DirectionBasis

SHARES = (Width.RELATIVE, Width.NONE)


@dataclass(frozen=True)
class Storable:
    """Sizes from ``low`` up to, not including, ``high``; for directions the bases that fit."""

    candidate: Candidate
    low: Fraction
    high: Fraction | None
    bases: tuple[DirectionBasis, ...] = ()

    @property
    def band(self) -> DeadBand:
        """How a dead band of this size is measured."""
        return DeadBand.RELATIVE if self.candidate.width in SHARES else DeadBand.ABSOLUTE

    @property
    def symmetric(self) -> bool:
        return self.candidate.sides is Sides.SYMMETRIC

    @property
    def simplest(self) -> Decimal | None:
        """The size that a person would write, None if there is none."""
        below = ALL if self.band is DeadBand.RELATIVE else None
        return simplest(self.low, self.high, below)

    def contains(self, size: Fraction) -> bool:
        return self.low <= size and (self.high is None or size < self.high)

    def allows(self, scheme: DirectionScheme) -> bool:
        """Whether a direction scheme of a catalogue is one of these."""
        better = scheme.worse_within if self.symmetric else Decimal(0)
        same = scheme.band is self.band and scheme.better_within == better
        return same and scheme.basis in self.bases and self.contains(Fraction(scheme.worse_within))


def storable(answer: Answer) -> tuple[Storable, ...]:
    """The found schemes that a catalogue can say, in their order."""
    made = []
    for candidate in answer.found:
        if candidate.bases or candidate.width in SHARES:
            fit = _sizes(candidate)
            made.append(Storable(candidate, fit.low, fit.high, candidate.bases))
    return tuple(made)


def _sizes(candidate: Candidate) -> Fit:
    if candidate.width is not Width.NONE:
        return candidate.fit
    reading = one_sided_clue if candidate.bases else status_clue
    of_shares = [case for case in candidate.cases if case.other != 0]
    return best_fit(clues(of_shares, Width.RELATIVE, reading))
