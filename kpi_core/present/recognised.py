"""How much of a report was recognised: a sentence each on columns, words, units, polarities."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kpi_core.facts import ColumnRead, ReportFacts
from kpi_core.layout import Role
from kpi_core.present.decisions import NOT_READ, words_read
from kpi_core.vocabulary import ColumnBasis, Polarity, PolarityBasis, Unit

COLUMN_BASES: dict[str, str] = {
    ColumnBasis.HEADING: "by their headings",
    ColumnBasis.SIMILAR: "by headings that are nearly known ones",
    ColumnBasis.CONTENT: "by what stands in their cells",
    ColumnBasis.CATALOGUE: "as the catalogue says",
}

POLARITY_BASES: dict[str, str] = {
    PolarityBasis.DECLARED: "said by the report",
    PolarityBasis.CATALOGUE: "said by the catalogue",
    PolarityBasis.INFERRED: "inferred, please confirm",
}

MOST_NAMED = 5
"""Headings or words that a sentence names; the others are counted."""


def recognised(facts: ReportFacts) -> tuple[str, ...]:
    """What a person reads first of a report: how much was recognised, and what was not."""
    return (_columns(facts), _words(facts), _units(facts), _polarities(facts))


def _columns(facts: ReportFacts) -> str:
    columns = [column for table in facts.tables for column in table.columns]
    known = [column for column in columns if _is_used(column)]
    left = [column.heading for column in columns if not _is_used(column)]
    bases = _counted((column.basis for column in known), COLUMN_BASES)
    said = f"Columns: {_of(known, columns)} recognised{bases}."
    return f"{said} Not used, but kept with their rows: {_named(left)}." if left else said


def _is_used(column: ColumnRead) -> bool:
    return column.role != Role.UNKNOWN and column.problem is None


def _words(facts: ReportFacts) -> str:
    frame = words_read(facts)
    if frame.empty:
        return "Words: no status and no direction of travel is declared."
    left = frame.loc[frame["read_as"] == NOT_READ, "word"].tolist()
    known = frame.loc[frame["read_as"] != NOT_READ, "word"].tolist()
    said = f"Words of status and direction: {_of(known, [*known, *left])} understood."
    return f"{said} Not understood: {_named(left)}." if left else said


def _units(facts: ReportFacts) -> str:
    known = [item for item in facts.indicators if item.indicator.unit is not Unit.UNKNOWN]
    return f"Units: known for {_of(known, facts.indicators)} indicators."


def _polarities(facts: ReportFacts) -> str:
    known = [
        item.indicator.polarity_basis
        for item in facts.indicators
        if item.indicator.polarity is not Polarity.UNKNOWN
    ]
    said = f"Which way is good: known for {_of(known, facts.indicators)} indicators"
    left = "" if len(known) == len(facts.indicators) else " Without it an indicator is not rated."
    return f"{said}{_counted(known, POLARITY_BASES)}.{left}"


def _of(some: Sequence[object], every: Sequence[object]) -> str:
    return f"{len(some):,} of {len(every):,}"


def _counted(bases: Iterable[str], phrases: Mapping[str, str]) -> str:
    """Such as " (10 by their headings, 2 as the catalogue says)"; empty where there is none."""
    numbers = Counter(bases)
    parts = [f"{numbers[basis]:,} {said}" for basis, said in phrases.items() if numbers[basis]]
    return f" ({', '.join(parts)})" if parts else ""


def _named(texts: Iterable[str]) -> str:
    """Each once, in quotation marks."""
    once = list(dict.fromkeys(" ".join(text.split()) for text in texts))
    named = [f"“{text}”" if text else "a column without a heading" for text in once[:MOST_NAMED]]
    more = len(once) - MOST_NAMED
    return ", ".join(named) + (f" and {more:,} more" if more > 0 else "")
