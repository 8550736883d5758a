"""Which column of a file of the Explore education statistics service means what.

Period and place have names of their own. Of the other columns those with words say what a line is
about (dimensions), and those with numbers or signs for none are its figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kpi_core.national.csv_table import CsvTable
from kpi_core.national.printed import printed
from kpi_core.vocabulary import Missing

NEEDED = frozenset(("time_period", "time_identifier", "geographic_level", "country_code"))
"""Columns by which such a file is known."""

_PLACES = re.compile(
    r"time_period|time_identifier|geographic_level|(?:country|region)_(?:code|name)"
    r"|(?:old|new)_la_code|la_name|lad_(?:code|name)"
)
DURATION = re.compile(r"([0-9]{1,3}):([0-9]{2})")


@dataclass(frozen=True)
class Shape:
    """Columns by their place in the table.

    Attributes:
        figures: columns with numbers.
        dimensions: columns with words.
        varying: dimensions with more than one value, which tell the measures apart.
    """

    figures: tuple[int, ...]
    dimensions: tuple[int, ...]
    varying: tuple[int, ...]


def shape_of(table: CsvTable) -> Shape:
    """Tell the columns of a file apart by what they hold."""
    others = [at for at, name in enumerate(table.header) if not _PLACES.fullmatch(name)]
    texts = {at: [line[at] for line in table.lines] for at in others}
    figures = tuple(at for at in others if _is_figures(texts[at]))
    dimensions = tuple(at for at in others if at not in figures)
    varying = tuple(at for at in dimensions if len(set(texts[at])) > 1)
    return Shape(figures, dimensions, varying)


def _is_figures(texts: Sequence[str]) -> bool:
    """At least half of what is not a sign for none is a number; a column of signs has figures.

    A column that is all blank has neither, and says nothing.
    """
    numbers = words = signs = 0
    for text in texts:
        cell = printed(text)
        if cell.value is not None or DURATION.fullmatch(text.strip()):
            numbers += 1
        elif not cell.understood:
            words += 1
        elif cell.missing is not Missing.BLANK:
            signs += 1
    return numbers >= max(words, 1) or (words == 0 and signs > 0)
