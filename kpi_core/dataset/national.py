"""The national part of a dataset for comparisons: small tables at once, figures when asked for."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from kpi_core.comparators.national import National

KEPT_MEASURES = 64
"""Measures whose figures stay in memory: more than a screen compares at once."""


def national_of(tables: Mapping[str, pa.Table], figures: Callable[[str], pa.Table]) -> National:
    """What was imported, for comparisons.

    Args:
        tables: ``releases``, ``areas``, ``neighbours``, and the measures as ``indicators``.
        figures: all figures of a measure; many threads may ask it.
    """

    @lru_cache(maxsize=KEPT_MEASURES)
    def latest(measure: str) -> pd.DataFrame:
        found: pd.DataFrame = figures(measure).filter(pc.field("is_latest")).to_pandas()
        return found

    return National(
        tables["releases"].to_pandas(),
        tables["areas"].to_pandas(),
        tables["neighbours"].to_pandas(),
        tables["indicators"].to_pandas(),
        latest,
    )
