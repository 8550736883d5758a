"""The scorecard as people read it: one row per indicator, every text finished.

Made once per dataset version and report, so that a click only chooses among finished rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from kpi_core.cells import Problem
from kpi_core.dataset import Dataset
from kpi_core.errors import DatasetError
from kpi_core.periods import Period, period_from_label
from kpi_core.present import words
from kpi_core.present.records import records
from kpi_core.rules.comparison import compare
from kpi_core.selection import on_screen
from kpi_core.vocabulary import (
    NOT_AVAILABLE,
    NOT_RATED,
    DirectionBasis,
    Missing,
    Movement,
    Polarity,
    Status,
    Unit,
)


class Spark(NamedTuple):
    """A row's figures in the order of the periods; None where there is no figure."""

    values: tuple[float | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Scorecard:
    """One report of one organisation, ready to be shown.

    ``rows`` has one row per indicator in the report's order; its columns are listed in
    ``row_of``. ``periods`` are the labels of the value columns in time order.
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
        ending = f"period ending {end.day} {end:%B %Y}" if end is not None else self.period_label
        published = self.report["published_on"]
        if published is None:
            return f"{ending}, publication date not given"
        return f"{ending}, published {published.day} {published:%B %Y}"

    @property
    def source(self) -> str:
        """The report as a source line names it."""
        return f"{self.organisation_name}, {self.report['title']}"

    @property
    def schemes(self) -> dict[str, Mapping[str, Any]]:
        """The status and the direction scheme of this report, as the dataset keeps them."""
        used = self.dataset.descriptor["rating_schemes"]
        names = [part.split(" version ")[0] for part in str(self.report["scheme"]).split("; ")]
        return {
            kind: used[kind][name]
            for kind, name in zip(("status", "direction"), names, strict=True)
        }

    @cached_property
    def position(self) -> dict[str, int]:
        """Row number by indicator id."""
        return {indicator: at for at, indicator in enumerate(self.rows["indicator"])}

    def row(self, indicator: str) -> pd.Series:
        """One indicator's row; KeyError for an id that is not in this scorecard."""
        return self.rows.iloc[self.position[indicator]]


def report_ids(dataset: Dataset) -> list[str]:
    """The reports of a dataset, newest period first."""
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
        raise DatasetError(f"The dataset has no report {report!r}.")
    found = chosen or reports[-1]
    observed = _own_figures(dataset, found)
    periods = tuple(sorted(observed["period_label"].unique(), key=_sort_key))
    rows = [_row(*pair, periods) for pair in _joined(dataset, found, observed)]
    frame = pd.DataFrame(rows)
    return Scorecard(dataset, found, frame, periods)


def _sort_key(label: str) -> Any:
    period = period_from_label(label)
    return () if isinstance(period, Problem) else period.sort_key


def _own_figures(dataset: Dataset, report: Mapping[str, Any]) -> pd.DataFrame:
    observations = dataset.frame("observations")
    own = observations["subject"] == report["organisation"]
    mine: pd.DataFrame = observations[own & (observations["report"] == report["report"])]
    return mine


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


def _row(
    rating: dict[str, Any], figures: dict[str, dict[str, Any]], periods: tuple[str, ...]
) -> dict[str, Any]:
    unit, decimals = Unit(rating["unit"]), rating["decimals"]
    values = {label: value_of(figures.get(label)) for label in periods}
    row = {
        key: rating[key]
        for key in (
            *("organisation", "indicator", "title", "name", "theme", "plan", "owner", "action"),
            *("due_date", "unit", "decimals", "polarity", "period_label", "value", "target", "gap"),
            *("status_reason", "direction_reason", "commentary", "caveats", "findings", "change"),
            *("agrees_status", "agrees_direction", "comparator", "comparator_value", "comparison"),
            *("comparator_gap", "gap_relative", "accumulation", "polarity_basis", "source_cell"),
        )
    }
    row |= _status_words(rating)
    row |= _latest(rating, values, unit, decimals)
    row |= _year_ago(rating, values, unit, decimals)
    row |= {
        "value_text": words.value_text(rating["value"], unit, decimals),
        "target_text": _target_text(rating, unit, decimals),
        "gap_text": words.gap_text(rating["gap"], unit, decimals, "target"),
        "change_text": _since(rating, unit, decimals),
        "comparator_name": words.group_name(rating["comparator"]) if rating["comparator"] else None,
        "comparator_text": words.value_text(rating["comparator_value"], unit, decimals)
        if rating["comparator"]
        else None,
        "comparator_gap_text": _comparator_gap(rating, unit, decimals),
        "spark": Spark(
            tuple(values.values()),
            tuple(_figure_words(figures.get(label), unit, decimals) for label in periods),
        ),
    }
    row["search"] = _search_text(row)
    return row


def value_of(figure: dict[str, Any] | None) -> float | None:
    """The value of a figure row, None where there is none."""
    return figure["value"] if figure is not None and words.has(figure["value"]) else None


def _figure_words(figure: dict[str, Any] | None, unit: Unit, decimals: int | None) -> str:
    value = value_of(figure)
    if value is not None:
        return words.value_text(value, unit, decimals)
    missing = figure["missing"] if figure is not None else None
    return missing_word(missing)


def missing_word(missing: object) -> str:
    """Why there is no figure, for a person."""
    return Missing(missing).word if isinstance(missing, str) else words.NO_FIGURE


def _status_words(rating: dict[str, Any]) -> dict[str, Any]:
    status = rating["declared_status"] or NOT_RATED
    direction = rating["declared_direction"] or NOT_AVAILABLE
    change = rating["change"]
    movement = None if change is None else Movement.of(change)
    return {
        "status": status,
        "status_word": on_screen(status),
        "status_symbol": Status(status).symbol if status != NOT_RATED else "○",
        "computed_status_word": on_screen(rating["computed_status"] or NOT_RATED),
        "direction": direction,
        "direction_word": on_screen(direction),
        "computed_direction_word": on_screen(rating["computed_direction"] or NOT_AVAILABLE),
        "movement": movement.value if movement else None,
        "movement_arrow": movement.arrow if movement else "",
    }


def _latest(
    rating: dict[str, Any], values: dict[str, float | None], unit: Unit, decimals: int | None
) -> dict[str, Any]:
    """The newest figure there is, and how many quarters before the rated period it is."""
    rated = period_from_label(rating["period_label"])
    with_value = [label for label, value in values.items() if value is not None]
    known = [label for label in with_value if _sort_key(label) <= _sort_key(rating["period_label"])]
    if not known or isinstance(rated, Problem):
        return {"latest_period": None, "latest_text": words.NO_FIGURE, "age": None}
    newest = known[-1]
    age = _quarters_between(newest, rated)
    return {
        "latest_period": newest,
        "latest_text": words.value_text(values[newest], unit, decimals),
        "age": age,
    }


def _quarters_between(label: str, rated: Period) -> int | None:
    period = period_from_label(label)
    if isinstance(period, Problem) or period.end is None or rated.end is None:
        return None
    months = (rated.end.year - period.end.year) * 12 + rated.end.month - period.end.month
    return round(months / 3)


def _year_ago(
    rating: dict[str, Any], values: dict[str, float | None], unit: Unit, decimals: int | None
) -> dict[str, Any]:
    """Against the same period of the year before (S18)."""
    rated = period_from_label(rating["period_label"])
    before = None if isinstance(rated, Problem) else rated.year_before()
    then = values.get(before.label) if before is not None else None
    now = rating["value"]
    compared = compare(_exact(now), _exact(then), Polarity(rating["polarity"]))
    change = None if now is None or then is None else float(Decimal(str(now)) - Decimal(str(then)))
    return {
        "year_ago": compared.comparison.value,
        "year_change": change,
        "year_change_text": words.change_text(change, unit, decimals),
        "year_ago_period": before.label if before is not None else None,
        "year_ago_text": words.value_text(then, unit, decimals),
    }


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _target_text(rating: dict[str, Any], unit: Unit, decimals: int | None) -> str:
    if rating["target"] is None:
        return words.NO_TARGET
    return words.value_text(rating["target"], unit, decimals)


def _since(rating: dict[str, Any], unit: Unit, decimals: int | None) -> str:
    text = words.change_text(rating["change"], unit, decimals)
    if not text:
        return ""
    if rating["direction_basis"] == DirectionBasis.PREVIOUS_ROUND:
        return f"{text} since the previous round"
    return f"{text} since {rating['compared_period']}"


def _comparator_gap(rating: dict[str, Any], unit: Unit, decimals: int | None) -> str:
    if not rating["comparator"]:
        return ""
    against = words.group_name(rating["comparator"])
    against = against[0].lower() + against[1:] if "neighbours" in against else against
    return words.gap_text(rating["comparator_gap"], unit, decimals, against)


def _search_text(row: dict[str, Any]) -> str:
    parts = (row["title"], row["name"], row["theme"], row["owner"], row["commentary"])
    return " ".join(part for part in parts if part).casefold()
