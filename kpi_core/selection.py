"""Choosing rows of a scorecard: the filters that screens, exports and the data API share.

A filter holds stored words (``red``, ``not_rated``); the words on screen and in a URL are the
``word`` of the same member ("Red", "Not rated"). Everything here takes a frame of scorecard rows
(see ``kpi_core.present.scorecard``) and returns a frame or plain values; nothing changes its input.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

import pandas as pd

from kpi_core.vocabulary import NOT_AVAILABLE, NOT_RATED, Comparison, Direction, Status

STATUS_ORDER = (*Status, NOT_RATED)
"""Order of a status summary (R9)."""

DIRECTION_ORDER = (*Direction, NOT_AVAILABLE)
COMPARISON_ORDER = tuple(Comparison)


def on_screen(word: str) -> str:
    """The form of a stored word that people read: ``not_rated`` is "Not rated"."""
    return word.replace("_", " ").capitalize()


@dataclass(frozen=True)
class FilterField:
    """One filter: its key in the URL, its label, its column in the rows and its options."""

    key: str
    label: str
    column: str
    options: tuple[str, ...] = ()

    def words(self, rows: pd.DataFrame) -> list[str]:
        """Options in their form on screen; a free field's come from the rows, in their order."""
        if self.options:
            return [on_screen(option) for option in self.options]
        return [str(value) for value in rows[self.column].dropna().unique()]


FILTER_FIELDS = (
    FilterField("status", "Status", "status", tuple(STATUS_ORDER)),
    FilterField("direction", "Direction of travel", "direction", tuple(DIRECTION_ORDER)),
    FilterField("theme", "Theme", "theme"),
    FilterField("plan", "Plan", "plan"),
    FilterField("comparison", "Against the comparator", "comparison", COMPARISON_ORDER),
    FilterField("year_ago", "Against a year ago", "year_ago", COMPARISON_ORDER),
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


def choose(rows: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows that meet every filter; several values of one filter mean any of them."""
    keep = pd.Series(True, index=rows.index)
    for field, values in filters.active():
        wanted = values
        if field.options:
            wanted = tuple(option for option in field.options if on_screen(option) in values)
        keep &= rows[field.column].isin(wanted)
    for word in filters.q.casefold().split():
        keep &= rows["search"].str.contains(word, regex=False)
    return rows[keep]


SORTS = ("Report order", "Red first", "Furthest from target", "Name")
"""Orders that a list can have; the first is the report's own."""


def order(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """The rows in one of ``SORTS``; ties keep the report's order, rows without a value go last."""
    if by == "Red first":
        place = {status: at for at, status in enumerate(STATUS_ORDER)}
        return rows.iloc[rows["status"].map(place).argsort(kind="stable")]
    if by == "Furthest from target":
        return rows.sort_values("gap_relative", kind="stable", na_position="last")
    if by == "Name":
        return rows.iloc[rows["title"].str.casefold().argsort(kind="stable")]
    return rows


def neighbours(rows: pd.DataFrame, indicator: str) -> tuple[str | None, str | None]:
    """The indicators before and after one in the rows shown; None at the ends or if not shown."""
    ids = rows["indicator"].tolist()
    if indicator not in ids:
        return None, None
    at = ids.index(indicator)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)


def cross_count(rows: pd.DataFrame, across: FilterField, down: FilterField) -> pd.DataFrame:
    """Counts of two filter fields against each other, every option present, zero included.

    Returns:
        A frame of whole numbers: index the stored words of ``down``, columns those of ``across``.
    """
    found = Counter(zip(rows[down.column], rows[across.column], strict=True))
    counts = [[found[row, column] for column in across.options] for row in down.options]
    return pd.DataFrame(counts, index=list(down.options), columns=list(across.options))
