"""Whom, how and when to compare: the choices of the Benchmarks screen in the words of its controls.

The words stand in the address too, so that a link reopens the view.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kpi_core.comparators.groups import (
    ALL_COUNCILS,
    CUSTOM,
    ENGLAND,
    Group,
    GroupChoice,
    councils,
    groups,
)
from kpi_core.comparators.national import National
from kpi_core.vocabulary import PeriodMatch, Statistic

CHOSEN = "Councils chosen here"

EVERYBODY = GroupChoice(ALL_COUNCILS)

USUAL = "Usual for the group"
STATISTICS: Mapping[str, Statistic | None] = {
    USUAL: None,
    "As published": Statistic.PUBLISHED,
    **{word.word: word for word in (Statistic.MEAN, Statistic.MEDIAN, Statistic.POOLED)},
}
"""How a group becomes one figure; a group that has no such figure shows its usual one."""

MATCHES: Mapping[str, PeriodMatch] = {
    "Same period": PeriodMatch.SAME,
    "Latest": PeriodMatch.LATEST,
}


@dataclass(frozen=True)
class Comparing:
    """What a person chose.

    Attributes:
        group: whom to compare with.
        display: whose figures are drawn and listed.
        statistic: how the group becomes one figure; None for what is usual for it.
        match: which period of theirs.
        year: label of a period of the measure, in place of the matched one.
    """

    group: GroupChoice
    display: GroupChoice = EVERYBODY
    statistic: Statistic | None = None
    match: PeriodMatch = PeriodMatch.SAME
    year: str | None = None


@dataclass(frozen=True)
class Options:
    """What there is to choose from: words to what they stand for, the default in front."""

    compare: Mapping[str, GroupChoice]
    show: Mapping[str, GroupChoice]
    councils: Mapping[str, str]
    """Names of the other councils, in the order of the alphabet, to their subjects."""

    @property
    def default(self) -> Comparing:
        return Comparing(next(iter(self.compare.values())))

    def comparing(
        self,
        compare: str | None = None,
        statistic: str | None = None,
        match: str | None = None,
        show: str | None = None,
        names: Sequence[str] = (),
        year: str | None = None,
    ) -> Comparing:
        """The choice that words make; a word that there is not counts as the default."""
        subjects = tuple(self.councils[name] for name in names if name in self.councils)
        return Comparing(
            _chosen(self.compare, compare, subjects),
            _chosen(self.show, show, subjects),
            STATISTICS.get(statistic or USUAL),
            MATCHES.get(match or "", PeriodMatch.SAME),
            year,
        )


def options(national: National, organisation: str, day: date | None) -> Options:
    """The groups of a council: its neighbours first, since they are most like it.

    Args:
        national: what was imported.
        organisation: the council.
        day: the last one of the report's period.
    """
    found = list(groups(national, organisation, day))
    near = _of_the_time([g for g in found if g.neighbour_set is not None], national, day)
    wide = (ENGLAND, ALL_COUNCILS)
    alike = [g for g in found if g.neighbour_set is None and g.key not in wide]
    compare = _named([*near, *alike, *(g for g in found if g.key in wide)])
    every = [g for g in found if g.key == ALL_COUNCILS]
    show = _named([*every, *near, *alike])
    others = {national.area_name(s): s for s in councils(national, organisation, day)}
    return Options(compare, show, {name: others[name] for name in sorted(others)})


def _of_the_time(sets: list[Group], national: National, day: date | None) -> list[Group]:
    """Dated sets of neighbours, the one that held on the day first; else the first one since (B2).

    Args:
        sets: newest first.
        national: says what each is dated.
        day: the last one of the report's period.
    """
    rows = national.neighbours
    dated = dict(zip(rows["neighbour_set"], rows["dated"], strict=True))

    def after(group: Group) -> bool:
        began = dated.get(group.neighbour_set)
        return day is not None and isinstance(began, date) and began > day

    held = [group for group in sets if not after(group)]
    return [*held, *reversed([group for group in sets if after(group)])]


def _named(found: Iterable[Group]) -> Mapping[str, GroupChoice]:
    named = {group.title: GroupChoice(group.key, group.neighbour_set) for group in found}
    return named | {CHOSEN: GroupChoice(CUSTOM)}


def _chosen(
    known: Mapping[str, GroupChoice], word: str | None, subjects: tuple[str, ...]
) -> GroupChoice:
    group = known.get(word or "") or next(iter(known.values()))
    return GroupChoice(CUSTOM, subjects=subjects) if group.key == CUSTOM else group
