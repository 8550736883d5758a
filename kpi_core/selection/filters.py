"""The filters that screens, exports and the data API share, as data.

The rows hold stored words (``red``, ``not_rated``); a filter holds the words on screen and in a
URL, which are the ``word`` of the same member ("Red", "Not rated").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

import pandas as pd

from kpi_core.checks.caveats import CAVEAT_KINDS
from kpi_core.vocabulary import (
    NOT_AVAILABLE,
    NOT_RATED,
    Agreement,
    Comparison,
    Direction,
    Firmness,
    Status,
)

STATUS_ORDER = (*Status, NOT_RATED)
"""Order of a status summary (R9)."""

DIRECTION_ORDER = (*Direction, NOT_AVAILABLE)
COMPARISON_ORDER = tuple(Comparison)


def on_screen(word: str) -> str:
    """The form of a stored word that people read: ``not_rated`` is "Not rated"."""
    return word.replace("_", " ").capitalize()


@dataclass(frozen=True)
class FilterField:
    """One filter: its key in the URL, its label, its column in the rows and its options.

    A cell of the column holds one stored word or several. ``rare`` are the options that are
    offered only where a row has them.
    """

    key: str
    label: str
    column: str
    options: tuple[str, ...] = ()
    rare: frozenset[str] = frozenset()

    def stored(self, rows: pd.DataFrame) -> list[str]:
        """The stored words: the options, else what the rows hold, in their order."""
        held = rows[self.column].explode().dropna().unique()
        if not self.options:
            return [str(value) for value in held]
        return [option for option in self.options if option not in self.rare or option in held]

    def words(self, rows: pd.DataFrame) -> list[str]:
        """The same in their form on screen; words from a report stay as they are."""
        stored = self.stored(rows)
        return [on_screen(option) for option in stored] if self.options else stored


FILTER_FIELDS = (
    FilterField("status", "Status", "status", STATUS_ORDER, frozenset({Status.EXCEEDED})),
    FilterField("direction", "Direction of travel", "direction", tuple(DIRECTION_ORDER)),
    FilterField("theme", "Theme", "theme"),
    FilterField("plan", "Plan", "plan"),
    FilterField("comparison", "Against the comparator", "comparison", COMPARISON_ORDER),
    FilterField("year_ago", "Against a year ago", "year_ago", COMPARISON_ORDER),
    FilterField("agreement", "Declared against computed", "agreement", tuple(Agreement)),
    FilterField("caveat", "Caveat", "caveat", CAVEAT_KINDS, frozenset(CAVEAT_KINDS)),
    FilterField("fragile", "How firm", "firmness", tuple(Firmness)),
)


@dataclass(frozen=True)
class Filters:
    """What to show. Empty means everything; values are in their form on screen."""

    status: tuple[str, ...] = ()
    direction: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    comparison: tuple[str, ...] = ()
    year_ago: tuple[str, ...] = ()
    agreement: tuple[str, ...] = ()
    caveat: tuple[str, ...] = ()
    fragile: tuple[str, ...] = ()
    q: str = ""

    def active(self) -> Iterator[tuple[FilterField, tuple[str, ...]]]:
        """The list filters that are set, in the order of the screen."""
        for field in FILTER_FIELDS:
            values = getattr(self, field.key)
            if values:
                yield field, values

    def query(self) -> list[tuple[str, str]]:
        """The filters as URL parameters, readable and in a fixed order."""
        pairs = [(field.key, value) for field, values in self.active() for value in values]
        return pairs + ([("q", self.q)] if self.q else [])

    def words(self) -> list[str]:
        """The values that are set, as on screen and in its order."""
        return [value for _, value in self.query()]

    def sentence(self) -> str:
        """The filters in words: "Status: Red; Direction of travel: Declining"; or "None"."""
        parts = [f"{field.label}: {' or '.join(values)}" for field, values in self.active()]
        if self.q:
            parts.append(f"Text: {self.q}")
        return "; ".join(parts) or "None"

    @property
    def any(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))


def from_words(values: Mapping[str, object]) -> Filters:
    """Filters from URL-like values; lists and single words alike, in any case.

    Args:
        values: key to a word or a list of words; keys that are no filter are left alone.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    for field in FILTER_FIELDS:
        given = values.get(field.key) or ()
        words = (given,) if isinstance(given, str) else tuple(str(word) for word in given)  # type: ignore[attr-defined]
        if field.options:
            words = tuple(on_screen(word.strip().lower().replace(" ", "_")) for word in words)
        chosen[field.key] = words
    return Filters(**chosen, q=str(values.get("q") or "").strip())
