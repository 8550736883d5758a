"""How much of a file is read. What is larger is refused in a sentence, never read in part."""

from dataclasses import dataclass

from kpi_core.errors import ReportError

MOST_BYTES = 100_000_000
"""A larger file is no scorecard, and reading it would exhaust a small server."""

MOST_LINES = 250_000
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000
MOST_GRIDS = 200
"""Sheets or tables of one file."""

MOST_PAGES = 300
MOST_CHARACTERS = 1_000_000
"""Characters in one cell. Longer is no table cell but, as a rule, an unclosed quotation mark."""

MOST_PARTS = 10_000
"""Parts of a workbook or document, which are archives of parts."""

MOST_UNPACKED_BYTES = 500_000_000
"""All parts together, unpacked."""

MOST_EXPANSION = 200
"""How many times larger a part may get by unpacking, once it passes EXPANSION_COUNTS_FROM.

Sheets of real reports stay under 50; an archive built to exhaust memory comes near 1,000.
"""

EXPANSION_COUNTS_FROM = 10_000_000

MOST_SECONDS = 60
"""For reading one file in a process of its own."""

MOST_MEMORY_BYTES = 3_000_000_000
"""Address space of such a process, which is somewhat more than the memory that it uses."""

MOST_ANSWER_BYTES = 2_000_000_000
"""What such a process may write, which is its answer."""

MOST_AT_ONCE = 2
"""Such processes at a time; further files wait."""

ONLY_THE_TABLE = "Save only the scorecard table as a file of its own and try again."


def refuse_size(size: int, name: str) -> None:
    """Refuse a file of too many bytes.

    Raises:
        ReportError: naming the limit.
    """
    if size > MOST_BYTES:
        raise ReportError(
            f"{name}: the file has more than {MOST_BYTES:,} bytes, which is too many for a "
            f"scorecard. {ONLY_THE_TABLE}"
        )


@dataclass
class Tally:
    """Counts while a file is read, and refuses it at the first limit that it passes.

    Errors are :class:`ReportError`. ``unit`` is what the format calls a grid, such as "sheet".
    """

    name: str
    unit: str = "table"
    grids: int = 0
    lines: int = 0
    cells: int = 0

    def grid(self) -> None:
        """Call before each grid."""
        self.grids += 1
        self._check(self.grids, MOST_GRIDS, f"{self.unit}s")

    def line(self, cells: int) -> None:
        """Call before the cells of a line are made."""
        self.lines += 1
        self.cells += cells
        self._check(self.lines, MOST_LINES, "lines")
        self._check(cells, MOST_COLUMNS, "columns")
        self._check(self.cells, MOST_CELLS, "cells")

    def text(self, text: str, address: str) -> str:
        """The text of one cell, if it is not too long."""
        if len(text) > MOST_CHARACTERS:
            raise ReportError(
                f"{self.name}: {address} holds {len(text):,} characters; at most "
                f"{MOST_CHARACTERS:,} are read. {ONLY_THE_TABLE}"
            )
        return text

    def _check(self, count: int, most: int, what: str) -> None:
        if count > most:
            raise ReportError(
                f"{self.name}: the file has more than {most:,} {what}, which is too many for a "
                f"scorecard. {ONLY_THE_TABLE}"
            )
