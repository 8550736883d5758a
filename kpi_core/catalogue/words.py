"""What the keys of a catalogue may hold: words of ours, shares and periods as people write them."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from kpi_core.catalogue.sentences import not_one_of
from kpi_core.cells import Problem
from kpi_core.periods import parse_period
from kpi_core.vocabulary import Direction, Missing, Status

_MEASURE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/\S(?:.*\S)?")


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


def _of_a_source(measure: str) -> str:
    if not _MEASURE.fullmatch(measure):
        raise ValueError(
            f"has to be a source and a measure's name, as 'lait/PrevRegCPR', and is {measure!r}"
        )
    return measure


def _not_empty(reason: str) -> str:
    if not reason.strip():
        raise ValueError("has to say why in a sentence, and is empty")
    return reason


AnyNumber = Annotated[Decimal, BeforeValidator(_as_written)]
"""A number read as written."""

Number = Annotated[AnyNumber, Field(ge=0)]
"""The same, of at least 0."""

Share = Annotated[Decimal, BeforeValidator(_as_written), Field(ge=0, lt=1)]
"""A fraction of the target or of the compared figure, read as written: 0.05 is exactly 5%."""

PeriodText = Annotated[str, AfterValidator(_readable)]
"""A period in any spelling that a report may use."""

MeasureId = Annotated[str, AfterValidator(_of_a_source)]
"""Source and name of a national measure, such as ``lait/PrevRegCPR``."""

Reason = Annotated[str, AfterValidator(_not_empty)]
"""A sentence that says why something is not there."""

StatusWord = Annotated[Status | Missing, one_of(Status, Missing)]
DirectionWord = Annotated[Direction | Missing, one_of(Direction, Missing)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
