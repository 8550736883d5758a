"""Children's social care files of the Department for Education, and its statistical neighbours.

Every file has the shape of the Explore education statistics service: told by its columns, never
by its name. All files of a folder are one release.
"""

from collections.abc import Sequence

from kpi_core.national.assembled import About, assemble
from kpi_core.national.collected import Collected
from kpi_core.national.csv_table import headings, read_csv
from kpi_core.national.dfe import neighbours, table
from kpi_core.national.dfe.shape import NEEDED
from kpi_core.national.release import Progress, Release, SourceFile

ABOUT = About(
    source="dfe",
    title="Children's social care statistics",
    publisher="department-for-education",
    publisher_name="Department for Education",
)


def recognises(given: Sequence[SourceFile]) -> bool:
    """Whether a file of figures or a list of neighbours is among the files."""
    return any(_is_table(file) or _is_set(file) for file in given)


def read(given: Sequence[SourceFile], progress: Progress) -> Release:
    """Read every such file.

    Raises:
        ReleaseError: when one is damaged, naming the file and the line.
    """
    found = Collected()
    ours = [file for file in given if _is_table(file) or _is_set(file)]
    for file in sorted(ours, key=lambda file: (_is_set(file), file.name)):
        progress(f"Reading {file.name}.")
        if _is_set(file):
            neighbours.collect(file, read_csv(file), found)
        else:
            table.collect(read_csv(file), found)
    progress(f"Sorting {len(found.figures):,} figures.")
    return assemble(ABOUT, ours, found)


def _is_table(file: SourceFile) -> bool:
    return headings(file) >= NEEDED


def _is_set(file: SourceFile) -> bool:
    return neighbours.is_set(headings(file))
