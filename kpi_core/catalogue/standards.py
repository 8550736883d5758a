"""What one indicator is held to, and from when: scheme, target, floor and tolerance (R1, R8)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from kpi_core.catalogue.words import AnyNumber, Entry, Number, PeriodText, Share
from kpi_core.cells import Problem
from kpi_core.cells.targets import parse_target
from kpi_core.periods import Period, parse_period


def _readable(text: str) -> str:
    parsed = parse_target(text)
    if isinstance(parsed, Problem):
        raise ValueError(parsed.reason)  # noqa: TRY004  # pydantic gathers ValueErrors
    return text


class Standard(Entry):
    """What holds for one ``period``, or ``since`` one, or where neither is given, always.

    Attributes:
        scheme: name of the status scheme, where it is not the report's.
        target: as a report would print it, such as "at least 80%" or "10-15"; a report's own
            target for the same period wins.
        floor: the worst figure that is amber, in the indicator's unit.
        tolerance: how far short of the target is amber, in the indicator's unit.
        tolerance_share: the same as a share of the target.
    """

    since: PeriodText | None = None
    period: PeriodText | None = None
    scheme: str | None = None
    target: Annotated[str, AfterValidator(_readable)] | None = None
    floor: AnyNumber | None = None
    tolerance: Number | None = None
    tolerance_share: Share | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        for one, other in (("since", "period"), ("tolerance", "tolerance_share")):
            if getattr(self, one) is not None and getattr(self, other) is not None:
                raise ValueError(f"has both {one} and {other}; give one of them")
        if self.target is not None and self.period is None:
            raise ValueError("a target needs the period that it is for, a quarter or a year")
        return self

    @property
    def named(self) -> Period | None:
        """The one period that it is for, if it is for one."""
        return _period(self.period) if self.period is not None else None

    def rank(self, period: Period) -> tuple[int, date] | None:
        """How closely this is meant for a period, the larger the closer; None if it is not."""
        named = self.named
        if named is not None:
            if named.label not in (period.label, period.financial_year_label):
                return None
            return (3 if named == period else 2), date.min
        if self.since is None:
            return 0, date.min
        first = _period(self.since).start
        if first is None or period.start is None or period.start < first:
            return None
        return 1, first


def standard_for(standards: Iterable[Standard], period: Period) -> Standard:
    """Everything that holds for a period as one standard; key by key, the closest one wins."""
    ranked = [(standard.rank(period), standard) for standard in standards]
    meant = sorted((rank, at) for at, (rank, _) in enumerate(ranked) if rank is not None)
    merged: dict[str, object] = {}
    for _, at in meant:
        given = ranked[at][1].model_dump(exclude={"since", "period"}, exclude_none=True)
        if given.keys() & {"tolerance", "tolerance_share"}:
            merged = {k: v for k, v in merged.items() if not k.startswith("tolerance")}
        merged |= given
    return Standard.model_construct(**merged)  # type: ignore[arg-type]


def _period(text: str) -> Period:
    parsed = parse_period(text)
    assert isinstance(parsed, Period)  # the model has read it
    return parsed
