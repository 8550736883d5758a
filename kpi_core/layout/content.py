"""What the cells of a column say about it, where its heading says nothing that is known."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from kpi_core.cells import Problem
from kpi_core.cells.missing import missing_from
from kpi_core.cells.outturns import parse_outturn
from kpi_core.cells.words import DirectionVocabulary, parse_status
from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.headings import Role, begins_with_role
from kpi_core.periods import Period, parse_period
from kpi_core.readers import Line
from kpi_core.vocabulary import ColumnBasis

LOOKED_AT = 100
"""Lines of a table that are looked at; a longer one says nothing new."""

MOST = 0.8
"""Share of the cells that have to agree."""

SHORTEST_NAME = 12
"""Characters that the names of indicators have on average; shorter ones are codes or words."""

MOST_KEPT = 8192
"""Texts whose meaning is remembered: the lines under one header are those under others as well."""

_DIRECTIONS = DirectionVocabulary()

_LETTERS = re.compile(r"[^\W\d_]{3}")


def complete(layout: Layout, lines: Sequence[Line]) -> Layout:
    """The layout with columns that were recognised by their cells.

    Only columns that no heading explains are looked at, and only roles that no column has yet.
    """
    body = list(islice((line for line in lines if line.filled > 1), LOOKED_AT))
    columns = list(layout.columns)
    for at, column in enumerate(columns):
        if column.unexplained:
            taken = {other.role for other in columns}
            role = _by_content(column, texts_under(body, column.index), taken)
            if role is not None:
                columns[at] = replace(column, role=role, basis=ColumnBasis.CONTENT)
    if all(column.role is not Role.INDICATOR for column in columns):
        columns = _with_names(columns, body)
    return Layout(tuple(columns))


def _by_content(column: Column, texts: Sequence[str], taken: set[Role]) -> Role | None:
    begun = begins_with_role(column.text)
    if begun is Role.TARGET and begun not in taken and share(texts, is_figure) >= MOST:
        return Role.TARGET
    for role, says in (
        (Role.STATUS, is_status),
        (Role.DIRECTION, _is_direction),
        (Role.PERIOD, _is_period),
    ):
        wanted = role not in taken and (role is not Role.PERIOD or Role.VALUE in taken)
        if wanted and len(texts) > 1 and share(texts, says) >= MOST:
            return role
    return None


def texts_under(body: Sequence[Line], index: int) -> list[str]:
    """The texts of a column, those that mark something missing left out."""
    cells = (line.cells[index] for line in body if 0 <= index < len(line.cells))
    return [cell.text for cell in cells if not missing_from(cell.text)]


def share(texts: Sequence[str], says: Callable[[str], bool]) -> float:
    return sum(map(says, texts)) / len(texts) if texts else 0.0


@lru_cache(maxsize=MOST_KEPT)
def is_status(text: str) -> bool:
    parsed = parse_status(text)
    return not isinstance(parsed, Problem) and parsed.word is not None


@lru_cache(maxsize=MOST_KEPT)
def _is_direction(text: str) -> bool:
    parsed = _DIRECTIONS.parse(text)
    return not isinstance(parsed, Problem) and (parsed.word or parsed.movement) is not None


@lru_cache(maxsize=MOST_KEPT)
def _is_period(text: str) -> bool:
    return isinstance(parse_period(text), Period)


@lru_cache(maxsize=MOST_KEPT)
def is_figure(text: str) -> bool:
    return not isinstance(parse_outturn(text), Problem)


def _with_names(columns: list[Column], body: Sequence[Line]) -> list[Column]:
    """The first column of texts that differ from row to row and are long enough for names."""
    for at, column in enumerate(columns):
        unused = column.role is Role.UNKNOWN and column.basis is not ColumnBasis.CATALOGUE
        if unused and are_names(texts_under(body, column.index), len(body)):
            named = replace(column, role=Role.INDICATOR, basis=ColumnBasis.CONTENT, problem=None)
            return [*columns[:at], named, *columns[at + 1 :]]
    return columns


def are_names(texts: Sequence[str], rows: int) -> bool:
    if not texts or len(texts) < MOST * rows:
        return False
    worded = [text for text in texts if _LETTERS.search(text) and not is_figure(text)]
    length = sum(map(len, worded)) / len(worded) if worded else 0
    enough = len(worded) >= MOST * len(texts) and length >= SHORTEST_NAME
    return enough and len(set(worded)) >= MOST * len(worded)
