"""The group's members one by one, and what another dated set of neighbours would change (B2)."""

from dataclasses import dataclass

from kpi_core.comparators.groups import GroupChoice, neighbour_groups
from kpi_core.comparators.lines import Line
from kpi_core.comparators.standing import Standing
from kpi_core.formatting import number_word
from kpi_core.periods import Period
from kpi_core.present import words
from kpi_core.present.history import missing_word
from kpi_core.present.scorecard import Scorecard
from kpi_core.rules.comparison import compare
from kpi_core.vocabulary import Statistic


@dataclass(frozen=True)
class Member:
    """One member: its place as a neighbour where the group has such, and our gap to it in words."""

    name: str
    near: int | None
    closeness: str
    figure: str
    gap: str


@dataclass(frozen=True)
class DatedSet:
    """A set of neighbours: its figures, and who is in it that the set before did not have."""

    title: str
    mean: str
    median: str
    counted: str
    joined: tuple[str, ...]
    left: tuple[str, ...]


def members(here: Standing) -> list[Member]:
    """The closest first; a group without an order has the best first."""
    lines = sorted(here.members, key=lambda line: line.neighbour_rank or 0)
    return [
        Member(
            line.name,
            line.neighbour_rank,
            line.closeness or "",
            _figure(here, line),
            _gap(here, line),
        )
        for line in lines
    ]


def _figure(here: Standing, line: Line) -> str:
    if line.value is None:
        return missing_word(line.missing)
    return words.value_text(float(line.value), here.measure.unit, here.measure.decimals)


def _gap(here: Standing, line: Line) -> str:
    """Better or worse, or higher or lower where neither way is good (P4)."""
    own, unit, decimals = here.own.value, here.measure.unit, here.measure.decimals
    if own is None or line.value is None:
        return "Nothing to compare"
    gap = compare(own, line.value, here.polarity).gap
    if gap is not None:
        return words.gap_text(float(gap), unit, decimals)
    return words.higher_text(float(own - line.value), unit, decimals)


def dated_sets(card: Scorecard, indicator: str, period: Period) -> list[DatedSet]:
    """Every dated set of the council's neighbours for one period, the newest first."""
    national = card.published.national
    groups = list(neighbour_groups(national, card.organisation, period.end))
    made = []
    for group, before in zip(groups, [*groups[1:], None], strict=True):
        older = before if before is not None and before.key == group.key else None
        joined, left = (
            (_names(card, group.members, older.members), _names(card, older.members, group.members))
            if older is not None
            else ((), ())
        )
        choice = GroupChoice(group.key, group.neighbour_set)
        mean, median = (
            _value(card, indicator, period, choice, statistic)
            for statistic in (Statistic.MEAN, Statistic.MEDIAN)
        )
        made.append(DatedSet(group.title, mean[0], median[0], mean[1], joined, left))
    return made


def sets_sentence(sets: list[DatedSet]) -> str:
    """What the newest set changes against the one before it."""
    if len(sets) < 2 or not sets[0].mean or not sets[1].mean:
        return ""
    new, old = sets[:2]
    changed = number_word(len(new.joined))
    return (
        f"With {new.title} in place of {old.title}, {changed} of the neighbours are others: the "
        f"mean is {new.mean} and not {old.mean}, the median {new.median} and not {old.median}."
    )


def _names(card: Scorecard, there: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(card.published.national.area_name(s) for s in there if s not in other)


def _value(
    card: Scorecard, indicator: str, period: Period, choice: GroupChoice, statistic: Statistic
) -> tuple[str, str]:
    measure = card.published.measures[indicator]
    found = card.published.figure(indicator, period.label, choice, statistic)
    if found is None or found.value is None:
        return "", ""
    text = words.value_text(float(found.value), measure.unit, measure.decimals)
    return text, f"{found.with_data:,} of {found.members:,}"
