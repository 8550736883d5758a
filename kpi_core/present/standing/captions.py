"""What a picture or table of a standing has to say about itself (B4)."""

from kpi_core.present import summary
from kpi_core.present.caption import Caption
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.distribution import Distribution
from kpi_core.present.standing.over_time import OverTime
from kpi_core.selection import Filters


def caption(card: Scorecard, found: Distribution, said: str) -> Caption:
    """The usual caption with the national measure, group, statistic, period and release."""
    return summary.caption(card, found.title, said, Filters(), note(card, found))


def over_time_caption(card: Scorecard, made: OverTime) -> Caption:
    """The usual caption with the national measure, its periods, the series and the release."""
    last = made.periods[-1]
    said = (
        f"National measure: {made.measure.title}, {made.periods[0]} to {last}. Shown: "
        f"{'; '.join(made.series)}. Release: {release_of(card, made.measure.id, last)}."
    )
    return summary.caption(card, made.title, made.finding, Filters(), said)


def note(card: Scorecard, found: Distribution) -> str:
    """Such as "National measure: …; period 2019/20; …"."""
    here = found.standing
    compared = "" if found.group is None else f" Compared with: {found.group.name}."
    measured = sum(line.value is not None for line in here.lines)
    return (
        f"National measure: {here.measure.title}, period {here.period.label}, {measured:,} of "
        f"{len(here.lines):,} councils with a figure.{compared} Release: "
        f"{release_of(card, here.measure.id, here.period.label)}."
    )


def release_of(card: Scorecard, measure: str, period: str) -> str:
    """The title of the release that the figures of a period are from."""
    named = {m.id: indicator for indicator, m in card.published.measures.items()}
    return card.published.release_title(named.get(measure, ""), period) or measure
