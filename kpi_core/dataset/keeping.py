"""Which versions of a dataset are kept: a link that names one shows its figures as they were.

A version goes only when it is neither among the newest nor young, and when nobody read it lately.
Nothing goes where nobody set a limit.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kpi_core.dataset.lock import locked
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, VERSION, Place
from kpi_core.errors import UsageError

COUNT, DAYS = "KPI_KEEP_VERSIONS", "KPI_KEEP_DAYS"

READS = "reads"
"""A folder beside the versions: the age of a version's file there says when it was last opened."""

LEASE = timedelta(hours=1)
"""A version that was opened within this time is in use."""

RENEWED = timedelta(minutes=10)
"""A reader says again that it reads after this time."""


@dataclass(frozen=True)
class Kept:
    """One version: when it was written, when it was last opened, and whether it is the current."""

    version: str
    written: datetime
    opened: datetime | None
    current: bool


@dataclass(frozen=True)
class Policy:
    """Versions that stay: the newest ``count``, and those younger than ``age``.

    None is no limit. A version goes only where both let it.
    """

    count: int | None = None
    age: timedelta | None = None

    @property
    def sentence(self) -> str:
        """The policy for people."""
        parts = []
        if self.count is not None:
            parts.append(f"the newest {self.count:,}")
        if self.age is not None:
            parts.append(f"those of the last {self.age.days:,} days")
        if not parts:
            return "Every version of the figures is kept."
        return f"Versions that are kept: the current one, {' and '.join(parts)}."


def policy(environment: Mapping[str, str] = os.environ) -> Policy:
    """The policy that the host set with ``KPI_KEEP_VERSIONS`` and ``KPI_KEEP_DAYS``.

    Raises:
        UsageError: when one of them is no whole number from 1.
    """
    count, days = (_whole(environment, name) for name in (COUNT, DAYS))
    return Policy(count, None if days is None else timedelta(days=days))


def versions(where: Place) -> list[Kept]:
    """The whole versions of a dataset, the newest first."""
    current = where.read(CURRENT).decode("utf-8", "replace").strip()
    found = [
        Kept(name, written, where.written(READS, name), name == current)
        for name in where.folders()
        if VERSION.fullmatch(name) and (written := where.written(name, DESCRIPTOR)) is not None
    ]
    return sorted(found, key=lambda kept: (kept.written, kept.version), reverse=True)


def spare(kept: Sequence[Kept], by: Policy, now: datetime) -> list[str]:
    """The versions that the policy lets go, the oldest last.

    Args:
        kept: newest first.
        by: the policy; one without any limit lets none go.
        now: the time.
    """
    if by.count is None and by.age is None:
        return []
    return [
        version.version
        for place, version in enumerate(kept)
        if not version.current
        and (by.count is None or place >= by.count)
        and (by.age is None or now - version.written > by.age)
        and now - max(version.written, version.opened or version.written) > LEASE
    ]


def prune(where: Place, by: Policy, now: datetime | None = None) -> list[str]:
    """Remove the versions that the policy lets go; returns their names.

    The descriptor goes first: a version without one is not there, so nobody reads half of it.
    """
    with locked(where):
        gone = spare(versions(where), by, now or datetime.now(UTC))
        for version in gone:
            where.remove(version, DESCRIPTOR)
            where.remove_folder(version)
            if where.exists(READS, version):
                where.remove(READS, version)
    return gone


def opened(where: Place, version: str) -> None:
    """Note that somebody reads a version; where nothing can be written, nobody prunes either."""
    with suppress(OSError):
        last = where.written(READS, version)
        if last is None or datetime.now(UTC) - last > RENEWED:
            where.make_folder(READS)
            where.write(b"", READS, version)


def _whole(environment: Mapping[str, str], name: str) -> int | None:
    given = environment.get(name, "").strip()
    if not given:
        return None
    if not given.isdecimal() or not int(given):
        raise UsageError(f"{name} is {given!r}; it has to be a whole number from 1, or empty.")
    return int(given)
