"""A group's figures as one, with the number of members behind it (B3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from kpi_core.comparators.groups import ENGLAND, Group
from kpi_core.vocabulary import Statistic, Unit


@dataclass(frozen=True)
class GroupFigure:
    """``value`` is None where there is none, and ``reason`` then says why in a sentence."""

    statistic: Statistic
    value: Decimal | None
    members: int
    with_data: int
    reason: str | None = None


Rows = Mapping[str, Mapping[str, Any]]
"""Figures of one measure and period by subject: rows of ``observations``."""


def statistics_of(group: Group, rows: Rows) -> tuple[Statistic, ...]:
    """Which statistics of a group to show, the one that is shown first in front."""
    if group.key == ENGLAND:  # the mean and the median of it are those of all councils
        return (Statistic.PUBLISHED,)
    if group.subject is not None:
        return (Statistic.PUBLISHED, Statistic.MEAN, Statistic.MEDIAN)
    pooled = (Statistic.POOLED,) if any(_parts(rows, s) for s in group.members) else ()
    return (Statistic.MEAN, Statistic.MEDIAN, *pooled)


def aggregate(group: Group, statistic: Statistic, rows: Rows, unit: Unit) -> GroupFigure:
    """The figure of a group.

    Args:
        group: whose figures become one.
        statistic: how.
        rows: the figures of one measure and period, by subject.
        unit: the measure's; a pooled figure needs one that is a share (``Unit.per``).
    """
    found = [value for s in group.members if (value := _value(rows, s)) is not None]
    counts = len(group.members), len(found)
    if statistic is Statistic.PUBLISHED:
        value = _value(rows, group.subject) if group.subject else None
        why = None if value is not None else f"No figure is published for {group.title}."
        return GroupFigure(statistic, value, *counts, why)
    if not found:
        return GroupFigure(statistic, None, *counts, "No member has a figure.")
    if statistic is Statistic.POOLED:
        return _pooled(group.members, rows, unit)
    value = sum(found, Decimal(0)) / len(found) if statistic is Statistic.MEAN else median(found)
    return GroupFigure(statistic, value, *counts)


def _pooled(members: Sequence[str], rows: Rows, unit: Unit) -> GroupFigure:
    parts = [both for s in members if (both := _parts(rows, s)) is not None]
    counts = len(members), len(parts)
    below = sum((part[1] for part in parts), Decimal(0))
    if unit.per is None or not below:
        why = "The numbers of cases behind the members' figures are not known."
        return GroupFigure(Statistic.POOLED, None, *counts, why)
    above = sum((part[0] for part in parts), Decimal(0))
    return GroupFigure(Statistic.POOLED, unit.per * above / below, *counts)


def _value(rows: Rows, subject: str) -> Decimal | None:
    return _number(rows[subject]["value"]) if subject in rows else None


def _parts(rows: Rows, subject: str) -> tuple[Decimal, Decimal] | None:
    if subject not in rows:
        return None
    above, below = (_number(rows[subject][key]) for key in ("numerator", "denominator"))
    return None if above is None or below is None else (above, below)


def _number(value: object) -> Decimal | None:
    """A missing figure of a frame is NaN, which equals nothing."""
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return None
    return Decimal(str(value))
