"""Reports rated by schemes of several limits, or by one that looks back: random and known."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from kpi_core.inference import Inferred
from kpi_core.inference.further import Further
from tests.inference.by_hand import inferred

KINDS = ("two_limits", "exceeded", "three_limits", "not_worse")

HEADER = "Indicator,2018/19 Q4,2019/20 Q3,2019/20 Q4,2019/20 Target,Status"


@dataclass(frozen=True)
class Truth:
    """The rule, its limits by their keys, and the answer that a report of its words gives."""

    kind: str
    relative: bool
    limits: dict[str, Fraction]
    rows: list[str]
    found: Inferred

    def among(self, schemes: tuple[Further, ...]) -> bool:
        return any(self._is(scheme) for scheme in schemes)

    def _is(self, scheme: Further) -> bool:
        """The true family, with each true limit inside its interval."""
        width = "relative" if self.relative else "native"
        looks_back = (scheme.basis == "same_period_last_year") is (self.kind == "not_worse")
        fits = {limit.value: fit for limit, fit in scheme.limits}
        inside = all(
            key in self.limits and fit.contains(self.limits[key]) for key, fit in fits.items()
        )
        return scheme.width == width and looks_back and inside


def truth(kind: str, seed: int, size: int = 60) -> Truth:
    random = Random(f"{kind} {seed}")  # noqa: S311 - the same table for the same seed
    relative = kind == "not_worse" or random.random() < 0.5
    limits = _limits(random, kind, relative)
    rows = [_row(random, at, kind, relative, limits) for at in range(size)]
    return Truth(kind, relative, limits, rows, inferred(HEADER, *rows))


def _limits(random: Random, kind: str, relative: bool) -> dict[str, Fraction]:
    scale = 1000 if relative else 10
    green = Fraction(random.randrange(10, 80), scale)
    amber = green + Fraction(random.randrange(20, 100), scale)
    made = {"green_within": green, "amber_within": amber, "exceeded_beyond": amber}
    wanted = {
        "two_limits": ("green_within", "amber_within"),
        "exceeded": ("amber_within", "exceeded_beyond"),
        "three_limits": ("green_within", "amber_within", "exceeded_beyond"),
        "not_worse": ("green_within",),
    }
    return {key: made[key] for key in wanted[kind]}


def _row(random: Random, at: int, kind: str, relative: bool, limits: dict[str, Fraction]) -> str:
    sign, target = random.choice((1, -1)), Decimal(random.randrange(200, 950)) / 10
    widest = max(limits.values()) * (Fraction(target) if relative else 1)
    value = target + sign * Decimal(round(Fraction(random.randrange(-250, 200), 10) * widest)) / 10
    value = max(value, Decimal(0))
    before = max(value + Decimal(random.randrange(-99, 100)) / 10, Decimal("0.1"))
    other = max(value + Decimal(random.randrange(-99, 100)) / 10, Decimal("0.1"))
    gain = sign * (Fraction(value) - Fraction(target))
    gain = gain / Fraction(target) if relative else gain
    worse = sign * (value - before) < 0
    word = _word(gain, kind, worse, limits)
    name = f"{'Increase' if sign > 0 else 'Reduce'} measure {chr(97 + at // 26)}{chr(97 + at % 26)}"
    return f"{name},{before},{other},{value},{target},{word}"


def _word(gain: Fraction, kind: str, worse: bool, limits: dict[str, Fraction]) -> str:
    if "exceeded_beyond" in limits and gain > limits["exceeded_beyond"]:
        return "Exceeded"
    if -gain <= limits.get("green_within", Fraction(0)):
        return "Green"
    if kind == "not_worse":
        return "Red" if worse else "Amber"
    return "Amber" if -gain <= limits["amber_within"] else "Red"
