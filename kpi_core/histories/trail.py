"""One indicator over the reports of its organisation."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from kpi_core.catalogue import IndicatorEntry, name_key
from kpi_core.facts import IndicatorFacts, ReportFacts
from kpi_core.histories.wording import Wording


class How(Enum):
    """What an indicator was recognised by, surest first; NEW where nothing fits."""

    CATALOGUE = "catalogue"
    REFERENCE = "reference"
    NAME = "name"
    CLOSE = "close"
    NEW = "new"


@dataclass(frozen=True, eq=False)
class Row:
    """An indicator's line in one report; ``entry`` is what the catalogue says of it.

    ``at`` counts the reports from the oldest, ``reference`` is None where it tells nothing, and
    ``same_named`` counts earlier lines of the report with this very name.
    """

    at: int
    report: ReportFacts
    facts: IndicatorFacts
    entry: IndicatorEntry | None = None
    reference: str | None = None
    same_named: int = 0

    @property
    def name(self) -> str:
        return self.facts.indicator.name

    @cached_property
    def name_place(self) -> tuple[str, int]:
        return name_key(self.name), self.same_named

    @cached_property
    def wording(self) -> Wording:
        return Wording.of(self.name)


@dataclass(frozen=True)
class Step:
    """A row and how it was found to be the indicator of the rows before; ``doubt`` in words."""

    row: Row
    how: How
    doubt: str = ""


class Trail:
    """The rows of one indicator, oldest first."""

    def __init__(self, first: Row) -> None:
        self.steps: list[Step] = [Step(first, How.NEW)]

    def add(self, row: Row, how: How, doubt: str = "") -> None:
        self.steps.append(Step(row, how, doubt))

    @property
    def rows(self) -> Iterator[Row]:
        return (step.row for step in self.steps)

    @property
    def last(self) -> Row:
        return self.steps[-1].row

    @property
    def entry(self) -> IndicatorEntry | None:
        """What the catalogue says of any wording; the newest that it lists."""
        return next((step.row.entry for step in reversed(self.steps) if step.row.entry), None)

    def may_hold(self, row: Row) -> bool:
        """Two ids in the catalogue are two indicators, whatever else fits."""
        entry = self.entry
        return entry is None or row.entry is None or entry.id == row.entry.id
