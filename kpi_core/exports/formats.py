"""What every export has in common: a table with its caption, and a format that writes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from kpi_core.present.caption import Caption
from kpi_core.present.printable import printable

Gaps: TypeAlias = Mapping[str, Sequence[str | None]]
"""By the header of a column of numbers: the mark of each row that has no number."""


@dataclass(frozen=True)
class ExportTable:
    """A table that leaves the app: headers spelled out, numbers as numbers, missing left empty.

    ``gaps`` holds the marks that a format for people prints where a number is missing.

    Raises:
        ValueError: two headers are the same but for capitals, which no format can hold.
    """

    frame: pd.DataFrame
    caption: Caption
    gaps: Gaps = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = [printable(str(name)).casefold() for name in self.frame.columns]
        if len(set(names)) < len(names):
            raise ValueError(f"Headers of an export differ from each other; got {names}.")

    def cleaned(self) -> pd.DataFrame:
        """The frame with headers and texts that every format can hold; numbers are untouched."""
        frame = each_column(self.frame, lambda c: c if is_number(c) else _texts(c))
        return frame.set_axis([printable(str(name)) for name in frame.columns], axis="columns")

    def meta(self) -> dict[str, str]:
        """The caption's facts under names for machines: ``dataset_version``, ``source``, ..."""
        facts = self.caption.facts().items()
        return {label.lower().replace(" ", "_"): printable(text) for label, text in facts}


def each_column(frame: pd.DataFrame, change: Callable[[Any], Any]) -> pd.DataFrame:
    """The frame with every column changed; also where it has no rows."""
    return pd.DataFrame({name: change(frame[name]) for name in frame.columns}, index=frame.index)


def is_number(column: Any) -> bool:
    """Does a column hold numbers? Truth values are not numbers."""
    return is_numeric_dtype(column) and not is_bool_dtype(column)


def _texts(column: Any) -> "pd.Series[str]":
    texts = [None if pd.isna(value) else printable(_as_text(value)) for value in column]
    return pd.Series(texts, index=column.index, name=column.name, dtype="str")


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value)


@dataclass(frozen=True)
class ExportFormat:
    """One way to write a table: its name in addresses, its label on a button, and the writer."""

    name: str
    label: str
    suffix: str
    mime: str
    write: Callable[[ExportTable], bytes]
