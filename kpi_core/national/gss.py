"""What a code of the Government Statistical Service says of an area: its kind, and its subject."""

from collections.abc import Mapping

from kpi_core.national.areas import area_id
from kpi_core.national.collected import Area
from kpi_core.national.printed import slug
from kpi_core.national.reorganisations import LARGER
from kpi_core.vocabulary import AreaKind

KINDS: Mapping[str, AreaKind] = {
    **dict.fromkeys(("K02", "K03", "K04", "E92", "W92", "S92", "N92"), AreaKind.COUNTRY),
    **dict.fromkeys(("E12", "E13"), AreaKind.REGION),
    **dict.fromkeys(("E06", "E07", "E08", "E09", "E10"), AreaKind.COUNCIL),
    "E47": AreaKind.GROUP,
}
"""By the first three characters. Councils are those of England; other nations' are ``other``."""

TYPES: Mapping[str, str] = {
    "E06": "Unitary authority",
    "E07": "District council",
    "E08": "Metropolitan district",
    "E10": "County council",
}
"""Types that a code tells; of a London borough it does not tell whether it is an inner one."""

_OWN_NAMES = frozenset((AreaKind.COUNTRY, AreaKind.REGION, AreaKind.COUNCIL))


def kind_of(code: str) -> AreaKind:
    """``other`` for wards, police force areas and whatever else is no council of England."""
    return KINDS.get(code[:3].upper(), AreaKind.OTHER)


def subject_of(name: str, code: str = "") -> str:
    """The id of an area; a name without a letter has one as well."""
    return area_id(name, code or None) or slug(name)


def area_of(name: str, code: str) -> Area:
    """An area by its name and code, one of which may be empty.

    A region, a combined authority and a police force may share a name: one that is neither
    council, region nor country has its code in its subject.
    """
    gss = code.strip()
    shown = name.strip() or gss
    own = subject_of(shown, gss)
    if not gss:
        return Area(own, shown, _without_code(own))
    kind = kind_of(gss)
    subject = own if kind in _OWN_NAMES else f"{own}-{slug(gss)}"
    return Area(subject, shown, kind, gss=gss, type=TYPES.get(gss[:3]))


def _without_code(subject: str) -> AreaKind:
    if subject not in LARGER:
        return AreaKind.OTHER
    return AreaKind.COUNTRY if subject == "england" else AreaKind.REGION
