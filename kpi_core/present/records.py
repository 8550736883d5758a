"""Rows of a frame as dictionaries with text keys, a missing value as None."""

from typing import Any

import pandas as pd

Record = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Record]:
    """One dictionary per row. Lists and tuples in cells stay as they are."""
    columns = [str(name) for name in frame.columns]
    plain = [[_plain(value) for value in frame.iloc[:, at]] for at in range(len(columns))]
    return [dict(zip(columns, row, strict=True)) for row in zip(*plain, strict=True)]


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - only NaN differs from itself
        return None
    return None if value is pd.NA or value is pd.NaT else value
