"""The trend of five annual figures in one sentence, or why it cannot be tested (T4-T7)."""

import pandas as pd

from kpi_core.present import words
from kpi_core.present.measured import measured
from kpi_core.present.neighbours import Neighbours, Slot
from kpi_core.rules.statistics.cases import Cases, cases_of
from kpi_core.rules.statistics.recent_trend import (
    CRITICAL,
    POINTS,
    Annual,
    RecentTrend,
    recent_trend,
)
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.rules.statistics.uncertainty import uncertainty
from kpi_core.vocabulary import Accumulation, Polarity, TrendMark, Unit


def trend(series: Neighbours, row: pd.Series) -> str:
    """Tests the latest annual figures of a scorecard's row with what the dataset knows of each."""
    decimals = words.places(row["decimals"])
    points = [_annual(slot, decimals) for slot in series.slots if slot.value is not None]
    found = recent_trend(
        [point for point in points if point is not None],
        series.kind,
        proportion=row["unit"] == Unit.PERCENT,
        rolling=row["accumulation"] == Accumulation.ROLLING,
        broken=series.broken,
    )
    return (
        found.sentence if isinstance(found, Refusal) else sentence(found, Polarity(row["polarity"]))
    )


def _annual(slot: Slot, decimals: int | None) -> Annual | None:
    if slot.period.start is None or slot.value is None or slot.seen is None:
        return None
    figure = measured(slot.seen, decimals)
    cases, around = cases_of(figure), uncertainty(figure)
    known = cases if isinstance(cases, Cases) else None
    lower, upper = (None, None) if isinstance(around, Refusal) else around.near
    return Annual(
        slot.period.start.year,
        float(slot.value),
        lower,
        upper,
        known.numerator if known else None,
        known.denominator if known else None,
        slot.period.label,
    )


def sentence(found: RecentTrend, polarity: Polarity) -> str:
    """What the test says, with its statistic (T7)."""
    held = f"chi-squared {found.chi_squared:.2f}, significant above {CRITICAL:.2f}"
    if found.mark is TrendMark.OUTLIER:
        return (
            f"Trend test: no significant change over the {POINTS} latest years, since a single "
            f"year turns it ({held})."
        )
    if found.mark is TrendMark.NOT_SIGNIFICANT:
        return f"Trend test: no significant change over the {POINTS} latest years ({held})."
    side = 1 if found.mark is TrendMark.INCREASING else -1
    judged = ""
    if polarity.judges:
        judged = ", getting better" if side == polarity.sign else ", getting worse"
    return f"Trend test: {found.mark.word.lower()} over the {POINTS} latest years{judged} ({held})."
