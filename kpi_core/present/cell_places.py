"""Where a cell stands, less exactly than its address: the column, and the sheet, table or page.

Addresses are in each reader's own terms: "line 4, column 7", "sheet 'Q4', cell G4",
"table 2, row 3, column 7", "page 1, table 1, row 3, column 7". What stands in a column is said
where the dataset knows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from kpi_core.present import words
from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard

WHOLE_REPORT = "Whole report"

_ADDRESS = re.compile(
    r"^(?P<area>.*?)(?:(?:^|, )(?:line|row|paragraph) \d+)?"
    r"(?:(?:^|, )(?:column (?P<column>\w+)|cell (?P<letters>[A-Z]+)\d+))?$",
    re.DOTALL,
)

COMPARATORS, STATUS = "comparators", "status"
NAMES, COMMENTARY = "names of indicators", "commentary"
IN_THE_TEXT = "Outside the columns"

Column = tuple[str, str]
"""Area and column of an address; either may be empty."""


def column_of(address: str) -> Column:
    """The area and the column of an address."""
    match = _ADDRESS.match(address)
    assert match is not None  # every part of the pattern may be empty
    return match["area"] or "", match["column"] or match["letters"] or ""


def place(address: str | None, held: Mapping[Column, str]) -> str:
    """Such as "Column 7, 2019/20 Q3" or "Sheet 'Q4', column G"; a whole report has no place."""
    if not address:
        return WHOLE_REPORT
    area, column = column_of(address)
    parts = [area] if area else []
    parts += [f"column {column}"] if column else []
    parts += [held[area, column]] if (area, column) in held else []
    said = ", ".join(parts) or IN_THE_TEXT
    return said[:1].upper() + said[1:]


def held_by_column(card: Scorecard) -> dict[Column, str]:
    """What the report's facts say of the columns that they stand in, where it is one thing."""
    seen: dict[Column, set[str]] = {}
    for address, what in _facts(card):
        seen.setdefault(column_of(address), set()).add(what)
    return {column: what.pop() for column, what in seen.items() if column[1] and len(what) == 1}


def _facts(card: Scorecard) -> Iterator[tuple[str, str]]:
    mine = _mine(card, "observations")
    for seen in records(mine[["source_cell", "subject", "period_label"]]):
        own = seen["subject"] == card.organisation
        yield seen["source_cell"], words.period_text(seen["period_label"]) if own else COMPARATORS
    yield from ((cell, STATUS) for cell in _mine(card, "ratings")["source_cell"])
    yield from _quoted(card)


def _quoted(card: Scorecard) -> Iterator[tuple[str, str]]:
    """Cells whose whole text a finding quotes: it is a name or a commentary that we know."""
    rows = _mine(card, "ratings")
    known = dict.fromkeys(rows["commentary"].dropna(), COMMENTARY)
    known |= dict.fromkeys(card.rows["name"], NAMES)
    for found in records(_mine(card, "findings")):
        if found["source_cell"] and found["raw"] in known:
            yield found["source_cell"], known[found["raw"]]


def _mine(card: Scorecard, table: str) -> pd.DataFrame:
    frame = card.dataset.frame(table)
    mine: pd.DataFrame = frame[frame["report"] == card.report["report"]]
    return mine


def in_order(places: Iterable[str]) -> list[str]:
    """Places as a person counts: column 2 before column 10, the whole report first."""
    return sorted(set(places), key=_natural)


def _natural(text: str) -> tuple[bool, list[tuple[int, str]]]:
    parts = re.split(r"(\d+)", text)
    return text != WHOLE_REPORT, [(int(p), "") if p.isdigit() else (-1, p) for p in parts]
