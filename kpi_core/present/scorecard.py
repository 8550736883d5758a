"""The scorecard as people read it: one row per indicator, every text finished.

Made once per dataset version and report, so that a click only chooses among finished rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from kpi_core.catalogue import StatusScheme
from kpi_core.dataset import Dataset
from kpi_core.errors import DatasetError
from kpi_core.present import words
from kpi_core.present.choice import ReportChoices, report_choices
from kpi_core.present.records import Record, records
from kpi_core.present.row import scorecard_row, sort_key
from kpi_core.present.standing.published import Published
from kpi_core.present.versions import Place, ratings_by_place
from kpi_core.selection import Choices

MOST_NAMED = 5
"""Reports that an error names."""


@dataclass(frozen=True)
class Scorecard:
    """One report of one organisation, ready to be shown.

    ``rows`` has one row per indicator in the report's order; its columns are listed in
    ``row_of``. ``periods`` are labels in time order: those that the report has figures of, and
    the ones before its own period that only other reports of the organisation have.
    """

    dataset: Dataset
    report: Mapping[str, Any]
    rows: pd.DataFrame
    periods: tuple[str, ...]

    @property
    def organisation(self) -> str:
        return str(self.report["organisation"])

    @property
    def organisation_name(self) -> str:
        return str(self.report["organisation_name"])

    @property
    def period_label(self) -> str:
        return str(self.report["period_label"])

    @property
    def period_sentence(self) -> str:
        """The period with its last day, and whether the publication date is known."""
        end = self.report["period_end"]
        ending = (
            f"period ending {end.day} {end:%B %Y}" if end is not None else words.PERIOD_NOT_STATED
        )
        published = self.report["published_on"]
        if published is None:
            return f"{ending}, publication date not given"
        return f"{ending}, published {published.day} {published:%B %Y}"

    @property
    def dated(self) -> str:
        """The period's label and sentence, as captions and sheets name it."""
        return words.dated(self.period_label, self.period_sentence)

    @property
    def contact(self) -> str | None:
        """Whom to ask about the figures, where the catalogue says so."""
        given = self.report["contact"]
        return str(given) if given else None

    @property
    def source(self) -> str:
        """The report as a source line names it."""
        title = str(self.report["title"])
        named = self.organisation_name
        return title if title.startswith(named) else f"{named}, {title}"

    @cached_property
    def rated(self) -> dict[Place, Record]:
        """What reports declare of the indicators and periods that they rate."""
        return ratings_by_place(self.dataset, self.report)

    @cached_property
    def reports(self) -> ReportChoices:
        """All reports of the dataset."""
        return report_choices(self.dataset)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every report of the dataset, by its id."""
        return {row["report"]: row["title"] for row in self.dataset.tables["reports"].to_pylist()}

    @property
    def schemes(self) -> dict[str, Mapping[str, Any]]:
        """The schemes of this report by kind, as the dataset keeps them.

        There is no ``long_direction`` in a version of before the longer term was reckoned.
        """
        used = self.dataset.descriptor["rating_schemes"]
        labels = [*str(self.report["scheme"]).split("; "), self.report["long_scheme"]]
        return {
            kind: used[kind][label.split(" version ")[0]]
            for kind, label in zip(("status", "direction", "long_direction"), labels, strict=True)
            if label is not None
        }

    @cached_property
    def status_schemes(self) -> dict[str, StatusScheme]:
        """Every status scheme that rates one of the rows, by name; the report's comes first."""
        used = self.dataset.descriptor["rating_schemes"]["status"]
        own = str(self.report["scheme"]).split(" version ")[0]
        names = dict.fromkeys((own, *self._scheme_names))
        return {name: StatusScheme.model_validate(used[name]) for name in names if name in used}

    def rated_by(self, name: str) -> int:
        """How many of the rows a status scheme rates."""
        return self._scheme_names.count(name)

    @cached_property
    def _scheme_names(self) -> list[str]:
        return [str(scheme).split(" version ")[0] for scheme in self.rows["scheme"]]

    @cached_property
    def choices(self) -> Choices:
        """The rows, coded for filtering and counting."""
        return Choices(self.rows)

    @cached_property
    def published(self) -> Published:
        """What national figures say of its indicators."""
        return Published(self.dataset, self.organisation, self.report["period_end"])

    @cached_property
    def position(self) -> dict[str, int]:
        """Row number by indicator id."""
        return {indicator: at for at, indicator in enumerate(self.rows["indicator"])}

    def row(self, indicator: str) -> pd.Series:
        """One indicator's row; KeyError for an id that is not in this scorecard."""
        return self.rows.iloc[self.position[indicator]]


def report_ids(dataset: Dataset) -> list[str]:
    """The reports of a dataset, newest first."""
    return [str(row["report"]) for row in reversed(dataset.tables["reports"].to_pylist())]


def scorecard(dataset: Dataset, report: str | None = None) -> Scorecard:
    """One report's scorecard; the newest where none is named.

    Raises:
        DatasetError: when the dataset has no such report, or none at all.
    """
    reports = dataset.tables["reports"].to_pylist()
    if not reports:
        raise DatasetError(f"The dataset at {dataset.location} holds no report.")
    chosen = next((r for r in reports if r["report"] == report), None)
    if report is not None and chosen is None:
        known = ", ".join(str(r["report"]) for r in reports[-MOST_NAMED:])
        raise DatasetError(f"The dataset has no report {report!r}. Its newest are: {known}.")
    found = chosen or reports[-1]
    observed = _figures(dataset, found)
    periods = tuple(sorted(observed["period_label"].unique(), key=sort_key))
    rows = [scorecard_row(*pair, periods) for pair in _joined(dataset, found, observed)]
    frame = pd.DataFrame(rows)
    return Scorecard(dataset, found, frame, periods)


def _figures(dataset: Dataset, report: Mapping[str, Any]) -> pd.DataFrame:
    """The report's own figures, and the latest of earlier periods that it says nothing of."""
    observations = dataset.frame("observations")
    own = observations[observations["subject"] == report["organisation"]]
    mine: pd.DataFrame = own[own["report"] == report["report"]]
    others = own[(own["report"] != report["report"]) & own["is_latest"]]
    if others.empty:
        return mine
    rated = sort_key(report["period_label"])
    before = {label: sort_key(label) <= rated for label in others["period_label"].unique()}
    others = others[others["period_label"].map(before)]
    both = pd.concat([mine, others])
    first: pd.DataFrame = both.drop_duplicates(["indicator", "period_label"], keep="first")
    return first


def _joined(
    dataset: Dataset, report: Mapping[str, Any], observed: pd.DataFrame
) -> list[tuple[dict[str, Any], dict[str, dict[str, Any]]]]:
    """Rating, indicator and figures by period, joined by indicator id."""
    known = {
        row["indicator"]: row
        for row in dataset.tables["indicators"].to_pylist()
        if row["organisation"] == report["organisation"]
    }
    figures: dict[str, dict[str, dict[str, Any]]] = {}
    for row in records(observed):
        figures.setdefault(row["indicator"], {})[row["period_label"]] = row
    found = _finding_counts(dataset, report)
    return [
        (
            {**known[row["indicator"]], **row, "findings": found.get(row["indicator"], 0)},
            figures.get(row["indicator"], {}),
        )
        for row in dataset.tables["ratings"].to_pylist()
        if row["report"] == report["report"]
    ]


def _finding_counts(dataset: Dataset, report: Mapping[str, Any]) -> dict[str, int]:
    """Warnings and errors per indicator; notes are not counted."""
    findings = dataset.frame("findings")
    serious = findings[(findings["report"] == report["report"]) & (findings["severity"] != "note")]
    return {str(key): int(n) for key, n in serious["indicator"].value_counts().items()}
