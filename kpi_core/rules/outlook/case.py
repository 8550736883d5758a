"""All that the outlook of one indicator is worked out from, and how its figures are said."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.formatting import between, figure_text, size_text
from kpi_core.rules.outlook.known import Known
from kpi_core.rules.outlook.target import Aim
from kpi_core.rules.outlook.year import Year
from kpi_core.rules.rating import Goal, Measure
from kpi_core.rules.statistics.ruleset import SCREENED, Ruleset
from kpi_core.vocabulary import Accumulation, Polarity


@dataclass(frozen=True)
class Case:
    """``value`` is the figure that the year stands at: of the rated period, or the last round."""

    known: Known
    year: Year
    value: Decimal
    aim: Aim
    measure: Measure
    accumulation: Accumulation
    next_target: tuple[str, Decimal] | None = None
    ruleset: Ruleset = SCREENED

    @property
    def target(self) -> Decimal:
        return self.aim.value

    @property
    def gap(self) -> Decimal:
        """Positive is better than the target; 0 where it is not known which way is good."""
        return self.measure.polarity.sign * (self.value - self.target)

    @property
    def rated_label(self) -> str:
        return self.known.rated.label

    @property
    def met(self) -> bool:
        """Whether the figure meets the target; one that is to be passed is not met by itself."""
        return self.gap > 0 or (self.gap == 0 and not self.aim.strict)

    @property
    def asked(self) -> str:
        """The target with the side that meets it: "16.0% or lower", "below 10"."""
        goal = Goal.of(self.target, self.measure.polarity, strict=self.aim.strict)
        return self.measure.figure(self.target) if goal is None else goal.text(self.measure)

    @property
    def more_than(self) -> str:
        """Stands before what is needed, where just so much does not do."""
        return "more than " if self.aim.strict else ""

    @property
    def higher(self) -> bool:
        return self.measure.polarity is Polarity.HIGHER_IS_BETTER

    def average(self, level: Fraction) -> str:
        """A level between figures: one decimal more than they have, where it needs one."""
        exact, decimals = _decimal(level), self.measure.decimals
        return figure_text(exact, self.measure.unit, between(exact, decimals))

    def average_size(self, difference: Fraction) -> str:
        exact, decimals = _decimal(difference), self.measure.decimals
        return size_text(exact, self.measure.unit, between(exact, decimals))


def _decimal(level: Fraction) -> Decimal:
    return Decimal(level.numerator) / Decimal(level.denominator)
