"""What chance explains around a rated figure, where the report or the catalogue gives its cases."""

from kpi_core.cells.fractions import fewest
from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.rules.statistics.cases import Measured
from kpi_core.rules.statistics.uncertainty import Uncertainty, uncertainty


def sureness(facts: IndicatorFacts, observed: Observation | None) -> Uncertainty | None:
    """The interval of a figure; None where its cases are not known, or it can have none."""
    if observed is None or observed.value is None:
        return None
    parts = observed.parts
    found = uncertainty(
        Measured(
            observed.value,
            observed.unit,
            fewest(observed.figure.decimals, facts.indicator.decimals),
            parts.numerator,
            parts.denominator,
            parts.lower,
            parts.upper,
        )
    )
    return found if isinstance(found, Uncertainty) else None
