"""What the readers of workbooks share: the way into a foreign parser, and the way out of it."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from kpi_core.cells.text import quote
from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.grid import Document
from kpi_core.readers.limits import Tally
from kpi_core.readers.workbooks.sheet import Sheet


@contextmanager
def parsing(name: str, program: str, kind: str) -> Iterator[None]:
    """Turn whatever a foreign parser raises on a damaged file into one sentence.

    Its warnings are about features that it would lose on saving, which is not what we do. Memory
    that runs out passes: the process around the reader says so better.

    Raises:
        ReportError: with what to do, for any other exception inside.
    """
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"openpyxl\.")
            yield
    except (ReportError, MemoryError):
        raise
    # parsers of damaged workbooks raise anything, from AssertionError to RecursionError
    except Exception as error:
        raise ReportError(
            f"{name}: the workbook is damaged or is not what its name says "
            f"({type(error).__name__}). Open it in {program}, save it again as {kind} and try "
            "again."
        ) from error


def titles(names: Iterable[object]) -> Iterator[str]:
    """What each sheet is called; a name that was there before gets its number as well."""
    seen = set[str]()
    for at, name in enumerate(names, start=1):
        title = f"sheet {quote(str(name))}"
        title = f"sheet {at} {quote(str(name))}" if title in seen else title
        seen.add(title)
        yield title


def document(name: str, sheets: Iterable[Sheet], findings: Sequence[Finding] = ()) -> Document:
    """The sheets that hold anything, each a grid.

    Raises:
        ReportError: when no sheet holds a text or a number.
    """
    tally = Tally(name, "sheet")
    grids, noticed = [], list(findings)
    for sheet in sheets:
        grid = sheet.grid(tally)
        noticed += sheet.findings
        if grid is not None:
            grids.append(grid)
    if not grids:
        raise ReportError(
            f"{name}: no sheet of the workbook holds a filled cell. Check that it is the right "
            "file, and that the table is in its cells and not in a picture."
        )
    return Document(name, tuple(grids), tuple(noticed))
