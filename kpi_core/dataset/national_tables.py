"""The tables that are made of reports and national figures together."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from kpi_core.comparators.tables import Linked, comparator_tables
from kpi_core.dataset.merged import Merged


def national_tables(made: Mapping[str, pa.Table], national: Merged) -> dict[str, pa.Table]:
    """What was imported, and how the indicators that are linked to it stand there.

    Args:
        made: the tables of the reports; ``indicators`` says what is linked.
        national: what was imported; nothing gives no table.
    """
    if not national.any:
        return {}
    comparators, standings = comparator_tables(national.national, list(_linked(made["indicators"])))
    return {
        **{name: national.tables[name] for name in ("releases", "areas", "neighbours")},
        "findings": pa.concat_tables([made["findings"], national.tables["findings"]]),
        "comparators": comparators,
        "standings": standings,
    }


def _linked(indicators: pa.Table) -> Iterator[Linked]:
    for row in indicators.to_pylist():
        if row["national_measure"] is not None:
            yield Linked(row["organisation"], row["indicator"], row["national_measure"])
