"""Which columns of a file are the cases that a percentage or rate is made of.

Declared here and checked against every figure: only where the cases give the figure within
rounding do they stand beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kpi_core.findings import Finding
from kpi_core.national.cases import Cases, gives
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.dfe.shape import Shape
from kpi_core.national.printed import printed
from kpi_core.vocabulary import Severity


@dataclass(frozen=True)
class Share:
    """``figure`` is ``cases`` for each ``per`` of ``of``; ``of`` None is a line with the total."""

    figure: str
    cases: str
    of: str | None
    per: int = 100


SHARES = (
    Share("CPP_subsequent_percent", "CPP_subsequent", "CPP_start"),
    Share("rereferral_percent", "rereferral_count", "referral_count"),
    Share("no_further_action_percent", "no_further_action_count", "referral_count"),
    Share("not_in_need_percent", "not_in_need_count", "referral_count"),
    Share("rereferral_child_percent", "rereferral_child_count", "referral_child_count"),
    Share("rate_per_10000", "children_count", "population_estimate", 10_000),
    Share("children_percent", "children_count", None),
    Share("care_leaver_percent", "care_leaver_count", None),
)

OF_A_PART: Mapping[str, str] = {
    "SDQ score is normal": "SDQ score was received",
    "SDQ score is borderline": "SDQ score was received",
    "SDQ score is a cause for concern": "SDQ score was received",
    "Received an intervention for their substance misuse problem": (
        "Identified as having a substance misuse problem"
    ),
    "Offered intervention but refused it": "Identified as having a substance misuse problem",
}
"""Lines whose percentage is not of the total but of another line."""

_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)


@dataclass
class Parts:
    """The cases of each figure of a table; ``differ`` counts those that do not give it."""

    table: CsvTable
    shape: Shape
    _differ: Counter[str] = field(default_factory=Counter)
    _agree: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._breakdown = self._with_totals()
        self._totals = self._lines_by_part() if self._breakdown is not None else {}
        self._shares = {
            table_at: share
            for share in SHARES
            if (table_at := self._column(share.figure)) is not None
            and self._column(share.cases) is not None
            and (share.of is None or self._column(share.of) is not None)
        }

    def of(self, at: int, column: int, places: int) -> Cases | None:
        """The cases of the figure in a line and column; None where there are none that give it."""
        share = self._shares.get(column)
        figure = printed(self.table.lines[at][column]).value
        if share is None or figure is None:
            return None
        cases = self._cases(share, at)
        if cases is None:
            return None
        agrees = gives(cases, figure, share.per, places)
        (self._agree if agrees else self._differ)[share.figure] += 1
        return cases if agrees else None

    def findings(self) -> Iterator[Finding]:
        """One for each column in which some cases do not give their figure."""
        for column, count in self._differ.items():
            message = (
                f"{count:,} of {count + self._agree[column]:,} figures in {column} are not what "
                "the printed numbers of cases give, mostly as sums of regions are rounded to 10; "
                "they stand without their cases."
            )
            yield Finding(
                "national-cases-differ", Severity.NOTE, message, source_cell=self.table.name
            )

    def _cases(self, share: Share, at: int) -> Cases | None:
        of = self._total_line(at) if share.of is None else at
        if of is None:
            return None
        column = share.of or share.cases
        cases = self._number(at, share.cases), self._number(of, column)
        return None if cases[0] is None or not cases[1] else (cases[0], cases[1])

    def _number(self, at: int, column: str) -> float | None:
        return printed(self.table.lines[at][self.table.index(column)]).value

    def _column(self, name: str) -> int | None:
        return self.table.index(name) if name in self.table.header else None

    def _with_totals(self) -> int | None:
        """The last dimension that has a line for the total among its lines."""
        for at in reversed(self.shape.varying):
            if any(_TOTAL.search(text) for text in {line[at] for line in self.table.lines}):
                return at
        return None

    def _total_line(self, at: int) -> int | None:
        if self._breakdown is None:
            return None
        text = self.table.lines[at][self._breakdown].strip()
        return self._totals.get((self._around(at), OF_A_PART.get(text, "")))

    def _lines_by_part(self) -> dict[tuple[tuple[str, ...], str], int]:
        """The line of each total, and of each part that others are a share of."""
        parts = set(OF_A_PART.values())
        found: dict[tuple[tuple[str, ...], str], int] = {}
        for at, line in enumerate(self.table.lines):
            text = line[self._breakdown or 0].strip()
            if text in parts:
                found[self._around(at), text] = at
            elif _TOTAL.search(text):
                found[self._around(at), ""] = at
        return found

    def _around(self, at: int) -> tuple[str, ...]:
        """What lines with the same total share: period, place and the other dimensions."""
        without = {self._breakdown, *self.shape.figures}
        line: Sequence[str] = self.table.lines[at]
        return tuple(text for place, text in enumerate(line) if place not in without)
