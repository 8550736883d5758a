"""The lines under a header: indicators, section headings, summary rows and everything else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpi_core.cells import Problem
from kpi_core.cells.comparators import parse_group
from kpi_core.cells.missing import missing_from
from kpi_core.cells.status_words import COLOURS
from kpi_core.cells.text import plain
from kpi_core.layout.columns import REMARKS, Layout
from kpi_core.layout.headings import Role, role_of
from kpi_core.layout.table import Kept, Known, Loose, Row
from kpi_core.periods import find_period
from kpi_core.readers import Cell, Line

LONGEST_HEADING = 120
"""Characters. A longer text alone in its line is a note."""

_PLAN = re.compile(r"(?:plan|priority|objective|outcome|goal|aim)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:source|note|notes|footnote|key|legend|page|see|last updated)\b|[*†‡]|.*[.;]$",
    re.IGNORECASE | re.DOTALL,
)
_COUNTS = re.compile(
    r"(?:(?:total )?(?:number|no\.?|count|percentage|per cent|%)(?: of)?|total|change)?"
    r" ?(?:measures|indicators|kpis|pis|rag)?(?: in total)?",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:grand |sub ?-?)?(?:total|average|mean|median|maximum|minimum|max|min|count|overall)s?"
    r"(?: (?:score|value|performance|of all|for all|all)\b.*)?|all (?:councils|indicators|areas)"
    r"|(?:(?:total )?(?:number|no\.?|count|percentage|%) (?:of )?)?"
    r"(?:(?:red|amber|green|blue)(?: (?:indicators|measures|kpis|pis))?"
    r"|(?:total (?:number of )?)(?:indicators|measures|kpis|pis))",
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
    below: bool = False
    """Whether the line right above the next one is a row."""

    def line(self, line: Line) -> None:
        name = self.name_of(line)
        if self.below and self._goes_on(line, name):
            self._further(line)
            return
        self.below = False
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
            self.below = True

    def name_of(self, line: Line) -> Cell | None:
        column = self.layout.one(Role.INDICATOR)
        if column is None or column.index >= len(line.cells):
            return None
        return line.cells[column.index]

    def _goes_on(self, line: Line, name: Cell | None) -> bool:
        """Whether a line is the rest of the wrapped texts of the row above it.

        It then holds remarks alone, or a name that begins in the middle of a sentence.
        """
        roles = {self._role(at) for at, cell in enumerate(line.cells) if not cell.empty}
        if name is None or name.empty:
            return roles <= set(REMARKS)
        return name.text.lstrip()[:1].islower() and roles <= {Role.INDICATOR, *REMARKS}

    def _role(self, at: int) -> Role:
        return self.layout.columns[at].role if at < len(self.layout.columns) else Role.UNKNOWN

    def finish(self) -> None:
        self._settle(followed=False)

    def _nameless(self, line: Line) -> None:
        if line.filled == 1:
            self.waiting.append(line)
            return
        self.loose.append(Loose(line, "Its line names no indicator", unnamed=True))

    def _further(self, line: Line) -> None:
        """A line that belongs to the row above: its cells stay with that, its name goes on."""
        row, name = self.rows[-1], self.name_of(line)
        kept = tuple(
            Kept(_heading(self.layout, at), cell)
            for at, cell in enumerate(line.cells)
            if not cell.empty and cell is not name
        )
        own = row.line
        if name is not None and not name.empty:
            own = _named(own, self.name_of(own), name.text)
        self.rows[-1] = replace(row, line=own, kept=(*row.kept, *kept))

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


def _named(line: Line, name: Cell | None, more: str) -> Line:
    """The line with the second line of its name."""
    cells = (replace(c, text=f"{c.text}\n{more}") if c is name else c for c in line.cells)
    return Line(line.address, tuple(cells))


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
        else:
            sorting.below = False
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
            yield line, False
            continue
        if blank and line.filled > 1 and _is_other_header(line):
            other = True
        blank = False
        yield line, other


def _is_other_header(line: Line) -> bool:
    """Words alone, half of them headings; a period or a word of counting is one as well."""
    texts = [cell.text for cell in line.cells if not cell.empty]
    known = sum(_heads(text) for text in texts)
    return 2 * known >= len(texts) and not any(map(_is_filled_in, texts))


def _heads(text: str) -> bool:
    counts = _COUNTS.fullmatch(plain(text)) is not None or plain(text).casefold() in COLOURS
    return counts or role_of(text) is not Role.UNKNOWN or find_period(text) is not None


def _is_filled_in(text: str) -> bool:
    """A figure or a mark for a missing one, which no heading is."""
    figure = re.search("[0-9]", text) is not None and find_period(text) is None
    return figure or missing_from(text) is not None


def reads_like_heading(text: str) -> bool:
    """Words, but not many: no sentence, no note, no figure."""
    shown = plain(text)
    worded = len(shown) <= LONGEST_HEADING and re.search(r"[^\W\d_]{3}", shown) is not None
    return worded and not _NOTE.match(shown) and not missing_from(shown)


def _summarises(name: str) -> bool:
    """A name such as "Total", "England" or "Red" sums up or compares; it is no indicator."""
    shown = plain(name).strip(" :")
    if _SUMMARY.fullmatch(shown) or shown.casefold() in COLOURS:  # also a circle in colour
        return True
    group = parse_group(shown)
    return group is not None and not isinstance(group, Problem)


def _heading(layout: Layout, at: int) -> str:
    return layout.columns[at].title if at < len(layout.columns) else f"column {at + 1}"
