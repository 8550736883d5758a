"""Explore local statistics of the Office for National Statistics: a CSV with its JSON each."""

from collections.abc import Sequence
from dataclasses import replace

from kpi_core.national.assembled import About, assemble
from kpi_core.national.collected import Collected
from kpi_core.national.csv_table import headings, read_csv
from kpi_core.national.ons import table
from kpi_core.national.ons.metadata import known
from kpi_core.national.release import Progress, Release, SourceFile
from kpi_core.vocabulary import Severity

ABOUT = About(
    source="ons",
    title="Explore local statistics",
    publisher="office-for-national-statistics",
    publisher_name="Office for National Statistics",
)


def recognises(given: Sequence[SourceFile]) -> bool:
    """Whether a file of figures is among the files."""
    return any(_is_table(file) for file in given)


def read(given: Sequence[SourceFile], progress: Progress) -> Release:
    """Read every file of figures with the descriptions that are there.

    Raises:
        ReleaseError: when one is damaged, naming the file and the line.
    """
    found, about = Collected(), known(given)
    for name, why in about.damaged:
        message = f"The description cannot be read ({why}); nothing in it is used."
        found.note("national-file-unreadable", message, name, Severity.WARNING)
    ours = [file for file in given if _is_table(file)]
    for file in ours:
        progress(f"Reading {file.name}.")
        table.collect(read_csv(file), about, found)
    progress(f"Sorting {len(found.figures):,} figures.")
    days = [m.updated_on for m in found.measures.values() if m.updated_on]
    told = replace(ABOUT, published_on=max(days, default=None))
    return assemble(told, [*ours, *about.read], found)


def _is_table(file: SourceFile) -> bool:
    return headings(file) >= table.NEEDED
