"""Statistical neighbours as CSV: numbers of councils with how close each one is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from kpi_core.national.collected import Area, Collected
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.gss import subject_of
from kpi_core.national.lait.neighbours import neighbours as rows_of
from kpi_core.national.release import SourceFile
from kpi_core.periods import Period
from kpi_core.vocabulary import AreaKind

NUMBERS = ("LA num", "old_la_code")
_NAMES = ("LA Name", "la_name")
_REGIONS = ("GOReg", "region_name")
_RANKED = re.compile(r"SN_?([0-9]{1,2})")
_PART_OF_LONDON = re.compile(r"London \((?:Inner|Outer)\)")

MODELS = {2025: date(2025, 5, 1)}
"""The month in which the model of a year was published, where a file names only the year."""


def is_set(headings: frozenset[str]) -> bool:
    """Whether a file lists neighbours."""
    return bool(headings & set(NUMBERS)) and any(_RANKED.fullmatch(name) for name in headings)


def collect(file: SourceFile, table: CsvTable, found: Collected) -> None:
    """Add a set with the councils that it names."""
    own = next(at for at, name in enumerate(table.header) if name in NUMBERS)
    lines = [[cell.strip() for cell in line] for line in table.lines]
    councils = [line for line in lines if line[own].isdigit()]
    subjects = dict(_councils(table, councils, own, found))
    dated = replace(file, name=_dated(file.name))
    rows, odd = rows_of([(dated, [_header(table, own), *lines])], subjects, "")
    found.neighbours += rows.to_pylist()
    found.findings += (replace(finding, source_cell=file.name) for finding in odd)
    others = len(lines) - len(councils)
    if others:
        message = f"{others} lines begin with no council's number, such as headings between sets."
        found.note("national-lines-left-out", message, file.name)


def _header(table: CsvTable, own: int) -> list[str]:
    """The headings as the spreadsheets have them: ``LA num`` and ``SN1`` to ``SN10``."""
    ranked = [_RANKED.fullmatch(name) for name in table.header]
    return [
        "LA num" if at == own else f"SN{match[1]}" if match else ""
        for at, match in enumerate(ranked)
    ]


def _councils(
    table: CsvTable, lines: Sequence[Sequence[str]], own: int, found: Collected
) -> list[tuple[str, str]]:
    """The subject of each number; each council is an area, without a date."""
    name = next(at for at, heading in enumerate(table.header) if heading in _NAMES)
    region = next((at for at, heading in enumerate(table.header) if heading in _REGIONS), None)
    known = []
    for line in lines:
        subject = subject_of(line[name], line[own])
        inside = line[region] if region is not None else ""
        where = subject_of(_PART_OF_LONDON.sub("London", inside)) if inside else None
        found.see(Area(subject, line[name], AreaKind.COUNCIL, where, number=line[own]), UNDATED)
        known.append((line[own], subject))
    return known


def _dated(name: str) -> str:
    """The file's name with the month of its model, where it names only the year."""
    year = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", PurePath(name).stem)
    month = MODELS.get(int(year[0])) if year else None
    spelled = month is not None and f"{month:%B}".casefold() not in name.casefold()
    return f"sn_{month:%B_%Y}.csv".lower() if spelled and month else name


UNDATED = Period.calendar_year(1900)
"""Any figure of a council is later than what a list of neighbours says of it."""
