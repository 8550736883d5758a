"""Who a council can be compared with: each group with its members at a day (B1, B2, G3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kpi_core.comparators.national import National
from kpi_core.vocabulary import AreaKind

ENGLAND = "england"
ALL_COUNCILS = "all-councils"
COUNCIL_TYPE = "council-type"
CUSTOM = "chosen-councils"

DISTRICT, COUNTY = "E07", "E10"
"""How the codes of districts and of counties begin."""

ENGLISH = "E"


@dataclass(frozen=True)
class Group:
    """``subject`` is the area that publishes a figure for the whole group, if one does.

    ``members`` are councils without the one that is compared. ``neighbour_set`` names the dated
    set that they come from, and ``absent`` those of the set that were no council on that day.
    """

    key: str
    title: str
    members: tuple[str, ...]
    subject: str | None = None
    neighbour_set: str | None = None
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroupChoice:
    """Which group a person asks for: by its key, a dated set by its name too, or a list."""

    key: str
    neighbour_set: str | None = None
    subjects: tuple[str, ...] = ()


def groups(national: National, organisation: str, day: date | None) -> Iterator[Group]:
    """Every group of a council, the widest first; one that nothing is known of is left out.

    Args:
        national: what was imported.
        organisation: the council.
        day: a council that had ended by then, or had not begun, is no member.
    """
    here = national.area.get(organisation)
    others = councils(national, organisation, day)
    if ENGLAND in national.area:
        yield Group(ENGLAND, "England", tuple(others), ENGLAND)
    yield Group(ALL_COUNCILS, "All councils", tuple(others))
    if here is not None and isinstance(here["region"], str):
        region = here["region"]
        inside = tuple(c for c in others if national.area[c]["region"] == region)
        yield Group(region, national.area_name(region), inside, region)
    if here is not None and isinstance(here["council_type"], str):
        alike = here["council_type"]
        members = tuple(c for c in others if national.area[c]["council_type"] == alike)
        yield Group(COUNCIL_TYPE, f"Councils of the same type: {alike}", members)
    yield from neighbour_groups(national, organisation, day)


def neighbour_groups(national: National, organisation: str, day: date | None) -> Iterator[Group]:
    """The council's neighbours by each dated set, the newest set first."""
    there = councils(national, organisation, day)
    mine = national.neighbours[national.neighbours["organisation"] == organisation]
    order = mine.sort_values(["dated", "neighbour_set", "rank"], ascending=[False, True, True])
    for name, rows in order.groupby("neighbour_set", sort=False):
        first, listed = rows.iloc[0], [str(s) for s in rows["neighbour"]]
        key, title = str(first["group"]), str(first["set_title"])
        members, absent = _parted(listed, there)
        yield Group(key, title, members, None, str(name), absent)


def chosen(
    national: National, organisation: str, subjects: Sequence[str], day: date | None
) -> Group:
    """A list that a person made; what is no council in force that day is no member."""
    known = dict.fromkeys(s for s in subjects if s != organisation)
    members, absent = _parted(list(known), councils(national, organisation, day))
    return Group(CUSTOM, "Councils chosen here", members, absent=absent)


def group_of(
    national: National, organisation: str, choice: GroupChoice, day: date | None
) -> Group | None:
    """The group that a person asks for; None where the council has no such group.

    Without the name of a set the newest one of the key counts.
    """
    if choice.key == CUSTOM:
        return chosen(national, organisation, choice.subjects, day)
    wanted = (g for g in groups(national, organisation, day) if g.key == choice.key)
    return next((g for g in wanted if choice.neighbour_set in (None, g.neighbour_set)), None)


def _parted(
    subjects: Sequence[str], there: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those that can be compared with, and those that cannot."""
    known = set(there)
    members = tuple(s for s in subjects if s in known)
    return members, tuple(s for s in subjects if s not in known)


def in_force(national: National, subject: str, day: date | None) -> bool:
    """Whether an area existed on a day; bounds that are not known do not exclude it."""
    area = national.area.get(subject)
    if area is None:
        return False
    if day is None:
        return True
    begins, ends = area["valid_from"], area["valid_to"]
    return bool((pd.isna(begins) or begins <= day) and (pd.isna(ends) or day <= ends))


def councils(national: National, organisation: str, day: date | None) -> list[str]:
    """The other councils of England that do the same work.

    Where a county and its districts both publish, a district is held against what has no
    districts, and everybody else against what is no district: nobody's figures count twice.
    """
    here = national.area.get(organisation)
    apart = COUNTY if here is not None and _code(here) == DISTRICT else DISTRICT
    return [
        subject
        for subject, area in national.area.items()
        if area["kind"] == AreaKind.COUNCIL
        and subject != organisation
        and _code(area)[:1] in ("", ENGLISH)
        and _code(area) != apart
        and in_force(national, subject, day)
    ]


def ranked(national: National, organisation: str, day: date | None) -> list[str]:
    """Who has a place on a day: the others, and the council itself unless it was none then (G3).

    A council that no release tells of is taken to have been there.
    """
    there = organisation not in national.area or in_force(national, organisation, day)
    return [*([organisation] if there else []), *councils(national, organisation, day)]


def _code(area: Mapping[str, Any]) -> str:
    """The kind of area by its nine-character code; empty where it has none."""
    return area["gss"][:3] if isinstance(area["gss"], str) else ""
