"""Plain CSV tables, for figures that no other source has: area, indicator, period and value.

Headings may stand in any order and under their usual names (``headings.py``). Unit, numerator,
denominator, limits, polarity and source may stand beside them. A table with the columns
organisation and neighbour holds sets of neighbours.
"""

from collections.abc import Sequence
from dataclasses import replace

from kpi_core.national.assembled import NOT_STATED, About, assemble
from kpi_core.national.collected import Collected
from kpi_core.national.csv_table import CsvTable, header_of, read_csv
from kpi_core.national.plain import neighbours, table
from kpi_core.national.plain.headings import is_neighbours, is_ownerless, is_table
from kpi_core.national.printed import slug
from kpi_core.national.release import Progress, Release, SourceFile

ABOUT = About(
    source="plain",
    title="Plain tables of figures",
    publisher="not-stated",
    publisher_name=NOT_STATED,
    licence=NOT_STATED,
)


def recognises(given: Sequence[SourceFile]) -> bool:
    """Whether a table of figures or of neighbours is among the files."""
    return any(_is_table(file) or _is_neighbours(file) for file in given)


def read(given: Sequence[SourceFile], progress: Progress) -> Release:
    """Read every such table; lists of areas beside them are named in findings.

    Raises:
        ReleaseError: when one is damaged, naming file, line and column.
    """
    found, ours = Collected(), []
    for file in given:
        if not (_is_table(file) or _is_neighbours(file) or _is_ownerless(file)):
            continue
        progress(f"Reading {file.name}.")
        ours.append(file)
        _collect(read_csv(file), found)
    progress(f"Sorting {len(found.figures):,} figures.")
    return assemble(_publisher(found), ours, found)


def _collect(read: CsvTable, found: Collected) -> None:
    if is_table(read.header):
        table.collect(read, found)
    elif is_neighbours(read.header):
        neighbours.collect(read, found)
    else:
        neighbours.ownerless(read, found)


def _publisher(found: Collected) -> About:
    """The one source that all measures name; of several each measure keeps its own."""
    sources = {measure.owner for measure in found.measures.values()}
    name = next(iter(sources)) if len(sources) == 1 else None
    return replace(ABOUT, publisher=slug(name), publisher_name=name) if name else ABOUT


def _is_table(file: SourceFile) -> bool:
    return is_table(header_of(file))


def _is_neighbours(file: SourceFile) -> bool:
    return is_neighbours(header_of(file)) and not _is_table(file)


def _is_ownerless(file: SourceFile) -> bool:
    return is_ownerless(header_of(file))
