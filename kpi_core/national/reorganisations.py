"""Councils that ended or began, and the other names that releases give to areas (G3).

Public facts, typed by hand. Dates and successors are those of the structural changes orders on
legislation.gov.uk (Bournemouth, Dorset and Poole 2018; Northamptonshire 2020; Cumbria 2022);
codes are those of the Office for National Statistics' register of geographic codes and of the
Department for Education's list of local authorities. A county that became one unitary authority
for the same area (Buckinghamshire 2020; North Yorkshire and Somerset 2023) is the same upper-tier
area for every figure here, so that it is not listed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Reorganised:
    """An area that has not existed all the time; ``gss`` and ``number`` are its official codes."""

    gss: str
    number: str
    begins: date | None = None
    ends: date | None = None
    successors: tuple[str, ...] = ()


_DORSET_LAST, _DORSET_FIRST = date(2019, 3, 31), date(2019, 4, 1)
_NORTHANTS_LAST, _NORTHANTS_FIRST = date(2021, 3, 31), date(2021, 4, 1)
_CUMBRIA_LAST, _CUMBRIA_FIRST = date(2023, 3, 31), date(2023, 4, 1)
_BCP = "bournemouth-christchurch-and-poole"
_NORTHANTS = ("north-northamptonshire", "west-northamptonshire")
_CUMBRIA = ("cumberland", "westmorland-and-furness")

OLD_DORSET = "dorset-before-2019"
"""The county, with Christchurch, until then; ``dorset`` is the council that began in 2019."""

REORGANISED: Mapping[str, Reorganised] = {
    "bournemouth": Reorganised("E06000028", "837", None, _DORSET_LAST, (_BCP,)),
    "poole": Reorganised("E06000029", "836", None, _DORSET_LAST, (_BCP,)),
    OLD_DORSET: Reorganised("E10000009", "835", None, _DORSET_LAST, (_BCP, "dorset")),
    _BCP: Reorganised("E06000058", "839", _DORSET_FIRST),
    "dorset": Reorganised("E06000059", "838", _DORSET_FIRST),
    "northamptonshire": Reorganised("E10000021", "928", None, _NORTHANTS_LAST, _NORTHANTS),
    "north-northamptonshire": Reorganised("E06000061", "940", _NORTHANTS_FIRST),
    "west-northamptonshire": Reorganised("E06000062", "941", _NORTHANTS_FIRST),
    "cumbria": Reorganised("E10000006", "909", None, _CUMBRIA_LAST, _CUMBRIA),
    "cumberland": Reorganised("E06000063", "942", _CUMBRIA_FIRST),
    "westmorland-and-furness": Reorganised("E06000064", "943", _CUMBRIA_FIRST),
}
"""Upper-tier and unitary councils of England that ended or began from 2019 on, by subject."""

BY_CODE: Mapping[str, str] = {
    code: subject for subject, area in REORGANISED.items() for code in (area.gss, area.number)
}
"""Subjects by code: where two areas share a name, as the two Dorsets do, only the code tells."""

LARGER: Mapping[str, str] = {
    "england": "E92000001",
    "north-east": "E12000001",
    "north-west": "E12000002",
    "yorkshire-and-the-humber": "E12000003",
    "east-midlands": "E12000004",
    "west-midlands": "E12000005",
    "east-of-england": "E12000006",
    "london": "E12000007",
    "south-east": "E12000008",
    "south-west": "E12000009",
    "inner-london": "E13000001",
    "outer-london": "E13000002",
}
"""The country, its regions and the two parts of London, with their codes."""

ALIASES: Mapping[str, str] = {
    "county-durham": "durham",
    "bedford-borough": "bedford",
    "hull": "kingston-upon-hull",
    "bcp": _BCP,
    "bournemouth-pre-lg": "bournemouth",
    "bournemouth-pre-lgr-2019": "bournemouth",
    "poole-pre-lg": "poole",
    "poole-pre-lgr-2019": "poole",
    "dorset-pre-lg": OLD_DORSET,
    "dorset-pre-lgr-2019": OLD_DORSET,
    "southend": "southend-on-sea",
    "telford-and-the-wrekin": "telford-and-wrekin",
    "medway-towns": "medway",
    "royal-borough-of-windsor-and-maidenhead": "windsor-and-maidenhead",
    "yorkshire-and-humber": "yorkshire-and-the-humber",
    "yorkshire-and-the-humber-region": "yorkshire-and-the-humber",
    "east": "east-of-england",
    "eastern": "east-of-england",
    "london-inner": "inner-london",
    "london-outer": "outer-london",
    "greater-london": "london",
}
"""Other names of an area in various releases, as slugs."""
