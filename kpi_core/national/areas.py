"""The id of an area from the name that a release gives it: one area, one subject."""

import re

from kpi_core.national.reorganisations import ALIASES, BY_CODE

_INVERTED = re.compile(r"^(?P<name>.+), (?P<kind>city|county) of$", re.IGNORECASE)
_TAILS = re.compile(r"(?:-(?:ua|la|county-council|city-council|borough-council|council))+$")


def area_id(name: str, code: str | None = None) -> str:
    """Such as ``cheshire-west-and-chester`` or ``bristol``, however a release writes it.

    Args:
        name: as the release has it.
        code: its GSS code or its number at the Department for Education, where the release gives
            one: before and since 2019 there were two councils of the name Dorset.
    """
    if code is not None and code.strip() in BY_CODE:
        return BY_CODE[code.strip()]
    inverted = _INVERTED.match(name.strip())
    plain = (inverted["name"] if inverted else name).casefold().replace("&", " and ")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")
    short = _TAILS.sub("", slug)
    return ALIASES.get(short, short)
