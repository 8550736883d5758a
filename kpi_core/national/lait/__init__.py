"""The Local Authority Interactive Tool: what the Department for Education publishes of councils.

A long table of values (Parquet) is the release. A data dictionary (CSV), sets of statistical
neighbours and a code list (XLSX) stand beside it; what is lost without one of them is a finding.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kpi_core.findings import Finding
from kpi_core.national.lait import dictionary, files, long_table
from kpi_core.national.lait.areas import areas, numbers_of, subjects_of
from kpi_core.national.lait.doubts import doubts, missing_files
from kpi_core.national.lait.figures import Figures
from kpi_core.national.lait.measures import measures_of, rows_of
from kpi_core.national.lait.neighbours import neighbours
from kpi_core.national.release import Progress, Release, SourceFile, release_id

NAME = "lait"
TITLE = "Local Authority Interactive Tool"
PUBLISHER = "department-for-education"
PUBLISHER_NAME = "Department for Education"
LICENCE = "Open Government Licence v3.0"


def recognises(given: Sequence[SourceFile]) -> bool:
    """Whether the long table of values is among the files, whatever its name."""
    return any(files.is_values(file) for file in given)


def read(given: Sequence[SourceFile], progress: Progress) -> Release:
    """Read the values with the companions that are there.

    Raises:
        ReleaseError: when the values are damaged, empty or too many.
    """
    found = files.sort_out(given, progress)
    progress(f"Reading {found.values.name}.")
    table = long_table.read(found.values)
    known, unclear = dictionary.measures(found.dictionary[1] if found.dictionary else ())
    figures = Figures(table, measures_of(table, known), subjects_of(table))
    progress(f"Sorting {len(table):,} figures.")
    findings = [
        *found.findings,
        *_in(found.dictionary[0] if found.dictionary else None, unclear),
        *_in(found.values, [*missing_files(found), *doubts(figures, known)]),
    ]
    return _release(found, figures, findings)


def _release(found: files.Files, figures: Figures, findings: Sequence[Finding]) -> Release:
    id_ = release_id(NAME, found.read)
    numbers = dict(zip(numbers_of(figures.table), figures.subjects, strict=True))
    area_rows, odd_areas = areas(figures.table, found.codes[1] if found.codes else ())
    sets, odd_neighbours = neighbours(found.neighbours, numbers, id_)
    return Release(
        id=id_,
        source=NAME,
        title=TITLE,
        publisher=PUBLISHER,
        publisher_name=PUBLISHER_NAME,
        licence=LICENCE,
        link=None,
        published_on=_newest(figures),
        files=found.read,
        figures=figures.observations(PUBLISHER, id_),
        measures=rows_of(figures, PUBLISHER),
        areas=area_rows,
        neighbours=sets,
        findings=_placed([*findings, *_in(found.values, odd_areas), *odd_neighbours], id_),
    )


def _newest(figures: Figures) -> date | None:
    days = [measure.updated_on for measure in figures.measures if measure.updated_on]
    return max(days, default=None)


def _in(file: SourceFile | None, findings: Sequence[Finding]) -> list[Finding]:
    return [finding.at(source_cell=file.name if file else None) for finding in findings]


def _placed(findings: Sequence[Finding], release: str) -> tuple[Finding, ...]:
    """Each sentence begins with the file that it is about."""
    return tuple(
        replace(found, report=release, message=f"{found.source_cell}: {found.message}")
        for found in findings
    )
