"""Every indicator against its target, each quoted comparator and the published figures.

A quoted comparator states no period and is marked so; a published one is of the period beside it.
"""

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from kpi_core.comparators.groups import GroupChoice
from kpi_core.present import words
from kpi_core.present.comparisons import COLUMNS, comparisons, unit_group
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.matches import match_of
from kpi_core.present.standing.published import GroupValue
from kpi_core.rules.comparison import Compared, compare
from kpi_core.vocabulary import Comparison, Polarity, Statistic, Unit

TARGET, NAMED, QUOTED, PUBLISHED = "target", "named", "quoted", "published"
"""Kinds of row: our own target, the comparator that the report names, another that it quotes, and
a published figure."""

KINDS = {
    TARGET: "Own target",
    NAMED: "Quoted, named by the report",
    QUOTED: "Quoted",
    PUBLISHED: "Published",
}


def gaps(card: Scorecard, shown: pd.DataFrame, comparing: Comparing | None) -> pd.DataFrame:
    """One row per indicator shown and thing to compare with, in the order shown.

    The columns are those of ``comparisons`` and ``kind``. ``gap_text`` says higher or lower where
    neither way is good, and ``gap`` is then empty (P4).

    Args:
        card: the scorecard.
        shown: rows of it.
        comparing: whom to compare with; None where there are no national figures.
    """
    quoted = comparisons(card, shown)
    kinds = [NAMED if named else QUOTED for named in quoted["is_named"]]
    made = records(quoted.assign(kind=kinds))
    for position, row in enumerate(records(shown)):
        made += _target(row, position)
        if comparing is not None:
            made += _published(card, row, position, comparing)
    frame = pd.DataFrame(made, columns=[*COLUMNS, "kind"])
    return frame.sort_values("position", kind="stable", ignore_index=True)


def _target(row: Record, position: int) -> Iterator[Record]:
    if row["gap"] is None:
        return
    told = compare(_exact(row["gap"]), Decimal(0), Polarity.HIGHER_IS_BETTER)
    yield {
        **_common(row, position, told, row["target"]),
        "comparator": TARGET,
        "comparator_name": "Target",
        "comparator_text": row["target_text"],
        "note": "",
        "source_cell": row["source_cell"],
        "target_against": Comparison.LEVEL.value,
        "target_against_text": "",
        "kind": TARGET,
    }


def _published(
    card: Scorecard, row: Record, position: int, comparing: Comparing
) -> Iterator[Record]:
    theirs = match_of(card, row, comparing.match).theirs
    if theirs is None or not card.published.counts_alike(row):
        return
    for choice, statistic in _whom(card, comparing):
        found = card.published.figure(row["indicator"], theirs.label, choice, statistic)
        if found is None or found.value is None or _is_total(found):
            continue
        polarity = Polarity(row["polarity"])
        aim = compare(_exact(row["target"]), found.value, polarity)
        told = compare(_exact(row["value"]), found.value, polarity)
        unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
        yield {
            **_common(row, position, told, float(found.value)),
            "comparator": choice.neighbour_set or choice.key,
            "comparator_name": found.name,
            "comparator_text": words.value_text(float(found.value), unit, decimals),
            "note": theirs.label,
            "source_cell": card.published.release_title(row["indicator"], theirs.label),
            "target_against": aim.comparison.value,
            "target_against_text": _gap_words(aim, unit, decimals),
            "kind": PUBLISHED,
        }


def _whom(card: Scorecard, comparing: Comparing) -> Iterator[tuple[GroupChoice, Statistic | None]]:
    """England and the region as published, then the chosen group, each once."""
    for choice in card.published.wholes:
        if choice != comparing.group:
            yield choice, Statistic.PUBLISHED
    yield comparing.group, comparing.statistic


def _is_total(found: GroupValue) -> bool:
    """The number of cases of a whole country says nothing beside one council's."""
    return found.statistic is Statistic.PUBLISHED and found.by_size


def _common(row: Record, position: int, told: Compared, theirs: float | None) -> Record:
    unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
    side = None if row["value"] is None or theirs is None else row["value"] - theirs
    return {
        "indicator": row["indicator"],
        "title": row["title"],
        "position": position,
        "is_named": False,
        "gap": None if told.gap is None else float(told.gap),
        "gap_text": _gap_words(told, unit, decimals) or words.higher_text(side, unit, decimals),
        "comparison": told.comparison.value,
        "value_text": row["value_text"],
        "target_text": row["target_text"],
        "unit_group": unit_group(unit),
    }


def _gap_words(told: Compared, unit: Unit, decimals: int | None) -> str:
    return words.gap_text(None if told.gap is None else float(told.gap), unit, decimals)


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
