"""Direction schemes as a catalogue names them: the earlier point, and the dead band around it."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator

from kpi_core.catalogue import toml
from kpi_core.catalogue.sentences import LONGEST_VALUE
from kpi_core.catalogue.words import Entry, Number, PeriodText, one_of
from kpi_core.cells import Problem
from kpi_core.periods import Period, parse_period
from kpi_core.vocabulary import DirectionBasis

DEFAULT_DIRECTION_SCHEME = "last-reported-one-sided-5"

SINCE_A_YEAR_BEFORE = "a-year-before"
"""How the name of a longer-term scheme starts that no catalogue names."""

FEWEST_POINTS = 3
"""A line needs more than two figures: two are a change (D5)."""

LONGEST_WINDOW = 120
"""Ten years of months."""


class DeadBand(StrEnum):
    """How the width of a dead band is measured (D3)."""

    RELATIVE = "relative"
    ABSOLUTE = "absolute"


class DirectionScheme(Entry):
    """From which earlier point, and which changes are too small to count (D1, D3).

    A gain of up to ``better_within`` and a loss of up to ``worse_within`` are maintained, these
    sizes included. A larger gain is improving, a larger loss declining. With ``better_within`` at
    0 any gain is improving; with both the same the band is symmetric.

    Attributes:
        band: relative, of the compared figure; or absolute, in the indicator's own unit, which
            for a percentage is percentage points.
        start: the first period of the plan; for the basis ``start_of_plan`` alone.
        window: how many periods up to the rated one a line is fitted to; for ``regression`` alone.
        least_points: how many of them need a figure; all, where it is not given.
    """

    version: int = 1
    basis: Annotated[DirectionBasis, one_of(DirectionBasis)] = DirectionBasis.LAST_REPORTED
    band: Annotated[DeadBand, one_of(DeadBand)] = DeadBand.RELATIVE
    worse_within: Number
    better_within: Number = Decimal(0)
    start: PeriodText | None = Field(default=None, validate_default=True)
    window: int | None = Field(
        default=None, ge=FEWEST_POINTS, le=LONGEST_WINDOW, validate_default=True
    )
    least_points: int | None = Field(default=None, ge=FEWEST_POINTS)
    description: str = ""

    @property
    def start_period(self) -> Period | None:
        """The period that ``start`` names."""
        parsed = parse_period(self.start) if self.start is not None else None
        return None if isinstance(parsed, Problem) else parsed

    @property
    def points_needed(self) -> int:
        """How many figures a line needs, 0 where none is fitted."""
        return self.least_points or self.window or 0

    @field_validator("worse_within", "better_within")
    @classmethod
    def _a_share_is_less_than_all(cls, width: Decimal, info: ValidationInfo) -> Decimal:
        if info.data.get("band") is DeadBand.RELATIVE and width >= 1:
            raise ValueError(
                f"has to be less than 1, which is all of the compared figure, and is "
                f"{toml.said(str(width), LONGEST_VALUE)}; "
                'a size in the indicator\'s own unit needs band = "absolute"'
            )
        return width

    @field_validator("start", "window", "least_points")
    @classmethod
    def _of_its_basis(cls, given: Any, info: ValidationInfo) -> Any:
        owner, basis = _OWNERS[str(info.field_name)], info.data.get("basis")
        if given is not None and basis not in {owner, None}:
            raise ValueError(f'is for basis = "{owner}" alone, and the basis here is "{basis}"')
        if given is None and basis is owner and info.field_name in _NEEDED:
            raise ValueError(f'is missing, and has to be given with basis = "{owner}"')
        return given

    @field_validator("least_points")
    @classmethod
    def _within_the_window(cls, least: int | None, info: ValidationInfo) -> int | None:
        window = info.data.get("window")
        if least is not None and window is not None and least > window:
            raise ValueError(f"has to be at most the window of {window}, and is {least}")
        return least


_OWNERS = {
    "start": DirectionBasis.START_OF_PLAN,
    "window": DirectionBasis.REGRESSION,
    "least_points": DirectionBasis.REGRESSION,
}
"""The one basis that each of these keys belongs to."""

_NEEDED = ("start", "window")


def since_a_year_before(scheme: DirectionScheme) -> DirectionScheme:
    """The longer term where no scheme is named for it: a year, with the same dead band."""
    return DirectionScheme(
        version=scheme.version,
        basis=DirectionBasis.SAME_PERIOD_LAST_YEAR,
        band=scheme.band,
        worse_within=scheme.worse_within,
        better_within=scheme.better_within,
        description="The dead band is that of the direction above.",
    )
