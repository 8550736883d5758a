"""How reports are read, in finished words: all of it made from the registries and the limits."""

from kpi_core import readers
from kpi_core.cells.names import LONGEST_NAME
from kpi_core.imports import draft
from kpi_core.layout import headings
from kpi_core.present.decisions import role_word
from kpi_core.readers import limits
from kpi_core.readers.sniff import WORDS
from kpi_core.vocabulary import ColumnBasis, TableShape

INFERRED = (
    "The organisation, from a title or the file's name.",
    "The period, from the headings, a title or the file's name; the latest one is rated.",
    "Which way is good, from the first word of the indicator's name.",
    f"Unit, and what a figure covers, from the first {LONGEST_NAME:,} characters of its name.",
    "A status, from a cell's colour where no status is printed.",
)
"""What a report often leaves open, and from what it is inferred; the catalogue overrules each."""


def formats() -> str:
    """Which files are read, and how a file's format is told."""
    endings = ", ".join(ending.upper() for ending in readers.READERS)
    named = ", ".join(WORDS.values())
    return (
        f"Files that end in {endings}. What counts is not the ending but the file's bytes: it is "
        f"read as what they are ({named}), and a note says so where the two differ."
    )


def apart() -> str:
    """Which files are read in a process of their own, and what that may use."""
    endings = [ending.upper() for ending, reader in readers.READERS.items() if reader.isolated]
    return (
        f"{', '.join(endings)} files are read in a process of their own, {limits.MOST_AT_ONCE} at "
        f"a time, for at most {limits.MOST_SECONDS} seconds and with at most "
        f"{_megabytes(limits.MOST_MEMORY_BYTES)} of memory, giving back at most "
        f"{_megabytes(limits.MOST_ANSWER_BYTES)}. No macro is run and no link is followed."
    )


def most() -> list[tuple[str, str]]:
    """What is limited, and to how much. A file beyond a limit is refused, never read in part."""
    return [
        ("Size of a file", _megabytes(limits.MOST_BYTES)),
        ("Sheets or tables", f"{limits.MOST_GRIDS:,}"),
        ("Lines", f"{limits.MOST_LINES:,}"),
        ("Columns of a line", f"{limits.MOST_COLUMNS:,}"),
        ("Cells", f"{limits.MOST_CELLS:,}"),
        ("Characters of a cell", f"{limits.MOST_CHARACTERS:,}"),
        ("Pages of a PDF", f"{limits.MOST_PAGES:,}"),
        ("Parts of a workbook or document", f"{limits.MOST_PARTS:,}"),
        ("All parts unpacked", _megabytes(limits.MOST_UNPACKED_BYTES)),
        (
            f"Growth of a part over {_megabytes(limits.EXPANSION_COUNTS_FROM)} by unpacking",
            f"{limits.MOST_EXPANSION:,} times",
        ),
        ("Files of a draft", f"{draft.MOST_FILES:,}"),
        ("Size of a file of a draft", f"{draft.MOST_BYTES_EACH / 2**20:,g} MB"),
        ("Size of a draft", f"{draft.MOST_BYTES / 2**20:,g} MB"),
    ]


def shapes() -> str:
    """How a table may be laid out."""
    return f"A table has {'; or '.join(shape.phrase for shape in TableShape)}."


def ways() -> str:
    """How a column is recognised."""
    tried = (ColumnBasis.CATALOGUE, ColumnBasis.HEADING, ColumnBasis.SIMILAR, ColumnBasis.CONTENT)
    return (
        f"A column is read {', else '.join(way.phrase for way in tried)}. Cells under a heading "
        "that nobody knows are kept with their indicator as extras."
    )


def roles() -> list[tuple[str, str]]:
    """What a column may hold, and the headings that say so."""
    return [
        (role_word(role), ", ".join(names)) for role, names in headings.SYNONYMS.items() if names
    ]


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,g} MB"
