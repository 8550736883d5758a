"""Reports whose words follow a rule that is known: random figures, tolerances and polarities."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from kpi_core.inference import Candidate, Inferred
from tests.inference.by_hand import inferred

ROWS = 40

WIDTHS = ("relative", "native", "points", "none")

BASES = {"last_reported": 2, "previous_period": 2, "same_period_last_year": 0}

PERIODS = "2018/19 Q4,2019/20 Q1,2019/20 Q3,2019/20 Q4"


@dataclass(frozen=True)
class Truth:
    """The rule by which the words were made, and the answer that a report of them gives."""

    width: str
    tolerance: Fraction
    found: Inferred
    sides: str | None = None
    basis: str | None = None

    def among(self, candidates: tuple[Candidate, ...]) -> bool:
        """Whether one of the schemes is the true one, with the true tolerance inside."""
        return any(self._is(candidate) for candidate in candidates)

    def _is(self, candidate: Candidate) -> bool:
        """Native units are points where all figures are percentages."""
        widths = {self.width, "points" if self.width == "native" else self.width}
        same = candidate.width in widths and candidate.sides == self.sides
        based = self.basis is None or self.basis in {basis.value for basis in candidate.bases}
        inside = self.width == "none" or candidate.fit.contains(self.tolerance)
        return same and based and inside


def status_truth(seed: int, size: int = ROWS) -> Truth:
    random = Random(seed)  # noqa: S311 - the same table for the same seed
    width = random.choice(WIDTHS)
    tolerance = _tolerance(random, width)
    rows = []
    for at in range(size):
        unit, sign = _unit(random, width, at), random.choice((1, -1))
        target = Decimal(random.randrange(200, 950)) / 10
        value = _near(random, target, width, tolerance, sign)
        gain = sign * (Fraction(value) - Fraction(target))
        word = _status(gain, Fraction(target), width, tolerance)
        rows.append(f"{_name(at, sign)},{value}{unit},{target}{unit},{word}")
    return Truth(width, tolerance, inferred("Indicator,2019/20 Q4,2019/20 Target,Status", *rows))


def direction_truth(seed: int, size: int = ROWS) -> Truth:
    random = Random(seed)  # noqa: S311 - the same table for the same seed
    width, sides = random.choice(("relative", "native")), random.choice(list(JUDGES))
    basis, tolerance = random.choice(list(BASES)), _tolerance(random, width)
    rows = []
    for at in range(size):
        unit, sign = _unit(random, width, at), random.choice((1, -1))
        before = [Decimal(random.randrange(200, 950)) / 10 for _ in range(3)]
        earlier = before[BASES[basis]]
        value = _near(random, earlier, width, tolerance, sign)
        gain = sign * (Fraction(value) - Fraction(earlier))
        moved = gain / Fraction(earlier) if width == "relative" else gain
        word = JUDGES[sides](moved, tolerance)
        if basis == "last_reported" and at % 4 == 0:  # a gap, over which only this basis looks
            before = [*before[:1], earlier, Decimal(0)]
        figures = [f"{figure}{unit}" if figure else "" for figure in (*before, value)]
        rows.append(f"{_name(at, sign)},{','.join(figures)},{word}")
    found = inferred(f"Indicator,{PERIODS},Direction of travel", *rows)
    return Truth(width, tolerance, found, sides, basis)


def _one_sided(size: Fraction, tolerance: Fraction) -> str:
    if size > 0:
        return "Improving"
    return "Maintained" if -size <= tolerance else "Declining"


def _symmetric(size: Fraction, tolerance: Fraction) -> str:
    if abs(size) <= tolerance:
        return "Maintained"
    return "Improving" if size > 0 else "Declining"


JUDGES: dict[str, Callable[[Fraction, Fraction], str]] = {
    "one_sided": _one_sided,
    "symmetric": _symmetric,
}


def _status(gain: Fraction, target: Fraction, width: str, tolerance: Fraction) -> str:
    if gain >= 0:
        return "Green"
    short = -gain / target if width == "relative" else -gain
    return "Amber" if width != "none" and short <= tolerance else "Red"


def _tolerance(random: Random, width: str) -> Fraction:
    """One to twenty per cent, or half a unit to ten."""
    if width == "relative":
        return Fraction(random.randrange(10, 201), 1000)
    return Fraction(random.randrange(5, 101), 10)


def _near(random: Random, other: Decimal, width: str, tolerance: Fraction, sign: int) -> Decimal:
    """A figure that is better, or worse by up to three times the tolerance, in tenths."""
    unit = Fraction(other) if width == "relative" else Fraction(1)
    change = Fraction(random.randrange(-3000, 1500), 1000) * tolerance * unit * sign
    return other + Decimal(round(change * 10)) / 10


def _unit(random: Random, width: str, at: int) -> str:
    if width == "points":
        return "%"
    return "%" if width == "native" and at == 0 else random.choice(("", "%"))


def _name(at: int, sign: int) -> str:
    return f"{'Increase' if sign > 0 else 'Reduce'} measure {chr(97 + at // 26)}{chr(97 + at % 26)}"
