"""What is found of where a year is heading."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.outlook.year import Year
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.vocabulary import Assurance, NoOutlook, OutlookKind


@dataclass(frozen=True)
class Spread:
    """What past variation suggests for the end of the year, bounds included: an estimate.

    ``count`` is the number of figures it comes from, ``trial`` that they are too few for settled
    limits, ``clipped`` that it ends at what is possible.
    """

    low: Fraction
    high: Fraction
    count: int
    trial: bool
    clipped: bool
    holds: Assurance = Assurance.NONE


@dataclass(frozen=True)
class Usual:
    """Mean size of the change from one period to the next, from ``count`` changes."""

    size: Fraction
    count: int


@dataclass(frozen=True)
class Outlook:
    """``sentence`` is what is known and ``estimate`` what past variation suggests, if anything.

    ``needed`` is target minus latest figure, in native units, not turned by polarity.
    For a count that runs through the year that is what is still to come, ``needed_each`` so much
    in each period left, ``each_so_far`` and ``each_last_year`` what came in each so far and what
    came a year before in the periods that are left now, ``by_profile`` where the year ends if the
    same share of it is done as a year before. For other figures it is the change that the figure
    has to make. ``spread`` is a refusal where there is no range, None where none is called for.
    """

    kind: OutlookKind
    sentence: str
    estimate: str = ""
    refusal: NoOutlook | None = None
    notes: tuple[str, ...] = ()
    year: Year | None = None
    so_far: Decimal | None = None
    target: Decimal | None = None
    needed_each: Fraction | None = None
    each_so_far: Fraction | None = None
    each_last_year: Fraction | None = None
    by_profile: Fraction | None = None
    usual: Usual | None = None
    spread: Spread | Refusal | None = None

    @property
    def needed(self) -> Decimal | None:
        if self.target is None or self.so_far is None:
            return None
        return self.target - self.so_far
