"""The rows of ``benchmarks``: comparators as the report quotes them, and as published.

What is published was worked out at build, in the tables ``comparators`` and ``standings``; here the
rows of the period that a figure is held against are found and put beside the quoted ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kpi_core.api.asked import Asked
from kpi_core.api.columns import BENCHMARKED, Basis
from kpi_core.api.tables import arrow
from kpi_core.comparators.matching import Matched, matched
from kpi_core.dataset import Dataset
from kpi_core.periods import UNKNOWN
from kpi_core.present.comparisons import comparisons
from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import MATCHES
from kpi_core.present.standing.published import period_of
from kpi_core.rules.comparison import compare
from kpi_core.vocabulary import (
    Accumulation,
    PeriodMatch,
    Polarity,
    QuartileBand,
    Statistic,
    Unit,
)

Row = Mapping[str, Any]

_OF_ROW = ("indicator", "title", "unit", "polarity", "period_label", "value", "target")


def known(data: Dataset) -> Sequence[str]:
    """Every comparator that there can be: quoted ones first, then groups and sets."""
    quoted = pc.unique(data.tables["observations"]["subject"]).to_pylist()
    published = data.tables["comparators"].select(["group", "neighbour_set"]).to_pylist()
    return list(dict.fromkeys((*quoted, *(_comparator(row) for row in published))))


def benchmarks(asked: Asked) -> pa.Table:
    """One row for each indicator and comparator, the quoted ones of an indicator first."""
    match = MATCHES.get(asked.values["match"], PeriodMatch.SAME)
    made = [row for card in asked.cards for row in _rows(card, asked, match)]
    return pa.Table.from_pylist(made, schema=arrow(BENCHMARKED))


def _rows(card: Scorecard, asked: Asked, match: PeriodMatch) -> Iterator[Row]:
    shown = card.rows.iloc[asked.at(card)]
    quoted, published = _by_indicator(records(comparisons(card, shown))), _Groups(card)
    for row in records(shown):
        about = {key: row[key] for key in _OF_ROW}
        about |= {"organisation": card.organisation, "report": str(card.report["report"])}
        for one in quoted.get(row["indicator"], ()):
            yield {**about, **one, "basis": Basis.QUOTED}
        for one in published.beside(row, match):
            yield {**about, **one, "basis": Basis.PUBLISHED}


class _Groups:
    """What the build worked out of national figures for the indicators of a scorecard."""

    def __init__(self, card: Scorecard) -> None:
        self._published = card.published
        self._comparators = _by_indicator(_comparators(card))

    def beside(self, row: Row, match: PeriodMatch) -> Iterator[Row]:
        """The groups of the period that the rated figure of a row is held against."""
        indicator, ours = row["indicator"], period_of(row["period_label"])
        covers, theirs = Accumulation(row["accumulation"]), self._published.periods(indicator)
        found = matched(ours or UNKNOWN, covers, theirs, match)
        if found.theirs is None:
            return
        place = self._place(row, found.theirs.label)
        for one in self._comparators.get(indicator, ()):
            if one["period_label"] == found.theirs.label:
                yield {**_held_against(row, one), **_figures(one, found), **place}

    def _place(self, row: Row, label: str) -> Row:
        """The quarter in words by the way that ranked it: the measure's, else the council's."""
        indicator, council = row["indicator"], Polarity(row["polarity"])
        standing = self._published.standings[indicator, label]
        measure, quarter = self._published.measures.get(indicator), standing["quartile"]
        good = council if measure is None else measure.good_way(council)
        return {
            "rank": standing["rank"],
            "councils": standing["councils"],
            "quartile": quarter,
            "quartile_words": None if quarter is None else QuartileBand(quarter).phrase(good),
            "standing_reason": standing["reason"],
        }


def _comparators(card: Scorecard) -> list[Row]:
    rows = card.dataset.tables["comparators"]
    found: list[Row] = rows.filter(pc.field("organisation") == card.organisation).to_pylist()
    return found


def _by_indicator(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["indicator"], []).append(row)
    return found


def _comparator(row: Row) -> str:
    return str(row["neighbour_set"] or row["group"])


def _held_against(row: Row, one: Row) -> Row:
    """The rated figure and its target against a group's figure, as quoted ones are.

    The number of cases of a whole country says nothing beside that of one council.
    """
    total = one["statistic"] == Statistic.PUBLISHED and row["unit"] == Unit.COUNT
    polarity, theirs = Polarity(row["polarity"]), None if total else _exact(one["value"])
    ours = compare(_exact(row["value"]), theirs, polarity)
    return {
        "gap": None if ours.gap is None else float(ours.gap),
        "comparison": ours.comparison,
        "target_against": compare(_exact(row["target"]), theirs, polarity).comparison,
        "is_named": False,
    }


def _figures(one: Row, found: Matched) -> Row:
    as_they_are = (
        *("measure", "group", "neighbour_set", "statistic", "members", "with_data", "reason"),
        *("likeness", "likeness_basis", "likeness_reason", "release"),
    )
    return {
        **{key: one[key] for key in as_they_are},
        "comparator": _comparator(one),
        "comparator_name": one["group_title"],
        "comparator_period": one["period_label"],
        "comparator_value": one["value"],
        "lag_months": found.lag_months,
        "period_note": found.sentence,
        "published_value": one["own"],
        "published_gap": one["gap"],
    }


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
