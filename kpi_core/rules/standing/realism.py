"""Whether a target is soft or hard: who achieves it already, and where the best quarter begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.formatting import number_word
from kpi_core.rules.standing.bands import QUARTERS, bands
from kpi_core.rules.standing.rank import no_rank
from kpi_core.vocabulary import BothWays, Polarity, TargetReach

MOST = Fraction(1, 2)
"""A target that more than this share of the others achieve already is soft."""

FEW = Fraction(1, 4)
"""A target that no more than this share of them achieve is hard: the best quarter, or nobody."""

_SHARES = {MOST: "half", FEW: "a quarter"}

LEAST_OTHERS = QUARTERS

SOFT_OR_HARD = (
    f"A target is soft where more than {_SHARES[MOST]} of the others with a figure achieve it "
    f"already, and hard where no more than {_SHARES[FEW]} of them do; a figure equal to the target "
    f"achieves it. Fewer than {number_word(LEAST_OTHERS)} others are too few to say."
)
SIZE_MATTERS = "No judgement: a total depends on how large the area is."


@dataclass(frozen=True)
class Realism:
    """``reach`` is None where nothing can be said; ``sentence`` says why.

    Attributes:
        reach: soft, hard, or between the two.
        achieving: how many of the others achieve the target.
        others: how many of them have a figure.
        best_bound: where the best quarter of the others begins; None with fewer than four.
    """

    reach: TargetReach | None
    sentence: str
    achieving: int | None
    others: int
    best_bound: Fraction | None = None


def achieves(value: Decimal | None, target: Decimal, polarity: Polarity) -> bool:
    """Whether a figure is as good as a target or better."""
    return value is not None and polarity.judges and (value - target) * polarity.sign >= 0


def realism(
    target: Decimal, figures: Iterable[Decimal | None], polarity: Polarity, *, total: bool
) -> Realism:
    """How a target stands among the figures of others.

    Args:
        target: of the same unit as the figures.
        figures: those of the others; the council's own is not among them.
        polarity: which way is good; without one nothing can be achieved.
        total: whether the figures grow with the size of an area, as numbers of cases do.
    """
    known = [figure for figure in figures if figure is not None]
    why = no_rank(polarity)
    if why is not None:
        return Realism(None, why.replace("No rank", "No judgement"), None, len(known))
    if total:
        return Realism(None, SIZE_MATTERS, None, len(known))
    count = sum(achieves(figure, target, polarity) for figure in known)
    bound = bands(known).best_bound(polarity)
    if len(known) < LEAST_OTHERS:
        return Realism(None, _too_few(len(known)), count, len(known), bound)
    reach = _reach(Fraction(count, len(known)))
    return Realism(reach, _sentence(reach, count, len(known)), count, len(known), bound)


def _too_few(others: int) -> str:
    if not others:
        return "No judgement: no others have a figure."
    verb = "is" if others == 1 else "are"
    who = "other" if others == 1 else "others"
    return f"No judgement: {number_word(others)} {who} with a figure {verb} too few."


def _reach(share: Fraction) -> TargetReach:
    if share > MOST:
        return TargetReach.SOFT
    return TargetReach.HARD if share <= FEW else TargetReach.WITHIN


def _sentence(reach: TargetReach, count: int, others: int) -> str:
    share = {
        TargetReach.SOFT: f"more than {_SHARES[MOST]}",
        TargetReach.HARD: f"no more than {_SHARES[FEW]}",
        TargetReach.WITHIN: f"more than {_SHARES[FEW]} and no more than {_SHARES[MOST]}",
    }[reach]
    some = f"{count:,}" if count else "none"
    verb = "achieves" if count == 1 else "achieve"
    who = f"{some} of the {others:,} others with a figure {verb} it already"
    return f"{reach.word}: {who}, {share}."


def both_ways(
    own: Decimal | None, target: Decimal | None, other: Decimal | None, polarity: Polarity
) -> BothWays | None:
    """A figure against its own target and against others at once; level with either is no miss."""
    if own is None or target is None or other is None or not polarity.judges:
        return None
    met, level = achieves(own, target, polarity), achieves(own, other, polarity)
    if met:
        return BothWays.BOTH if level else BothWays.TARGET_ONLY
    return BothWays.OTHERS_ONLY if level else BothWays.NEITHER
