"""Sentences about a standing: the finding first, then what has to be said beside it."""

from kpi_core.comparators.standing import Compared, Standing
from kpi_core.present import words
from kpi_core.present.standing.named import named
from kpi_core.vocabulary import IntervalMark

_THAN = {
    IntervalMark.BETTER: "better than",
    IntervalMark.SIMILAR: "similar to",
    IntervalMark.WORSE: "worse than",
    IntervalMark.HIGHER: "higher than",
    IntervalMark.LOWER: "lower than",
}


def finding(found: Standing, figure: Compared | None) -> str:
    """Such as "17.1% in 2019/20: 40th of 150 councils, second best quarter; similar to ..."."""
    unit, decimals = found.measure.unit, found.measure.decimals
    if found.own.value is None:
        return f"No figure of the council in {found.period.label}"
    own = words.value_text(float(found.own.value), unit, decimals)
    quarter = "" if found.quarter is None else found.quarter.phrase(found.polarity)
    where = ", ".join(p for p in (place(found.rank.place, found.rank.of), quarter) if p)
    said = f"{own} in {found.period.label}" + (f": {where}" if where else "")
    return "; ".join(part for part in (said, against(found, figure)) if part)


def against(found: Standing, figure: Compared | None) -> str:
    """Such as "similar to the mean of 10 statistical neighbours, April 2021, 20.2%"."""
    if figure is None or figure.figure.value is None:
        return ""
    unit, decimals = found.measure.unit, found.measure.decimals
    theirs = words.value_text(float(figure.figure.value), unit, decimals)
    mark = figure.likeness.mark
    stands = "beside" if mark is None else _THAN[mark]
    return f"{stands} {group_name(found, figure)}, {theirs}"


def group_name(found: Standing, figure: Compared) -> str:
    """The group with its statistic and how many of its members have a figure (B3)."""
    made = figure.figure
    return named(found.group.title, made.statistic, made.with_data, made.members)


def place(rank: int | None, of: int) -> str:
    """Such as "40th of 150 councils"; empty without a rank."""
    return "" if rank is None else f"{words.ordinal(rank)} of {of:,} councils"
