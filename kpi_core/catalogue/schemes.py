"""Rating schemes as a catalogue names them: how a status and how a direction is decided."""

from enum import StrEnum
from typing import Annotated

from kpi_core.catalogue.words import Entry, Share, one_of
from kpi_core.vocabulary import DirectionBasis

DEFAULT_STATUS_SCHEME = "relative-5"
DEFAULT_DIRECTION_SCHEME = "last-reported-one-sided-5"


class BandKind(StrEnum):
    """How the amber band of a status scheme is measured."""

    RELATIVE = "relative"


class StatusScheme(Entry):
    """Green: target met. Amber: short of it by up to ``amber_within`` of it. Red: beyond (R1)."""

    version: int = 1
    kind: Annotated[BandKind, one_of(BandKind)] = BandKind.RELATIVE
    amber_within: Share
    description: str = ""

    @property
    def rates_exceeded(self) -> bool:
        """Whether it tells "exceeded" from green; no kind of three colours does."""
        return False


class DirectionScheme(Entry):
    """Any gain is improving; a loss of up to ``worse_within`` is maintained; beyond, declining."""

    version: int = 1
    basis: Annotated[DirectionBasis, one_of(DirectionBasis)] = DirectionBasis.LAST_REPORTED
    worse_within: Share
    description: str = ""
