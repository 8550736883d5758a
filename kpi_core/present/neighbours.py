"""One indicator's figures as neighbouring periods: none is left out, a gap has its place (M6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.cells import Problem
from kpi_core.periods import Period, period_from_label
from kpi_core.present import words
from kpi_core.present.records import Record
from kpi_core.present.row import missing_word
from kpi_core.present.versions import latest
from kpi_core.vocabulary import Mark, PeriodKind


@dataclass(frozen=True)
class Slot:
    """One period; ``value`` is None for a gap, and ``missing_word`` then says why.

    ``seen`` is the figure's row of the dataset.
    """

    period: Period
    value: Decimal | None
    missing_word: str | None
    seen: Record | None = None


@dataclass(frozen=True)
class Neighbours:
    """Slots of one kind of period in time order, the first with a figure."""

    kind: PeriodKind
    slots: tuple[Slot, ...]
    broken: bool


def neighbours(versions: Mapping[str, Sequence[Record]], rated: str) -> Neighbours:
    """The latest version of each period of the rated period's kind, with the gaps between.

    Args:
        versions: figures by period label.
        rated: label of the rated period; a year's figure is not like a quarter's (D4). Where
            there is no figure of its kind, the kind of the latest figure counts.
    """
    found = {
        period: latest(records)
        for label, records in versions.items()
        if isinstance(period := period_from_label(label), Period)
    }
    kind = _kind(found, period_from_label(rated))
    mine = sorted((p for p in found if p.kind is kind), key=lambda p: p.sort_key)
    slots = [_slot(period, found.get(period)) for period in _unbroken(mine)]
    while slots and slots[0].value is None:
        del slots[0]
    marks = {found[period]["mark"] for period in mine}
    return Neighbours(kind, tuple(slots), Mark.BREAK in marks)


def _kind(found: Mapping[Period, Record], rated: Period | Problem) -> PeriodKind:
    """The rated period's kind if there are figures of it, else that of the latest figure."""
    known = sorted((p for p in found if words.has(found[p]["value"])), key=lambda p: p.sort_key)
    if isinstance(rated, Period) and (not known or rated.kind in {p.kind for p in known}):
        return rated.kind
    return known[-1].kind if known else PeriodKind.UNKNOWN


def _unbroken(periods: Sequence[Period]) -> list[Period]:
    """From the first to the last, with those that no report has a column for."""
    if not periods:
        return []
    every, first = [periods[-1]], periods[0]
    while (before := every[-1].previous()) is not None and before.sort_key >= first.sort_key:
        every.append(before)
    return every[::-1] if every[-1] == first else list(periods)


def _slot(period: Period, seen: Record | None) -> Slot:
    """A forecast is no figure of what happened."""
    if seen is None or not words.has(seen["value"]) or seen["mark"] == Mark.FORECAST:
        return Slot(period, None, missing_word(seen["missing"] if seen else None))
    return Slot(period, Decimal(str(seen["value"])), None, seen)
