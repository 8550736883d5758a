"""What the national tables of a dataset say of one council's indicators, found once.

A group's figures come from the tables that the build made; only a list of councils that a person
chose is worked out here, from the figures of one measure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from kpi_core.cells import Problem
from kpi_core.comparators.aggregate import aggregate
from kpi_core.comparators.field import TOO_GREAT
from kpi_core.comparators.groups import CUSTOM, ENGLAND, GroupChoice, group_of
from kpi_core.comparators.national import National
from kpi_core.comparators.published import Measure, measure_of, of_period
from kpi_core.dataset import Dataset
from kpi_core.periods import Period, period_from_label
from kpi_core.present.records import Record, records
from kpi_core.present.standing.choice import Options, options
from kpi_core.present.standing.named import named
from kpi_core.rules.standing import SIZE_MATTERS
from kpi_core.vocabulary import Statistic, Unit

Place = tuple[str, str]
"""An indicator and the label of a period."""

Who = tuple[str, str | None]
"""Key of a group, and the dated set of neighbours where it is one."""


@dataclass(frozen=True)
class GroupValue:
    """A group's figure for one indicator and period; ``value`` is None with the ``reason``.

    ``by_size`` says that it depends on how large an area is, as numbers of cases do.
    """

    title: str
    statistic: Statistic
    value: Decimal | None
    members: int
    with_data: int
    reason: str | None = None
    by_size: bool = False

    @property
    def count_text(self) -> str:
        """How many members the figure is of; empty for a published one."""
        if self.statistic is Statistic.PUBLISHED or self.value is None:
            return ""
        return f"{self.with_data:,} of {self.members:,} members with a figure"

    @property
    def name(self) -> str:
        """Such as "Statistical neighbours, April 2021 (mean of 10)"."""
        return named(self.title, self.statistic, self.with_data, self.members)


class Published:
    """The national side of one council's indicators.

    Args:
        dataset: with or without national figures.
        organisation: the council.
        day: the last one of its report's period.
    """

    def __init__(self, dataset: Dataset, organisation: str, day: date | None) -> None:
        self.dataset = dataset
        self.organisation = organisation
        self.day = day

    @property
    def national(self) -> National:
        return self.dataset.national

    @cached_property
    def options(self) -> Options:
        return options(self.national, self.organisation, self.day)

    @cached_property
    def wholes(self) -> tuple[GroupChoice, ...]:
        """England and the council's region: the groups that figures are published for."""
        here = self.national.area.get(self.organisation, {})
        keys = {choice.key for choice in self.options.compare.values()}
        return tuple(GroupChoice(k) for k in (ENGLAND, here.get("region")) if k in keys)

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """The national measure of each indicator that has one with figures."""
        found = {
            row["indicator"]: measure_of(self.national, row["national_measure"])
            for row in self._indicators
            if row["national_measure"] is not None
        }
        return {key: measure for key, measure in found.items() if measure is not None}

    def counts_alike(self, row: Record) -> bool:
        """Whether an indicator's figures are in the unit of its national measure."""
        measure = self.measures.get(row["indicator"])
        return measure is not None and measure.unit is Unit(row["unit"])

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why an indicator joins no national measure, where the catalogue says so."""
        return {
            row["indicator"]: row["no_national_measure"]
            for row in self._indicators
            if row["no_national_measure"] is not None
        }

    @cached_property
    def standings(self) -> dict[Place, Record]:
        """The rows of the table ``standings`` about these indicators, in the order of time."""
        return {(row["indicator"], row["period_label"]): row for row in self._of("standings")}

    def periods(self, indicator: str) -> tuple[Period, ...]:
        """The periods that the measure of an indicator has figures of, the earliest first."""
        return self._periods.get(indicator, ())

    @cached_property
    def _periods(self) -> dict[str, tuple[Period, ...]]:
        found: dict[str, list[Period]] = {}
        for indicator, label in self.standings:
            period = period_of(label)
            if period is not None:
                found.setdefault(indicator, []).append(period)
        return {key: tuple(sorted(made, key=lambda p: p.sort_key)) for key, made in found.items()}

    def release_title(self, indicator: str, period: str) -> str:
        """The title of the release that the figures of a period are from."""
        row = self.standings.get((indicator, period))
        return "" if row is None else self._releases.get(row["release"], "")

    @cached_property
    def _releases(self) -> dict[str, str]:
        frame = self.national.releases
        return dict(zip(frame["release"], frame["title"], strict=True))

    def figure(
        self, indicator: str, period: str, choice: GroupChoice, statistic: Statistic | None = None
    ) -> GroupValue | None:
        """A group's figure; by its usual statistic where it has none by the one asked for."""
        found = (
            self._worked_out(indicator, period, choice)
            if choice.key == CUSTOM
            else self._groups.get((indicator, period), {}).get(
                (choice.key, choice.neighbour_set), {}
            )
        )
        if not found:
            return None
        usual = next(iter(found.values()))
        return usual if statistic is None else found.get(statistic, usual)

    @cached_property
    def _groups(self) -> dict[Place, dict[Who, dict[Statistic, GroupValue]]]:
        found: dict[Place, dict[Who, dict[Statistic, GroupValue]]] = {}
        for row in self._of("comparators"):
            here = found.setdefault((row["indicator"], row["period_label"]), {})
            statistic = Statistic(row["statistic"])
            value = None if row["value"] is None else Decimal(str(row["value"]))
            told = GroupValue(
                *(row["group_title"], statistic, value),
                *(int(row["members"]), int(row["with_data"]), row["reason"]),
                row["likeness_reason"] in (SIZE_MATTERS, TOO_GREAT),
            )
            here.setdefault((row["group"], row["neighbour_set"]), {})[statistic] = told
        return found

    def _worked_out(
        self, indicator: str, period: str, choice: GroupChoice
    ) -> Mapping[Statistic, GroupValue]:
        measure = self.measures.get(indicator)
        if measure is None:
            return {}
        figures = of_period(self.national.figures(measure.id), period)
        if figures is None:
            return {}
        group = group_of(self.national, self.organisation, choice, figures.day)
        if group is None:
            return {}
        made = (
            aggregate(group, statistic, figures.rows, measure.unit)
            for statistic in (Statistic.MEAN, Statistic.MEDIAN, Statistic.POOLED)
        )
        return {
            one.statistic: GroupValue(
                group.title, one.statistic, one.value, one.members, one.with_data, one.reason
            )
            for one in made
        }

    def _of(self, table: str) -> list[Record]:
        frame = self.dataset.frame(table)
        return records(frame[frame["organisation"] == self.organisation])

    @cached_property
    def _indicators(self) -> list[Record]:
        return self._of("indicators")


def period_of(label: str) -> Period | None:
    """A period by its label; None where none is stated."""
    found = period_from_label(label)
    return None if isinstance(found, Problem) else found
