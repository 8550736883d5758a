"""A finding: something in a report that is worth a person's eye, with its place and a remedy."""

from dataclasses import dataclass, replace

from kpi_core.vocabulary import Severity


@dataclass(frozen=True)
class Finding:
    """``message`` says what was found and what to do; ``raw`` is the text as printed.

    A finding collects its address on the way up: a cell parser knows the text, the normaliser
    adds the cell and the indicator, the build adds the report.
    """

    rule: str
    severity: Severity
    message: str
    raw: str | None = None
    source_cell: str | None = None
    indicator: str | None = None
    report: str = ""

    def at(
        self,
        source_cell: str | None = None,
        indicator: str | None = None,
        report: str | None = None,
    ) -> "Finding":
        """The same finding with more of its address."""
        return replace(
            self,
            source_cell=self.source_cell or source_cell,
            indicator=self.indicator or indicator,
            report=self.report or report or "",
        )
