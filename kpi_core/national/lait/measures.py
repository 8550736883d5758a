"""The measures that have values, as rows of ``indicators``."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from kpi_core.national.lait.dictionary import Measure
from kpi_core.national.lait.figures import Figures
from kpi_core.national.lait.long_table import LongTable
from kpi_core.national.periods import Year
from kpi_core.schema import INDICATORS
from kpi_core.vocabulary import Accumulation, PeriodKind, PolarityBasis

_FREQUENCY = "once a year"


def measures_of(table: LongTable, known: Mapping[str, Measure]) -> list[Measure]:
    """What is known of each measure, in the order of its short names in the table.

    A measure that the dictionary lacks is called as the long table calls it.
    """
    first = table.short.first_rows()
    items = [table.item.texts[code] for code in table.item.codes[first]]
    after = max((measure.position for measure in known.values()), default=0)
    return [
        known.get(short) or Measure(short, item or short, item or short, after + at)
        for at, (short, item) in enumerate(zip(table.short.texts, items, strict=True), 1)
    ]


def rows_of(figures: Figures, publisher: str) -> pa.Table:
    """One row of ``indicators`` for each measure, in the dictionary's order."""
    years = len(figures.table.years.texts)
    spans = {
        pair // years
        for pair, found in zip(figures.pairs[0], figures.periods, strict=True)
        if found.period.kind is PeriodKind.SPAN
        and figures.measures[pair // years].year is not Year.SEPTEMBER
    }
    rows = [
        {**_row(measure, at in spans), "organisation": publisher, "decimals": int(places)}
        for at, (measure, places) in enumerate(zip(figures.measures, figures.decimals, strict=True))
    ]
    rows.sort(key=lambda row: row["position"])
    return pa.Table.from_pylist(rows, schema=INDICATORS.arrow)


def _row(measure: Measure, spans: bool) -> dict[str, Any]:
    return {
        "indicator": f"lait/{measure.short}",
        "name": measure.name,
        "title": measure.title,
        "theme": measure.theme,
        "polarity": measure.polarity,
        "polarity_basis": PolarityBasis.DECLARED,
        "unit": measure.unit,
        "accumulation": _accumulation(measure.year, spans),
        "frequency": None if measure.year is Year.UNKNOWN else _FREQUENCY,
        "owner": measure.owner,
        "caveats": list(measure.caveats),
        "position": measure.position,
        "description": measure.description,
        "year_kind": measure.year_words,
        "link": measure.link,
        "updated_on": measure.updated_on,
        "next_update_on": measure.next_update_on,
    }


def _accumulation(year: Year, spans: bool) -> Accumulation:
    """What one figure covers (Y2): several years, a count on a day, a year."""
    if year is Year.UNKNOWN:
        return Accumulation.UNKNOWN
    if year is Year.JANUARY:
        return Accumulation.SNAPSHOT
    return Accumulation.ROLLING if spans else Accumulation.ANNUAL
