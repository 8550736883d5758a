"""The measures of a file: one for each column of figures and each combination of its words.

The id holds the file's name without years, the column and the words that vary in the file, so
that next year's file of the same name carries on the same measures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from kpi_core.cells.text import squeeze
from kpi_core.national.collected import Measured
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.dfe.shape import DURATION, Shape
from kpi_core.national.printed import printed, slug
from kpi_core.vocabulary import Accumulation, Unit

_YEARS = re.compile(
    r"[-_ ]*(?:19|20)[0-9]{2}(?:[-_ ]*(?:to|and)?[-_ ]*(?:(?:19|20)[0-9]{2}|[0-9]{2}))?$"
)
_COPY = re.compile(r" ?\([0-9]{1,3}\)$")
_UNITS = (
    (re.compile(r"(?:^|_)(?:percent|percentage|pct|perc|proportion)(?:_|$)"), Unit.PERCENT),
    (re.compile(r"per_?(?:100_?000|100k)(?:_|$)"), Unit.RATE_PER_100000),
    (re.compile(r"per_?(?:10_?000|10k)(?:_|$)"), Unit.RATE_PER_10000),
    (re.compile(r"per_?(?:1_?000|1k)(?:_|$)"), Unit.RATE_PER_1000),
)
_AVERAGE_SCORE = re.compile(r"average score", re.IGNORECASE)
_ON_A_DAY = re.compile(r"31 march|at_?31", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A column of figures under one combination of words, with what its figures look like."""

    column: str
    words: tuple[str, ...]
    whole: bool
    durations: bool


def stem_of(name: str) -> str:
    """``d3_cpps_subsequent_plan_2013_to_2025.csv`` is ``d3-cpps-subsequent-plan``."""
    stem = _COPY.sub("", PurePath(name).stem)
    return slug(_YEARS.sub("", stem) or stem)


def id_of(table: CsvTable, shape: Shape, column: int, line: Sequence[str]) -> str:
    """The id of the measure that a cell belongs to."""
    parts = [stem_of(table.name), slug(table.header[column])]
    return "/".join(["dfe", *parts, *(slug(line[at]) or "none" for at in shape.varying)])


def measure(id_: str, named: Named, year_kind: str | None) -> Measured:
    """What is said of a measure. The files have no word on which way is good."""
    words = [squeeze(text) for text in named.words if text.strip()]
    shown = named.column.replace("_", " ")
    months = " (months)" if named.durations else ""
    texts = f"{' '.join(words)} {named.column}"
    return Measured(
        id=id_,
        name="; ".join([*words, named.column]),
        title=f"{', '.join(words)}: {shown}{months}" if words else f"{shown}{months}",
        unit=unit_of(named),
        accumulation=Accumulation.SNAPSHOT if _ON_A_DAY.search(texts) else Accumulation.ANNUAL,
        frequency="once a year",
        description="Printed as years and months; kept in months." if named.durations else None,
        year_kind=year_kind,
    )


def unit_of(named: Named) -> Unit:
    """By the column's name; whole numbers under any other name are taken to count something."""
    if named.durations:
        return Unit.UNKNOWN
    lower = named.column.casefold()
    told = next((unit for pattern, unit in _UNITS if pattern.search(lower)), None)
    if told is not None:
        return told
    if _AVERAGE_SCORE.search(" ".join(named.words)):
        return Unit.SCORE
    return Unit.COUNT if named.whole else Unit.UNKNOWN


def named_of(table: CsvTable, shape: Shape, column: int, lines: Sequence[Sequence[str]]) -> Named:
    """Look at all figures of a measure.

    Args:
        table: the file.
        shape: its columns.
        column: the column of figures.
        lines: the lines of one combination of words.
    """
    cells = [line[column].strip() for line in lines]
    return Named(
        column=table.header[column],
        words=tuple(lines[0][at] for at in shape.dimensions),
        whole=not any(printed(text).places for text in cells),
        durations=any(DURATION.fullmatch(text) for text in cells),
    )
