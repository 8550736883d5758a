"""Every council with its figure and its place: the list behind a distribution."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.comparators.field import Field
from kpi_core.comparators.groups import Group
from kpi_core.comparators.national import National
from kpi_core.rules.standing import Bands, ranks
from kpi_core.vocabulary import QuartileBand


@dataclass(frozen=True)
class Line:
    """One council; ``value`` is None with ``missing``, the word for why.

    Attributes:
        subject: id of the council.
        name: as published.
        value: its figure.
        missing: why there is none, a word of ``Missing``.
        mark: the publisher's note on the figure, a word of ``Mark``.
        ours: whether this is the council that is compared.
        in_group: whether it is a member of the chosen group.
        neighbour_rank: its place among the neighbours of a set; 1 is the closest.
        closeness: how close it is, in the publisher's words.
        rank: place among all councils; 1 is the best.
        group_rank: place in the chosen group with ours among them.
        quarter: quarter of all councils that it falls in.
    """

    subject: str
    name: str
    value: Decimal | None
    missing: str | None
    mark: str | None
    ours: bool
    in_group: bool
    neighbour_rank: int | None
    closeness: str | None
    rank: int | None
    group_rank: int | None
    quarter: QuartileBand | None


def lines(national: National, field: Field, group: Group, quarters: Bands) -> tuple[Line, ...]:
    """The best first, or the highest where it is not known which way is good; missing ones last."""
    sign = field.polarity.sign or 1
    found = list(_lines(national, field, group, quarters))
    return tuple(
        sorted(
            found,
            key=lambda line: (
                line.value is None,
                0 if line.value is None else -sign * line.value,
                line.name,
            ),
        )
    )


def _lines(national: National, field: Field, group: Group, quarters: Bands) -> Iterator[Line]:
    near = _near(national, field.organisation, group)
    inside = {s: field.values.get(s) for s in (*group.members, field.organisation)}
    in_group = ranks(inside, field.polarity)
    for subject, value in field.values.items():
        row = field.figures.rows.get(subject, {})
        rank, closeness = near.get(subject, (None, None))
        within = in_group.get(subject)
        yield Line(
            subject,
            national.area_name(subject),
            value,
            None if value is not None else _word(row.get("missing")),
            _word(row.get("mark")),
            subject == field.organisation,
            subject in group.members,
            rank,
            closeness,
            field.ranks[subject].place,
            None if within is None else within.place,
            quarters.quarter_of(value, field.polarity),
        )


def _near(
    national: National, organisation: str, group: Group
) -> Mapping[str, tuple[int, str | None]]:
    """Place and closeness of each neighbour in the group's set."""
    if group.neighbour_set is None:
        return {}
    sets = national.neighbours
    mine = sets[
        (sets["organisation"] == organisation) & (sets["neighbour_set"] == group.neighbour_set)
    ]
    columns = (mine["neighbour"], mine["rank"], mine["closeness"])
    return {str(s): (int(r), _word(c)) for s, r, c in zip(*columns, strict=True)}


def _word(value: object) -> str | None:
    return str(value) if isinstance(value, str) else None
