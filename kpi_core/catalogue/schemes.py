"""Status schemes as a catalogue names them: how a status is decided."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import ValidationInfo, field_validator, model_validator

from kpi_core.catalogue.words import Entry, Number, PeriodText, one_of
from kpi_core.vocabulary import DirectionBasis

DEFAULT_STATUS_SCHEME = "relative-5"


class SchemeKind(StrEnum):
    """How a status scheme tells its colours apart (R1).

    ``relative`` and ``absolute``: by the distance from the target, as a share of it or in the
    indicator's own unit. ``floor``: amber from a floor up to the target. ``agreed``: within the
    tolerance agreed for the indicator. ``not_worse``: short of the band, the direction decides.
    ``met``: met or not, without amber. ``contextual``: no colour.
    """

    RELATIVE = "relative"
    ABSOLUTE = "absolute"
    FLOOR = "floor"
    AGREED = "agreed"
    NOT_WORSE = "not_worse"
    MET = "met"
    CONTEXTUAL = "contextual"


WIDTHS = ("amber_within", "green_within", "exceeded_beyond")
"""Keys that are a share for a relative kind and a number of the indicator's unit for another."""

_NEEDS: Mapping[SchemeKind, tuple[str, ...]] = MappingProxyType(
    {
        SchemeKind.RELATIVE: ("amber_within",),
        SchemeKind.ABSOLUTE: ("amber_within",),
        SchemeKind.NOT_WORSE: ("green_within",),
    }
)
_MAY_HAVE: Mapping[SchemeKind, tuple[str, ...]] = MappingProxyType(
    {
        SchemeKind.RELATIVE: ("green_within", "exceeded_beyond", "zero_within"),
        SchemeKind.ABSOLUTE: ("green_within", "exceeded_beyond"),
        SchemeKind.NOT_WORSE: ("basis",),
    }
)


class StatusScheme(Entry):
    """How a figure becomes red, amber or green. All limits belong to the better colour (R2).

    Attributes:
        kind: what tells the colours apart.
        amber_within: how far a figure may be short of the target and be amber.
        green_within: how far it may be short and still be green; 0 means the target is to be met.
        exceeded_beyond: better than the target by more than this is "exceeded", a fourth colour.
        zero_within: ``amber_within`` in the indicator's unit where the target is zero (R3).
        basis: the earlier figure that ``not_worse`` looks at.
        since: first period that it holds for; before it, the scheme that it ``replaces`` (R8).
    """

    version: int = 1
    kind: Annotated[SchemeKind, one_of(SchemeKind)] = SchemeKind.RELATIVE
    amber_within: Number | None = None
    green_within: Number | None = None
    exceeded_beyond: Number | None = None
    zero_within: Number | None = None
    basis: Annotated[DirectionBasis, one_of(DirectionBasis)] | None = None
    since: PeriodText | None = None
    replaces: str | None = None
    description: str = ""

    @field_validator(*WIDTHS)
    @classmethod
    def _share_where_relative(cls, given: Decimal | None, info: ValidationInfo) -> Decimal | None:
        shares = (SchemeKind.RELATIVE, SchemeKind.NOT_WORSE)
        if given is not None and given >= 1 and info.data.get("kind") in shares:
            raise ValueError(f"has to be less than 1, and is {given}")
        return given

    @field_validator("basis")
    @classmethod
    def _one_earlier_figure(cls, given: DirectionBasis | None) -> DirectionBasis | None:
        if given is not None and given.needs_more:
            plain = ", ".join(basis for basis in DirectionBasis if not basis.needs_more)
            raise ValueError(f"has to be one earlier figure here: {plain}; and is {given}")
        return given

    @model_validator(mode="after")
    def _keys_of_its_kind(self) -> Self:
        needed, allowed = _NEEDS.get(self.kind, ()), _MAY_HAVE.get(self.kind, ())
        for key in needed:
            if getattr(self, key) is None:
                raise ValueError(f"a scheme of kind {self.kind.value!r} needs {key}")
        for key in (*WIDTHS, "zero_within", "basis"):
            if getattr(self, key) is not None and key not in (*needed, *allowed):
                raise ValueError(f"a scheme of kind {self.kind.value!r} has no {key}; take it out")
        return self

    @model_validator(mode="after")
    def _keys_that_fit_together(self) -> Self:
        if self.amber_within is not None and (self.green_within or 0) > self.amber_within:
            raise ValueError("green_within has to be at most amber_within")
        if self.replaces is not None and self.since is None:
            raise ValueError("a scheme that replaces another needs since, its first period")
        return self

    @property
    def rates_exceeded(self) -> bool:
        """Whether it tells "exceeded" from green."""
        return self.exceeded_beyond is not None


BUILT_IN: Mapping[str, StatusScheme] = MappingProxyType(
    {
        DEFAULT_STATUS_SCHEME: StatusScheme(amber_within=Decimal("0.05")),
        "met-or-not-met": StatusScheme(kind=SchemeKind.MET),
        "floor-standard": StatusScheme(kind=SchemeKind.FLOOR),
        "agreed-tolerance": StatusScheme(kind=SchemeKind.AGREED),
        "contextual": StatusScheme(kind=SchemeKind.CONTEXTUAL),
    }
)
"""Schemes that need no entry, since nothing of them is left to a council; an entry wins."""
