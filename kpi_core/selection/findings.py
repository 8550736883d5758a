"""Choosing among the findings of a report: by severity, kind, indicator, place and text.

Every value is in its form on screen and in a URL. The frame is the one that
``kpi_core.present.findings`` prepares.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class FindingField:
    """One filter: its key in the URL, its label and its column in the prepared findings."""

    key: str
    label: str
    column: str


FINDING_FIELDS = (
    FindingField("severity", "Severity", "severity_word"),
    FindingField("rule", "Kind of finding", "kind"),
    FindingField("about", "Indicator", "about"),
    FindingField("where", "Place in the report", "place"),
)

TEXT_KEY = "text"


@dataclass(frozen=True)
class FindingFilters:
    """Which findings to show. Empty means everything; several values of one field mean any."""

    severity: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    text: str = ""

    def active(self) -> Iterator[tuple[FindingField, tuple[str, ...]]]:
        """The list filters that are set, in the order of the screen."""
        for field in FINDING_FIELDS:
            if values := getattr(self, field.key):
                yield field, values

    def query(self) -> list[tuple[str, str]]:
        """The filters as URL parameters, readable and in a fixed order."""
        pairs = [(field.key, value) for field, values in self.active() for value in values]
        return pairs + ([(TEXT_KEY, self.text)] if self.text else [])

    def words(self) -> list[str]:
        """The values that are set, as on screen and in its order."""
        return [value for _, value in self.query()]

    def sentence(self) -> str:
        """Such as "Severity: Warning; Kind of finding: Benchmarks without a period"; or "None"."""
        parts = [f"{field.label}: {' or '.join(values)}" for field, values in self.active()]
        if self.text:
            parts.append(f"Text: {self.text}")
        return "; ".join(parts) or "None"


def choose_findings(findings: pd.DataFrame, filters: FindingFilters) -> pd.DataFrame:
    """The findings that meet every filter, in their order.

    Args:
        findings: prepared findings, with ``search`` and the column of every filter field.
        filters: what to show; every word of the text has to occur, in any case.
    """
    keep = pd.Series(True, index=findings.index)
    for field, values in filters.active():
        keep &= findings[field.column].isin(values)
    for word in filters.text.casefold().split():
        keep &= findings["search"].str.contains(word, regex=False)
    return findings[keep]
