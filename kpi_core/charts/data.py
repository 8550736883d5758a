"""Frames as the plain rows that a chart carries with it."""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as dictionaries; what is missing in pandas is None."""
    plain = frame.astype(object)
    records = plain.where(plain.notna(), None).to_dict("records")
    return [{str(name): value for name, value in record.items()} for record in records]


def inline(records: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Rows as chart data. Plain rows skip the type guessing that a frame would go through."""
    return alt.InlineData(values=[dict(record) for record in records])
