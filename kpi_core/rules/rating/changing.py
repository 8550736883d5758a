"""What would change a colour: the nearest figure of every other one, and how many cases that is."""

from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.rating.bands import Band, Bands
from kpi_core.rules.rating.measure import Measure
from kpi_core.rules.rating.reach import nearest, nearest_whole, upwards
from kpi_core.rules.statistics.cases import Cases
from kpi_core.vocabulary import Status, Unit


def changes(
    value: Decimal, bands: Bands, measure: Measure, cases: Cases | None = None
) -> tuple[str, ...]:
    """A sentence for each other colour, better ones first and the nearest of them first.

    Args:
        value: the rated figure.
        bands: figures of every colour.
        measure: unit and decimals.
        cases: of a percentage or a rate, where they are known.
    """
    now = bands.at(value).status
    others = sorted({band.status for band in bands.bands} - {now}, key=lambda s: _order(s, now))
    return tuple(f"{s.word}{_reached(value, bands.of(s), measure, cases)}." for s in others)


def _order(status: Status, now: Status) -> tuple[bool, int]:
    return status.rank < now.rank, abs(status.rank - now.rank)


def _reached(value: Decimal, bands: tuple[Band, ...], measure: Measure, cases: Cases | None) -> str:
    found = nearest(value, bands, measure.unit)
    if found is None:
        return ": no whole number lies within its limits"
    band, at = found
    more = upwards(value, band)
    if at != band.edge(value) or (measure.unit is Unit.COUNT and at == at.to_integral_value()):
        return _counted(value, at, "more" if more else "fewer")
    way, size = "higher" if more else "lower", measure.size(at - value)
    edge = measure.exact(at)
    where = f"at {edge} or {way}" if band.has(at) else f"{'above' if more else 'below'} {edge}"
    far = f"{size} {way}" if at != value else f"the least bit {way}"
    of_cases = _of(cases, at, more=more, including=band.has(at)) if cases else ""
    return f" {where}: {far}{of_cases}"


def _counted(value: Decimal, at: Decimal, way: str) -> str:
    """Counts change by whole ones."""
    return f" at {at:,.0f} or {way}: {abs(at - value):,.0f} {way}"


def _of(cases: Cases, edge: Decimal, *, more: bool, including: bool) -> str:
    """How many cases that is, as part of a sentence."""
    exact = Fraction(edge) * cases.denominator / cases.per
    needed = nearest_whole(exact, more=more, including=including)
    if needed < 0 or (cases.per == WHOLE and needed > cases.denominator):
        return f", which no number of cases out of {cases.denominator:,} gives"
    far, about = abs(needed - cases.numerator), "about " if cases.derived else ""
    return (
        f", which is {about}{far:,} {'more' if more else 'fewer'} of {cases.denominator:,} cases "
        f"({needed:,} instead of {about}{cases.numerator:,})"
    )


WHOLE = 100
"""A percentage has no more cases than there are; a rate may."""
