"""What whoever hosts the app decides about the data API: environment variables, read at start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kpi_core.errors import UsageError

SHORTEST_KEY = 16
"""Letters of a key; a shorter one could be guessed."""


class Access(StrEnum):
    """Who may ask."""

    OPEN = "open"
    KEY = "key"
    OFF = "off"


@dataclass(frozen=True)
class Settings:
    """The settings of the data API.

    Attributes:
        access: whether everyone may ask, those with a key, or nobody.
        keys: any of these lets a request in.
        origins: websites whose scripts may read the answers in a browser; ``*`` means all.
        a_minute: requests of one client in a minute; 0 means that they are not counted.
        most_rows: rows of one answer.
        address: of the app as people know it, where a proxy hides it; no slash at the end.
    """

    access: Access = Access.OPEN
    keys: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    a_minute: int = 240
    most_rows: int = 10_000
    address: str | None = None


def from_environment(values: Mapping[str, str] = os.environ) -> Settings:
    """The settings that the environment names, and the defaults of the others.

    Raises:
        UsageError: a setting has no meaning, so that nothing is open by a slip.
    """
    access, keys = _access(values), _words(values, "KPI_API_KEYS")
    if access is Access.KEY and not keys:
        raise UsageError("KPI_API=key needs at least one key in KPI_API_KEYS.")
    if any(len(key) < SHORTEST_KEY for key in keys):
        raise UsageError(f"A key in KPI_API_KEYS has fewer than {SHORTEST_KEY} letters.")
    return Settings(
        access,
        keys,
        _words(values, "KPI_API_ORIGINS"),
        _whole(values, "KPI_API_RATE", Settings.a_minute, 0),
        _whole(values, "KPI_API_MOST_ROWS", Settings.most_rows, 1),
        values.get("KPI_PUBLIC_URL", "").strip().rstrip("/") or None,
    )


def _access(values: Mapping[str, str]) -> Access:
    given = values.get("KPI_API", "").strip().lower() or Access.OPEN
    if given not in list(Access):
        raise UsageError(f"KPI_API is {given!r}; it can be {', '.join(Access)}.")
    return Access(given)


def _words(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(values.get(name, "").replace(",", " ").split())


def _whole(values: Mapping[str, str], name: str, default: int, least: int) -> int:
    given = values.get(name, "").strip()
    if not given:
        return default
    if not given.isascii() or not given.isdigit() or int(given) < least:
        raise UsageError(f"{name} is {given!r}; it has to be a whole number from {least} up.")
    return int(given)
