"""What was found about one question: how statuses, or directions, of a report are decided."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kpi_core.inference.bands import Sides, Width
from kpi_core.inference.case import Case
from kpi_core.inference.further import Further
from kpi_core.inference.limits import NEARLY, Fit
from kpi_core.vocabulary import DirectionBasis


@dataclass(frozen=True)
class Candidate:
    """One scheme that was tried.

    Attributes:
        width: how its tolerance is measured.
        fit: the tolerances that reproduce most rows.
        outside: usable rows that the scheme says nothing of, each with its title.
        bases: for a direction the bases that give each row the same earlier figure.
        sides: for a direction whether its dead band has one side or two.
        cases: the rows that the scheme was tried on.
    """

    width: Width
    fit: Fit
    cases: tuple[Case, ...]
    outside: tuple[str, ...] = ()
    bases: tuple[DirectionBasis, ...] = ()
    sides: Sides | None = None

    @property
    def exact(self) -> bool:
        return not self.fit.misfits and not self.outside

    @property
    def total(self) -> int:
        return len(self.cases) + len(self.outside)

    @property
    def nearly(self) -> bool:
        return self.fit.fitted >= NEARLY * self.total

    @property
    def wrong_way(self) -> tuple[Case, ...]:
        """Rows called improving that are worse, or declining that are better: no band helps."""
        turned = {"improving": -1, "declining": 1}
        return tuple(c for c in self.cases if turned.get(c.word.value, 0) * c.gain > 0)


@dataclass(frozen=True)
class Answer:
    """What was found.

    Attributes:
        what: ``status`` or ``direction``.
        words: how often each word is declared on the rows that can be used.
        left_out: why rows cannot be used, each with their number.
        tried: every scheme that was tried; none where ``reason`` says why nothing can be told.
        note: what the evidence leaves open although something fits.
        further: status schemes of several limits that fit where no single band says it all.
    """

    what: str
    words: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    tried: tuple[Candidate, ...] = ()
    reason: str | None = None
    note: str | None = None
    further: tuple[Further, ...] = ()

    @property
    def usable(self) -> int:
        return sum(count for _, count in self.words)

    @property
    def fitting(self) -> tuple[Candidate, ...]:
        """The schemes that reproduce every row that can be used."""
        return tuple(candidate for candidate in self.tried if candidate.exact)

    @property
    def nearest(self) -> tuple[Candidate, ...]:
        """Where none reproduces all rows, those that reproduce most of them."""
        if self.fitting or not self.tried:
            return ()
        most = max(candidate.fit.fitted for candidate in self.tried)
        return tuple(c for c in self.tried if c.fit.fitted == most)

    @property
    def found(self) -> tuple[Candidate, ...]:
        """The schemes that fit all rows, else those that nearly do; none where neither is so."""
        return self.fitting or tuple(candidate for candidate in self.nearest if candidate.nearly)


def counted(words: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Each word with its number, the most frequent first."""
    return tuple(Counter(words).most_common())
