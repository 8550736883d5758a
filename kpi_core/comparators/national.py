"""The national tables as comparisons need them: found by measure, council and period."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

Figures = Callable[[str], pd.DataFrame]
"""The newest version of every figure of a measure, missing ones included: the columns of
``observations``, in any order of rows."""


@dataclass(frozen=True)
class National:
    """What was imported, as frames with the columns of their tables; never change one in place.

    ``figures`` is asked by measure id, so that a screen never waits for figures it does not show.
    """

    releases: pd.DataFrame
    areas: pd.DataFrame
    neighbours: pd.DataFrame
    measures: pd.DataFrame
    figures: Figures

    @property
    def any(self) -> bool:
        """Whether anything was imported."""
        return not self.releases.empty

    @cached_property
    def area(self) -> Mapping[str, Mapping[str, Any]]:
        """Each area's row by its subject."""
        return {row["subject"]: row for row in _records(self.areas)}

    def area_name(self, subject: str) -> str:
        """The area's name as published, or its id in words."""
        found = self.area.get(subject)
        return str(found["name"]) if found else subject.replace("-", " ").capitalize()

    @cached_property
    def measure(self) -> Mapping[str, Mapping[str, Any]]:
        """Each measure's row of ``indicators`` by its id."""
        return {row["indicator"]: row for row in _records(self.measures)}


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False)]
