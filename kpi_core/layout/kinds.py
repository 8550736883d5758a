"""Tables that give an indicator one line for its figures and another one for its targets.

A column then says what each line holds ("Actual", "Target"). The lines of one indicator become
one, in which the targets have columns of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpi_core.layout.columns import OF_A_PERIOD, Column, Layout
from kpi_core.layout.content import texts_under
from kpi_core.layout.headings import PARTS, Role, role_of
from kpi_core.readers import Cell, Line

LOOKED_AT = 200
"""Lines that decide whether a column says kinds."""

SAME = frozenset({Role.INDICATOR, Role.REFERENCE, Role.THEME, Role.UNIT, Role.PERIOD})
"""What makes two lines those of one indicator; below the first its cells may be left blank."""

KINDS = frozenset({Role.VALUE, Role.TARGET, *PARTS, *OF_A_PERIOD})

Place = tuple[Role, Column]
"""A column of the lines of a kind."""


@dataclass(frozen=True)
class Joined:
    """The table with one line per indicator; ``headings`` counts the cells that head the others."""

    layout: Layout
    lines: Sequence[Line]
    headings: int = 0


def joined(layout: Layout, lines: Sequence[Line]) -> Joined:
    """The table as it is, unless one of its columns says which lines hold targets."""
    body = [line for line in lines if line.filled > 1]
    kind = next((c for c in layout.columns if _says_kinds(c, body[:LOOKED_AT])), None)
    if kind is None:
        return Joined(layout, lines)
    joining = _Joining(layout, kind)
    for line in lines:
        joining.line(line)
    return joining.result()


def _says_kinds(column: Column, body: Sequence[Line]) -> bool:
    roles = {role_of(text) for text in texts_under(body, column.index)}
    told = Role.VALUE in roles and {Role.TARGET, Role.DENOMINATOR} & roles and roles <= KINDS
    return column.role is Role.UNKNOWN and bool(told)


@dataclass
class _Joining:
    """Goes down the lines; ``made`` are the lines of other texts and those of each indicator."""

    layout: Layout
    kind: Column
    made: list[Line | dict[Role, Line]] = field(default_factory=list)
    groups: dict[tuple[str, ...], dict[Role, Line]] = field(default_factory=dict)
    printed: dict[Role, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    headings: int = 0

    def line(self, line: Line) -> None:
        said = _at(line, self.kind).text.strip()
        role = role_of(said)
        if role not in KINDS:
            self.made.append(line)
            return
        self.printed.setdefault(role, said)
        unknown = (c for c in self.layout.all(Role.UNKNOWN) if c is not self.kind)  # an area, say
        same = [*(c for c in self.layout.columns if c.role in SAME), *unknown]
        key = tuple(_at(line, column).shown.strip() for column in same)
        key = tuple(now or then for now, then in zip(key, self.before or key, strict=True))
        self.before = key
        if role in self.groups.get(key, {role: line}):
            self.groups[key] = {}
            self.made.append(self.groups[key])
        else:
            periods = self.layout.all(Role.PERIOD)
            self.headings += sum(not _at(line, column).empty for column in periods)
        self.groups[key][role] = line
        self.headings += 1

    def result(self) -> Joined:
        places = [place for role in self.printed for place in self._places(role)]
        columns = [self._main(column) for column in self.layout.columns]
        columns += [self._further(len(columns) + at, *place) for at, place in enumerate(places)]
        lines = [
            made if isinstance(made, Line) else self._joined(made, places) for made in self.made
        ]
        return Joined(Layout(tuple(columns)), lines, self.headings)

    def _places(self, role: Role) -> Iterator[Place]:
        """The columns that hold anything in the lines of one kind, other than figures' lines."""
        lines = [group[role] for group in self.made if isinstance(group, dict) and role in group]
        for column in self.layout.columns:
            own = role is not Role.VALUE and column.role not in SAME and column is not self.kind
            if own and any(not _at(line, column).empty for line in lines):
                yield role, column

    def _main(self, column: Column) -> Column:
        if column.role is not Role.VALUE:
            return column
        return replace(column, text=f"{column.text} {self.printed[Role.VALUE]}")

    def _further(self, index: int, role: Role, column: Column) -> Column:
        figures = column.role is Role.VALUE
        text = f"{column.text} {self.printed[role]}"
        return replace(column, index=index, role=role if figures else Role.UNKNOWN, text=text)

    def _joined(self, group: dict[Role, Line], places: Sequence[Place]) -> Line:
        """The line of figures, without the word for its kind, and beside it the other lines."""
        first = next(iter(group.values()))
        own = group.get(Role.VALUE, first)
        cells = [
            _at(first if c.role in SAME else own, c)
            if c is not self.kind and (c.role in SAME or Role.VALUE in group)
            else _blank(own, c)
            for c in self.layout.columns
        ]
        cells += [_at(group[role], c) if role in group else _blank(own, c) for role, c in places]
        return Line(first.address, tuple(cells))


def _at(line: Line, column: Column) -> Cell:
    return line.cells[column.index] if column.index < len(line.cells) else _blank(line, column)


def _blank(line: Line, column: Column) -> Cell:
    return Cell("", f"{line.address}, column {column.index + 1}")
