"""Statistical neighbours: ten of each council by each dated set, with how close they are (B2)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from kpi_core.cells.text import quote, squeeze
from kpi_core.findings import Finding
from kpi_core.national.release import SourceFile
from kpi_core.periods import periods_in
from kpi_core.schema import NEIGHBOURS
from kpi_core.vocabulary import PeriodKind, Severity

GROUP = "statistical-neighbours"
_TITLE = "Statistical neighbours"
_NUMBER = "LA num"
_RANK = re.compile(r"SN([0-9]{1,2})")

Row = dict[str, Any]
Sets = Sequence[tuple[SourceFile, list[list[str]]]]


def neighbours(
    sets: Sets, subjects: Mapping[str, str], release: str
) -> tuple[pa.Table, list[Finding]]:
    """The rows of every set.

    Args:
        sets: files with their lines, the header first.
        subjects: by number at the Department for Education.
        release: id of the release.
    """
    rows: list[Row] = []
    findings: list[Finding] = []
    for file, lines in sets:
        dated = _day(file.name)
        if dated is None:
            findings.append(_undated(file.name))
        found = list(_set(lines, subjects))
        shared = {"group": GROUP, "release": release, **_named(dated, file)}
        rows += [{**shared, **row} for row in found if row["neighbour"]]
        findings += (f.at(source_cell=file.name) for f in _unmatched(lines, subjects))
    rows.sort(key=lambda row: (row["organisation"], row["neighbour_set"], row["rank"]))
    return pa.Table.from_pylist(rows, schema=NEIGHBOURS.arrow), findings


def _set(lines: list[list[str]], subjects: Mapping[str, str]) -> Iterator[Row]:
    """One row per neighbour whose number belongs to a council; the closeness stands to its right.

    Releases differ in "Very close" and "Very Close"; capitals say nothing, so one form is kept.
    """
    own, ranks = _places(lines[0])
    for line in _councils(lines):
        if line[own] not in subjects:
            continue
        for at, rank in ranks.items():
            number, closeness = [*line[at : at + 2], "", ""][:2]
            yield {
                "organisation": subjects[line[own]],
                "rank": rank,
                "neighbour": subjects.get(number),
                "closeness": squeeze(closeness).capitalize() or None,
            }


def _unmatched(lines: list[list[str]], subjects: Mapping[str, str]) -> Iterator[Finding]:
    own, ranks = _places(lines[0])
    numbers = {line[at] for line in _councils(lines) for at in (own, *ranks) if at < len(line)}
    for number in sorted(number for number in numbers - set(subjects) if number.isdigit()):
        message = (
            f"No council of this release has the number {quote(number)}; its place in the set "
            "stays empty."
        )
        yield Finding("national-neighbour-unknown", Severity.WARNING, message, raw=number)


def _councils(lines: list[list[str]]) -> Iterator[list[str]]:
    """Lines that begin with a council's number; headings between them do not."""
    own, _ = _places(lines[0])
    return (line for line in lines[1:] if len(line) > own and line[own].isdigit())


def _places(header: list[str]) -> tuple[int, Mapping[int, int]]:
    """Where the council's own number stands, and which rank each neighbour's place has."""
    ranks = {at: int(m[1]) for at, name in enumerate(header) if (m := _RANK.fullmatch(name))}
    return header.index(_NUMBER) if _NUMBER in header else 0, ranks


def _day(name: str) -> date | None:
    """The first day of the month in a file's name, such as ``sn_april_2021.xlsx``."""
    months = [p for p in periods_in(name.replace("_", " ")) if p.kind is PeriodKind.MONTH]
    return months[0].start if len(months) == 1 else None


def _named(dated: date | None, file: SourceFile) -> Row:
    if dated is None:
        stem = file.checksum.removeprefix("sha256:")[:8]
        return {"neighbour_set": f"{GROUP}-{stem}", "set_title": f"{_TITLE}, date not given"}
    return {
        "neighbour_set": f"{GROUP}-{dated:%Y-%m}",
        "set_title": f"{_TITLE}, {dated:%B %Y}",
        "dated": dated,
    }


def _undated(name: str) -> Finding:
    message = (
        "Neither the file nor its name says when these neighbours were set. Name the month, as "
        "in sn_may_2025.xlsx, and import again."
    )
    return Finding("national-neighbours-undated", Severity.WARNING, message, source_cell=name)
