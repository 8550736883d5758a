"""Suggested corrections of one report: what its columns are, and what its words mean."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from kpi_core.catalogue import toml
from kpi_core.cells.text import plain
from kpi_core.facts import ColumnRead, Declaration, ReportFacts
from kpi_core.layout import Role
from kpi_core.layout.headings import heading_key
from kpi_core.periods import Period, find_period, period_from_label
from kpi_core.suggest.lines import PLACEHOLDER, line, offered, words
from kpi_core.suggest.periods import spelling
from kpi_core.vocabulary import ColumnBasis, Direction, Missing, Status

GUESSED = (ColumnBasis.SIMILAR, ColumnBasis.CONTENT)
"""Reasons that a person should look at; the others stand as comments."""

MOST_LISTED = 300
"""Headings or words that are listed; a report with more was misread."""

PLACES = 3
"""Cells that are named for one word."""


@dataclass(frozen=True)
class _Said:
    """What a column's line says; two columns of one heading have to say the same."""

    role: str
    period: str | None
    dated: bool

    @property
    def value(self) -> str | None:
        """As TOML; None if the period cannot be said."""
        if self.dated and self.period is None:
            return None
        if self.period is None:
            return toml.string(self.role)
        return f"{{ role = {toml.string(self.role)}, period = {toml.string(self.period)} }}"


def column_lines(report: ReportFacts) -> Iterator[str]:
    """One line for each heading; those that were recognised plainly have no effect."""
    by_key: dict[str, list[ColumnRead]] = defaultdict(list)
    for table in report.tables:
        for column in table.columns:
            by_key[heading_key(column.heading)].append(column)
    by_key.pop("", None)  # columns that no heading can name
    if by_key:
        yield f"# Heading = role, or role and period. Roles: {words([Role])}"
    for key in islice(by_key, MOST_LISTED):
        yield _column_line(key, by_key)
    yield from _more(len(by_key), "headings")


def _column_line(key: str, by_key: Mapping[str, Sequence[ColumnRead]]) -> str:
    column, said = by_key[key][0], _said(by_key[key][0])
    heading = toml.key(column.heading)
    why = f"{column.problem or column.basis.phrase}, at {column.cell}"
    if said.value is None or column.role == Role.UNKNOWN:
        return offered(heading, toml.string(PLACEHOLDER), why)
    if all(other.basis not in GUESSED for other in by_key[key]):
        return offered(heading, said.value, why)
    if any(_said(other) != said for other in _reached(key, by_key)):
        return offered(heading, said.value, f"{why}; other columns have this heading as well")
    return line(heading, said.value, why)


def _reached(key: str, by_key: Mapping[str, Sequence[ColumnRead]]) -> Iterator[ColumnRead]:
    """The columns that a line for this heading is about: a heading's last line alone counts too."""
    return (column for other in by_key if other.endswith(key) for column in by_key[other])


def _more(count: int, what: str) -> Iterator[str]:
    if count > MOST_LISTED:
        yield f"# and {count - MOST_LISTED:,} more {what}"


def _said(column: ColumnRead) -> _Said:
    """A period that no heading states, but a title, is left to the title."""
    stated = column.period is not None and find_period(column.heading) is not None
    period = period_from_label(column.period) if stated and column.period else None
    printed = spelling(period) if isinstance(period, Period) else None
    return _Said(column.role, printed, stated)


def word_lines(report: ReportFacts) -> Iterator[tuple[str, Iterator[str]]]:
    """The two tables of words, each with the words that were not understood."""
    rows = report.indicators
    status, direction = [row.status for row in rows], [row.direction for row in rows]
    yield "status_words", _unknown(status, (Status, Missing))
    yield "direction_words", _unknown(direction, (Direction, Missing))


def _unknown(
    declared: Sequence[Declaration[Status]] | Sequence[Declaration[Direction]],
    kinds: Sequence[type[StrEnum]],
) -> Iterator[str]:
    cells: dict[str, list[str]] = defaultdict(list)
    printed: dict[str, str] = {}
    for item in declared:
        if item.raw is not None and item.word is None and item.missing is None:
            key = plain(item.raw).casefold()
            printed.setdefault(key, item.raw)
            cells[key].append(item.cell or "a cell")
    if cells:
        yield f"# Word as printed = what it stands for: {words(kinds)}"
    for key in islice(cells, MOST_LISTED):
        places = cells[key]
        more = f" and {len(places) - PLACES} more" if len(places) > PLACES else ""
        why = f"in {'; '.join(places[:PLACES])}{more}"
        yield offered(toml.key(printed[key]), toml.string(PLACEHOLDER), why)
    yield from _more(len(cells), "words")
