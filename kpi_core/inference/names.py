"""Names of the schemes that are tried, and of their tolerances."""

from kpi_core.inference.answer import Candidate
from kpi_core.inference.bands import Sides, Width
from kpi_core.inference.limits import Fit

STATUS_BANDS = {
    Width.RELATIVE: "amber within a share of the target",
    Width.NATIVE: "amber within a distance in the indicator's own unit",
    Width.POINTS: "amber within a number of percentage points",
    Width.NONE: "met or not met, without amber",
}

DEAD_BANDS = {
    Width.RELATIVE: "a share of the earlier figure",
    Width.NATIVE: "a distance in the indicator's own unit",
    Width.POINTS: "a number of percentage points",
}

SHORT_BANDS = {
    Width.RELATIVE: "a share",
    Width.NATIVE: "a distance in the indicator's own unit",
    Width.POINTS: "a distance in percentage points",
}

SIDES = {
    Sides.ONE_SIDED: "any gain is improving and a loss within {} is maintained",
    Sides.SYMMETRIC: "a change of either sign within {} is maintained",
}


def scheme_name(candidate: Candidate) -> str:
    """What the scheme does, without its tolerance."""
    if candidate.sides is None:
        return band_name(candidate)
    return f"{band_name(candidate)}, compared with {basis_name(candidate)}"


def band_name(candidate: Candidate) -> str:
    """The band of a status scheme, or the dead band of a direction scheme without its basis."""
    if candidate.sides is None:
        return STATUS_BANDS[candidate.width]
    if candidate.width is Width.NONE:
        return "any gain is improving and any loss declining"
    return SIDES[candidate.sides].format(DEAD_BANDS[candidate.width])


def basis_name(candidate: Candidate) -> str:
    return " or ".join(basis.phrase for basis in candidate.bases)


def tolerance(candidate: Candidate) -> str:
    """The interval as ``from 4.00% to under 6.88%``; nothing where there is no band."""
    return "" if candidate.width is Width.NONE else interval(candidate.fit, candidate.width)


def interval(fit: Fit, width: Width) -> str:
    """The same for any limit."""
    text = width.text
    if fit.high is None:
        return f"of at least {text(fit.low)}" if fit.low else "of any size"
    return (
        f"from {text(fit.low)} to under {text(fit.high)}"
        if fit.low
        else (f"of less than {text(fit.high)}, or none")
    )
