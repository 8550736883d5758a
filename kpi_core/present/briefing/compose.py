"""The briefing on one report: every change since the report before, in the order it is read out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from kpi_core.present.briefing import sentences
from kpi_core.present.briefing.changed import changed, last_rated
from kpi_core.present.briefing.found import Found, found_by_checks
from kpi_core.present.briefing.sides import Side, Sides, before, reported
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters
from kpi_core.vocabulary import ChangeKind

Earlier: TypeAlias = Mapping[str, Sequence[Side]]
"""By indicator id: the sides of its earlier reports, newest first."""


COMING_AND_GOING = (ChangeKind.NEW, ChangeKind.RETURNED, ChangeKind.RETIRED)


@dataclass(frozen=True)
class Change:
    """One thing that is new, or an indicator of which that cannot be told (``kind`` None).

    ``said`` goes on where the title ends; ``report`` is the report to look in, where it is not
    the one that the briefing is on.
    """

    kind: ChangeKind | None
    indicator: str
    title: str
    said: str
    notes: tuple[str, ...] = ()
    report: str | None = None
    then: Side | None = None
    now: Side | None = None

    @property
    def sentence(self) -> str:
        return f"{self.title}: {self.said}"


@dataclass(frozen=True)
class Briefing:
    """What is new in a report.

    Attributes:
        changes: by kind, and in the report's order within one.
        not_compared: indicators whose status then or now is not known, each with the reason.
        kept: how many of the ``total`` indicators keep their status.
        period: that the report rates.
        earlier: title and period of the report before; None where there is none, and the report's
            last figures before its own period are what it is held against.
    """

    changes: tuple[Change, ...]
    not_compared: tuple[Change, ...]
    kept: int
    total: int
    period: str
    earlier: str | None

    def kinds(self) -> dict[ChangeKind, list[Change]]:
        """The changes of each kind that there is, in the order of the kinds."""
        found: dict[ChangeKind, list[Change]] = {}
        for change in self.changes:
            if change.kind is not None:
                found.setdefault(change.kind, []).append(change)
        return found

    @property
    def compared(self) -> bool:
        """Whether any indicator has a status then and now."""
        return self.kept > 0 or any(c.kind is not None and c.kind.of_status for c in self.changes)

    def number(self, kind: ChangeKind) -> int:
        return sum(change.kind is kind for change in self.changes)

    def shown(self, card: Scorecard, filters: Filters) -> "Briefing":
        """What the filters leave; the counts of status stay those of the whole report.

        An indicator that is gone has no status and no direction any more, so it meets no filter.
        """
        if not filters.any:
            return self
        indicators = {card.choices.ids[at] for at in card.choices.where(filters)}
        return replace(
            self,
            changes=tuple(c for c in self.changes if c.indicator in indicators),
            not_compared=tuple(c for c in self.not_compared if c.indicator in indicators),
        )


def briefing(card: Scorecard) -> Briefing:
    """What is new in the scorecard's report since the reports before of the same organisation."""
    reports = _reports_before(card)
    now = reported(card.dataset, card.report)
    earlier = _earlier(card, reports)
    titles = _titles(card)
    changes = [*_between(earlier, now, titles)]
    changes += [_of_check(found, earlier, now, titles) for found in found_by_checks(card)]
    order = list(ChangeKind)
    return Briefing(
        tuple(sorted(changes, key=lambda change: order.index(change.kind or order[0]))),
        tuple(_not_compared(earlier, now, titles, new=bool(reports))),
        sum(_kept(earlier.get(indicator, ()), side) for indicator, side in now.items()),
        len(now),
        card.period_label,
        f"{reports[0]['title']} ({reports[0]['period_label']})" if reports else None,
    )


def _reports_before(card: Scorecard) -> list[Mapping[str, Any]]:
    """Those of the same organisation, newest first; the reports of a dataset are oldest first."""
    reports = card.dataset.tables["reports"].to_pylist()
    at = [report["report"] for report in reports].index(card.report["report"])
    return [r for r in reversed(reports[:at]) if r["organisation"] == card.organisation]


def _earlier(card: Scorecard, reports: Sequence[Mapping[str, Any]]) -> Earlier:
    """What earlier reports say of their own periods, else what this one says of an earlier one."""
    found: dict[str, list[Side]] = {}
    each = (reported(card.dataset, report) for report in reports)
    for sides in each if reports else [before(card.dataset, card.report)]:
        for indicator, side in sides.items():
            found.setdefault(indicator, []).append(side)
    return found


def _titles(card: Scorecard) -> dict[str, str]:
    return {
        row["indicator"]: row["title"]
        for row in card.dataset.tables["indicators"].to_pylist()
        if row["organisation"] == card.organisation
    }


def _kept(earlier: Sequence[Side], now: Side) -> bool:
    then = last_rated(earlier)
    return then is not None and then.status is now.status


def _between(earlier: Earlier, now: Sides, titles: Mapping[str, str]) -> Iterator[Change]:
    """What the sides of each indicator tell."""
    for indicator, side in now.items():
        known = earlier.get(indicator, ())
        for kind, then in changed(known, side):
            between = known[: known.index(then)]
            yield Change(
                kind,
                indicator,
                titles[indicator],
                sentences.said(kind, then, side),
                sentences.notes(kind, then, side, between),
                then=then,
                now=side,
            )


def _of_check(found: Found, earlier: Earlier, now: Sides, titles: Mapping[str, str]) -> Change:
    """What a check found between reports: new and gone in our words, the others in its own."""
    indicator, of_one_side = found.indicator, found.kind in COMING_AND_GOING
    then = next(iter(earlier.get(indicator, ())), None) if of_one_side else None
    side = now.get(indicator) if of_one_side else None
    return Change(
        found.kind,
        indicator,
        titles[indicator],
        found.said(then, side),
        found.notes,
        report=found.report,
        then=then,
        now=side,
    )


def _not_compared(
    earlier: Earlier, now: Sides, titles: Mapping[str, str], *, new: bool
) -> Iterator[Change]:
    """Indicators without a status then or now. One that no earlier report has is new instead."""
    for indicator, side in now.items():
        known = earlier.get(indicator, ())
        then = last_rated(known) or next(iter(known), None)
        if then is None and new:
            continue
        if then is None or then.status is None or side.status is None:
            said, notes = sentences.not_compared(then, side)
            yield Change(None, indicator, titles[indicator], said, notes, then=then, now=side)
