"""How many cases a figure is made of: given, or worked out from the figure and its whole."""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.cells.fractions import nearest_part
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import Unit


@dataclass(frozen=True)
class Measured:
    """A figure with what is known of it: ``decimals`` as printed, None where it is a quotient."""

    value: Decimal
    unit: Unit
    decimals: int | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None


@dataclass(frozen=True)
class Cases:
    """``numerator`` of ``denominator`` cases count, which times ``per`` is the figure.

    ``derived`` says that the numerator was worked out: the whole number that gives the figure.
    """

    numerator: int
    denominator: int
    per: int
    derived: bool


def cases_of(figure: Measured) -> Cases | Refusal:
    """The cases of a percentage, a rate or a ratio; both numbers have to be whole."""
    per, whole = figure.unit.per, figure.denominator
    if per is None:
        return Refusal(Reason.NO_SHARE, f"No cases: {_kind(figure.unit)} is no share of cases.")
    if whole is None or whole <= 0:
        sentence = f"No interval: it is not known {_OUT_OF.get(figure.unit, _RATE)} is out of."
        return Refusal(Reason.NO_DENOMINATOR, sentence)
    if figure.numerator is not None:
        return Cases(int(figure.numerator), int(whole), per, derived=False)
    part = nearest_part(whole, figure.value, figure.decimals, per)
    if part is None or part < 0:
        said = f"{figure.value:f}{figure.unit.suffix}"
        sentence = f"No interval: no whole number out of {whole:,} gives the figure of {said}."
        return Refusal(Reason.NO_WHOLE_CASES, sentence)
    return Cases(int(part), int(whole), per, derived=True)


_OUT_OF = {
    Unit.PERCENT: "how many cases the percentage",
    Unit.RATIO: "how many cases the ratio",
}
_RATE = "how many people the rate"


def _kind(unit: Unit) -> str:
    return "a figure without a known unit" if unit is Unit.UNKNOWN else f"a figure in {unit.word}"
