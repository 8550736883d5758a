"""Plain rows as the data that a chart carries with it."""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt


def inline(records: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Rows as chart data. Plain rows skip the type guessing that a frame would go through."""
    return alt.InlineData(values=[dict(record) for record in records])
