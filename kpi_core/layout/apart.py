"""Which columns tell the indicators of a table of periods apart, besides their names.

A release lists every area under one name, or one measure as a number and as a percentage. Lines
that share a name and a period are then not repeats but other indicators, and mixing them would
make one series out of several.
"""

from collections.abc import Callable, Hashable, Sequence

from kpi_core.catalogue import name_key
from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.headings import Role
from kpi_core.readers import Line

BY_ROLE = (Role.REFERENCE, Role.THEME, Role.UNIT)
"""One name under two references, of two areas or in two units is two indicators."""

REPEATS = 0.1
"""Share of lines that may repeat a name and a period before another column is looked for."""

MOST_COLUMNS = 2

LineKey = Callable[[Line], Hashable]


def telling_apart(
    lines: Sequence[Line], layout: Layout, named: LineKey, dated: LineKey
) -> tuple[Column, ...]:
    """The columns that, with the name, make each line of a period an indicator of its own.

    Args:
        lines: those under the header that have a name and a period.
        layout: the table's columns.
        named: what a line is called.
        dated: the period of a line.
    """
    found = [column for role in BY_ROLE if (column := layout.one(role)) is not None]
    others = [column for column in layout.columns if column.role is Role.UNKNOWN]
    keys: list[Hashable] = [(named(line), dated(line), text_of(line, found)) for line in lines]
    for _ in range(MOST_COLUMNS):
        if _repeats(keys) <= REPEATS * len(lines) or not others:
            break
        best = min(others, key=lambda column: _cost(lines, keys, column))
        if _repeats(_with(lines, keys, best)) >= _repeats(keys):
            break
        keys = _with(lines, keys, best)
        found.append(best)
        others.remove(best)
    return tuple(found)


def text_of(line: Line, columns: Sequence[Column]) -> tuple[str, ...]:
    """What a line says in these columns, whatever its spelling."""
    cells = line.cells
    return tuple(
        name_key(cells[column.index].shown) if column.index < len(cells) else ""
        for column in columns
    )


def _with(lines: Sequence[Line], keys: Sequence[Hashable], column: Column) -> list[Hashable]:
    return [(key, text_of(line, (column,))) for key, line in zip(keys, lines, strict=True)]


def _repeats(keys: Sequence[Hashable]) -> int:
    return len(keys) - len(set(keys))


def _cost(lines: Sequence[Line], keys: Sequence[Hashable], column: Column) -> tuple[int, int, int]:
    """Repeats that are left, then different texts, then those with digits: a name, not a code."""
    texts = {text_of(line, (column,)) for line in lines}
    coded = sum(any(map(str.isdigit, text)) for (text,) in texts)
    return _repeats(_with(lines, keys, column)), len(texts), coded
