"""The catalogue: what people know and no report says, as validated TOML.

Organisations, rating schemes by name and version, per indicator a short title, theme, owner and
how its figures accumulate, per report its organisation, period and schemes. Everything has a
default, so a report that the catalogue does not list is read all the same.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)

from kpi_core.cells import Problem
from kpi_core.errors import CatalogueError
from kpi_core.periods import parse_period
from kpi_core.vocabulary import (
    Accumulation,
    Direction,
    DirectionBasis,
    Missing,
    Polarity,
    Status,
    Unit,
)

DEFAULT_STATUS_SCHEME = "relative-5"
DEFAULT_DIRECTION_SCHEME = "last-reported-one-sided-5"


def _as_written(given: object) -> object:
    """A TOML number as the decimal that was typed; anything else is left to be refused."""
    return Decimal(str(given)) if isinstance(given, float) else given


Share = Annotated[Decimal, BeforeValidator(_as_written), Field(ge=0, lt=1)]
"""A fraction of the target or of the compared figure, read as written: 0.05 is exactly 5%."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BandKind(StrEnum):
    """How the amber band of a status scheme is measured."""

    RELATIVE = "relative"


class StatusScheme(_Entry):
    """Green: target met. Amber: short of it by up to ``amber_within`` of it. Red: beyond (R1)."""

    version: int = 1
    kind: BandKind = BandKind.RELATIVE
    amber_within: Share
    description: str = ""


class DirectionScheme(_Entry):
    """Any gain is improving; a loss of up to ``worse_within`` is maintained; beyond, declining."""

    version: int = 1
    basis: DirectionBasis = DirectionBasis.LAST_REPORTED
    worse_within: Share
    description: str = ""


Scheme = TypeVar("Scheme", StatusScheme, DirectionScheme)


class Organisation(_Entry):
    name: str
    region: str | None = None


class ColumnEntry(_Entry):
    """What a column is: a role such as "status" or "value", and the period of its figures."""

    role: str
    period: str | None = None


class ReportEntry(_Entry):
    """What is known of one report file, found by the file's name without its ending.

    ``columns`` maps headings as printed to what they are; ``status_words`` and
    ``direction_words`` map words as printed to ours; ``skip`` lists sheets or tables, by title,
    that hold no scorecard. What is said here wins over what is inferred.
    """

    organisation: str
    organisation_basis: str | None = None
    title: str
    period: str | None = None
    published_on: date | None = None
    licence: str = "not stated in the report"
    status_scheme: str = DEFAULT_STATUS_SCHEME
    direction_scheme: str = DEFAULT_DIRECTION_SCHEME
    columns: dict[str, ColumnEntry] = {}
    status_words: dict[str, Status | Missing] = {}
    direction_words: dict[str, Direction | Missing] = {}
    skip: tuple[str, ...] = ()

    @field_validator("columns", mode="before")
    @classmethod
    def _short_form(cls, columns: object) -> object:
        """``"RAG" = "status"`` is short for ``"RAG" = { role = "status" }``."""
        if not isinstance(columns, dict):
            return columns
        return {
            heading: {"role": given} if isinstance(given, str) else given
            for heading, given in columns.items()
        }

    @field_validator("period")
    @classmethod
    def _readable(cls, period: str | None) -> str | None:
        parsed = parse_period(period) if period is not None else None
        if isinstance(parsed, Problem):
            raise ValueError(parsed.reason)  # noqa: TRY004  # pydantic gathers ValueErrors
        return period


class IndicatorEntry(_Entry):
    """What is known of one indicator; ``names`` are its wordings in reports."""

    organisation: str
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    names: tuple[str, ...] = Field(min_length=1)
    title: str
    reference: str | None = None
    theme: str | None = None
    owner: str | None = None
    action: str | None = None
    due_date: str | None = None
    unit: Unit | None = None
    decimals: int | None = Field(default=None, ge=0, le=6)
    polarity: Polarity | None = None
    accumulation: Accumulation | None = None
    frequency: str | None = None
    caveats: tuple[str, ...] = ()
    national_measure: str | None = None


class Catalogue(_Entry):
    """The whole file. ``source`` and ``content`` are where it was read and its bytes."""

    organisations: dict[str, Organisation] = {}
    status_schemes: dict[str, StatusScheme] = {}
    direction_schemes: dict[str, DirectionScheme] = {}
    reports: dict[str, ReportEntry] = {}
    indicators: tuple[IndicatorEntry, ...] = ()
    content: bytes = b""

    def status_scheme(self, name: str) -> StatusScheme:
        if name == DEFAULT_STATUS_SCHEME and name not in self.status_schemes:
            return StatusScheme(amber_within=Decimal("0.05"))
        return _named(self.status_schemes, name, "status_schemes")

    def direction_scheme(self, name: str) -> DirectionScheme:
        if name == DEFAULT_DIRECTION_SCHEME and name not in self.direction_schemes:
            return DirectionScheme(worse_within=Decimal("0.05"))
        return _named(self.direction_schemes, name, "direction_schemes")

    def organisation_name(self, organisation: str) -> str:
        entry = self.organisations.get(organisation)
        return entry.name if entry else organisation.replace("-", " ").title()

    def indicator(self, organisation: str, name: str) -> IndicatorEntry | None:
        """The entry whose names include this one, whatever its case, spacing and dashes (G1)."""
        return self._by_name.get((organisation, name_key(name)))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], IndicatorEntry]:
        found: dict[tuple[str, str], IndicatorEntry] = {}
        for entry in self.indicators:
            for name in entry.names:
                found.setdefault((entry.organisation, name_key(name)), entry)
        return found


def name_key(name: str) -> str:
    """An indicator name without what varies by accident: case, spacing, dashes, apostrophes."""
    table = str.maketrans({"–": "-", "—": "-", "‐": "-", "’": "'", "‘": "'"})
    return " ".join(name.translate(table).casefold().split())


def _named(entries: dict[str, Scheme], name: str, section: str) -> Scheme:
    if name not in entries:
        known = ", ".join(entries) or "none"
        raise CatalogueError(
            f"The catalogue has no [{section}.{name}]; it has: {known}. "
            "Add it, or correct the name in the report's entry."
        )
    return entries[name]


def load(path: Path | None) -> Catalogue:
    """Read a catalogue; none at all is an empty one.

    Raises:
        CatalogueError: naming the file and, where it can, the key.
    """
    if path is None:
        return Catalogue()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CatalogueError(f"The catalogue {path} cannot be read: {error.strerror}.") from error
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"The catalogue {path} is not valid TOML: {error}.") from error
    return _validated(document, content, path)


def _validated(document: dict[str, Any], content: bytes, path: Path) -> Catalogue:
    if "content" in document:
        raise CatalogueError(f"The catalogue {path} has a key 'content', which is not allowed.")
    try:
        catalogue = Catalogue(**document, content=content)
    except ValidationError as error:
        listed = (
            f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
            for problem in error.errors()
        )
        raise _wrong(path, listed) from error
    problems = [*_unknown_schemes(catalogue), *_repeated(catalogue.indicators)]
    if problems:
        raise _wrong(path, problems)
    return catalogue


def _wrong(path: Path, problems: Iterable[str]) -> CatalogueError:
    listed = "\n  ".join(problems)
    return CatalogueError(f"The catalogue {path} needs correcting:\n  {listed}")


def _unknown_schemes(catalogue: Catalogue) -> Iterator[str]:
    for name, report in catalogue.reports.items():
        for key, find in (
            ("status_scheme", catalogue.status_scheme),
            ("direction_scheme", catalogue.direction_scheme),
        ):
            try:
                find(getattr(report, key))
            except CatalogueError as error:
                yield f"reports.{name}.{key}: {error}"


def _repeated(indicators: Sequence[IndicatorEntry]) -> Iterator[str]:
    """An id or a wording that two indicators of one organisation claim."""
    seen: dict[tuple[str, str], int] = {}
    for at, entry in enumerate(indicators):
        claims = {f"id {entry.id!r}"} | {f"name {name_key(name)!r}" for name in entry.names}
        for claim in sorted(claims):
            first = seen.setdefault((entry.organisation, claim), at)
            if first != at:
                yield f"indicators.{at}: the {claim} is already that of indicators.{first}"
