"""What was reported and what was published later, in sentences (S14)."""

from decimal import Decimal

from kpi_core.comparators.tracker import Tracked
from kpi_core.formatting import figure_text, size_text


def sentence(found: Tracked) -> str:
    """Such as "Published later as 71, reported then as 74.4: 3.4 lower"."""
    later = f"Published later as {published_text(found)}"
    difference = found.difference
    if difference is None:
        return f"{later}; the report gives no figure."
    if difference == 0:
        return f"{later}, as it was reported."
    then = f"{later}, reported then as {reported_text(found)}"
    if found.within_rounding:
        return f"{then}: the same within rounding."
    return f"{then}: {difference_text(found)}."


def drift_sentence(found: Tracked) -> str:
    """How the published figure moved between releases; empty where only one has it."""
    if found.drift is None:
        return ""
    first, last = (_published(found, found.versions[at].value) for at in (0, -1))
    if found.drift == 0:
        return f"The first and the newest release that were imported both say {last}."
    return f"It went from {first} in the first to {last} in the newest release that was imported."


def published_text(found: Tracked) -> str:
    return _published(found, found.value)


def reported_text(found: Tracked) -> str:
    """The figure of the report; empty where it gives none."""
    ours = found.ours
    return "" if ours.value is None else figure_text(ours.value, ours.unit, ours.decimals)


def difference_text(found: Tracked) -> str:
    """Such as "3.4 lower", "0.2 points lower"; empty where the report gives no figure."""
    difference = found.difference
    if difference is None:
        return ""
    if difference == 0:
        return "the same"
    size = size_text(difference, found.ours.unit)
    return f"{size} {'higher' if difference > 0 else 'lower'}"


def _published(found: Tracked, value: Decimal) -> str:
    return figure_text(value, found.measure.unit, found.measure.decimals)
