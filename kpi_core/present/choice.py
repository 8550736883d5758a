"""The reports that a reader can choose among, as people tell them apart."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kpi_core.dataset import Dataset
from kpi_core.present.words import period_text


@dataclass(frozen=True)
class ReportChoice:
    """One report: ``label`` is its period, and its title and id where others share that."""

    report: str
    organisation: str
    organisation_name: str
    label: str


@dataclass(frozen=True)
class ReportChoices:
    """The reports of a dataset, newest first; never none."""

    every: tuple[ReportChoice, ...]

    @property
    def newest(self) -> str:
        return self.every[0].report

    def __contains__(self, report: object) -> bool:
        return any(choice.report == report for choice in self.every)

    def by_organisation(self) -> Iterator[tuple[str, list[ReportChoice]]]:
        """Each organisation's name with its reports; the one with the newest report first."""
        found: dict[str, list[ReportChoice]] = {}
        for choice in self.every:
            found.setdefault(choice.organisation, []).append(choice)
        return ((choices[0].organisation_name, choices) for choices in found.values())


def report_choices(dataset: Dataset) -> ReportChoices:
    """The reports of a dataset; its table has them oldest first."""
    rows = dataset.tables["reports"].to_pylist()
    periods = Counter(_period(row) for row in rows)
    titles = Counter((_period(row), row["title"]) for row in rows)
    return ReportChoices(
        tuple(
            ReportChoice(
                row["report"],
                row["organisation"],
                row["organisation_name"],
                _label(row, periods[_period(row)], titles[_period(row), row["title"]]),
            )
            for row in reversed(rows)
        )
    )


def _period(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["organisation"], row["period_label"]


def _label(row: Mapping[str, Any], of_period: int, of_title: int) -> str:
    """With as many words as it takes to be the only one."""
    label = period_text(str(row["period_label"]))
    if of_period > 1:
        label += f", {row['title']}"
    return f"{label} ({row['report']})" if of_title > 1 else label
