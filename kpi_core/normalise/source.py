"""What is known of a report before its table is read: organisation, title, period, schemes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from kpi_core.catalogue import Catalogue, ReportEntry
from kpi_core.cells.text import plain, quote, squeeze
from kpi_core.findings import Finding
from kpi_core.layout import stated_period
from kpi_core.normalise.corrections import check_roles
from kpi_core.normalise.council import council_in
from kpi_core.periods import Period, parse_period
from kpi_core.readers import Document
from kpi_core.vocabulary import Severity

TITLE_LINES = 20
"""How far down a title may stand."""

_LABEL = re.compile(
    r"(?:reporting |data )?period|quarter|(?:financial )?year|council|(?:local )?authority"
    r"|organisation|(?:report )?title|report(?: name)?",
    re.IGNORECASE,
)
"""What stands before the text of a title: "Period | Quarter 4 2019/20"."""


@dataclass(frozen=True)
class Source:
    """The report's own facts, and which of them were inferred."""

    report: str
    organisation: str
    organisation_name: str
    organisation_basis: str | None
    title: str
    period: Period | None
    licence: str
    published_on: date | None
    findings: tuple[Finding, ...] = ()
    stated: Period | None = None
    """The period that a title or the file name states; headings that state one outrank it."""
    stated_in: str = ""


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: a stable id from a name."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "unnamed"


def identify(document: Document, catalogue: Catalogue) -> Source:
    """The catalogue's entry for this file, else what the text and the file name give away."""
    check_roles(catalogue)
    report = slug(PurePath(document.name).stem)
    entry = catalogue.reports.get(report)
    if entry is not None:
        source = _listed(report, entry, catalogue)
    else:
        source = _inferred(report, document, catalogue)
    stated = stated_period(_titles(document))
    if stated is None:
        return source
    period, text = stated
    if entry is None and text in set(_title_lines(document)):
        source = replace(source, title=squeeze(text))
    return replace(source, stated=period, stated_in=f"the title {quote(text)}")


def _listed(report: str, entry: ReportEntry, catalogue: Catalogue) -> Source:
    return Source(
        report,
        entry.organisation,
        catalogue.organisation_name(entry.organisation),
        entry.organisation_basis,
        entry.title,
        _period(entry),
        entry.licence,
        entry.published_on,
        tuple(_doubts(entry, catalogue)),
    )


def _titles(document: Document) -> Iterator[str]:
    """Texts that stand alone in one of the first lines, names of sheets, and the file's name."""
    yield from _title_lines(document)
    yield from _labelled(document)
    yield from (grid.title for grid in document.grids if grid.title)
    yield PurePath(document.name).stem


def _title_lines(document: Document) -> Iterator[str]:
    for grid in document.grids:
        for line in grid.lines[:TITLE_LINES]:
            if line.filled == 1:  # rows may name any council and any period
                yield next(cell.text for cell in line.cells if not cell.empty)


def _labelled(document: Document) -> Iterator[str]:
    for grid in document.grids:
        for line in grid.lines[:TITLE_LINES]:
            texts = [cell.text for cell in line.cells if not cell.empty]
            if len(texts) == 2 and _LABEL.fullmatch(plain(texts[0]).rstrip(" :")):
                yield texts[1]


def _period(entry: ReportEntry) -> Period | None:
    if entry.period is None:
        return None
    period = parse_period(entry.period)
    assert isinstance(period, Period), "the catalogue was validated when it was read"
    return period


def _doubts(entry: ReportEntry, catalogue: Catalogue) -> list[Finding]:
    findings = []
    if entry.organisation_basis:
        name = catalogue.organisation_name(entry.organisation)
        findings.append(
            Finding(
                "organisation-inferred",
                Severity.NOTE,
                f"The organisation, {name}, is {entry.organisation_basis}; correct the catalogue "
                "if that is wrong, else take organisation_basis out of it.",
            )
        )
    if entry.published_on is None:
        findings.append(
            Finding(
                "publication-date-missing",
                Severity.NOTE,
                "The report does not say when it was published. Its age is counted from the end "
                "of its period; give published_on in the catalogue when it is known.",
            )
        )
    return findings


def _inferred(report: str, document: Document, catalogue: Catalogue) -> Source:
    """The organisation from a title line, else from the file name; either way a note.

    One that the catalogue knows by that name has its id, and its indicators their entries.
    """
    *titles, stem = _titles(document)
    found = next((name for text in titles if (name := council_in(text))), None)
    name = found or stem
    organisation = catalogue.organisation_named(name) or slug(name)
    told = "a title in the file" if found else "the file name"
    finding = Finding(
        "organisation-inferred",
        Severity.NOTE,
        f"The organisation was taken from {told}: {name!r}. "
        f"Add [reports.{report}] to the catalogue to name it.",
    )
    basis = f"taken from {told}"
    return Source(report, organisation, name, basis, stem, None, UNSTATED, None, (finding,))


UNSTATED = "not stated in the report"
