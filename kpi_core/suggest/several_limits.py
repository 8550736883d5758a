"""A scheme of several limits as a table of a catalogue."""

from kpi_core.catalogue import SchemeKind, toml
from kpi_core.inference.bands import Width
from kpi_core.inference.further import Further
from kpi_core.inference.simplest import ALL, simplest
from kpi_core.suggest.lines import line
from kpi_core.vocabulary import DirectionBasis


def kind(scheme: Further) -> SchemeKind:
    """What a catalogue calls it."""
    if scheme.basis is not None:
        return SchemeKind.NOT_WORSE
    return SchemeKind.RELATIVE if scheme.width is Width.RELATIVE else SchemeKind.ABSOLUTE


def table(scheme: Further, description: str) -> tuple[str, ...] | None:
    """Its lines, each limit the simplest number that fits; None where one has none.

    A limit of amber that no row needs is that of green, so that there is no amber.
    """
    below = ALL if scheme.width is Width.RELATIVE else None
    limits = {limit.value: simplest(fit.low, fit.high, below) for limit, fit in scheme.limits}
    if None in limits.values():
        return None
    if kind(scheme) is not SchemeKind.NOT_WORSE:
        limits.setdefault("amber_within", limits.get("green_within"))
    lines = [line("kind", toml.string(kind(scheme).value))]
    lines += [line(key, f"{number:f}") for key, number in sorted(limits.items())]
    if scheme.basis not in (None, DirectionBasis.SAME_PERIOD_LAST_YEAR):
        lines.append(line("basis", toml.string(scheme.basis.value)))
    return (*lines, line("description", toml.string(description)))
