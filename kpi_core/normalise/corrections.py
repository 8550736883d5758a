"""What the catalogue says, held against the report that it is about.

A correction that matches nothing changes nothing and is said so, with the nearest text that the
report has. A unit or a polarity that does not fit the report is followed, and said as well.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kpi_core.catalogue import Catalogue, toml
from kpi_core.cells.figures import Figure
from kpi_core.cells.names import polarity_from
from kpi_core.cells.text import plain, quote
from kpi_core.errors import CatalogueError
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.layout import Role
from kpi_core.layout.headings import heading_key
from kpi_core.nearest import nearest
from kpi_core.readers import Document
from kpi_core.vocabulary import Polarity, Severity, Unit

MOST_COMPARED = 100
"""Unused texts for which the nearest one is sought: comparing takes long."""

ROLES = tuple(role.value for role in Role)


def check_roles(catalogue: Catalogue) -> None:
    """Refuse a column role that is no word of ours.

    Raises:
        CatalogueError: naming the key, and the nearest role.
    """
    for name, entry in catalogue.reports.items():
        for heading, column in entry.columns.items():
            if column.role not in ROLES:
                key = f"reports.{toml.key(name)}.columns.{toml.said(toml.key(heading), 60)}"
                near = nearest(column.role, ROLES)
                meant = f"did you mean {toml.string(near)}? The roles are" if near else "use one of"
                raise CatalogueError(
                    f"The catalogue needs correcting:\n  {key}.role: {quote(column.role)} is not "
                    f"a role of a column; {meant}: {', '.join(ROLES)}"
                )


def unused_corrections(
    report: ReportFacts, document: Document, catalogue: Catalogue
) -> tuple[Finding, ...]:
    """A warning for each heading, word or title of the report's entry that the file lacks."""
    entry = catalogue.reports.get(report.report)
    if entry is None:
        return ()
    headings = [column.heading for table in report.tables for column in table.columns]
    status = [row.status.raw or "" for row in report.indicators if row.status.cell]
    direction = [row.direction.raw or "" for row in report.indicators if row.direction.cell]
    titles = [grid.title for grid in document.grids]
    skipped = [title for title in entry.skip if title not in titles]
    found = (
        ("columns", "heading", _lacking(entry.columns, headings), headings),
        ("status_words", "status", _unsaid(entry.status_words, status), status),
        ("direction_words", "direction", _unsaid(entry.direction_words, direction), direction),
        ("skip", "title", skipped, titles),
    )
    place = f"reports.{toml.key(report.report)}"
    return tuple(
        finding.at(report=report.report)
        for key, what, texts, there in found
        for finding in _unused(f"{place}.{key}", what, texts, there)
    )


def _lacking(said: Iterable[str], printed: Iterable[str]) -> list[str]:
    """Headings that match no column: neither a whole heading nor its lowest line, the last."""
    keys = tuple({heading_key(heading) for heading in printed})
    return [text for text in said if not _ends_one(heading_key(text), keys)]


def _ends_one(key: str, keys: Iterable[str]) -> bool:
    return bool(key) and any(other.endswith(key) for other in keys)


def _unsaid(said: Iterable[str], printed: Iterable[str]) -> list[str]:
    """Words that stand in no cell."""
    keys = {plain(text).casefold() for text in printed}
    return [text for text in said if plain(text).casefold() not in keys]


def _unused(key: str, what: str, texts: Iterable[str], there: Iterable[str]) -> Iterator[Finding]:
    known = [text for text in dict.fromkeys(there) if text.strip()]
    for at, text in enumerate(texts):
        near = nearest(text, known) if at < MOST_COMPARED else None
        remedy = f"Did you mean {quote(near)}?" if near else "Correct it, or take it out."
        message = f"{key} names the {what} {quote(text)}, which the report does not have. {remedy}"
        yield Finding("catalogue-unused", Severity.WARNING, message, raw=text)


def unit_differs(unit: Unit, figures: Sequence[Figure]) -> Finding | None:
    """A warning where most figures are printed with the sign of another unit."""
    signs = Counter(figure.unit for figure in figures if figure.value is not None)
    valued = signs.total()
    del signs[Unit.UNKNOWN], signs[unit]
    if 2 * signs.total() <= valued:
        return None
    other = signs.most_common(1)[0][0]
    example = next(figure.raw for figure in figures if figure.unit is other)
    message = (
        f"The catalogue gives the unit as {unit.word}, and most figures are printed in "
        f"{other.word}, such as {quote(example)}. Those are kept and not used; correct the unit."
    )
    return Finding("catalogue-unit-differs", Severity.WARNING, message, raw=example)


def polarity_differs(polarity: Polarity, name: str) -> Finding | None:
    """A note where the first word of the name asks for another way than the catalogue."""
    inferred = polarity_from(name)
    if inferred in (Polarity.UNKNOWN, polarity):
        return None
    message = (
        f"The catalogue says {polarity.word.lower()}, and the name begins with "
        f"{quote(name.split(maxsplit=1)[0])}, which reads as {inferred.word.lower()}. The "
        "catalogue is followed; please check it."
    )
    return Finding("catalogue-polarity-differs", Severity.NOTE, message, raw=name)
