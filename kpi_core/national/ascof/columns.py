"""The columns of a sheet: each is a measure in a year, ``2016 to 2017 - outcome``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.national.ascof.workbook import HEADING, Book, Sheet, texts
from kpi_core.national.collected import Measured
from kpi_core.national.printed import slug
from kpi_core.periods import UNKNOWN, Period, parse_period
from kpi_core.vocabulary import Accumulation, Unit

OUTCOME, NUMERATOR, DENOMINATOR = "outcome", "numerator", "denominator"
_MARGIN = "margin of error"
_COUNTS = (NUMERATOR, DENOMINATOR, "number of respondents")
_WHAT = re.compile(
    rf"(?:(?P<group>\S.*) )?(?P<kind>{OUTCOME}|{_MARGIN}|{'|'.join(_COUNTS)})", re.IGNORECASE
)
_PER_100000 = re.compile(r"per 100,?000", re.IGNORECASE)
_PERCENT = re.compile(r"proportion|percentage|\(%\)", re.IGNORECASE)
_SCORE = re.compile(r"\bscore\b", re.IGNORECASE)
_ON_A_DAY = re.compile(r"31 march", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """``group`` is a part of the measure that has an outcome of its own, such as ``good``."""

    at: int
    years: str
    period: Period
    group: str
    kind: str


def columns_of(sheet: Sheet) -> Iterator[Column]:
    """The columns of figures, in their order."""
    for at, heading in enumerate(texts(sheet.header)):
        match = HEADING.fullmatch(heading)
        if match is None:
            continue
        what = _WHAT.fullmatch(match["what"])
        group = (what["group"] or "").casefold() if what else ""
        kind = (what["kind"] if what else match["what"]).casefold()
        found = parse_period(match["years"])
        period = UNKNOWN if isinstance(found, Problem) else found
        yield Column(at, match["years"], period, "" if group == sheet.code else group, kind)


def id_of(sheet: Sheet, column: Column) -> str:
    """``ascof/4a`` is the outcome of 4a; all else has its name behind that."""
    kind = "" if column.kind == OUTCOME else column.kind
    return "/".join(filter(None, ("ascof", slug(sheet.code), slug(column.group), slug(kind))))


def measure(sheet: Sheet, column: Column, book: Book) -> Measured:
    """What the workbook says of a measure. It does not say which way is good."""
    kind = "" if column.kind == OUTCOME else column.kind
    told = ": ".join(filter(None, (sheet.title, column.group, kind)))
    source = book.sources.get(sheet.code)
    about = [*sheet.about, *([f"Source: {source}."] if source else [])]
    on_a_day = _ON_A_DAY.search(" ".join(sheet.about))
    return Measured(
        id=id_of(sheet, column),
        name=f"{sheet.code.upper()}: {told}",
        title=told[:1].upper() + told[1:],
        unit=_unit(sheet, column.kind),
        accumulation=Accumulation.SNAPSHOT if on_a_day else Accumulation.ANNUAL,
        frequency="once a year",
        caveats=tuple(_caveats(sheet, book)),
        description=" ".join(about) or None,
        year_kind="Financial year",
    )


def outcome_unit(sheet: Sheet) -> Unit:
    """What title and explanations say of the outcome; unknown where they do not."""
    outcome = (text for text in sheet.about if text.casefold().startswith(OUTCOME))
    told = f"{sheet.title} {' '.join(outcome)}"
    if _PER_100000.search(told):
        return Unit.RATE_PER_100000
    if _PERCENT.search(told):
        return Unit.PERCENT
    return Unit.SCORE if _SCORE.search(told) else Unit.UNKNOWN


def _unit(sheet: Sheet, kind: str) -> Unit:
    if kind in _COUNTS:
        return Unit.COUNT
    unit = outcome_unit(sheet)
    if kind == _MARGIN:
        return unit.of_difference
    return unit if kind == OUTCOME else Unit.UNKNOWN


def _caveats(sheet: Sheet, book: Book) -> Iterator[str]:
    yield from (book.notes[number] for number in sheet.notes if number in book.notes)
    yield from (f"{years}: {text}" for years, text in book.changes(sheet.code))
