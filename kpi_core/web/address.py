"""Addresses of views: relative links that carry the filters, readable by a person."""

from typing import TypeAlias
from urllib.parse import urlencode

from kpi_core.selection import Filters
from kpi_core.web.screens import screen

Value: TypeAlias = str | tuple[str, ...] | None
"""What a parameter says: one thing, several, or nothing, and then it is left out."""


def address(key: str, filters: Filters | None = None, **values: Value) -> str:
    """A link to a screen: ``indicator?indicator=...&status=Red``.

    Relative, so that it also works behind a proxy that adds a path in front.

    Args:
        key: of the screen.
        filters: the filters to carry; none, and the link clears them.
        values: other parameters, such as ``indicator``; empty ones are left out.
    """
    query = [
        (name, value)
        for name, given in values.items()
        for value in (given if isinstance(given, tuple) else (given,))
        if value
    ]
    query += filters.query() if filters else []
    return (screen(key).url or "./") + (f"?{urlencode(query)}" if query else "")
