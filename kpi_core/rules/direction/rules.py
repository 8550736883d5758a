"""A direction scheme in sentences, for people: made from the object that judges."""

from collections.abc import Iterator
from decimal import Decimal

from kpi_core.catalogue import DeadBand, DirectionScheme
from kpi_core.formatting import share_text
from kpi_core.rules.direction.bases import OWN_BASIS
from kpi_core.vocabulary import DirectionBasis

OWN_SENTENCES = {
    DirectionBasis.SAME_PERIOD_LAST_YEAR: "A count that runs through the year",
    DirectionBasis.PREVIOUS_ROUND: "An annual survey",
}

TWO_THINGS = (
    "Movement is what the number did: up, down or level. Judgement is whether that is good, by "
    "which way is good and by the size of the change. Two figures are a change, never a trend."
)

NOT_COMPARABLE = (
    "Not comparable: figures of different units, and figures on two sides of a break in the "
    "series. A figure that is not final is compared with a final one, with a note."
)

CARRIED = "A figure that only an earlier report gives is used, with a note."


def rules_of(scheme: DirectionScheme) -> tuple[str, ...]:
    """What the scheme compares with, what counts, and what is not comparable."""
    return (TWO_THINGS, *_basis(scheme), *_band(scheme), NOT_COMPARABLE, CARRIED)


def _basis(scheme: DirectionScheme) -> Iterator[str]:
    match scheme.basis:
        case DirectionBasis.LAST_REPORTED:
            yield "Compared with the last reported figure, so gaps are passed over."
        case DirectionBasis.PREVIOUS_PERIOD:
            yield (
                "Compared with the period right before; where that has no figure, the two are not "
                "comparable."
            )
        case DirectionBasis.START_OF_PLAN:
            yield (
                f"Compared with the start of the plan, {scheme.start}, or with the first figure "
                "after it. Only like figures are: of a count that runs through the year, those of "
                "the same period of the year."
            )
        case DirectionBasis.REGRESSION:
            yield from _line(scheme)
        case _:
            yield f"Compared with {scheme.basis.phrase}."
    if not scheme.basis.needs_more:
        for basis in OWN_BASIS.values():
            if basis is not scheme.basis:
                yield f"{OWN_SENTENCES[basis]}: compared with {_of_its_own(basis)}."


def _of_its_own(basis: DirectionBasis) -> str:
    return "its previous round" if basis is DirectionBasis.PREVIOUS_ROUND else basis.phrase


def _line(scheme: DirectionScheme) -> Iterator[str]:
    yield (
        f"A straight line is fitted by least squares to the figures of the {scheme.window} latest "
        f"periods; it needs {scheme.points_needed} of them. What is judged is how far the line "
        "rises or falls from the first of these figures to the last."
    )
    yield (
        "No line: a count that runs through the year, and an annual survey printed under quarters."
    )


def _band(scheme: DirectionScheme) -> Iterator[str]:
    better, worse = _size(scheme.better_within, scheme), _size(scheme.worse_within, scheme)
    if not scheme.better_within:
        yield "Any gain is improving."
    else:
        yield f"A gain of up to and including {better} is maintained."
        yield f"A gain of more than {better} is improving."
    if not scheme.worse_within:
        yield "Any loss is declining."
    else:
        yield f"A loss of up to and including {worse} is maintained."
        yield f"A loss of more than {worse} is declining."


def _size(width: Decimal, scheme: DirectionScheme) -> str:
    if scheme.band is DeadBand.RELATIVE:
        line = scheme.basis is DirectionBasis.REGRESSION
        return (
            f"{share_text(width)} of {'the start of the line' if line else 'the compared figure'}"
        )
    return f"{width.normalize():f} in the indicator's own unit (points for a percentage)"
