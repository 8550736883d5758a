"""The tables that are made of reports and national figures together."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
import pyarrow as pa

from kpi_core.comparators.beside import beside_tables
from kpi_core.comparators.tables import Linked, comparator_tables
from kpi_core.dataset.merged import Merged
from kpi_core.facts import ReportFacts
from kpi_core.vocabulary import Polarity


def national_tables(
    made: Mapping[str, pa.Table], national: Merged, reports: Sequence[ReportFacts] = ()
) -> dict[str, pa.Table]:
    """What was imported, and how reports and the indicators linked to it stand there.

    Args:
        made: the tables of the reports; ``indicators`` says what is linked.
        national: what was imported; nothing gives no table.
        reports: whose quoted figures are held against what was published.
    """
    if not national.any:
        return {}

    def every_release(measure: str) -> pd.DataFrame:
        rows: pd.DataFrame = national.figures(measure).to_pandas()
        return rows

    comparators, standings = comparator_tables(national.national, list(_linked(made["indicators"])))
    return {
        **{name: national.tables[name] for name in ("releases", "areas", "neighbours")},
        "findings": pa.concat_tables([made["findings"], national.tables["findings"]]),
        "comparators": comparators,
        "standings": standings,
        **beside_tables(reports, made, national.national, every_release),
    }


def _linked(indicators: pa.Table) -> Iterator[Linked]:
    for row in indicators.to_pylist():
        if row["national_measure"] is not None:
            named = (row["organisation"], row["indicator"], row["national_measure"])
            yield Linked(*named, Polarity(row["polarity"]))
