"""What a catalogue may say: one model for each kind of entry. Anything else in it is refused."""

from datetime import date
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from kpi_core.catalogue.direction_schemes import DEFAULT_DIRECTION_SCHEME
from kpi_core.catalogue.schemes import DEFAULT_STATUS_SCHEME
from kpi_core.catalogue.standards import Standard
from kpi_core.catalogue.words import (
    DirectionWord,
    Entry,
    MeasureId,
    PeriodText,
    Reason,
    StatusWord,
    one_of,
)
from kpi_core.vocabulary import Accumulation, Polarity, Unit


class Organisation(Entry):
    """``contact`` says whom a reader of a committee pack can ask, such as a team's address."""

    name: str
    region: str | None = None
    contact: str | None = None


class ColumnEntry(Entry):
    """What a column is: a role such as "status" or "value", and the period of its figures."""

    role: str
    period: PeriodText | None = None


class ReportEntry(Entry):
    """What is known of one report file, found by the file's name without its ending.

    ``columns`` maps headings as printed to what they are; ``status_words`` and
    ``direction_words`` map words as printed to ours; ``skip`` lists sheets or tables, by title,
    that hold no scorecard. Without a ``long_direction_scheme`` the longer term is the same period
    a year before. What is said here wins over what is inferred.
    """

    organisation: str
    organisation_basis: str | None = None
    title: str
    period: PeriodText | None = None
    published_on: date | None = None
    licence: str = "not stated in the report"
    status_scheme: str = DEFAULT_STATUS_SCHEME
    direction_scheme: str = DEFAULT_DIRECTION_SCHEME
    long_direction_scheme: str | None = None
    columns: dict[str, ColumnEntry] = Field(default_factory=dict)
    status_words: dict[str, StatusWord] = Field(default_factory=dict)
    direction_words: dict[str, DirectionWord] = Field(default_factory=dict)
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
    """What is known of one indicator; ``names`` are its wordings in reports.

    ``standards`` are what its figures are held to, where that is not the report's scheme alone.
    ``national_measure`` is the id of the published measure that counts the same in the same way;
    ``no_national_measure`` says why there is none. ``numerators`` and ``denominators`` give what
    its figures are made of, by period.
    """

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
    national_measure: MeasureId | None = None
    no_national_measure: Reason | None = None
    standards: tuple[Standard, ...] = ()
    numerators: dict[PeriodText, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    denominators: dict[PeriodText, Annotated[int, Field(gt=0)]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _linked_or_not(self) -> "IndicatorEntry":
        if self.national_measure is not None and self.no_national_measure is not None:
            raise ValueError(
                "national_measure names a measure and no_national_measure says why there is none; "
                "keep one of them"
            )
        return self
