"""Headings of what figures are made of, and of the limits of their confidence intervals."""

NUMERATOR = ("numerator", "numerator value")

DENOMINATOR = (
    *("denominator", "denominator value", "number of cases", "cohort", "cohort size"),
    *("out of", "base", "base size", "sample size", "n"),
)


def _limits(side: str, short: str) -> tuple[str, ...]:
    """Limits of 95 per cent: the usual ones, so that a heading need not say it."""
    ends = ("ci", "cl", "ci limit", "confidence limit", "confidence interval")
    return (
        *(short, *(f"{side} {end}" for end in ends), *(f"{side} 95% {end}" for end in ends)),
        *(f"95% {side} {end}" for end in ends),
        *(f"95% ci {side}", f"95% confidence interval {side}", f"ci {side}"),
        *(f"{side} ci 95.0 limit", f"{side} 95% limit"),
    )


LOWER = _limits("lower", "lcl")
UPPER = _limits("upper", "ucl")
