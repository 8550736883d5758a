"""Figures as files for people print them: with commas between thousands, or a sign for none."""

import hashlib
import re
from functools import lru_cache

from kpi_core.cells.text import squeeze
from kpi_core.national.numbers import Stored, stored

_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_MANY = 65_536


@lru_cache(maxsize=_MANY)
def printed(text: str) -> Stored:
    """Read a cell: ``51,230`` is 51230, ``c`` is suppressed, and neither is ever the other (M1)."""
    body = squeeze(text)
    return stored(body.replace(",", "") if _THOUSANDS.fullmatch(body) else body)


@lru_cache(maxsize=_MANY)
def slug(text: str) -> str:
    """The text as part of an id: small letters, digits and hyphens.

    A text of other signs alone is told apart by eight digits made of it; a blank one is blank.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", text.casefold().replace("'", "")).strip("-")
    if plain or not text.strip():
        return plain
    return hashlib.sha256(text.strip().encode("utf-8", errors="surrogatepass")).hexdigest()[:8]
