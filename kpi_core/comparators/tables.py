"""What a build works out of the national figures: how each indicator stands, in every period."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import groupby, product
from typing import Any

import pyarrow as pa

from kpi_core import schema
from kpi_core.comparators.aggregate import GroupFigure, aggregate, statistics_of
from kpi_core.comparators.field import Field, field_of
from kpi_core.comparators.groups import Group, groups, ranked
from kpi_core.comparators.national import National
from kpi_core.comparators.published import by_period, measure_of
from kpi_core.vocabulary import Polarity

Row = dict[str, Any]


@dataclass(frozen=True, order=True)
class Linked:
    """An indicator of a council and the national measure that counts the same.

    ``polarity`` is the indicator's, for a measure whose release does not say which way is good.
    """

    organisation: str
    indicator: str
    measure: str
    polarity: Polarity | None = dataclass_field(default=None, compare=False)


def comparator_tables(national: National, linked: Sequence[Linked]) -> tuple[pa.Table, pa.Table]:
    """The tables ``comparators`` and ``standings``, their rows in a fixed order.

    Args:
        national: what was imported; a measure that it does not have makes no rows.
        linked: in any order; each counts once.
    """
    comparators: list[Row] = []
    standings: list[Row] = []

    @cache
    def groups_of(organisation: str, day: date | None) -> tuple[Group, ...]:
        return tuple(groups(national, organisation, day))

    for link, field in fields(national, linked):
        standings.append(standing_row(link, field))
        alike = groups_of(link.organisation, field.figures.day)
        comparators.extend(_comparators(link, field, alike))
    return (
        pa.Table.from_pylist(_in_order(comparators), schema=schema.COMPARATORS.arrow),
        pa.Table.from_pylist(_in_order(standings), schema=schema.STANDINGS.arrow),
    )


def fields(national: National, linked: Iterable[Linked]) -> Iterator[tuple[Linked, Field]]:
    """Each council among all councils, in each period of its measure, the earliest first.

    Measure by measure, so that the figures of one are read once and not kept.
    """

    @cache
    def ranked_on(organisation: str, day: date | None) -> tuple[str, ...]:
        return tuple(ranked(national, organisation, day))

    by_measure = sorted(set(linked), key=lambda link: (link.measure, link))
    for id_, links in groupby(by_measure, key=lambda link: link.measure):
        measure = measure_of(national, id_)
        if measure is None:
            continue
        periods = tuple(by_period(national.figures(id_)))
        for link, figures in product(links, periods):
            there = ranked_on(link.organisation, figures.day)
            good = measure.good_way(link.polarity)
            yield link, field_of(link.organisation, measure, figures, there, polarity=good)


def _in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["organisation"], row["indicator"], row["measure"]))


def _comparators(link: Linked, field: Field, alike: Iterable[Group]) -> Iterator[Row]:
    rows, unit = field.figures.rows, field.measure.unit
    for group in alike:
        for statistic in statistics_of(group, rows):
            found = aggregate(group, statistic, rows, unit)
            yield _key(link, field, group.subject) | _comparator(field, group, found)


def _comparator(field: Field, group: Group, found: GroupFigure) -> Row:
    like = field.likeness(found)
    return {
        "group": group.key,
        "group_title": group.title,
        "neighbour_set": group.neighbour_set,
        "statistic": found.statistic,
        "value": _number(found.value),
        "reason": found.reason,
        "members": found.members,
        "with_data": found.with_data,
        "own": _number(field.value),
        "gap": _number(field.gap(found)),
        "likeness": like.mark,
        "likeness_basis": like.basis,
        "likeness_reason": like.sentence,
    }


def standing_row(link: Linked, field: Field) -> Row:
    """One row of ``standings``."""
    place, quarters = field.rank, field.quarters()
    first, middle, third = quarters.bounds or (None, None, None)
    reasons = (place.reason, quarters.reason)
    return _key(link, field) | {
        "value": _number(field.value),
        "councils": place.of,
        "rank": place.place,
        "quartile": quarters.quarter_of(field.values.get(field.organisation), field.polarity),
        "first_quartile": _number(first),
        "median": _number(middle),
        "third_quartile": _number(third),
        "reason": " ".join(why for why in reasons if why) or None,
    }


def _key(link: Linked, field: Field, published_for: str | None = None) -> Row:
    """The columns that both tables have; the release is that of the figure they are about."""
    return {
        "organisation": link.organisation,
        "indicator": link.indicator,
        "measure": link.measure,
        "period_label": field.figures.period.label,
        "period_end": field.figures.period.end,
        "release": field.figures.release(published_for, link.organisation),
    }


def _number(value: Decimal | Fraction | None) -> float | None:
    return None if value is None else float(value)
