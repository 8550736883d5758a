"""What is known of each indicator at one time: in a report's own period, or in one before it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kpi_core.cells import Problem
from kpi_core.dataset import Dataset
from kpi_core.formatting import figure_text
from kpi_core.periods import period_from_label
from kpi_core.present.records import Record, records
from kpi_core.present.row import sort_key
from kpi_core.present.words import places
from kpi_core.vocabulary import Direction, Missing, Status, Unit


@dataclass(frozen=True)
class Side:
    """One indicator in one period.

    Attributes:
        status: as declared, else as computed by us; ``why`` is our arithmetic, or why there is
            neither.
        target: one figure, or the two ends of a range; empty where there is none.
        value: in ``unit``; None where there is no figure, with the word for it in ``missing``.
        by_our_rule: what our rule gives, where it is not what the council declared; the same for
            the direction in ``turned_by_our_rule``.
        schemes: by which we rate the status and the direction.
        after_gap: whether later periods, up to the one it is held against, have no figure.
    """

    period: str
    status: Status | None = None
    status_declared: bool = True
    why: str = ""
    by_our_rule: Status | None = None
    direction: Direction | None = None
    direction_declared: bool = True
    turn_why: str = ""
    turned_by_our_rule: Direction | None = None
    value: float | None = None
    missing: Missing | None = None
    target: tuple[float, ...] = ()
    unit: Unit = Unit.UNKNOWN
    decimals: int | None = None
    schemes: tuple[str, ...] = ()
    after_gap: bool = False

    @property
    def figure(self) -> str:
        """The figure, or why there is none."""
        if self.value is not None:
            return figure_text(self.value, self.unit, self.decimals)
        return f"no figure ({self.missing.word.lower()})" if self.missing else "no figure"

    @property
    def status_basis(self) -> str:
        return "Declared" if self.status_declared else "Computed"

    @property
    def target_text(self) -> str:
        """The target, both ends of a range, or nothing where there is none."""
        return " to ".join(figure_text(end, self.unit, self.decimals) for end in self.target)


LATER = "A later report gives another figure for it, which is the one that is rated."

_FIGURE = [*("indicator", "period_label", "period_kind", "value", "missing", "unit", "decimals")]
_RATING = [
    *("indicator", "period_label", "declared_status", "computed_status", "status_reason"),
    *("agrees_status", "declared_direction", "computed_direction", "direction_reason"),
    *("agrees_direction", "target", "target_low", "target_high", "scheme"),
]
"""The columns that are needed: a table of many reports has many cells."""

Sides = dict[str, Side]
"""By indicator id, in the report's order."""


def reported(dataset: Dataset, report: Mapping[str, Any]) -> Sides:
    """Every indicator of a report in its rated period: declared where it is, else computed."""
    known = _known(dataset, report)
    figures: dict[str, Record] = {}
    for row in _own_figures(dataset, report, report["period_label"]):
        figures.setdefault(row["indicator"], row)
    ratings = dataset.frame("ratings")
    mine = records(ratings.loc[ratings["report"] == report["report"], _RATING])
    return {
        row["indicator"]: _rated(row, figures.get(row["indicator"]), known[row["indicator"]])
        for row in mine
    }


def before(dataset: Dataset, report: Mapping[str, Any]) -> Sides:
    """Every indicator in the last period before the rated one that the report has a figure of.

    The status is ours; directions of periods that no report rates are not known.
    """
    history = dataset.frame("history_ratings")
    mine = history[history["organisation"] == report["organisation"]]
    computed = {(row["indicator"], row["period_label"]): row for row in records(mine)}
    known, newest = _known(dataset, report), _newest_figures(dataset, report)
    found: Sides = {}
    for row in _earlier_figures(dataset, report):
        indicator, label = row["indicator"], row["period_label"]
        if row["value"] is not None:
            rating = computed.get((indicator, label), {})
            side = _computed(row, rating, known[indicator])
            restated = newest.get((indicator, label), row["value"]) != row["value"]
            found[indicator] = replace(side, why=f"{side.why} {LATER}") if restated else side
        elif indicator in found:
            found[indicator] = replace(found[indicator], after_gap=True)
    return found


def _earlier_figures(dataset: Dataset, report: Mapping[str, Any]) -> list[Record]:
    """In time order, of the same kind of period as the rated one; none if that is not stated."""
    rated = period_from_label(report["period_label"])
    if isinstance(rated, Problem) or rated.end is None:
        return []
    earlier = [
        row
        for row in _own_figures(dataset, report)
        if row["period_kind"] == rated.kind and sort_key(row["period_label"]) < rated.sort_key
    ]
    return sorted(earlier, key=lambda row: sort_key(row["period_label"]))


def _own_figures(
    dataset: Dataset, report: Mapping[str, Any], period: str | None = None
) -> list[Record]:
    """The report's own figures of one period, or of all."""
    observations = dataset.frame("observations")
    mine = (observations["report"] == report["report"]) & (
        observations["subject"] == report["organisation"]
    )
    if period is not None:
        mine &= observations["period_label"] == period
    return records(observations.loc[mine, _FIGURE])


def _newest_figures(
    dataset: Dataset, report: Mapping[str, Any]
) -> dict[tuple[str, str], float | None]:
    """By indicator and period, from whichever report: these are what we rate other periods by."""
    observations = dataset.frame("observations")
    mine = (observations["subject"] == report["organisation"]) & observations["is_latest"]
    found = records(observations.loc[mine, _FIGURE])
    return {(row["indicator"], row["period_label"]): row["value"] for row in found}


def _known(dataset: Dataset, report: Mapping[str, Any]) -> dict[str, Record]:
    indicators = dataset.frame("indicators")
    mine = indicators["organisation"] == report["organisation"]
    found = records(indicators.loc[mine, ["indicator", "unit", "decimals"]])
    return {row["indicator"]: row for row in found}


def _rated(rating: Record, figure: Record | None, known: Record) -> Side:
    status, direction = rating["declared_status"], rating["declared_direction"]
    return Side(
        period=rating["period_label"],
        status=_status(status or rating["computed_status"]),
        status_declared=status is not None or rating["computed_status"] is None,
        why=rating["status_reason"],
        by_our_rule=_status(_ours(rating, "status")),
        direction=_direction(direction or rating["computed_direction"]),
        direction_declared=direction is not None or rating["computed_direction"] is None,
        turn_why=rating["direction_reason"],
        turned_by_our_rule=_direction(_ours(rating, "direction")),
        target=_target(rating),
        schemes=tuple(rating["scheme"].split("; ")),
        **_figure(figure, known),
    )


def _ours(rating: Record, what: str) -> str | None:
    """What our rule gives where the declared word is another one."""
    ours: str | None = rating[f"computed_{what}"]
    return ours if rating[f"agrees_{what}"] is False else None


def _computed(figure: Record, rating: Record, known: Record) -> Side:
    return Side(
        period=figure["period_label"],
        status=_status(rating.get("computed_status")),
        status_declared=False,
        why=rating.get("status_reason", ""),
        target=_target(rating),
        schemes=(rating["scheme"],) if rating else (),
        **_figure(figure, known),
    )


def _figure(figure: Record | None, known: Record) -> dict[str, Any]:
    """Written as the indicator is in general, unless this figure is in another unit."""
    unit, decimals = Unit(known["unit"]), places(known["decimals"])
    if figure is None:
        return {"unit": unit, "decimals": decimals}
    alike = figure["value"] is None or figure["unit"] == unit
    return {
        "value": figure["value"],
        "missing": Missing(figure["missing"]) if figure["missing"] else None,
        "unit": unit if alike else Unit(figure["unit"]),
        "decimals": decimals if alike else places(figure["decimals"]),
    }


def _target(rating: Record) -> tuple[float, ...]:
    """One figure, the two ends of a range, or none."""
    ends = (rating.get("target_low"), rating.get("target_high"))
    given = ends if None not in ends else (rating.get("target"),)
    return tuple(end for end in given if end is not None)


def _status(word: str | None) -> Status | None:
    return Status(word) if word else None


def _direction(word: str | None) -> Direction | None:
    return Direction(word) if word else None
