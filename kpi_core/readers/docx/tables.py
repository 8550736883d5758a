"""One table of a Word file: its cells at their places, merged ones as one."""

from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from kpi_core.readers.docx.pieces import W, Words, contents, local, setting, switched_on
from kpi_core.readers.limits import MOST_COLUMNS
from kpi_core.readers.spans import Spot


@dataclass
class Contents:
    """What a cell holds besides its own text."""

    text: str = ""
    hidden: str = ""
    tracked: int = 0
    tables: list[_Element] = field(default_factory=list)

    @classmethod
    def of(cls, element: _Element) -> "Contents":
        """Read the paragraphs of a cell or a text box; those in its text boxes come after."""
        found = cls()
        lines: list[str] = []
        for block in contents(element, "p", "tbl"):
            if local(block) == "tbl":
                found.tables.append(block)
                continue
            words = Words.of(block)
            lines += [words.text, *(found.absorb(cls.of(box)) for box in words.boxes)]
            found.hidden += words.hidden
            found.tracked += words.tracked
        found.text = "\n".join(lines).strip("\n")
        return found

    def absorb(self, inner: "Contents") -> str:
        self.hidden += inner.hidden
        self.tracked += inner.tracked
        self.tables.extend(inner.tables)
        return inner.text


@dataclass(frozen=True)
class TableCell:
    element: _Element
    spot: Spot
    held: Contents
    row_hidden: bool = False


@dataclass
class Table:
    """All cells of a table in reading order; ``tracked`` counts rows put in or taken out."""

    cells: list[TableCell] = field(default_factory=list)
    height: int = 0
    tracked: int = 0

    @property
    def spots(self) -> list[Spot]:
        return [cell.spot for cell in self.cells]


def read_table(element: _Element) -> Table:
    """Place the cells by their grid columns; rows that were deleted are left out."""
    table = Table()
    above: dict[int, int] = {}
    for row in contents(element, "tr"):
        inserted, deleted = (setting(row, "trPr", name) is not None for name in ("ins", "del"))
        table.tracked += inserted or deleted
        if not deleted:
            above = _add_row(table, row, above)
            table.height += 1
    return table


def _add_row(table: Table, row: _Element, above: dict[int, int]) -> dict[int, int]:
    """Add the cells of one row.

    ``above`` has, for each column at which a cell stands in the row above, that cell's index; the
    result is the same for this row.
    """
    here: dict[int, int] = {}
    hidden = switched_on(row, "trPr", "hidden")
    column = _number(row, "trPr", "gridBefore", least=0)
    for element in contents(row, "tc"):
        held = Contents.of(element)
        spot = Spot(
            table.height,
            column,
            held.text,
            columns=_number(element, "tcPr", "gridSpan", least=1),
            fill=_fill(element),
        )
        beside = here.get(max(here)) if here and _continues(element, "hMerge") else None
        upper = above.get(column) if _continues(element, "vMerge") else None
        if beside is not None:
            _widen(table, beside, spot, held)
        elif upper is not None:
            here[column] = upper
            _lengthen(table, upper, spot, held)
        else:
            here[column] = len(table.cells)
            table.cells.append(TableCell(element, spot, held, hidden))
        column += spot.columns
    return here


def _continues(element: _Element, merge: str) -> bool:
    found = setting(element, "tcPr", merge)
    return found is not None and found.get(f"{W}val", "continue") == "continue"


def _widen(table: Table, at: int, part: Spot, held: Contents) -> None:
    spot = table.cells[at].spot
    _grow(table, at, replace(spot, columns=part.column + part.columns - spot.column), held)


def _lengthen(table: Table, at: int, part: Spot, held: Contents) -> None:
    spot = table.cells[at].spot
    _grow(table, at, replace(spot, rows=part.row + 1 - spot.row), held)


def _grow(table: Table, at: int, spot: Spot, held: Contents) -> None:
    """Text in a covered part of a merged cell is rare; it is kept with the cell."""
    cell = table.cells[at]
    text = "\n".join(filter(None, (spot.text, cell.held.absorb(held))))
    table.cells[at] = replace(cell, spot=replace(spot, text=text))


def _number(element: _Element, *path: str, least: int) -> int:
    found = setting(element, *path)
    text = "" if found is None else found.get(f"{W}val", "")
    return max(least, min(int(text), MOST_COLUMNS)) if text.isdecimal() else least


def _fill(element: _Element) -> str | None:
    """The shading of a cell; of a solid pattern the pattern's own colour."""
    shading = setting(element, "tcPr", "shd")
    if shading is None:
        return None
    name = "color" if shading.get(f"{W}val") == "solid" else "fill"
    colour = (shading.get(f"{W}{name}") or "").upper()
    return colour if len(colour) == 6 and set(colour) <= set("0123456789ABCDEF") else None
