"""What a report was taken for, in finished words: its columns, its words and its indicators."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from kpi_core.facts import Declaration, Indicator, IndicatorFacts, ReportFacts, TableRead
from kpi_core.imports import About, Change
from kpi_core.present import words
from kpi_core.selection import on_screen
from kpi_core.vocabulary import Accumulation, Direction, Polarity, PolarityBasis, Status, Unit, Word

ROLE_WORDS = {
    "indicator": "Name of the indicator",
    "value": "Figures",
    "target": "Target",
    "status": "Status",
    "direction": "Direction of travel",
    "commentary": "Commentary",
    "benchmark": "Benchmark",
    "benchmark_group": "Who the benchmark is",
    "comparator": "Figures of others, such as England",
    "plan": "Plan",
    "theme": "Theme",
    "owner": "Owner",
    "action": "Action",
    "due_date": "Due date",
    "reference": "Reference",
    "period": "Period of the row",
    "previous": "Figure of an earlier period",
    "unit": "Unit",
    "polarity": "Which way is good",
    "frequency": "How often",
    "numerator": "Cases that count (numerator)",
    "denominator": "Out of how many cases (denominator)",
    "lower_limit": "Lower confidence limit",
    "upper_limit": "Upper confidence limit",
    "unknown": "Not used",
}
"""Roles of a column as people read them, in the order in which they are offered."""

POLARITY_BASES = {
    PolarityBasis.DECLARED: "as the report says",
    PolarityBasis.INFERRED: "inferred from its name or target; please confirm",
    PolarityBasis.CATALOGUE: "as the catalogue says",
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _options(words: Iterable[Word], said: Callable[[Any], str]) -> dict[str, str]:
    """Words that a person may choose with their form on screen; "unknown" is no choice."""
    return {word.value: _capital(said(word)) for word in words if word.value != "unknown"}


INDICATOR_CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    "unit": ("Unit", _options(Unit, lambda unit: unit.word)),
    "polarity": ("Which way is good", _options(Polarity, lambda way: way.word)),
    "accumulation": ("A figure covers", _options(Accumulation, lambda kind: words.COVERS[kind])),
}
"""What can be chosen of an indicator: label, then stored words with their form on screen."""

FIELD_WORDS = {
    "organisation": "Organisation",
    "title": "Title",
    "period": "Rated period",
    **{field: label for field, (label, _) in INDICATOR_CHOICES.items()},
}

_COLOUR = re.compile("colour ([0-9A-F]{6})")

CELLS_NAMED = 3
"""Cells of a word that are named; the others are counted."""

NOT_READ = "Not understood"

COLUMN_COLUMNS = ("heading", "role", "read_as", "period", "why", "cell")
WORD_COLUMNS = ("kind", "word", "read_as", "times", "cells")
INDICATOR_COLUMNS = (
    *("indicator", "name", "title", "unit", "unit_word", "polarity", "polarity_word"),
    *("polarity_basis", "accumulation", "covers", "cell"),
)


def role_word(role: str) -> str:
    """A role as people read it."""
    return ROLE_WORDS.get(role, role.replace("_", " ").capitalize())


def columns_read(table: TableRead) -> pd.DataFrame:
    """One row per column of a table, in its order, with ``COLUMN_COLUMNS``."""
    rows = [
        (
            *(column.heading, column.role, role_word(column.role), column.period or ""),
            *(column.problem or column.basis.phrase, column.cell),
        )
        for column in table.columns
    ]
    return pd.DataFrame(rows, columns=list(COLUMN_COLUMNS))


def reading_of(table: TableRead) -> tuple[object, ...]:
    """What a table was read as, without where it stands: the same for tables that are alike."""
    columns = (replace(column, cell="") for column in table.columns)
    return (table.shape, *columns)


def words_read(facts: ReportFacts) -> pd.DataFrame:
    """One row per word of status or direction as printed, the ones not understood first."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for item in facts.indicators:
        for kind, said in (("Status", item.status), ("Direction of travel", item.direction)):
            if said.raw is not None and said.raw.strip():
                found.setdefault((kind, said.raw, _read_as(said)), []).append(said.cell or "")
    rows = [(*key, len(cells), _cells(cells)) for key, cells in found.items()]
    rows.sort(key=lambda row: row[2] != NOT_READ)
    return pd.DataFrame(rows, columns=list(WORD_COLUMNS))


def printed_word(word: str) -> str:
    """A word as people see it in the report: where it is a cell's colour, it says so."""
    colour = _COLOUR.fullmatch(word)
    return f"Cell colour {colour[1]}" if colour else word


def indicators_read(items: Iterable[IndicatorFacts]) -> pd.DataFrame:
    """One row per indicator with what is lasting about it and where that came from."""
    rows = [
        (
            *(known.id, known.name, known.title, known.unit, _unit_word(known.unit)),
            *(known.polarity, _polarity_word(known.polarity), _polarity_basis(known)),
            *(known.accumulation, _capital(words.COVERS[known.accumulation]), item.name_cell),
        )
        for item in items
        for known in (item.indicator,)
    ]
    return pd.DataFrame(rows, columns=list(INDICATOR_COLUMNS))


def table_sentence(table: TableRead) -> str:
    """Such as "lines 3 to 28: one row per indicator, one column per period; 18 rows"."""
    rows = "1 row" if table.rows == 1 else f"{table.rows:,} rows"
    return f"{table.where}: {table.shape.phrase}; {rows}"


def change_sentence(change: Change) -> str:
    """A correction as the list of corrections says it."""
    subject = f"“{change.subject.strip()}”"
    if change.about is About.COLUMN:
        of = f" of {change.period}" if change.period else ""
        return f"Column {subject} is read as: {role_word(change.value)}{of}."
    if change.about in (About.STATUS_WORD, About.DIRECTION_WORD):
        return f"{change.about.word} {subject} is read as: {on_screen(change.value)}."
    what, value = FIELD_WORDS[change.field], _value_words(change)
    of = f" of {subject}" if change.about is About.INDICATOR else ""
    return f"{what}{of}: {value}."


def _value_words(change: Change) -> str:
    _, options = INDICATOR_CHOICES.get(change.field, ("", {}))
    return options.get(change.value, change.value.strip())


def _unit_word(unit: Unit) -> str:
    return "Not known" if unit is Unit.UNKNOWN else _capital(unit.word)


def _polarity_word(polarity: Polarity) -> str:
    return "Not known" if polarity is Polarity.UNKNOWN else polarity.word


def _polarity_basis(known: Indicator) -> str:
    return "" if known.polarity is Polarity.UNKNOWN else POLARITY_BASES[known.polarity_basis]


def _read_as(said: Declaration[Status] | Declaration[Direction]) -> str:
    if said.word is not None:
        return said.word.word
    return said.missing.word if said.missing is not None else NOT_READ


def _cells(cells: Sequence[str]) -> str:
    named = "; ".join(cells[:CELLS_NAMED])
    more = len(cells) - CELLS_NAMED
    return f"{named} and {more:,} more" if more > 0 else named
