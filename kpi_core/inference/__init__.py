"""Which rating schemes reproduce what a report declares: intervals, evidence, what is excluded.

Nothing is guessed: where the rows cannot tell, the answer is a reason in words. What fits is our
reading of the declared words, never a council's stated policy.
"""

from dataclasses import dataclass

from kpi_core.catalogue import Catalogue
from kpi_core.facts import ReportFacts
from kpi_core.inference.answer import Answer, Candidate
from kpi_core.inference.bands import Sides, Width
from kpi_core.inference.directions import infer_directions
from kpi_core.inference.statuses import infer_statuses
from kpi_core.inference.storable import Storable, storable
from kpi_core.rules.assess import assess, schemes_for

__all__ = [
    "Answer",
    "Candidate",
    "Inferred",
    "Sides",
    "Storable",
    "Width",
    "infer",
    "storable",
]


@dataclass(frozen=True)
class Inferred:
    """What one report tells of how its statuses and its directions are decided."""

    status: Answer
    direction: Answer

    @property
    def answers(self) -> tuple[Answer, Answer]:
        return self.status, self.direction

    @property
    def any_found(self) -> bool:
        return any(answer.found or answer.further for answer in self.answers)


def infer(report: ReportFacts) -> Inferred:
    """Try every scheme that we know on the rows of one report.

    The distances from targets do not depend on the scheme that a report is rated by.
    """
    assessments = assess(report, schemes_for("", Catalogue()))
    return Inferred(
        infer_statuses(assessments, report.period),
        infer_directions(report.indicators, report.period),
    )
