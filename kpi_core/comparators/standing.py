"""How a council stands on one measure in one period, for a group that a person chooses."""

from dataclasses import dataclass, field
from decimal import Decimal

from kpi_core.comparators.aggregate import GroupFigure, aggregate, statistics_of
from kpi_core.comparators.cautions import cautions
from kpi_core.comparators.field import Field, field_of
from kpi_core.comparators.groups import Group, GroupChoice, group_of, ranked
from kpi_core.comparators.lines import Line, lines
from kpi_core.comparators.national import National
from kpi_core.comparators.published import Measure, PeriodFigures, measure_of, of_period
from kpi_core.formatting import figure_text
from kpi_core.periods import Period
from kpi_core.rules.standing import (
    LINEAR,
    METHODS,
    Bands,
    Likeness,
    Rank,
    Realism,
    achieves,
    bands,
    both_ways,
    rank,
    realism,
)
from kpi_core.rules.statistics.cases import Measured
from kpi_core.vocabulary import BothWays, Polarity, QuartileBand, Statistic


@dataclass(frozen=True)
class Asked:
    """What a person chose.

    Attributes:
        organisation: the council.
        measure: id of the national measure.
        period_label: period of the measure.
        group: whom to compare with.
        method: name of the way to find quarters, of ``rules.standing.METHODS``.
        polarity: which way is good, where it is not what the measure says.
        council_polarity: which way is good by the council, for a measure whose release does not
            say.
        reported: the council's own figure, to take the place of the published one.
    """

    organisation: str
    measure: str
    period_label: str
    group: GroupChoice
    method: str = LINEAR.name
    polarity: Polarity | None = None
    council_polarity: Polarity | None = field(default=None, kw_only=True)
    reported: Measured | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class Own:
    """The figure that is compared; ``sentence`` says whether it was published or reported."""

    value: Decimal | None
    reported: bool
    sentence: str


@dataclass(frozen=True)
class Compared:
    """The council against one figure of the group; ``gap`` is positive where ours is better."""

    figure: GroupFigure
    gap: Decimal | None
    likeness: Likeness


@dataclass(frozen=True)
class Standing:
    """Everything about one measure and period for one group.

    Attributes:
        rank: place among all councils with a figure.
        group_rank: place among the group's members and the council itself.
        quarters: those of all councils; ``quarter`` is the council's.
        group_quarters: those of the group's members and the council itself.
        compared: the group's figure by each statistic, the one to show first in front.
        lines: every council, the best first.
        total: whether the figures grow with the size of an area.
        cautions: sentences to stand beside the group.
    """

    measure: Measure
    period: Period
    group: Group
    polarity: Polarity
    own: Own
    rank: Rank
    group_rank: Rank
    quarters: Bands
    group_quarters: Bands
    quarter: QuartileBand | None
    compared: tuple[Compared, ...]
    lines: tuple[Line, ...]
    total: bool
    cautions: tuple[str, ...]

    @property
    def members(self) -> tuple[Line, ...]:
        """The group's members, those without a figure last."""
        return tuple(line for line in self.lines if line.in_group)

    def by(self, statistic: Statistic) -> Compared | None:
        """The group's figure by one statistic; None where the group has no such figure."""
        return next((c for c in self.compared if c.figure.statistic is statistic), None)


def standing(national: National, asked: Asked) -> Standing | None:
    """How a council stands; None where the measure, its period or the group does not exist."""
    measure = measure_of(national, asked.measure)
    if measure is None:
        return None
    figures = of_period(national.figures(asked.measure), asked.period_label)
    if figures is None:
        return None
    group = group_of(national, asked.organisation, asked.group, figures.day)
    if group is None:
        return None
    there = ranked(national, asked.organisation, figures.day)
    good = asked.polarity or measure.good_way(asked.council_polarity)
    whole = field_of(asked.organisation, measure, figures, there, asked.reported, good)
    return _standing(national, asked, whole, group)


def _standing(national: National, asked: Asked, whole: Field, group: Group) -> Standing:
    quarters = whole.quarters(METHODS[asked.method])
    inside = {s: whole.values.get(s) for s in (*group.members, asked.organisation)}
    return Standing(
        measure=whole.measure,
        period=whole.figures.period,
        group=group,
        polarity=whole.polarity,
        own=_own(asked, whole.measure, whole.figures),
        rank=whole.rank,
        group_rank=rank(asked.organisation, inside, whole.polarity),
        quarters=quarters,
        group_quarters=bands(inside.values(), method=METHODS[asked.method]),
        quarter=quarters.quarter_of(whole.values.get(asked.organisation), whole.polarity),
        compared=tuple(_compared(whole, group)),
        lines=lines(national, whole, group, quarters),
        total=whole.total,
        cautions=tuple(cautions(national, group, whole.measure)),
    )


def _compared(whole: Field, group: Group) -> list[Compared]:
    rows = whole.figures.rows
    found = (aggregate(group, s, rows, whole.measure.unit) for s in statistics_of(group, rows))
    return [Compared(figure, whole.gap(figure), whole.likeness(figure)) for figure in found]


def _own(asked: Asked, measure: Measure, figures: PeriodFigures) -> Own:
    published = figures.value(asked.organisation)
    if asked.reported is None:
        said = "The council's figure is the one of the release."
        none = "The release has no figure of the council."
        return Own(published, reported=False, sentence=none if published is None else said)
    beside = (
        "has none"
        if published is None
        else f"has {figure_text(published, measure.unit, measure.decimals)}"
    )
    said = f"The council's figure is the one that it reported itself; the release {beside}."
    return Own(asked.reported.value, reported=True, sentence=said)


@dataclass(frozen=True)
class TargetAmong:
    """A target among the figures of a group (the council's own figure is not among them).

    Attributes:
        realism: soft, hard or within reach, with who achieves it and the best quarter's bound.
        achieving: the members that achieve it, the best first.
        both: the council against its target and against the group's figure at once.
    """

    target: Decimal
    realism: Realism
    achieving: tuple[Line, ...]
    both: BothWays | None


def target_among(here: Standing, target: Decimal, statistic: Statistic) -> TargetAmong:
    """Which members achieve a target already, and whether it is soft or hard.

    Args:
        here: the council's standing for the group.
        target: the council's own, in the measure's unit.
        statistic: the group's figure that the council is held against as well.
    """
    polarity = here.polarity
    other = here.by(statistic)
    level = None if other is None else other.figure.value
    both = both_ways(here.own.value, target, level, polarity)
    return TargetAmong(
        target,
        realism(target, (n.value for n in here.members), polarity, total=here.total),
        tuple(line for line in here.members if achieves(line.value, target, polarity)),
        None if here.total else both,
    )
