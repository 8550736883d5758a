"""What a table and a column are, in the words of the contract."""

from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

TEXT = pa.string()
NUMBER = pa.float64()
WHOLE = pa.int32()
DAY = pa.date32()
YES_NO = pa.bool_()
TEXTS = pa.list_(pa.string())


@dataclass(frozen=True)
class Column:
    """One column: ``words`` lists the allowed values where the column is enumerated."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False
    unit: str | None = None
    words: type[StrEnum] | None = None


@dataclass(frozen=True)
class Table:
    """One table: ``row`` completes the sentence "one row per ..."."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def arrow(self) -> pa.Schema:
        return pa.schema([pa.field(c.name, c.type, nullable=c.nullable) for c in self.columns])


def column(name: str, type_: pa.DataType, meaning: str, **options: object) -> Column:
    """A column; a question mark after the name means that null is allowed."""
    nullable = name.endswith("?")
    return Column(name.rstrip("?"), type_, meaning, nullable=nullable, **options)  # type: ignore[arg-type]


NATIVE = "the indicator's own unit"
POINTS = "the indicator's own unit; percentage points where that is per cent"
