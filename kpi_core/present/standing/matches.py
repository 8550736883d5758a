"""The period of a national measure that a scorecard's figure is held against."""

from kpi_core.comparators.matching import Matched, matched
from kpi_core.periods import Period
from kpi_core.present.records import Record
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.published import period_of
from kpi_core.vocabulary import Accumulation, PeriodMatch

NO_PERIOD = "Not compared: the period of our figure is not known."


def match_of(card: Scorecard, row: Record, match: PeriodMatch) -> Matched:
    """Their period for the rated figure of a row, or the sentence that says why there is none."""
    ours = period_of(row["period_label"])
    if ours is None:
        return Matched(match, None, sentence=NO_PERIOD)
    theirs = card.published.periods(row["indicator"])
    return matched(ours, Accumulation(row["accumulation"]), theirs, match)


def shown_period(card: Scorecard, row: Record, comparing: Comparing) -> Period | None:
    """The period of theirs to show: the year asked for, else the matched one, else the latest."""
    known = {period.label: period for period in card.published.periods(row["indicator"])}
    if comparing.year in known:
        return known[comparing.year]
    found = match_of(card, row, comparing.match).theirs
    return found or next(reversed(known.values()), None)
