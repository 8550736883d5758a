"""The id of an area from the name that a release gives it: one area, one subject."""

import re

_INVERTED = re.compile(r"^(?P<name>.+), (?P<kind>city|county) of$", re.IGNORECASE)
_TAILS = re.compile(r"-(?:ua|la|county-council|city-council|borough-council|council)$")


def area_id(name: str) -> str:
    """Such as ``cheshire-west-and-chester`` or ``bristol``, however a release writes it."""
    inverted = _INVERTED.match(name.strip())
    plain = (inverted["name"] if inverted else name).casefold().replace("&", " and ")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")
    return _TAILS.sub("", slug)
