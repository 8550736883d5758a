"""Which national measure an indicator may join: proposals with their evidence, for a person.

Names alone find a measure that sounds alike, and figures alone one that happens to be close. So a
measure is proposed when its name is alike, its unit is the same, neither says that the other's good
way is bad, and the figures of the same periods, where there are any, are near each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pandas as pd

from kpi_core.comparators.groups import councils
from kpi_core.comparators.national import National
from kpi_core.comparators.published import by_period
from kpi_core.comparators.tracker import Reported, Tracked, reported, tracked
from kpi_core.rules.standing import spread
from kpi_core.suggest.measure_names import likeness, plain_name, without_remarks
from kpi_core.vocabulary import Polarity, Unit

NAME_AT_LEAST = 60
"""Out of 100: names less alike than this are not proposed."""

NAME_ALONE_AT_LEAST = 75
"""The same where the figures say nothing: none of the same period, or no usual spread."""

FARTHEST = 3
"""Usual spreads of the councils that figures may lie apart on average."""

POINTS_PER_SPREAD = 5
"""What a usual spread apart takes off the likeness of the names for the order of measures."""

MOST_PROPOSED = 3
"""Measures that are proposed of one indicator."""


@dataclass(frozen=True)
class Unlinked:
    """An indicator to find a measure for; ``figures`` are its own, whatever their measure."""

    organisation: str
    id: str
    name: str
    title: str
    unit: Unit
    polarity: Polarity
    figures: tuple[Reported, ...]
    linked: str | None = None
    why_not: str | None = None


@dataclass(frozen=True)
class Proposal:
    """A measure with what speaks for it.

    Attributes:
        likeness: of the names, out of 100.
        apart: usual spreads of the councils between our figures and the published ones, on
            average; None where no figure or no spread can be had.
        compared: our figures beside the published ones of the same periods.
        same_way: whether both say the same way is good; None where one of them does not say.
    """

    measure: str
    title: str
    likeness: float
    apart: Fraction | None
    compared: tuple[Tracked, ...]
    same_way: bool | None

    @property
    def score(self) -> float:
        """What measures are put in order by, the highest first."""
        return self.likeness - POINTS_PER_SPREAD * float(self.apart or 0)

    @property
    def refusal(self) -> str | None:
        """Why it is not proposed, in a sentence; None if it is."""
        least = NAME_ALONE_AT_LEAST if self.apart is None else NAME_AT_LEAST
        if self.likeness < least:
            return f"The names are {self.likeness:.0f} of 100 alike; at least {least} are needed."
        if self.apart is not None and self.apart > FARTHEST:
            return (
                f"The figures lie {float(self.apart):.1f} usual spreads of the councils apart; "
                f"{FARTHEST} at most are allowed."
            )
        return None


@dataclass(frozen=True)
class Proposed:
    """What was found for one indicator; ``nearest`` is the best one where nothing is proposed."""

    indicator: Unlinked
    proposals: tuple[Proposal, ...]
    nearest: Proposal | None


def propose(indicators: Iterable[Unlinked], national: National) -> Iterator[Proposed]:
    """Measures for each indicator, the most likely one in front.

    Args:
        indicators: those with a link are looked at like all others.
        national: what was imported.
    """
    names = {m: _names(row) for m, row in national.measure.items()}
    for indicator in indicators:
        found = sorted(_candidates(indicator, names, national), key=_order)
        good = tuple(p for p in found if p.refusal is None)[:MOST_PROPOSED]
        yield Proposed(indicator, good, None if good else next(iter(found), None))


def unlinked(
    observations: pd.DataFrame, indicators: pd.DataFrame, organisation: str | None = None
) -> Iterator[Unlinked]:
    """The indicators of a dataset, of one organisation or of all, in their order.

    Args:
        observations: rows of that table, of reports.
        indicators: rows of that table, of reports.
        organisation: whose; None for everybody's.
    """
    every = indicators.assign(national_measure="")
    figures = defaultdict[tuple[str, str], list[Reported]](list)
    for figure in reported(observations, every):
        figures[figure.organisation, figure.indicator].append(figure)
    mine = indicators if organisation is None else indicators.query("organisation == @organisation")
    for row in mine.to_dict("records"):
        yield Unlinked(
            row["organisation"],
            row["indicator"],
            row["name"],
            row["title"],
            Unit(row["unit"]),
            Polarity(row["polarity"]),
            tuple(figures[row["organisation"], row["indicator"]]),
            _text(row["national_measure"]),
            _text(row["no_national_measure"]),
        )


def _candidates(
    indicator: Unlinked, names: Mapping[str, tuple[str, ...]], national: National
) -> Iterator[Proposal]:
    """Measures of the same unit whose good way is not the other one, the most alike of them."""
    whole, title = indicator.name, indicator.title
    ours = tuple(plain_name(text) for text in (whole, without_remarks(whole), title))
    alike = [
        (likeness(ours, theirs), measure)
        for measure, theirs in names.items()
        if _may_join(indicator, national.measure[measure])
    ]
    best = sorted(alike, key=lambda pair: (-pair[0], pair[1]))
    enough = [pair for pair in best if pair[0] >= NAME_AT_LEAST] or best[:1]
    for score, measure in enough:
        yield _proposal(indicator, measure, score, national)


def _proposal(indicator: Unlinked, measure: str, score: float, national: National) -> Proposal:
    row = national.measure[measure]
    figures = [replace(f, measure=measure) for f in indicator.figures if f.value is not None]
    compared = tuple(tracked(figures, national))
    apart = _apart(compared, national)
    same_way = _same_way(indicator.polarity, Polarity(row["polarity"]))
    return Proposal(measure, str(row["title"]), score, apart, compared, same_way)


def _apart(compared: Sequence[Tracked], national: National) -> Fraction | None:
    """How many usual spreads of the councils lie between ours and theirs, on average."""
    sizes = []
    for one in compared:
        frame = national.figures(one.measure.id)
        (figures,) = by_period(frame[frame["period_label"] == one.theirs.label])
        others = councils(national, one.ours.organisation, figures.day)
        usual = spread(figures.value(s) for s in (*others, one.ours.organisation)).size
        if usual is not None and one.difference is not None:
            sizes.append(abs(Fraction(one.difference)) / usual)
    return sum(sizes, Fraction(0)) / len(sizes) if sizes else None


def _may_join(indicator: Unlinked, row: Mapping[str, Any]) -> bool:
    same_unit = row["unit"] == indicator.unit
    return same_unit and _same_way(indicator.polarity, Polarity(row["polarity"])) is not False


def _same_way(ours: Polarity, theirs: Polarity) -> bool | None:
    return ours is theirs if ours.judges and theirs.judges else None


def _names(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_name(str(row[key])) for key in ("name", "title")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _order(proposal: Proposal) -> tuple[bool, float, str]:
    return (proposal.refusal is not None, -proposal.score, proposal.measure)
