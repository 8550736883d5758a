"""Durations such as ``00:10``, which no column explains: years and months, where that is certain.

It is certain where the words of the line say that it is an average time of the adoption process,
which takes months, and no part behind a colon in the whole file is more than 11.
"""

import re
from collections.abc import Sequence

from kpi_core.findings import Finding
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.dfe.shape import DURATION, Shape
from kpi_core.national.numbers import Stored
from kpi_core.vocabulary import Missing, Severity

_AVERAGE_TIME = re.compile(r"average time between\b.*\b(?:adopt|match|placed)", re.IGNORECASE)
MONTHS = 12

_UNCERTAIN = Stored(None, missing=Missing.NOT_AVAILABLE)


def years_and_months(table: CsvTable, shape: Shape) -> bool:
    """Whether every duration of a file can be years and months."""
    found = [
        match
        for line in table.lines
        for at in shape.figures
        if (match := DURATION.fullmatch(line[at].strip()))
    ]
    return bool(found) and all(int(match[2]) < MONTHS for match in found)


def months(text: str, words: Sequence[str], certain: bool) -> Stored | None:
    """The months of a duration; None for a text that is none."""
    match = DURATION.fullmatch(text.strip())
    if match is None:
        return None
    if not certain or not _AVERAGE_TIME.search(" ".join(words)):
        return _UNCERTAIN
    return Stored(float(int(match[1]) * MONTHS + int(match[2])))


def finding(read: int, uncertain: int, name: str) -> Finding | None:
    """What was made of a file's durations."""
    if not read and not uncertain:
        return None
    if uncertain:
        message = (
            f"{uncertain:,} cells such as 00:10 do not say whether they are years and months or "
            "hours and minutes; they are kept as printed, without a figure."
        )
        return Finding("national-duration-unclear", Severity.WARNING, message, source_cell=name)
    message = (
        f"{read:,} cells such as 00:10 are read as years and months and kept as months: they are "
        "average times of the adoption process, and no part behind a colon is more than 11."
    )
    return Finding("national-duration-in-months", Severity.NOTE, message, source_cell=name)
