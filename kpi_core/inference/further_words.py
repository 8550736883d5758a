"""Schemes of several limits in sentences."""

from collections.abc import Iterator

from kpi_core.inference.answer import Answer
from kpi_core.inference.bands import Width
from kpi_core.inference.exclusions import misfit
from kpi_core.inference.further import Further, Limit
from kpi_core.inference.names import interval

OF = {
    Width.RELATIVE: "as a share of the target",
    Width.NATIVE: "in the indicator's own unit",
}

PARTS = {
    Limit.EXCEEDED: "exceeded is better than the target by more than a limit {}",
    Limit.GREEN: "green is short of it by up to a limit {}",
    Limit.AMBER: "amber is short of it by up to a limit {}",
}

OWN_LIMITS = (
    "A floor or a tolerance of each indicator's own gives any table in which green is met and the "
    "rest is missed, so a single report cannot tell it."
)

MOST_MISFITS = 5


def said(scheme: Further) -> str:
    """What the scheme does, with the interval of each limit."""
    parts = [PARTS[limit].format(interval(fit, scheme.width)) for limit, fit in scheme.limits]
    if scheme.basis is not None:
        parts.append(f"beyond it, amber if no worse than {scheme.basis.phrase} and red if worse")
    return f"{OF[scheme.width]}, {', '.join(parts)}"


def headline(answer: Answer) -> str:
    """The answer where schemes of several limits are what fits."""
    schemes = answer.further
    first = schemes[0]
    declared = f"{first.total:,} declared statuses that can be used"
    many = "All" if first.exact else f"{first.total - len(first.misfits):,} of the"
    each = [said(scheme) for scheme in schemes]
    if len(each) == 1:
        return f"{many} {declared} fit: {each[0]}."
    numbered = "; ".join(f"({at}) {text}" for at, text in enumerate(each, start=1))
    return (
        f"{many} {declared} fit {len(each)} schemes, and the report cannot decide between them: "
        f"{numbered}."
    )


def details(answer: Answer) -> Iterator[str]:
    """The rows that give the ends of each limit, and those that do not fit."""
    for at, scheme in enumerate(answer.further, start=1):
        number = f"({at}) " if len(answer.further) > 1 else ""
        for limit, fit in scheme.limits:
            ends = [misfit(end) for end in (fit.low_end, fit.high_end) if end is not None]
            if ends:
                yield f"{number}The ends of {limit.value} are given by {' and '.join(ends)}."
        for case in scheme.misfits[:MOST_MISFITS]:
            yield f"{number}Does not fit: {misfit(case)}."
    if answer.further and not answer.fitting:
        yield "No single band gives every declared word."
