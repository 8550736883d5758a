"""What a catalogue may say: one model for each kind of entry. Anything else in it is refused."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from kpi_core.catalogue.sentences import not_one_of
from kpi_core.cells import Problem
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


def one_of(*kinds: type[StrEnum]) -> BeforeValidator:
    """Allows the words of these kinds; for another word the error names the nearest."""
    members: dict[str, StrEnum] = {member.value: member for kind in kinds for member in kind}

    def checked(given: object) -> object:
        if isinstance(given, str) and given in members:
            return given if isinstance(given, StrEnum) else members[given]
        raise ValueError(not_one_of(given, list(members)))

    return BeforeValidator(checked)


def _as_written(given: object) -> object:
    """A TOML number as the decimal that was typed; anything else is left to be refused."""
    return Decimal(str(given)) if isinstance(given, float) else given


def _readable(period: str) -> str:
    parsed = parse_period(period)
    if isinstance(parsed, Problem):
        raise ValueError(parsed.reason)  # noqa: TRY004  # pydantic gathers ValueErrors
    return period


Share = Annotated[Decimal, BeforeValidator(_as_written), Field(ge=0, lt=1)]
"""A fraction of the target or of the compared figure, read as written: 0.05 is exactly 5%."""

PeriodText = Annotated[str, AfterValidator(_readable)]
"""A period in any spelling that a report may use."""

StatusWord = Annotated[Status | Missing, one_of(Status, Missing)]
DirectionWord = Annotated[Direction | Missing, one_of(Direction, Missing)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BandKind(StrEnum):
    """How the amber band of a status scheme is measured."""

    RELATIVE = "relative"


class StatusScheme(Entry):
    """Green: target met. Amber: short of it by up to ``amber_within`` of it. Red: beyond (R1)."""

    version: int = 1
    kind: Annotated[BandKind, one_of(BandKind)] = BandKind.RELATIVE
    amber_within: Share
    description: str = ""


class DirectionScheme(Entry):
    """Any gain is improving; a loss of up to ``worse_within`` is maintained; beyond, declining."""

    version: int = 1
    basis: Annotated[DirectionBasis, one_of(DirectionBasis)] = DirectionBasis.LAST_REPORTED
    worse_within: Share
    description: str = ""


class Organisation(Entry):
    name: str
    region: str | None = None


class ColumnEntry(Entry):
    """What a column is: a role such as "status" or "value", and the period of its figures."""

    role: str
    period: PeriodText | None = None


class ReportEntry(Entry):
    """What is known of one report file, found by the file's name without its ending.

    ``columns`` maps headings as printed to what they are; ``status_words`` and
    ``direction_words`` map words as printed to ours; ``skip`` lists sheets or tables, by title,
    that hold no scorecard. What is said here wins over what is inferred.
    """

    organisation: str
    organisation_basis: str | None = None
    title: str
    period: PeriodText | None = None
    published_on: date | None = None
    licence: str = "not stated in the report"
    status_scheme: str = DEFAULT_STATUS_SCHEME
    direction_scheme: str = DEFAULT_DIRECTION_SCHEME
    columns: dict[str, ColumnEntry] = {}
    status_words: dict[str, StatusWord] = {}
    direction_words: dict[str, DirectionWord] = {}
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


class IndicatorEntry(Entry):
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
    unit: Annotated[Unit, one_of(Unit)] | None = None
    decimals: int | None = Field(default=None, ge=0, le=6)
    polarity: Annotated[Polarity, one_of(Polarity)] | None = None
    accumulation: Annotated[Accumulation, one_of(Accumulation)] | None = None
    frequency: str | None = None
    caveats: tuple[str, ...] = ()
    national_measure: str | None = None
