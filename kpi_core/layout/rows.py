"""The lines under a header: indicators, section headings, summary rows and everything else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpi_core.cells import Problem
from kpi_core.cells.comparators import parse_group
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import plain
from kpi_core.layout.columns import Layout
from kpi_core.layout.headings import Role, role_of
from kpi_core.layout.table import Kept, Known, Loose, Row
from kpi_core.readers import Cell, Line

LONGEST_HEADING = 120
"""Characters. A longer text alone in its line is a note."""

_PLAN = re.compile(r"(?:plan|priority|objective|outcome|goal|aim)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:source|note|notes|footnote|key|legend|page|see|last updated)\b|[*†‡]|.*[.;]$",
    re.IGNORECASE | re.DOTALL,
)
_SUMMARY = re.compile(
    r"(?:grand |sub ?-?)?(?:total|average|mean|median|maximum|minimum|max|min|count|overall)s?"
    r"(?: (?:score|value|performance|of all|for all|all)\b.*)?|all (?:councils|indicators|areas)",
    re.IGNORECASE,
)


@dataclass
class _Sorting:
    """Goes down the lines of one table and remembers the headings that were passed."""

    layout: Layout
    known: Known
    rows: list[Row] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    theme: Cell | None = None
    plan: Cell | None = None

    def line(self, line: Line) -> None:
        name = self.name_of(line)
        if name is None or not re.search(r"\w", name.shown):  # a dash names nothing
            self._nameless(line)
        elif line.filled == 1 and not self.known.is_indicator(name.shown):
            self.waiting.append(line)
        elif name.anchor is not None and self.rows:
            self._further(line)
        elif _summarises(name.text):
            why = "It sums up other rows and is no indicator"
            self.loose.append(Loose(line, why, "summary-row"))
        else:
            self._settle(followed=True)
            self.rows.append(Row(line, self.layout, self.theme, self.plan))

    def name_of(self, line: Line) -> Cell | None:
        column = self.layout.one(Role.INDICATOR)
        if column is None or column.index >= len(line.cells):
            return None
        return line.cells[column.index]

    def finish(self) -> None:
        self._settle(followed=False)

    def _nameless(self, line: Line) -> None:
        if line.filled == 1:
            self.waiting.append(line)
            return
        self.loose.append(Loose(line, "Its line names no indicator", unnamed=True))

    def _further(self, line: Line) -> None:
        """A line under a name that is merged over several: its cells stay with the row."""
        kept = tuple(
            Kept(_heading(self.layout, at), cell)
            for at, cell in enumerate(line.cells)
            if not cell.empty
        )
        self.rows[-1] = replace(self.rows[-1], kept=(*self.rows[-1].kept, *kept))

    def _settle(self, followed: bool) -> None:
        """Lines with one text are headings if rows follow and they read like headings.

        The nearest is the theme and the one above it the plan; one alone is a theme, unless it
        says that it is a plan.
        """
        headings = [line for line in self.waiting if followed and reads_like_heading(_text(line))]
        used = headings[-2:]
        for line in self.waiting:
            if line not in used:
                why = "Its line holds nothing else and reads like no indicator"
                self.loose.append(Loose(line, why))
        cells = [next(cell for cell in line.cells if not cell.empty) for line in used]
        if len(cells) == 1 and not _PLAN.match(cells[0].text.strip()):
            self.theme = cells[0]
        elif cells:
            self.plan, self.theme = cells[0], (cells[1] if len(cells) > 1 else None)
        self.waiting = []


def _text(line: Line) -> str:
    return next(cell.text for cell in line.cells if not cell.empty)


def sort_rows(
    lines: Sequence[Line], layout: Layout, known: Known
) -> tuple[tuple[Row, ...], tuple[Loose, ...]]:
    """The rows of a table whose lines are one indicator each, and the lines that are none.

    Args:
        lines: those under the header; repeated headers are left out already.
        layout: the table's columns, an indicator's column among them.
        known: decides whether a text alone in its line is an indicator.
    """
    sorting = _Sorting(layout, known)
    for line, table_ended in _with_ends(lines):
        if table_ended:
            sorting.loose.append(Loose(line, "It belongs to another table, which is no scorecard"))
        elif not line.empty:
            sorting.line(line)
    sorting.finish()
    return tuple(sorting.rows), tuple(sorting.loose)


def _with_ends(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it belongs to a small table that begins below a blank line.

    Such a table, of counts by status for instance, has headings of its own and no figures in
    that line.
    """
    other, blank = False, False
    for line in lines:
        if line.empty:
            other, blank = False, True
            continue
        if blank and line.filled > 1 and _is_other_header(line):
            other = True
        blank = False
        yield line, other


def _is_other_header(line: Line) -> bool:
    texts = [cell.text for cell in line.cells if not cell.empty]
    known = sum(role_of(text) is not Role.UNKNOWN for text in texts)
    return 2 * known >= len(texts) and not any(re.search("[0-9]", text) for text in texts)


def reads_like_heading(text: str) -> bool:
    """Words, but not many: no sentence, no note, no figure."""
    shown = plain(text)
    worded = len(shown) <= LONGEST_HEADING and re.search(r"[^\W\d_]{3}", shown) is not None
    return worded and not _NOTE.match(shown) and not missing_from(shown)


def _summarises(name: str) -> bool:
    """A name such as "Total", "England" or "Red" sums up or compares; it is no indicator."""
    shown = plain(name).strip(" :")
    if _SUMMARY.fullmatch(shown):
        return True
    group = parse_group(shown)
    return group is not None and not isinstance(group, Problem)


def _heading(layout: Layout, at: int) -> str:
    return layout.columns[at].title if at < len(layout.columns) else f"column {at + 1}"
