"""Neighbours in a plain table: a council and one of its neighbours in each line."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from kpi_core.cells import Problem
from kpi_core.cells.dates import parse_date
from kpi_core.cells.text import quote, squeeze
from kpi_core.national.collected import Area, Collected
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.gss import area_of
from kpi_core.national.plain.headings import NEIGHBOURS, columns
from kpi_core.national.printed import slug
from kpi_core.periods import UNKNOWN, parse_period
from kpi_core.vocabulary import AreaKind, Severity

STATISTICAL, NEAREST = "statistical-neighbours", "nearest-neighbours"
_STATISTICAL = re.compile(r"statistical", re.IGNORECASE)
_TITLE = "Nearest neighbours"

Row = Mapping[str, str]


def collect(table: CsvTable, found: Collected) -> None:
    """Add every line as a neighbour; without ranks the first of a council is the closest."""
    known = columns(table.header, NEIGHBOURS)
    next_rank: Counter[tuple[str, str]] = Counter()
    for at, line in enumerate(table.lines):
        row = {key: line[column].strip() for key, column in known.items()}
        table.require(at, known["organisation"])
        table.require(at, known["neighbour"])
        own, other = _council(row["organisation"], found), _council(row["neighbour"], found)
        dated = _day(row.get("dated", ""), table.name, found)
        named = _named(row.get("set", ""), dated)
        next_rank[own, named["neighbour_set"]] += 1
        rank = row.get("rank", "")
        found.neighbours.append(
            {
                **named,
                "organisation": own,
                "dated": dated,
                "rank": int(rank) if _whole(rank) else next_rank[own, named["neighbour_set"]],
                "neighbour": other,
                "closeness": squeeze(row.get("closeness", "")).capitalize() or None,
            }
        )


def ownerless(table: CsvTable, found: Collected) -> None:
    """A list of areas alone: whose neighbours they are stands nowhere, and is not guessed."""
    message = (
        f"The file lists {len(table.lines)} areas, and nothing in it says whose neighbours they "
        "are; none is kept. Add a column organisation with the council's name, call the other one "
        "neighbour, and import again."
    )
    found.note("national-neighbours-of-nobody", message, table.name, Severity.WARNING)


def _council(name: str, found: Collected) -> str:
    subject = area_of(name, "").subject
    found.see(Area(subject, name, AreaKind.COUNCIL), UNKNOWN)
    return subject


def _named(title: str, dated: date | None) -> dict[str, str]:
    """The set's id with its month, as the sets of other sources have it."""
    shown = squeeze(title) or _TITLE
    group = STATISTICAL if _STATISTICAL.search(shown) else NEAREST
    month = f"-{dated:%Y-%m}" if dated else ""
    told = f", {dated:%B %Y}" if dated else ""
    return {
        "group": group,
        "neighbour_set": slug(shown) + month,
        "set_title": shown + told,
    }


def _day(text: str, file: str, found: Collected) -> date | None:
    """A day, or the first day of a month or year."""
    if not text:
        return None
    day = parse_date(text)
    if isinstance(day, date):
        return day
    period = parse_period(text)
    if isinstance(period, Problem) or period.start is None:
        message = f"{quote(text)} is no date; the set is kept without one."
        found.note("national-neighbours-undated", message, file, Severity.WARNING)
        return None
    return period.start


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 1000
