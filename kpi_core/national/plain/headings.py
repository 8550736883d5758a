"""The headings of a plain long table, in any order and by any of their usual names."""

from collections.abc import Iterable, Mapping, Sequence

from kpi_core.cells.text import squeeze

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "subject": (
        *("subject", "area name", "areaname", "area", "council", "council name"),
        *("local authority", "local authority name", "authority", "geography name"),
    ),
    "code": ("area code", "areacode", "gss code", "gss", "ons code", "ons area code", "code"),
    "indicator": ("indicator", "indicator name", "measure name", "metric"),
    "measure": ("measure", "measure type", "statistic"),
    "period": ("period", "time period", "year", "reporting period"),
    "value": ("value", "figure", "outturn", "result"),
    "unit": ("unit", "units"),
    "numerator": ("numerator", "count of cases"),
    "denominator": ("denominator",),
    "lower": ("lower", "lower limit", "lower ci", "lower confidence limit", "lci", "lci 95"),
    "upper": ("upper", "upper limit", "upper ci", "upper confidence limit", "uci", "uci 95"),
    "polarity": ("polarity", "good is", "better is"),
    "source": ("source", "publisher", "data source"),
    "mark": ("mark", "status", "note on figure"),
    "title": ("title", "short title"),
    "description": ("description", "definition"),
}

NEIGHBOURS: Mapping[str, tuple[str, ...]] = {
    "organisation": ("organisation", "council", "our council", "of"),
    "neighbour": ("neighbour", "neighbor", "nearest neighbour", "statistical neighbour"),
    "rank": ("rank", "place", "order"),
    "set": ("set", "neighbour set", "group", "model"),
    "dated": ("dated", "date", "valid from", "from"),
    "closeness": ("closeness", "how close"),
}

Columns = Mapping[str, int]


def columns(header: Iterable[str], names: Mapping[str, tuple[str, ...]] = SYNONYMS) -> Columns:
    """The place of each column that is known, the first of two that mean the same.

    A table with ``measure`` and no ``indicator`` calls its indicators measures.
    """
    words = [_plain(text) for text in header]
    found = {
        key: at
        for key, synonyms in names.items()
        if (at := next((words.index(name) for name in synonyms if name in words), None)) is not None
    }
    if names is SYNONYMS and "indicator" not in found and "measure" in found:
        found["indicator"] = found.pop("measure")
    return found


def is_table(header: Iterable[str]) -> bool:
    """Whether a table says what, where, when and how much."""
    return {"subject", "indicator", "period", "value"} <= columns(header).keys()


def is_neighbours(header: Iterable[str]) -> bool:
    """Whether a table names a council and its neighbour in each line."""
    return {"organisation", "neighbour"} <= columns(header, NEIGHBOURS).keys()


def is_ownerless(header: Sequence[str]) -> bool:
    """Whether a table lists areas and nothing else, so that it does not say whose they are."""
    known = columns(header)
    return "subject" in known and known.keys() <= {"subject", "code"} and len(known) == len(header)


def _plain(text: str) -> str:
    return squeeze(text.replace("_", " ")).casefold()
