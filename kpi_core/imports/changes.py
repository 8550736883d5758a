"""What a person corrects in a draft: small changes that become catalogue entries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, groupby
from typing import Any, TypeVar

from pydantic import ValidationError

from kpi_core.catalogue import Catalogue, IndicatorEntry, Organisation, ReportEntry, name_key
from kpi_core.catalogue.sentences import sentences
from kpi_core.cells import Problem
from kpi_core.errors import CatalogueError
from kpi_core.facts import ReportFacts
from kpi_core.layout import Role
from kpi_core.normalise.identity import indicator_id
from kpi_core.normalise.source import slug
from kpi_core.periods import parse_period
from kpi_core.vocabulary import Word

Made = TypeVar("Made", ReportEntry, IndicatorEntry)

LONGEST = 300
"""Characters of what a person types into one field."""


class About(Word):
    """What a change is about. Its subject is a heading, a word or a name, each as printed."""

    COLUMN = "column"
    STATUS_WORD = "status_word"
    DIRECTION_WORD = "direction_word"
    INDICATOR = "indicator"
    REPORT = "report"


@dataclass(frozen=True)
class Change:
    """One correction in one report; ``field`` is a key of the catalogue entry that it sets."""

    report: str
    about: About
    subject: str
    field: str
    value: str
    period: str | None = None

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What it sets: a second change of the same takes the place of the first."""
        return self.report, self.about, self.subject, self.field


@dataclass(frozen=True)
class Identity:
    """Whose a report is and what it is called, as read without any change."""

    organisation: str
    organisation_name: str
    organisation_basis: str | None
    title: str

    @classmethod
    def of(cls, facts: ReportFacts) -> "Identity":
        return cls(
            facts.organisation, facts.organisation_name, facts.organisation_basis, facts.title
        )

    @classmethod
    def named_after(cls, stem: str) -> "Identity":
        """Of a file in which nothing can be read yet."""
        return cls(slug(stem), stem, "taken from the file name", stem)


def changed(changes: Sequence[Change], new: Change) -> tuple[Change, ...]:
    """The changes with one more."""
    return (*(change for change in changes if change.place != new.place), new)


def without(changes: Sequence[Change], gone: Change) -> tuple[Change, ...]:
    """The changes with one fewer."""
    return tuple(change for change in changes if change != gone)


def check(change: Change) -> None:
    """Refuse a change that no catalogue could hold.

    Raises:
        CatalogueError: a sentence about what was typed.
    """
    if not change.value.strip():
        raise CatalogueError("Nothing was given. Choose or type what it should be.")
    if change.about is About.COLUMN and not change.subject.strip():
        raise CatalogueError(
            "A column without a heading cannot be corrected. Give it a heading in the file first."
        )
    if max(len(change.value), len(change.period or "")) > LONGEST:
        raise CatalogueError(f"That is longer than {LONGEST} characters. Give it in fewer words.")
    if change.about is About.COLUMN and change.value not in tuple(Role):
        raise CatalogueError(f"{change.value!r} is nothing that a column can be read as.")
    period = parse_period(change.period) if change.period else None
    if isinstance(period, Problem):
        raise CatalogueError(f"The period cannot be {change.period!r}: {period.reason}.")
    overlay(Catalogue(), [change], {change.report: Identity.named_after(change.report)})


def overlay(
    base: Catalogue, changes: Iterable[Change], identities: Mapping[str, Identity]
) -> Catalogue:
    """The changes as a catalogue to be laid over another.

    Args:
        base: what is known already; its entries are carried on with what was changed in them.
        changes: in the order in which they were made.
        identities: of each report that a change is about.

    Raises:
        CatalogueError: when a value is not one that the catalogue allows.
    """
    organisations: dict[str, Organisation] = {}
    reports: dict[str, ReportEntry] = {}
    about: list[tuple[str, Change]] = []
    ordered = sorted(changes, key=lambda change: change.report)
    for report, given in groupby(ordered, key=lambda change: change.report):
        mine = list(given)
        entry, name = _report(base, report, mine, identities[report])
        reports[report] = entry
        if entry.organisation not in base.organisations:
            organisations[entry.organisation] = Organisation(name=name)
        about += [(entry.organisation, c) for c in mine if c.about is About.INDICATOR]
    return Catalogue(
        organisations=organisations, reports=reports, indicators=_indicators(base, about)
    )


def _report(
    base: Catalogue, report: str, changes: Sequence[Change], identity: Identity
) -> tuple[ReportEntry, str]:
    """The report's entry and the name of its organisation."""
    known = base.reports.get(report)
    given: dict[str, Any] = known.model_dump() if known is not None else {}
    name = identity.organisation_name
    if not given:
        given = {"organisation": identity.organisation, "title": identity.title}
        given["organisation_basis"] = identity.organisation_basis
    tables = {
        About.COLUMN: given.setdefault("columns", {}),
        About.STATUS_WORD: given.setdefault("status_words", {}),
        About.DIRECTION_WORD: given.setdefault("direction_words", {}),
    }
    for change in changes:
        if change.about is About.COLUMN:
            column = {"role": change.value, "period": change.period or None}
            tables[About.COLUMN][change.subject] = column
        elif change.about in tables:
            tables[change.about][change.subject] = change.value
        elif change.field == "organisation":
            name = change.value.strip()
            given |= {"organisation": slug(name), "organisation_basis": None}
        elif change.about is About.REPORT:
            given[change.field] = change.value.strip()
    return _made(ReportEntry, given), name


def _indicators(
    base: Catalogue, changes: Iterable[tuple[str, Change]]
) -> tuple[IndicatorEntry, ...]:
    """One entry for each indicator of an organisation, with all that any report changed in it.

    A name that is new to the catalogue gets an id that is free there: two names may give one.
    """
    entries: dict[tuple[str, ...], dict[str, Any]] = {}
    taken = {(entry.organisation, entry.id) for entry in base.indicators}
    for organisation, change in changes:
        known = base.indicator(organisation, change.subject)
        name = name_key(change.subject)
        key = (organisation, name) if known is None else (organisation, "id", known.id)
        if key not in entries and known is not None:
            entries[key] = known.model_dump()
        elif key not in entries:
            entries[key] = _unlisted(organisation, change.subject, taken)
        entries[key][change.field] = change.value.strip()
    return tuple(_made(IndicatorEntry, given) for given in entries.values())


def _unlisted(organisation: str, name: str, taken: set[tuple[str, str]]) -> dict[str, Any]:
    """What an entry begins with; its id is taken from here on."""
    wanted = indicator_id(name, None)
    numbered = (f"{wanted}-{number}" for number in count(2))
    free = next(one for one in chain([wanted], numbered) if (organisation, one) not in taken)
    taken.add((organisation, free))
    return {"organisation": organisation, "id": free, "names": (name,), "title": name.strip()}


def _made(model: type[Made], given: Mapping[str, Any]) -> Made:
    try:
        return model(**given)
    except ValidationError as error:
        raise CatalogueError(f"{next(sentences(error, model))}.") from error
