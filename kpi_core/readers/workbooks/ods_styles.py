"""What the styles of an ODS workbook say of a cell: its fill, and how it shows a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from odfdo import Document, Element

from kpi_core.readers.workbooks.full_number import as_decimal

MOST_PARENTS = 20
"""Styles that inherit from each other in a circle end here."""

MAP = "style:map"
NUMBER_STYLES = "//number:number-style | //number:currency-style"
RAISED = (
    "//style:style[@style:family='text']"
    "[style:text-properties[starts-with(@style:text-position, 'super')]]"
)
COLOURING = "calcext:condition | calcext:color-scale | calcext:icon-set"


@dataclass(frozen=True)
class DateForm:
    """What a date format shows."""

    day: bool = True
    time: bool = False


class Styles:
    """All styles of the workbook by name."""

    def __init__(self, book: Document) -> None:
        self._cells: dict[str, Element] = {}
        self._hidden_tables: set[str] = set()
        self._dates: dict[str, DateForm] = {}
        self._numbers: dict[str, Element] = {}
        self._fills: dict[str, str | None] = {}
        self.raised: set[str] = set()
        """Names of the styles whose text is raised, as the number of a footnote is."""
        for part in (book.styles, book.content):
            for style in part.root.get_elements("//style:style[@style:family='table-cell']"):
                self._cells[attribute(style, "style:name")] = style
            for style in part.root.get_elements("//style:style[@style:family='table']"):
                if style.get_elements("style:table-properties[@table:display='false']"):
                    self._hidden_tables.add(attribute(style, "style:name"))
            for style in part.root.get_elements(RAISED):
                self.raised.add(attribute(style, "style:name"))
            for style in part.root.get_elements("//number:date-style"):
                day = bool(style.get_elements("number:day | number:day-of-week"))
                time = bool(style.get_elements("number:hours"))
                self._dates[attribute(style, "style:name")] = DateForm(day, time)
            for style in part.root.get_elements(NUMBER_STYLES):
                self._numbers[attribute(style, "style:name")] = style

    def hides(self, table: Element) -> bool:
        """Whether the style of a sheet hides it."""
        return attribute(table, "table:style-name") in self._hidden_tables

    def colours_by_rule(self, table: Element, used: set[str]) -> bool:
        """Whether the colours of a sheet depend on values: its own rules, or its cells' styles."""
        rules = table.get_elements("calcext:conditional-formats/calcext:conditional-format")
        if any(rule.get_elements(COLOURING) for rule in rules):
            return True
        return any(self._cells[name].get_elements(MAP) for name in used & set(self._cells))

    def fill(self, name: str) -> str | None:
        """Six hex digits in capitals; None for white, none and what cannot be told."""
        if name not in self._fills:
            self._fills[name] = self._inherited_fill(name)
        return self._fills[name]

    def date_form(self, name: str) -> DateForm:
        """How the cells of a style show dates; a whole date where nothing is said."""
        return self._dates.get(self._data_style(name), DateForm())

    def scales(self, name: str) -> tuple[Decimal, ...]:
        """What a shown number may be of the stored one: as it is, or in thousands."""
        style = self._numbers.get(self._data_style(name))
        if style is None:
            return (Decimal(1),)
        others = (attribute(other, "style:apply-style-name") for other in style.get_elements(MAP))
        styles = [style, *(self._numbers[other] for other in others if other in self._numbers)]
        return tuple(dict.fromkeys(_scale(one) for one in styles))

    def _data_style(self, name: str) -> str:
        named = (attribute(style, "style:data-style-name") for style in self._line(name))
        return next((name for name in named if name), "")

    def _inherited_fill(self, name: str) -> str | None:
        for style in self._line(name):
            for properties in style.get_elements("style:table-cell-properties"):
                colour = attribute(properties, "fo:background-color")
                if colour:
                    return _hex(colour)
        return None

    def _line(self, name: str) -> Iterator[Element]:
        """The style and those it inherits from, nearest first."""
        for _ in range(MOST_PARENTS):
            style = self._cells.get(name)
            if style is None:
                return
            yield style
            name = attribute(style, "style:parent-style-name")


def attribute(element: Element, name: str) -> str:
    """An attribute as text, empty where it is not given."""
    return element.get_attribute_string(name) or ""


def count(element: Element, name: str) -> int:
    """An attribute that says how often something is repeated; once where it is not given."""
    return max(1, int(attribute(element, name) or 1))


def _scale(style: Element) -> Decimal:
    """One through the factor by which a number format makes numbers shorter."""
    for number in style.get_elements("number:number[@number:display-factor]"):
        factor = as_decimal(attribute(number, "number:display-factor"))
        if factor:
            return 1 / factor
    return Decimal(1)


def _hex(colour: str) -> str | None:
    digits = colour.removeprefix("#").upper()
    known = len(digits) == 6 and not set(digits) - set("0123456789ABCDEF")
    return digits if known and digits != "FFFFFF" else None
